import { infiniteQueryOptions, queryOptions, useQueryClient } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";

export type CaseRow = Schemas["CaseRow"];
export type Case = Schemas["CasePublic"];
export type Task = Schemas["CaseTaskPublic"];
export type TaskSent = Schemas["CaseTaskSent"];
export type Stage = CaseRow["stage"];
export type Side = NonNullable<CaseRow["waits_for"]>;
export type Reason = NonNullable<CaseRow["reason"]>;
export type Going = Schemas["Going"];
export type Value = NonNullable<CaseRow["value"]>;

export const STAGES: Stage[] = ["talking", "nda", "site_visit", "trial", "memorandum", "contract", "in_use", "closed"];
export const MOST_ON_BOARD = 200;
const PAGE = 30;

/** Which cases are looked at; kept in the address. */
export interface Wanted {
  event?: number;
  stage?: Stage;
  organisation?: number;
  search?: string;
  overdue?: boolean;
}

export const asQuery = ({ event, stage, organisation, search, overdue }: Wanted) => ({
  event_id: event,
  organisation_id: organisation,
  stage,
  search,
  overdue,
});

export const caseList = (wanted: Wanted) =>
  infiniteQueryOptions({
    queryKey: ["cases", "list", wanted],
    queryFn: ({ pageParam }) =>
      ask(api.GET("/api/cases", { params: { query: { ...asQuery(wanted), limit: PAGE, offset: pageParam } } })),
    initialPageParam: 0,
    getNextPageParam: (last) => (last.offset + last.items.length < last.total ? last.offset + last.items.length : undefined),
  });

export const caseBoard = (wanted: Wanted) =>
  queryOptions({
    queryKey: ["cases", "board", wanted],
    queryFn: () => ask(api.GET("/api/cases", { params: { query: { ...asQuery(wanted), limit: MOST_ON_BOARD } } })),
  });

export const oneCase = (id: number) =>
  queryOptions({
    queryKey: ["case", id],
    queryFn: () => ask(api.GET("/api/cases/{case_id}", { params: { path: { case_id: id } } })),
    retry: false,
  });

/** Takes what the service answers to a change as the case that is shown, and lists are asked for again. */
export function useTaken(): (asked: Promise<Case>) => Promise<void> {
  const client = useQueryClient();
  return async (asked) => {
    try {
      const found = await asked;
      client.setQueryData(oneCase(found.id).queryKey, found);
    } finally {
      void client.invalidateQueries({ queryKey: ["cases"] });
    }
  };
}

const at = (id: number) => ({ params: { path: { case_id: id } } });

export const moveCase = (id: number, body: Schemas["CaseStageSent"]) =>
  ask(api.PUT("/api/cases/{case_id}/stage", { ...at(id), body }));

export const openForBoth = (id: number, version: number) =>
  ask(api.POST("/api/cases/{case_id}/open", { ...at(id), body: { version } }));

export const deleteCase = (id: number) => ask(api.DELETE("/api/cases/{case_id}", at(id)));

export const saveTask = (id: number, body: TaskSent, known?: Task) =>
  known
    ? ask(
        api.PUT("/api/cases/{case_id}/tasks/{task_id}", {
          params: { path: { case_id: id, task_id: known.id } },
          body: { ...body, version: known.version },
        }),
      )
    : ask(api.POST("/api/cases/{case_id}/tasks", { ...at(id), body }));

export const deleteTask = (id: number, task: Task) =>
  ask(
    api.DELETE("/api/cases/{case_id}/tasks/{task_id}", {
      params: { path: { case_id: id, task_id: task.id }, query: { version: task.version } },
    }),
  );

export const addNote = (id: number, text: string) => ask(api.POST("/api/cases/{case_id}/notes", { ...at(id), body: { text } }));

export const deleteNote = (id: number, note_id: number) =>
  ask(api.DELETE("/api/cases/{case_id}/notes/{note_id}", { params: { path: { case_id: id, note_id } } }));

export const setValue = (id: number, body: Schemas["CaseValueSent"]) =>
  ask(api.PUT("/api/cases/{case_id}/value", { ...at(id), body }));

export const confirmValue = (id: number, version: number) =>
  ask(api.POST("/api/cases/{case_id}/value/confirm", { ...at(id), body: { version } }));

export const evidenceValue = (id: number, evidence: string, version: number) =>
  ask(api.POST("/api/cases/{case_id}/value/evidence", { ...at(id), body: { evidence, version } }));

export const sayGoing = (id: number, says: Going) => ask(api.PUT("/api/cases/{case_id}/going", { ...at(id), body: { says } }));

export function addFile(id: number, file: File): Promise<Case> {
  const form = new FormData();
  form.set("file", file);
  return ask(
    api.POST("/api/cases/{case_id}/files", {
      ...at(id),
      body: form as never,
      bodySerializer: (body: unknown) => body as FormData,
    }),
  );
}

export const deleteFile = (id: number, file_id: number) =>
  ask(api.DELETE("/api/cases/{case_id}/files/{file_id}", { params: { path: { case_id: id, file_id } } }));
