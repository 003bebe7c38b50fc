import { plain } from "../plain";
import type { Option } from "./Finder";

/** The options of which every typed word is in the name or note; those whose name begins so come first. */
export function matching(typed: string, options: Option[], most: number): Option[] {
  const wanted = plain(typed).split(/\s+/).filter(Boolean);
  const told = options
    .map((option) => ({ option, name: plain(option.name), all: plain(`${option.name} ${option.note ?? ""}`) }))
    .filter(({ all }) => wanted.every((word) => all.includes(word)));
  const rank = ({ name }: { name: string }) => (wanted.length && name.startsWith(wanted.join(" ")) ? 0 : 1);
  return told
    .sort((one, other) => rank(one) - rank(other))
    .slice(0, most)
    .map(({ option }) => option);
}
