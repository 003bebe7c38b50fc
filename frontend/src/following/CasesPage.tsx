import { useInfiniteQuery, useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { Guarded } from "../accounts/Guarded";
import { useMay } from "../accounts/me";
import { useSpeech } from "../kit/language";
import { Failure, Loading, Segments, Title } from "../kit/parts";
import { CaseFilters } from "./CaseFilters";
import { CaseLine } from "./CaseLine";
import { asQuery, caseBoard, caseList, MOST_ON_BOARD, type Wanted } from "./queries";
import { StageBoard } from "./StageBoard";
import "./following.css";

const route = getRouteApi("/cases");
const VIEWS = ["list", "board"] as const;

/** All cases that the reader may see: as a list, overdue ones on top, or for organisers as a board of stages. */
export function CasesPage() {
  const { words } = useSpeech();
  const organises = useMay()("outcomes.open_case");
  const { view, ...wanted } = route.useSearch();
  const navigate = route.useNavigate();
  const choose = (changed: Wanted) => void navigate({ search: (before) => ({ ...before, ...changed }), replace: true });
  return (
    <Guarded action="outcomes.list_cases">
      <div className="page-head">
        <Title>{words.following.title}</Title>
        <p className="lead">{words.following.lead}</p>
      </div>
      <CaseFilters wanted={wanted} choose={choose} organises={organises} />
      <div className="case-tools">
        {organises && (
          <Segments
            label={words.following.view}
            value={view ?? "list"}
            choices={VIEWS.map((value) => ({ value, label: words.following.views[value] }))}
            onChange={(chosen) =>
              void navigate({ search: (before) => ({ ...before, view: chosen === "board" ? chosen : undefined }) })
            }
          />
        )}
        <Downloads wanted={wanted} />
      </div>
      {organises && view === "board" ? <Board wanted={wanted} /> : <List wanted={wanted} />}
    </Guarded>
  );
}

function List({ wanted }: { wanted: Wanted }) {
  const { words } = useSpeech();
  const found = useInfiniteQuery(caseList(wanted));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  const cases = found.data.pages.flatMap((page) => page.items);
  const total = found.data.pages[0]?.total ?? 0;
  if (!total) return <Empty wanted={wanted} />;
  return (
    <>
      <p className="small" role="status">
        {words.following.shown(cases.length, total)}
      </p>
      <ul className="rows panel card-panel case-rows">
        {cases.map((one) => (
          <CaseLine key={one.id} one={one} />
        ))}
      </ul>
      {found.hasNextPage && (
        <p className="center">
          <button type="button" disabled={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
            {words.following.more}
          </button>
        </p>
      )}
    </>
  );
}

function Board({ wanted }: { wanted: Wanted }) {
  const { words } = useSpeech();
  const found = useQuery(caseBoard(wanted));
  if (found.error) return <Failure error={found.error} again={() => void found.refetch()} />;
  if (!found.data) return <Loading />;
  if (!found.data.total) return <Empty wanted={wanted} />;
  return (
    <>
      {found.data.total > MOST_ON_BOARD && (
        <p className="notice">{words.following.tooMany(found.data.items.length, found.data.total)}</p>
      )}
      <StageBoard cases={found.data.items} />
    </>
  );
}

function Empty({ wanted }: { wanted: Wanted }) {
  const { words } = useSpeech();
  const filtered = Object.values(wanted).some((value) => value !== undefined);
  return <p className="notice">{filtered ? words.following.emptyFiltered : words.following.empty}</p>;
}

function Downloads({ wanted }: { wanted: Wanted }) {
  const { words, code } = useSpeech();
  const address = (form: string) => {
    const given = Object.entries({ ...asQuery(wanted), form, language: code === "vi" ? "vi" : "en" });
    const told = given.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]);
    return `/api/cases/export?${new URLSearchParams(told)}`;
  };
  return (
    <p className="actions">
      <span className="label">{words.following.download}</span>
      <a className="button" href={address("csv")} download>
        {words.following.asCsv}
      </a>
      <a className="button" href={address("xlsx")} download>
        {words.following.asXlsx}
      </a>
    </p>
  );
}
