import { useQuery } from "@tanstack/react-query";
import { useSectorName } from "../catalogue/PostingCard";
import { sectors } from "../catalogue/queries";
import { eventList } from "../events/queries";
import { nameIn, useSpeech } from "../kit/language";
import { Select, TextField } from "../kit/parts";
import { beginning } from "../kit/plain";
import { type Cut, KINDS, type Kind } from "./cut";

/** What counts: chosen here, kept in the address. */
export function CutForm({ cut, change }: { cut: Cut; change: (changes: Partial<Cut>) => void }) {
  const { words, code, day } = useSpeech();
  const { figures } = words;
  const events = useQuery(eventList).data ?? [];
  const codes = useQuery(sectors).data ?? [];
  const nameOf = useSectorName();
  const any = { value: "", label: words.any };
  const isCut = [cut.event, cut.sector, cut.kind, cut.region, cut.from, cut.to].some(Boolean);
  const reversed = cut.from && cut.to && cut.to < cut.from ? figures.reversed : undefined;
  return (
    <fieldset className="panel card-panel cut">
      <legend className="unseen">{figures.cut}</legend>
      <Select
        label={figures.event}
        value={String(cut.event ?? "")}
        choices={[
          any,
          ...events.map((one) => ({
            value: String(one.id),
            label: `${day(one.first_day)} · ${nameIn(code, { vi: one.name_vi, en: one.name_en })}`,
          })),
        ]}
        onChange={(id) => change({ event: id ? Number(id) : undefined })}
      />
      <Select
        label={words.sector}
        value={cut.sector ?? ""}
        choices={[
          any,
          ...codes.map(({ code: sector }) => ({
            value: sector,
            label: sector.includes(".") ? `– ${nameOf(sector)}` : nameOf(sector),
          })),
        ]}
        onChange={(sector) => change({ sector: sector || undefined })}
      />
      <Select
        label={figures.kind}
        value={cut.kind ?? ""}
        choices={[any, ...KINDS.map((kind) => ({ value: kind, label: beginning(words.administration.organisationKinds[kind] ?? kind) }))]}
        onChange={(kind) => change({ kind: (kind || undefined) as Kind | undefined })}
      />
      <Select
        label={words.region}
        value={cut.region ?? ""}
        choices={[any, ...Object.entries(words.regions).map(([value, label]) => ({ value, label }))]}
        onChange={(region) => change({ region: region || undefined })}
      />
      <TextField label={figures.from} type="date" value={cut.from ?? ""} onChange={(from) => change({ from: from || undefined })} />
      <TextField
        label={figures.to}
        type="date"
        value={cut.to ?? ""}
        {...(reversed ? { problem: reversed } : {})}
        onChange={(to) => change({ to: to || undefined })}
      />
      <p className="hint">{figures.zone}</p>
      {isCut && (
        <button
          type="button"
          className="quiet"
          onClick={() =>
            change({ event: undefined, sector: undefined, kind: undefined, region: undefined, from: undefined, to: undefined })
          }
        >
          {figures.clear}
        </button>
      )}
    </fieldset>
  );
}
