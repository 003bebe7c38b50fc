import { useState } from "react";
import { keep, recall } from "./kept";

export const APPEARANCES = ["system", "light", "dark"] as const;
export type Appearance = (typeof APPEARANCES)[number];

/** Light, dark or as the device; the choice is kept. */
export function useAppearance(): [Appearance, (chosen: Appearance) => void] {
  const [appearance, setAppearance] = useState<Appearance>(() => {
    const kept = recall("appearance");
    return kept === "light" || kept === "dark" ? kept : "system";
  });
  const choose = (chosen: Appearance) => {
    keep("appearance", chosen);
    if (chosen === "system") delete document.documentElement.dataset.appearance;
    else document.documentElement.dataset.appearance = chosen;
    setAppearance(chosen);
  };
  return [appearance, choose];
}
