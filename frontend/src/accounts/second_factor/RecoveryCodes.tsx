import { useSpeech } from "../../kit/language";
import { CopyButton } from "../../kit/CopyButton";
import "./second_factor.css";

/** The codes, this once; whoever has kept them goes on. */
export function RecoveryCodes({ codes, kept }: { codes: string[]; kept: () => void }) {
  const { words } = useSpeech();
  return (
    <div className="form" role="status">
      <h3>{words.ownAccount.recoveryCodes}</h3>
      <p>{words.ownAccount.recoveryLead}</p>
      <ul className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="links">
        <CopyButton text={codes.join("\n")} />
        <button type="button" className="primary" onClick={kept}>
          {words.ownAccount.codesKept}
        </button>
      </div>
    </div>
  );
}
