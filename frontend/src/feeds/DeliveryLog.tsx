import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask } from "../kit/api";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Select } from "../kit/parts";
import { SendButton, SureButton } from "../kit/SendForm";
import { Pages } from "../kit/Pages";
import { type Delivery, type DeliveryState, deliveries, LOG_PAGE, type Receiver, receivers } from "./queries";

/** What was and is to be told to a receiver, with each attempt. */
export function DeliveryLog({ receiver }: { receiver: Receiver }) {
  const { feeds } = useSpeech().words;
  const client = useQueryClient();
  const [state, setState] = useState<DeliveryState | "">("");
  const [offset, setOffset] = useState(0);
  const found = useQuery(deliveries(receiver.id, state || undefined, offset));
  const again = () => client.invalidateQueries({ queryKey: receivers.queryKey });
  const sendAll = async () => {
    await ask(api.POST("/api/webhooks/{receiver_id}/again", { params: { path: { receiver_id: receiver.id } } }));
    await again();
  };
  const choices = Object.entries(feeds.states).map(([value, label]) => ({ value, label }));
  const choose = (chosen: string) => {
    setState(chosen as DeliveryState | "");
    setOffset(0);
  };
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <div className="feed-log">
      <div className="actions">
        <Select hideLabel label={feeds.state} value={state} choices={[{ value: "", label: feeds.all }, ...choices]} onChange={choose} />
        {receiver.dead > 0 && <SendButton label={feeds.sendAllAgain} work={sendAll} />}
      </div>
      {!found.data.items.length && <p className="hint">{feeds.nothingTold}</p>}
      <ol className="rows">
        {found.data.items.map((one) => (
          <OneDelivery key={one.id} delivery={one} again={again} />
        ))}
      </ol>
      <Pages offset={offset} limit={LOG_PAGE} total={found.data.total} go={setOffset} />
    </div>
  );
}

const BADGES: Record<DeliveryState, string> = {
  waiting: "job-running",
  delivered: "job-done",
  dead: "job-failed",
  set_aside: "",
};

function OneDelivery({ delivery, again }: { delivery: Delivery; again: () => Promise<void> }) {
  const { words, instant } = useSpeech();
  const { feeds } = words;
  const params = { path: { delivery_id: delivery.id } };
  const sendAgain = async () => {
    await ask(api.POST("/api/webhooks/deliveries/{delivery_id}/again", { params }));
    await again();
  };
  const setAside = async () => {
    await ask(api.POST("/api/webhooks/deliveries/{delivery_id}/set-aside", { params }));
    await again();
  };
  return (
    <li>
      <span>
        <span className="strong">{feeds.kinds[delivery.kind]}</span>{" "}
        <span className={`badge ${BADGES[delivery.state]}`}>
          {delivery.held ? feeds.held : feeds.states[delivery.state]}
        </span>
        <span className="small">
          {delivery.subject} · {instant(delivery.created_at)}
        </span>
        {delivery.tries.map((one) => (
          <span className="small" key={one.at}>
            {feeds.attempt(instant(one.at), one.status ?? one.problem, one.milliseconds)}
          </span>
        ))}
        {delivery.state === "waiting" && delivery.attempts > 0 && (
          <span className="small">{feeds.nextAt(instant(delivery.next_at))}</span>
        )}
      </span>
      {delivery.state === "dead" && (
        <span className="actions">
          <SendButton label={feeds.sendAgain} work={sendAgain} />
          <SureButton label={feeds.setAside} sure={feeds.setAsideSure} work={setAside} />
        </span>
      )}
    </li>
  );
}
