import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api, ask, type Schemas } from "../kit/api";
import { CopyButton } from "../kit/CopyButton";
import { useSpeech } from "../kit/language";
import { Failure, Loading, TextField } from "../kit/parts";
import { SendButton, SendForm, SureButton } from "../kit/SendForm";
import { useUnsent } from "../kit/unsent/useUnsent";
import { DeliveryLog } from "./DeliveryLog";
import { KindsField } from "./KindsField";
import { type Receiver, receivers } from "./queries";
import "../accounts/sections.css";

type Made = Schemas["ReceiverMade"];

/** The services that are told of changes. */
export function Receivers() {
  const { feeds } = useSpeech().words;
  const [made, setMade] = useState<Made | null>(null);
  const found = useQuery(receivers);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  return (
    <div className="account-sections">
      <section className="panel card-panel">
        <h2>{feeds.sections.receivers}</h2>
        <p className="hint">{feeds.receiversLead}</p>
        {made && <Secret made={made} />}
        {!found.data.length && <p className="hint">{feeds.noReceivers}</p>}
        <ul className="rows">
          {found.data.map((one) => (
            <OneReceiver key={one.id} receiver={one} tell={setMade} />
          ))}
        </ul>
      </section>
      <AddReceiver tell={setMade} />
    </div>
  );
}

/** Shown once; the service itself cannot show it again. */
function Secret({ made }: { made: Made }) {
  const { feeds } = useSpeech().words;
  return (
    <div className="notice" role="status">
      <p>{feeds.secretOf(made.receiver.name)}</p>
      <p className="feed-secret">
        <code>{made.secret}</code> <CopyButton text={made.secret} />
      </p>
    </div>
  );
}

function OneReceiver({ receiver, tell }: { receiver: Receiver; tell: (made: Made | null) => void }) {
  const { words, count } = useSpeech();
  const { feeds } = words;
  const client = useQueryClient();
  const params = { path: { receiver_id: receiver.id } };
  const after = (work: () => Promise<unknown>) => async () => {
    await work();
    await client.invalidateQueries({ queryKey: receivers.queryKey });
  };
  const { active } = receiver;
  const change = (body: Schemas["ReceiverUpdate"]) => ask(api.PATCH("/api/webhooks/{receiver_id}", { params, body }));
  const renew = async () => tell(await ask(api.POST("/api/webhooks/{receiver_id}/secret", { params })));
  const remove = async () => {
    await ask(api.DELETE("/api/webhooks/{receiver_id}", { params }));
    tell(null);
  };
  return (
    <li>
      <span className="feed-head">
        <span className="strong">{receiver.name}</span>
        {!active && <span className="badge">{feeds.off}</span>}
        {receiver.dead > 0 && <span className="badge job-failed">{feeds.givenUp(count(receiver.dead))}</span>}
        <span className="small">{receiver.address}</span>
        <span className="small">{receiver.kinds.map((kind) => feeds.kinds[kind]).join(", ")}</span>
        <span className="small">{feeds.numbers(count(receiver.delivered), count(receiver.waiting))}</span>
      </span>
      <span className="actions">
        <SendButton
          label={feeds.test}
          work={after(() => ask(api.POST("/api/webhooks/{receiver_id}/test", { params })))}
        />
        <SendButton label={active ? feeds.switchOff : feeds.switchOn} work={after(() => change({ active: !active }))} />
        <SureButton label={feeds.renewSecret} sure={feeds.renewSecretSure} work={after(renew)} />
        <SureButton label={feeds.remove} sure={feeds.removeSure} work={after(remove)} />
      </span>
      <details className="feed-details">
        <summary>{feeds.log}</summary>
        <DeliveryLog receiver={receiver} />
      </details>
    </li>
  );
}

const NOTHING: Schemas["ReceiverSent"] = { name: "", address: "https://", kinds: ["posting.published"] };

function AddReceiver({ tell }: { tell: (made: Made) => void }) {
  const { words } = useSpeech();
  const { feeds } = words;
  const client = useQueryClient();
  const unsent = useUnsent("receiver-new", NOTHING);
  const { value: written, write } = unsent;
  const work = async () => {
    tell(await ask(api.POST("/api/webhooks", { body: written })));
    await client.invalidateQueries({ queryKey: receivers.queryKey });
  };
  return (
    <section className="panel card-panel">
      <h2>{feeds.addReceiver}</h2>
      <SendForm submit={feeds.addReceiver} work={work} done={words.organisationPage.saved} unsent={unsent}>
        <TextField
          label={feeds.name}
          required
          maxLength={200}
          value={written.name}
          onChange={(name) => write({ name })}
        />
        <TextField
          label={feeds.address}
          hint={feeds.addressHint}
          type="url"
          required
          maxLength={500}
          value={written.address}
          onChange={(address) => write({ address })}
        />
        <KindsField value={written.kinds} onChange={(kinds) => write({ kinds })} />
      </SendForm>
    </section>
  );
}
