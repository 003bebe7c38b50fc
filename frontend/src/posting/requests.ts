/** What the form asks of the service. */
import { keepPreviousData, queryOptions } from "@tanstack/react-query";
import type { Posting } from "../catalogue/queries";
import type { Kind } from "../catalogue/search";
import { api, ask, askAll, Refusal, type Schemas } from "../kit/api";
import { BODY, type Content } from "./content";

export type State = Posting["state"];
export type Finding = Schemas["FindingPublic"];

export const everyPosting = (organisation_id: number) =>
  queryOptions({
    queryKey: ["own-postings", organisation_id, "all"],
    queryFn: () =>
      askAll((offset) => api.GET("/api/postings", { params: { query: { organisation_id, limit: 200, offset } } })),
  });

export const history = (id: number) =>
  queryOptions({
    queryKey: ["history", id],
    queryFn: () => ask(api.GET("/api/postings/{posting_id}/history", { params: { path: { posting_id: id } } })),
  });

async function create(kind: Kind, content: Content, organisation_id: number, key: string): Promise<Posting> {
  const body = { ...content, organisation_id, key };
  if (kind === "need") return ask(api.POST("/api/needs", { body: body as Schemas["NeedCreate"] }));
  return ask(api.POST("/api/technologies", { body: body as Schemas["TechnologyCreate"] }));
}

/** A new posting; one that was made already, though its answer was lost, is found by its reference. */
export async function createOnce(
  kind: Kind,
  content: Content,
  organisation: number,
  key: string,
): Promise<{ posting: Posting; anew: boolean }> {
  try {
    return { posting: await create(kind, content, organisation, key), anew: true };
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== "key_taken") throw error;
    const query = { organisation_id: organisation, kind, limit: 200 } as const;
    const own = await askAll((offset) => api.GET("/api/postings", { params: { query: { ...query, offset } } }));
    const posting = own.find((one) => one.key === key);
    if (!posting) throw error;
    return { posting, anew: false };
  }
}

export const change = (id: number, version: number, changes: Partial<Content>): Promise<Posting> =>
  ask(
    api.PATCH("/api/postings/{posting_id}", {
      params: { path: { posting_id: id } },
      body: { version, changes: changes as Record<string, never> },
    }),
  );

export const load = (id: number): Promise<Posting> =>
  ask(api.GET("/api/postings/{posting_id}", { params: { path: { posting_id: id } } }));

export const moveTo = (posting: Posting, state: State, reasons: string[] = []): Promise<Posting> =>
  ask(
    api.POST("/api/postings/{posting_id}/state", {
      params: { path: { posting_id: posting.id } },
      body: { state, reasons, version: posting.version },
    }),
  );

export const remove = (id: number): Promise<unknown> =>
  ask(api.DELETE("/api/postings/{posting_id}", { params: { path: { posting_id: id } } }));

export const findings = (kind: Kind, content: Content, id: number | null) =>
  queryOptions({
    queryKey: ["findings", kind, id, content],
    queryFn: ({ signal }) => {
      const params = { query: { posting_id: id } };
      return kind === "need"
        ? ask(api.POST("/api/quality/needs", { params, signal, body: content as Schemas["NeedBase"] }))
        : ask(api.POST("/api/quality/technologies", { params, signal, body: content as Schemas["TechnologyBase"] }));
    },
    enabled: Boolean(content.title.trim()),
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });

const LEAST_LETTERS = 30;

export const suggestions = (kind: Kind, content: Content) => {
  const text = [content.title, ...BODY[kind].map((name) => content[name] ?? "")].join("\n").trim();
  return queryOptions({
    queryKey: ["sector-suggestions", text, content.language],
    queryFn: ({ signal }) => ask(api.POST("/api/sectors/suggest", { signal, body: { text, language: content.language } })),
    enabled: text.length >= LEAST_LETTERS,
    placeholderData: keepPreviousData,
    retry: false,
    gcTime: 10_000,
  });
};

/** The fields that a refusal speaks of, with its codes; empty where it speaks of none. */
export function problemsOf(error: unknown): Record<string, string> {
  if (!(error instanceof Refusal)) return {};
  const { field, fields } = error.params as { field?: string; fields?: { field: string; code: string }[] };
  if (field) return { [field]: error.code };
  // A whole body that is refused names its range.
  return Object.fromEntries((fields ?? []).map((one) => [one.field.replace(/^body\.?/, "") || "amounts", one.code]));
}
