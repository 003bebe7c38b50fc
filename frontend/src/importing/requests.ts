import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Kind } from "../catalogue/search";
import { api, ask, type Schemas } from "../kit/api";

export type Job = Schemas["JobPublic"];
export type Answer = Schemas["ImportAnswer"];
export const PAGE = 50;
const LOOK_AGAIN_MS = 700;
const ENDED = new Set(["done", "failed", "cancelled"]);
export const hasEnded = (job: Job): boolean => ENDED.has(job.state);

/** A job, looked at again until it has ended. */
export const job = (id: number) =>
  queryOptions({
    queryKey: ["job", id],
    queryFn: () => ask(api.GET("/api/jobs/{job_id}", { params: { path: { job_id: id } } })),
    refetchInterval: (query) => (query.state.data && hasEnded(query.state.data) ? false : LOOK_AGAIN_MS),
  });

export const rows = (id: number, status: Answer["status"] | undefined, offset: number) =>
  queryOptions({
    queryKey: ["import-rows", id, status, offset],
    queryFn: () =>
      ask(
        api.GET("/api/imports/{job_id}/rows", {
          params: { path: { job_id: id }, query: { status, offset, limit: PAGE } },
        }),
      ),
    placeholderData: keepPreviousData,
  });

export interface Sent {
  kind: Kind;
  file: File;
  organisationId: number | null;
  dryRun: boolean;
  publish: boolean;
}

export function startImport({ kind, file, organisationId, dryRun, publish }: Sent): Promise<Job> {
  const form = new FormData();
  form.set("kind", kind);
  form.set("file", file);
  form.set("dry_run", String(dryRun));
  form.set("publish", String(publish));
  if (organisationId) form.set("organisation_id", String(organisationId));
  return ask(api.POST("/api/imports", { body: form as never, bodySerializer: (body: unknown) => body as FormData }));
}
