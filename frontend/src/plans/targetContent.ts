import type { Target, TargetSent } from "./queries";

/** A target as a form holds it: text in every field. */
export const contentOf = (target: Target | undefined, year: number) => ({
  name_vi: target?.name_vi ?? "",
  name_en: target?.name_en ?? "",
  unit_vi: target?.unit_vi ?? "",
  unit_en: target?.unit_en ?? "",
  definition_vi: target?.definition_vi ?? "",
  definition_en: target?.definition_en ?? "",
  responsible: target?.responsible ?? "",
  value: target ? String(target.value) : "",
  comparison: target?.comparison ?? ("at_least" as const),
  due: target?.due ?? `${year}-12-31`,
  indicator: target?.indicator ?? "",
  part: target?.part ?? "",
});

/** The same as it is sent; what the form does not show of its cut stays as it was. */
export const sentOf = (content: ReturnType<typeof contentOf>, target: Target | undefined): TargetSent => ({
  ...content,
  value: Number(content.value),
  indicator: content.indicator || null,
  part: (content.indicator && content.part.trim()) || null,
  event_id: target?.event_id ?? null,
  sector: target?.sector ?? null,
  kind: target?.kind ?? null,
  region: target?.region ?? null,
});
