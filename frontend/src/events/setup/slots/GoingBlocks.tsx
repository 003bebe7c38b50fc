import { Refusal, type Schemas } from "../../../kit/api";
import { nameIn, useSpeech } from "../../../kit/language";

type Named = Pick<Schemas["BlockPublic"], "id" | "name_vi" | "name_en">;

/** Which fixed parts would be left without any slot, and so go along with the slots that were refused. */
export function GoingBlocks({ error }: { error: unknown }) {
  const { words, code } = useSpeech();
  if (!(error instanceof Refusal) || error.code !== "slots_in_use") return null;
  const blocks = (error.params.blocks ?? []) as Named[];
  if (!blocks.length) return null;
  const names = blocks.map(({ name_vi, name_en }) => nameIn(code, { vi: name_vi, en: name_en }));
  return <p>{words.slotsOf.goesToo(names.join(", "))}</p>;
}
