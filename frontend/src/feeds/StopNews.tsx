import { useState } from "react";
import { LinkPage } from "../joining/LinkPage";
import { api, ask, type Schemas } from "../kit/api";
import { useSpeech } from "../kit/language";
import { SendForm } from "../kit/SendForm";

/** A button and not the mere opening: readers of mail open links by themselves. */
export function StopNews() {
  const { feeds } = useSpeech().words;
  return (
    <LinkPage title={feeds.stopNews} lead={feeds.stopLead}>
      {(token) => <Stop token={token} />}
    </LinkPage>
  );
}

function Stop({ token }: { token: string }) {
  const { words, list } = useSpeech();
  const { feeds } = words;
  const [stopped, setStopped] = useState<Schemas["News"][] | null>(null);
  if (stopped) return <p role="status">{feeds.stopped(list(stopped.map((kind) => feeds.newsKinds[kind])))}</p>;
  const work = async () => setStopped((await ask(api.POST("/api/news/stop-one", { body: { token } }))).kinds);
  return (
    <SendForm submit={feeds.stopButton} work={work}>
      <p>{feeds.stopHint}</p>
    </SendForm>
  );
}
