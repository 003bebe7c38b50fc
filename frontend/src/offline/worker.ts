/**
 * Runs beside the page and lets it open without a network.
 *
 * The page's files are kept by names that change with their content. Of what the service says, only what is needed on
 * the day is kept, as it was said last, and only while the same person is signed in.
 */
interface Extendable extends Event {
  waitUntil(work: Promise<unknown>): void;
}
interface Asking extends Extendable {
  readonly request: Request;
  respondWith(answer: Promise<Response>): void;
}
interface Worker {
  addEventListener(kind: "install" | "activate", listener: (event: Extendable) => void): void;
  addEventListener(kind: "fetch", listener: (event: Asking) => void): void;
  readonly clients: { claim(): Promise<void> };
}

// Written in by the build.
declare const PAGE_FILES: string[];
declare const PAGE_VERSION: string;

const worker = self as unknown as Worker;
const FILES = `files-${PAGE_VERSION}`;
const ANSWERS = "answers";
const SHELL = "/";
const PATIENCE_MS = 8_000;
const ME = "/api/me";
const ON_THE_DAY =
  /^\/api\/(me|organisations|events\/\d+(\/(slots|rooms|tables|day|registrations|day\/people\/\d+\/code|agenda\/(people|offers|meetings\/[\w-]+\/feedback)))?)$/;
const CHANGES_WHO = /^\/api\/(sign-in(\/second-step)?|sign-out|me\/organisation|demonstration\/sign-in)$/;
// Raised whenever what is kept is forgotten: what was asked before is not kept after it.
let forgotten = 0;

worker.addEventListener("install", (event) => {
  event.waitUntil(caches.open(FILES).then((cache) => cache.addAll([SHELL, ...PAGE_FILES])));
});

worker.addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(names.filter((name) => name.startsWith("files-") && name !== FILES).map((name) => caches.delete(name)));
    await worker.clients.claim();
  };
  event.waitUntil(clean());
});

worker.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (origin !== location.origin) return;
  if (request.method !== "GET") {
    if (CHANGES_WHO.test(pathname)) event.respondWith(somebodyElse(request));
  } else if (request.mode === "navigate") {
    if (!pathname.startsWith("/api/")) event.respondWith(page(request));
  } else if (ON_THE_DAY.test(pathname)) {
    event.respondWith(answer(request, pathname === ME));
  } else if (PAGE_FILES.includes(pathname)) {
    event.respondWith(file(request));
  }
});

async function file(request: Request): Promise<Response> {
  return (await caches.match(request, { cacheName: FILES, ignoreVary: true })) ?? fetch(request);
}

/** From the service where it answers; every address of the page is the same file. */
async function page(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch {
    return (await caches.match(SHELL, { cacheName: FILES, ignoreVary: true })) ?? Response.error();
  }
}

async function forget(): Promise<void> {
  forgotten += 1;
  await caches.delete(ANSWERS);
}

async function somebodyElse(request: Request): Promise<Response> {
  await forget();
  try {
    return await fetch(request);
  } finally {
    await forget();
  }
}

/** What the service says now, or else what it said last. */
async function answer(request: Request, aboutMe: boolean): Promise<Response> {
  const kept = await caches.match(request, { cacheName: ANSWERS, ignoreVary: true });
  const asked = fetched(request, aboutMe);
  if (!kept) return asked;
  // A network that neither works nor fails must not hold up whoever stands at the desk.
  const patience = new Promise<Response>((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([asked.catch(() => kept), patience]);
}

async function fetched(request: Request, aboutMe: boolean): Promise<Response> {
  const before = forgotten;
  const found = await fetch(request);
  if (aboutMe && found.ok && (await isSomebodyElse(request, found.clone()))) await forget();
  else if (before !== forgotten) return found;
  if (found.ok) await (await caches.open(ANSWERS)).put(request, found.clone());
  else if (found.status === 401 || found.status === 403) await (await caches.open(ANSWERS)).delete(request, { ignoreVary: true });
  return found;
}

/** Whether another person, or for another organisation, is signed in than when it was said last. */
async function isSomebodyElse(request: Request, now: Response): Promise<boolean> {
  const before = await caches.match(request, { cacheName: ANSWERS, ignoreVary: true });
  if (!before) return false;
  const [one, other] = await Promise.all([whoIn(before), whoIn(now)]);
  return one !== other;
}

async function whoIn(said: Response): Promise<string> {
  const me = (await said.json()) as { account: { id: number } | null; organisation_id: number | null };
  return `${me.account?.id}:${me.organisation_id}`;
}
