/** The one door to the service; types are generated from its own description. */
import createClient from "openapi-fetch";
import type { components, paths } from "./schema";

export type Schemas = components["schemas"];

export type Send = (request: Request) => Promise<Response>;
let send: Send = (request) => fetch(request);

/** Send requests another way from here on, as by one that asks to sign in again. */
export function sendBy(other: Send): void {
  send = other;
}

export const api = createClient<paths>({
  baseUrl: typeof location === "undefined" ? "http://localhost" : location.origin,
  fetch: (request) => send(request),
  querySerializer: { array: { style: "form", explode: true } },
});

/** What the service refused, as a code with parameters; words are found in the reader's language. */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly params: Record<string, unknown> = {},
  ) {
    super(code);
  }
}

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** The body of an answer. Throws Refusal, with code `offline` where there was none. */
export async function ask<T>(asked: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await asked;
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Refusal(0, "offline");
  }
  if (answer.response.ok) return answer.data as T;
  const told = (answer.error ?? {}) as { code?: string; params?: Record<string, unknown> };
  throw new Refusal(answer.response.status, told.code ?? String(answer.response.status), told.params);
}

interface Page<T> {
  items: T[];
  total: number;
}

/** All items of a list that comes in pages of two hundred. */
export async function askAll<T>(page: (offset: number) => Promise<Answer<Page<T>>>): Promise<T[]> {
  const items: T[] = [];
  for (;;) {
    const found = await ask(page(items.length));
    items.push(...found.items);
    if (!found.items.length || items.length >= found.total) return items;
  }
}
