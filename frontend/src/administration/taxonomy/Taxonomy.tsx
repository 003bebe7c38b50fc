import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useMay } from "../../accounts/me";
import { sectors } from "../../catalogue/queries";
import { nameIn, useSpeech } from "../../kit/language";
import { Failure, Loading } from "../../kit/parts";
import { SendButton, SureButton } from "../../kit/SendForm";
import { removeSector, type Sector, saveSector } from "./requests";
import { AddSector, ChangeSector, useSectorsAgain } from "./SectorForms";
import { UsesOf } from "./UsesOf";
import "./taxonomy.css";

/** All sectors by their codes; administrators change them. */
export function Taxonomy() {
  const { taxonomy } = useSpeech().words;
  const may = useMay()("catalogue.save_sector");
  const found = useQuery(sectors);
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const tops = found.data.filter((one) => !one.parent);
  return (
    <div className="taxonomy">
      <p className="hint">
        {taxonomy.lead} {!may && taxonomy.readOnly}
      </p>
      {tops.map((top) => (
        <Top key={top.code} top={top} leaves={found.data.filter((leaf) => leaf.parent === top.code)} may={may} />
      ))}
      {may && <AddSector />}
    </div>
  );
}

function Top({ top, leaves, may }: { top: Sector; leaves: Sector[]; may: boolean }) {
  const { code } = useSpeech();
  return (
    <details className="panel card-panel top-sector">
      <summary>
        {nameIn(code, { vi: top.name_vi, en: top.name_en })} <span className="count">{leaves.length}</span>
        <Marks sector={top} />
      </summary>
      <One sector={top} may={may} />
      <ul className="leaf-sectors">
        {leaves.map((leaf) => (
          <li key={leaf.code}>
            <One sector={leaf} may={may} named />
          </li>
        ))}
      </ul>
      {may && !top.retired && <AddSector top={top} />}
    </details>
  );
}

/** Whether a sector is retired, and where it differs from what came with the service. */
function Marks({ sector }: { sector: Sector }) {
  const { taxonomy } = useSpeech().words;
  return (
    <>
      {sector.retired && <span className="badge">{taxonomy.retired}</span>}
      {!sector.shipped && <span className="badge">{taxonomy.ofHere}</span>}
      {sector.shipped && sector.version > 0 && !sector.retired && <span className="badge">{taxonomy.changed}</span>}
    </>
  );
}

function One({ sector, may, named = false }: { sector: Sector; may: boolean; named?: boolean }) {
  const { words, code } = useSpeech();
  const [changing, setChanging] = useState(false);
  const name = nameIn(code, { vi: sector.name_vi, en: sector.name_en });
  return (
    <div className={`one-sector ${sector.retired ? "retired" : ""} ${changing ? "changing" : ""}`} role="group" aria-label={name}>
      <p className="sector-head">
        {named && <span className="strong">{name}</span>} <code>{sector.code}</code> {named && <Marks sector={sector} />}
      </p>
      {changing ? (
        <ChangeSector sector={sector} done={() => setChanging(false)} />
      ) : (
        <p className="sector-text">{nameIn(code, { vi: sector.description_vi, en: sector.description_en })}</p>
      )}
      {may && (
        <p className="links">
          <button type="button" className="quiet" onClick={() => setChanging(!changing)}>
            {changing ? words.cancel : words.taxonomy.change}
            <span className="unseen"> {name}</span>
          </button>
          {!changing && <Ending sector={sector} name={name} />}
        </p>
      )}
    </div>
  );
}

/** Retiring, which can be taken back, and removing what was added here. */
function Ending({ sector, name }: { sector: Sector; name: string }) {
  const { taxonomy } = useSpeech().words;
  const again = useSectorsAgain();
  const retire = async () => {
    await saveSector(sector, { retired: !sector.retired });
    await again();
  };
  const remove = async () => {
    await removeSector(sector.code);
    await again();
  };
  return (
    <>
      <span title={sector.retired ? undefined : taxonomy.retireHint}>
        <SendButton label={sector.retired ? taxonomy.takeUp : taxonomy.retire} work={retire} />
      </span>
      {!sector.shipped && (
        <SureButton
          label={taxonomy.remove}
          sure={taxonomy.sureRemove(name)}
          work={remove}
          more={(error) => <UsesOf sector={sector} error={error} />}
        />
      )}
    </>
  );
}
