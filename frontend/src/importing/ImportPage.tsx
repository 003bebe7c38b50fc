import { useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { useContext, useEffect, useState } from "react";
import { ChooseOrganisation } from "../accounts/ChooseOrganisation";
import { Guarded } from "../accounts/Guarded";
import { useMay, useMe } from "../accounts/me";
import type { Kind } from "../catalogue/search";
import { useSpeech } from "../kit/language";
import { Refusal } from "../kit/api";
import { Failure, Loading, Segments, Title } from "../kit/parts";
import { WhoTypes } from "../kit/unsent/useUnsent";
import { forgetFile, keepFile, keptFile } from "./keptFile";
import { Rows } from "./Rows";
import { hasEnded, type Job, job as jobQuery, startImport } from "./requests";
import "./importing.css";

const route = getRouteApi("/import");
const KINDS: Kind[] = ["need", "technology"];

export function ImportPage() {
  const { words } = useSpeech();
  return (
    <Guarded action="catalogue.start_import">
      <div className="page-head">
        <Title>{words.imports.title}</Title>
        <p className="lead">{words.imports.lead}</p>
      </div>
      <Steps />
    </Guarded>
  );
}

/** Choose a file, see what would become of every row, then import the same file; the address leads back to it. */
function Steps() {
  const me = useMe();
  const [kind, setKind] = useState<Kind>("need");
  const [file, setFile] = useState<File | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const { job: id, tried = false } = route.useSearch();
  const navigate = route.useNavigate();
  const left = useQuery({ ...jobQuery(id ?? 0), enabled: id !== undefined });
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const whose = useContext(WhoTypes);
  const organisationId = me?.organisation_id ?? chosen;
  useEffect(() => {
    if (file || !whose || !id || !tried) return;
    let gone = false;
    void keptFile(whose, id).then((kept) => {
      if (!kept || gone) return;
      setKind(kept.kind);
      setChosen(kept.organisationId);
      setFile(kept.file);
    });
    return () => {
      gone = true;
    };
  }, [file, whose, id, tried]);
  const start = async (dryRun: boolean, publish: boolean) => {
    if (!file) return;
    setBusy(true);
    setError(null);
    try {
      const job = await startImport({ kind, file, organisationId, dryRun, publish });
      if (whose) await (dryRun ? keepFile(whose, { job: job.id, kind, file, organisationId }) : forgetFile(whose));
      await navigate({ search: { job: job.id, tried: dryRun || undefined }, replace: true });
    } catch (refused) {
      setError(refused);
    } finally {
      setBusy(false);
    }
  };
  const again = () => {
    setFile(null);
    if (whose) void forgetFile(whose);
    void navigate({ search: {}, replace: true });
  };
  return (
    <>
      {left.error && <Failure error={left.error} again={again} />}
      {id !== undefined && left.isPending && <Loading />}
      {id !== undefined && left.data && (
        <Running
          key={id}
          job={left.data}
          dryRun={tried}
          busy={busy}
          confirm={file && ((publish) => void start(false, publish))}
          again={again}
        />
      )}
      {id === undefined && (
        <>
          {!me?.organisation_id && <ChooseOrganisation value={chosen} choose={setChosen} />}
          <Choose {...{ kind, setKind, file, setFile, busy }} check={() => void start(true, false)} />
        </>
      )}
      {error !== null && <Failure error={error} />}
    </>
  );
}

interface Choosing {
  kind: Kind;
  setKind: (kind: Kind) => void;
  file: File | null;
  setFile: (file: File | null) => void;
  busy: boolean;
  check: () => void;
}

function Choose({ kind, setKind, file, setFile, busy, check }: Choosing) {
  const { words, code } = useSpeech();
  const { imports } = words;
  return (
    <div className="panel card-panel import-choose">
      <Segments
        label={imports.kind}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: words.kinds[value] }))}
        onChange={setKind}
      />
      <p className="links">
        {(["xlsx", "csv"] as const).map((form) => (
          <a key={form} className="button" href={`/api/templates/${kind}?form=${form}&language=${code}`} download>
            {imports.templates[kind]} ({form})
          </a>
        ))}
      </p>
      <div className="field">
        <label htmlFor="import-file">{imports.file}</label>
        <input
          id="import-file"
          type="file"
          accept=".csv,.xlsx,.jsonl"
          onChange={(event) => setFile(event.target.files?.[0] ?? null)}
        />
      </div>
      <button type="button" className="primary" disabled={!file || busy} onClick={check}>
        {busy ? imports.sending : imports.check}
      </button>
    </div>
  );
}

interface RunningGiven {
  job: Job;
  dryRun: boolean;
  busy: boolean;
  /** Null where the file is not at hand any more. */
  confirm: ((publish: boolean) => void) | null;
  again: () => void;
}

function Running({ job, dryRun, busy, confirm, again }: RunningGiven) {
  const { words, count } = useSpeech();
  const client = useQueryClient();
  const may = useMay();
  const [publish, setPublish] = useState(false);
  const ended = hasEnded(job);
  useEffect(() => {
    if (ended && !dryRun) void client.invalidateQueries({ queryKey: ["own-postings"] });
  }, [client, dryRun, ended]);
  const { imports } = words;
  if (!ended) {
    const telling = dryRun ? imports.checking : imports.writing;
    return (
      <div className="panel card-panel" role="status">
        <p>{telling(job.done, job.total)}</p>
        <progress max={job.total || 1} value={job.done} />
      </div>
    );
  }
  if (job.state !== "done") return <JobFailed job={job} again={again} />;
  const result = job.result as Record<string, number>;
  const good = (result.created ?? 0) + (result.updated ?? 0);
  return (
    <div className="panel card-panel">
      <h2>{dryRun ? imports.checked : imports.written}</h2>
      <dl className="figures">
        {Object.entries(imports.columns).map(([name, label]) => (
          <div key={name} className={`count-${name}`}>
            <dt>{label}</dt>
            <dd>{count(result[name] ?? 0)}</dd>
          </div>
        ))}
      </dl>
      <NotRead headers={job.result.headers_not_read as unknown as string[]} />
      {dryRun && good > 0 && !confirm && <p>{imports.fileGone}</p>}
      {dryRun && good > 0 && confirm && may("matching.rebuild") && (
        <label className="check">
          <input type="checkbox" checked={publish} onChange={(event) => setPublish(event.target.checked)} />
          <span>{imports.publish}</span>
        </label>
      )}
      {dryRun && good === 0 && <p>{imports.nothing}</p>}
      <p className="links">
        {dryRun && good > 0 && confirm && (
          <button type="button" className="primary" disabled={busy} onClick={() => confirm(publish)}>
            {imports.confirm(good)}
          </button>
        )}
        {(result.rejected ?? 0) > 0 && (
          <a className="button" href={`/api/imports/${job.id}/rejected?form=xlsx`} download>
            {imports.rejected}
          </a>
        )}
        <button type="button" className="quiet" onClick={again}>
          {imports.other}
        </button>
      </p>
      <Rows jobId={job.id} rejected={result.rejected ?? 0} />
    </div>
  );
}

function NotRead({ headers }: { headers: string[] | undefined }) {
  const { words, list } = useSpeech();
  if (!headers?.length) return null;
  return (
    <p className="advice">
      {words.imports.notRead}: {list(headers)}
    </p>
  );
}

function JobFailed({ job, again }: { job: Job; again: () => void }) {
  const { words } = useSpeech();
  const { code = job.state, params } = job.problem as { code?: string; params?: Record<string, unknown> };
  return (
    <>
      <Failure error={new Refusal(422, code, params)} />
      <button type="button" onClick={again}>
        {words.imports.other}
      </button>
    </>
  );
}
