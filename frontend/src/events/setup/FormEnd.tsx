import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";
import { isOfField } from "./fields";

interface Given {
  submit: string;
  saving: { isPending: boolean; error: unknown };
  /** Leaves the form without saving; none where it always stands there. */
  leave?: () => void;
  primary?: boolean;
}

/** The buttons at the end of a form of the setup, and what was refused of it as a whole. */
export function FormEnd({ submit, saving, leave, primary = true }: Given) {
  const { words } = useSpeech();
  return (
    <>
      <p className="links">
        <button type="submit" className={primary ? "primary" : ""} disabled={saving.isPending}>
          {submit}
        </button>
        {leave && (
          <button type="button" onClick={leave}>
            {words.cancel}
          </button>
        )}
      </p>
      {Boolean(saving.error) && !isOfField(saving.error) && <Failure error={saving.error} />}
    </>
  );
}
