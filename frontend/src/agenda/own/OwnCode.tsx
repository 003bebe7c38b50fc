import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ownCode } from "../../day/queries";
import { useSpeech } from "../../kit/language";
import { Failure } from "../../kit/parts";

/** What one shows at the desk instead of a badge. */
export function OwnCode({ eventId, personId }: { eventId: number; personId: number }) {
  const { words } = useSpeech();
  const [open, setOpen] = useState(false);
  const found = useQuery({ ...ownCode(eventId, personId), enabled: open });
  return (
    <details className="own-code no-print" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.onDay.myCode}</summary>
      {found.error && <Failure error={found.error} />}
      {found.data && (
        <>
          <p className="hint">{words.onDay.myCodeText}</p>
          <img src={found.data.picture} alt={words.onDay.myCode} width={240} height={240} />
        </>
      )}
    </details>
  );
}
