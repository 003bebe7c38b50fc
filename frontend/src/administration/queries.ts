import { infiniteQueryOptions, queryOptions } from "@tanstack/react-query";
import { api, ask, type Schemas } from "../kit/api";
import type { operations } from "../kit/schema";

export const people = (q: string, offset: number) =>
  queryOptions({
    queryKey: ["people", q, offset],
    queryFn: () => ask(api.GET("/api/people", { params: { query: { q, offset, limit: 50 } } })),
  });

export const everybodysTokens = (q: string, offset: number) =>
  queryOptions({
    queryKey: ["everybodys-tokens", q, offset],
    queryFn: () => ask(api.GET("/api/tokens", { params: { query: { q, offset, limit: 50 } } })),
  });

export const providers = queryOptions({
  queryKey: ["identity-providers"],
  queryFn: () => ask(api.GET("/api/identity-providers")),
});

export const settings = queryOptions({
  queryKey: ["settings"],
  queryFn: () => ask(api.GET("/api/settings")),
});

export type AuditEntry = Schemas["AuditEntryPublic"];
export type AuditFilter = NonNullable<operations["accounts.list_audit"]["parameters"]["query"]>;

export const audit = (filter: AuditFilter) =>
  infiniteQueryOptions({
    queryKey: ["audit", filter],
    queryFn: ({ pageParam }) => ask(api.GET("/api/audit", { params: { query: { ...filter, before: pageParam } } })),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (last) => last.next ?? undefined,
  });
