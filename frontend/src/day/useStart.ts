import { useSpeech } from "../kit/language";

/** When a meeting begins, seen from now on the event's clock: the time alone on the same day, else with its date. */
export function useStart(seen?: { now: string }): (at: string) => string {
  const { clock, moment } = useSpeech();
  return (at) => (at.slice(0, 10) === seen?.now.slice(0, 10) ? clock(at) : moment(at));
}
