import { useSpeech } from "../kit/language";

const FORMS = ["pdf", "xlsx", "csv"] as const;

/** The whole day as a file, in the version that is shown and the reader's language. */
export function TakeAway({ eventId, version }: { eventId: number; version: number }) {
  const { words, code } = useSpeech();
  const language = code === "vi" ? "vi" : "en";
  return (
    <section>
      <h2>{words.onBoard.takeAway}</h2>
      <p className="hint">{words.onBoard.takeAwayText}</p>
      <p className="links">
        {FORMS.map((form) => (
          <a
            key={form}
            className="button"
            href={`/api/events/${eventId}/agenda/export?form=${form}&version=${version}&language=${language}`}
            download
          >
            {form.toUpperCase()}
          </a>
        ))}
      </p>
    </section>
  );
}
