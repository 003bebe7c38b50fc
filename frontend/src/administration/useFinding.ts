import { useState } from "react";
import { useSettled } from "../kit/useSettled";

/** What is typed to find rows by, what is asked for once typing rests, and the page that is looked at. */
export function useFinding() {
  const [typed, setTyped] = useState("");
  const [offset, setOffset] = useState(0);
  const search = (text: string) => {
    setTyped(text);
    setOffset(0);
  };
  return { typed, search, sought: useSettled(typed, 300), offset, setOffset };
}
