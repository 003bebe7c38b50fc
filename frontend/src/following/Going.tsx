import { useState } from "react";
import { useSpeech } from "../kit/language";
import { SendButton } from "../kit/SendForm";
import { type Case, type Going as Says, sayGoing, useTaken } from "./queries";

const ANSWERS: Says[] = ["well", "slowly", "stuck", "over"];

/** Asks now and then how a case goes; one tap answers. */
export function Going({ one }: { one: Case }) {
  const { words } = useSpeech();
  const { going } = words.following;
  const taken = useTaken();
  const [thanked, setThanked] = useState(false);
  const answer = async (says: Says) => {
    await taken(sayGoing(one.id, says));
    setThanked(true);
  };
  if (one.asks === null) return thanked ? <p role="status">{going.thanks}</p> : null;
  return (
    <section className="panel case-going" aria-labelledby="going">
      <h2 id="going">{going.title(one.asks)}</h2>
      <p className="actions">
        {ANSWERS.map((says) => (
          <SendButton key={says} label={going.answers[says]} work={() => answer(says)} className="" />
        ))}
      </p>
    </section>
  );
}
