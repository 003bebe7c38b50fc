import { useSpeech } from "../language";
import type { Unsent } from "./useUnsent";
import "./recalled.css";

/** Says that a form was begun before, and offers to begin anew. */
export function Recalled({ unsent }: { unsent: Pick<Unsent<object>, "recalled" | "clear"> }) {
  const { words } = useSpeech();
  if (!unsent.recalled) return null;
  return (
    <p className="recalled" role="status">
      {words.unsent.recalled}{" "}
      <button type="button" className="quiet" onClick={unsent.clear}>
        {words.unsent.clear}
      </button>
    </p>
  );
}
