const BROWSERS: [RegExp, string][] = [
  [/Edg\//, "Edge"],
  [/coc_coc/i, "Cốc Cốc"],
  [/OPR\//, "Opera"],
  [/SamsungBrowser/, "Samsung Internet"],
  [/Firefox\/|FxiOS/, "Firefox"],
  [/Chrome\/|CriOS/, "Chrome"],
  [/Safari\//, "Safari"],
];
const SYSTEMS: [RegExp, string][] = [
  [/iPhone|iPad/, "iOS"],
  [/Android/, "Android"],
  [/Windows/, "Windows"],
  [/Mac OS X/, "macOS"],
  [/Linux|X11/, "Linux"],
];

/** What people call a browser and its system, from what it says of itself; empty where it is none of these. */
export function browserOf(agent: string): { browser: string; system: string } {
  const named = (names: [RegExp, string][]) => names.find(([sign]) => sign.test(agent))?.[1] ?? "";
  return { browser: named(BROWSERS), system: named(SYSTEMS) };
}
