import { nameIn } from "../../kit/language";

interface Named {
  id: number;
  name_vi: string;
  name_en: string;
}

/** An organisation's name in the reader's language, its id while it is not known. */
export function organisationName(code: string, known: Named[], id: number): string {
  const found = known.find((one) => one.id === id);
  return nameIn(code, { vi: found?.name_vi, en: found?.name_en }) || String(id);
}
