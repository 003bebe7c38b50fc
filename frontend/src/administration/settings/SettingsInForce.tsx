import { useQuery } from "@tanstack/react-query";
import type { Schemas } from "../../kit/api";
import { useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { settings } from "../queries";
import "./settings.css";

type Setting = Schemas["SettingPublic"];

/** What the service runs with; it is changed in its environment, not here. */
export function SettingsInForce() {
  const { words } = useSpeech();
  const found = useQuery(settings);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const groups = [...new Set(found.data.map((one) => one.group))];
  return (
    <>
      <p className="hint">{words.settings.lead}</p>
      {groups.map((group) => (
        <Group key={group} name={words.settings.groups[group]} settings={found.data.filter((one) => one.group === group)} />
      ))}
    </>
  );
}

function Group({ name, settings: inside }: { name: string; settings: Setting[] }) {
  const { words } = useSpeech();
  return (
    <section className="settings-group">
      <h2>{name}</h2>
      <div className="scroll" tabIndex={0} role="region" aria-label={name}>
        <table className="table">
          <thead>
            <tr>
              <th scope="col">{words.settings.variable}</th>
              <th scope="col">{words.settings.value}</th>
              <th scope="col">{words.settings.default}</th>
            </tr>
          </thead>
          <tbody>
            {inside.map((one) => (
              <Row key={one.variable} setting={one} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Row({ setting }: { setting: Setting }) {
  const { words } = useSpeech();
  const hidden = setting.is_set ? words.settings.set : words.settings.notSet;
  return (
    <tr>
      <th scope="row">
        <code>{setting.variable}</code>
        <span className="small">{words.settings.does[setting.variable] ?? setting.description}</span>
      </th>
      <td className={setting.is_set ? "strong" : undefined}>
        {setting.hidden ? hidden : <Value value={setting.value} />}
      </td>
      <td>
        <Value value={setting.default} />
      </td>
    </tr>
  );
}

function Value({ value }: { value: Setting["value"] }) {
  const { words } = useSpeech();
  if (value === "" || value === null) return words.settings.empty;
  if (typeof value === "boolean") return value ? words.settings.on : words.settings.off;
  // As it is written in the environment, so without points between thousands.
  return <code>{value}</code>;
}
