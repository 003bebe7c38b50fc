import { useSpeech } from "../kit/language";
import type { State } from "../posting/requests";

export function StateBadge({ state }: { state: State }) {
  return <span className={`badge state-${state}`}>{useSpeech().words.mine.states[state]}</span>;
}
