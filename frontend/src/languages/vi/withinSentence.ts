/** A name as it is written within a sentence: the names of languages begin small there. */
export const withinSentence = (name: string): string => name.charAt(0).toLocaleLowerCase("vi") + name.slice(1);
