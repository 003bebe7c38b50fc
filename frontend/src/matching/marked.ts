/** Which parts of a sentence both sides say. */
export interface Part {
  text: string;
  shared: boolean;
}

const WORD = /[\p{L}\p{N}]+/gu;
const fold = (word: string) =>
  word.normalize("NFD").replace(/\p{M}/gu, "").replace(/[đĐ]/g, "d").toLowerCase();

/** A sentence in parts; `shared` holds folded words, in Vietnamese pairs of syllables. */
export function markShared(sentence: string, language: string, shared: readonly string[]): Part[] {
  const said = new Set(shared);
  const words = [...sentence.matchAll(WORD)].map((found) => ({
    start: found.index,
    end: found.index + found[0].length,
    folded: fold(found[0]),
  }));
  const hits = words.map(
    ({ folded }) => said.has(folded) || (language === "en" && said.has(folded.replace(/s$/, ""))),
  );
  words.forEach((word, place) => {
    const next = words[place + 1];
    if (next && said.has(`${word.folded} ${next.folded}`)) hits[place] = hits[place + 1] = true;
  });
  const parts: Part[] = [];
  let at = 0;
  words.forEach((word, place) => {
    if (!hits[place] || hits[place - 1]) return;
    let last = place;
    while (hits[last + 1]) last += 1;
    const end = words[last]?.end ?? word.end;
    parts.push({ text: sentence.slice(at, word.start), shared: false });
    parts.push({ text: sentence.slice(word.start, end), shared: true });
    at = end;
  });
  parts.push({ text: sentence.slice(at), shared: false });
  return parts.filter((part) => part.text);
}
