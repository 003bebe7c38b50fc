/** The addresses of the page. All but the catalogue are loaded when they are first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Catalogue } from "./catalogue/Catalogue";
import { readSearch } from "./catalogue/search";
import { Layout, NotFound } from "./kit/Layout";

const root = createRootRoute({ component: Layout, notFoundComponent: NotFound });
const getParentRoute = () => root;
const optionalId = (value: unknown) => (/^\d+$/.test(String(value)) ? Number(value) : undefined);

const catalogue = createRoute({ getParentRoute, path: "/", component: Catalogue, validateSearch: readSearch });
const posting = createRoute({
  getParentRoute,
  path: "/postings/$id",
  component: lazyRouteComponent(() => import("./catalogue/PostingPage"), "PostingPage"),
});
const matches = createRoute({
  getParentRoute,
  path: "/matches",
  component: lazyRouteComponent(() => import("./interest/Matches"), "Matches"),
  validateSearch: (given: Record<string, unknown>): { event?: number; posting?: number } => ({
    event: optionalId(given.event),
    posting: optionalId(given.posting),
  }),
});
const events = createRoute({
  getParentRoute,
  path: "/events",
  component: lazyRouteComponent(() => import("./events/Events"), "Events"),
});
const event = createRoute({
  getParentRoute,
  path: "/events/$id",
  component: lazyRouteComponent(() => import("./events/EventPage"), "EventPage"),
});
const board = createRoute({
  getParentRoute,
  path: "/events/$id/board",
  component: lazyRouteComponent(() => import("./agenda/BoardPage"), "BoardPage"),
});
const landscape = createRoute({
  getParentRoute,
  path: "/landscape",
  component: lazyRouteComponent(() => import("./landscape/LandscapePage"), "LandscapePage"),
});
const text = (value: unknown) => (typeof value === "string" && value ? value.slice(0, 300) : undefined);
const newEvent = createRoute({
  getParentRoute,
  path: "/events/new",
  component: lazyRouteComponent(() => import("./events/setup/NewEvent"), "NewEvent"),
  validateSearch: (given: Record<string, unknown>): { vi?: string; en?: string; sector?: string } => ({
    vi: text(given.vi),
    en: text(given.en),
    sector: text(given.sector),
  }),
});
const setup = createRoute({
  getParentRoute,
  path: "/events/$id/setup",
  component: lazyRouteComponent(() => import("./events/setup/SetupPage"), "SetupPage"),
  validateSearch: (given: Record<string, unknown>): { step?: string } => ({ step: text(given.step) }),
});
const ofTheDay = [landscape, newEvent, setup];

export const router = createRouter({
  routeTree: root.addChildren([catalogue, posting, matches, events, event, board, ...ofTheDay]),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
