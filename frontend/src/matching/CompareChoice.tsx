import { Link } from "@tanstack/react-router";
import { useId } from "react";
import { useSpeech } from "../kit/language";
import { MOST_COMPARED } from "./compared";
import "./compare.css";

interface Given {
  id: number;
  chosen: number[];
  choose: (chosen: number[]) => void;
}

/** Takes a candidate into the comparison, as long as there is a column left. */
export function CompareChoice({ id, chosen, choose }: Given) {
  const { words } = useSpeech();
  const name = useId();
  const taken = chosen.includes(id);
  return (
    <label className="check" htmlFor={name}>
      <input
        id={name}
        type="checkbox"
        checked={taken}
        disabled={!taken && chosen.length >= MOST_COMPARED}
        onChange={() => choose(taken ? chosen.filter((one) => one !== id) : [...chosen, id])}
      />
      <span>{words.compare.add}</span>
    </label>
  );
}

export function CompareBar({ postingId, chosen }: { postingId: number; chosen: number[] }) {
  const { words } = useSpeech();
  if (!chosen.length) return null;
  return (
    <div className="compare-bar" role="status">
      {chosen.length < 2 ? (
        <span>{words.compare.least}</span>
      ) : (
        <Link className="button primary" to="/compare" search={{ posting: postingId, with: chosen.join("-") }}>
          {words.compare.chosen(chosen.length)}
        </Link>
      )}
    </div>
  );
}
