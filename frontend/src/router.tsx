/** The addresses of the page. All but the catalogue are loaded when they are first opened. */
import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from "@tanstack/react-router";
import { Catalogue } from "./catalogue/Catalogue";
import { type Kind, readSearch } from "./catalogue/search";
import { readCut } from "./figures/cut";
import type { Stage, Wanted } from "./following/queries";
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
const figures = createRoute({
  getParentRoute,
  path: "/figures",
  component: lazyRouteComponent(() => import("./figures/FiguresPage"), "FiguresPage"),
  validateSearch: readCut,
});
const plans = createRoute({
  getParentRoute,
  path: "/plans",
  component: lazyRouteComponent(() => import("./plans/PlansPage"), "PlansPage"),
  validateSearch: (given: Record<string, unknown>): { plan?: number } => ({ plan: optionalId(given.plan) }),
});
const ofOutcomes = [figures, plans];
const dayDesk = createRoute({
  getParentRoute,
  path: "/events/$id/day",
  component: lazyRouteComponent(() => import("./day/DeskPage"), "DeskPage"),
});
const hall = createRoute({
  getParentRoute,
  path: "/display/$id/hall",
  component: lazyRouteComponent(() => import("./day/display/HallPage"), "HallPage"),
});
const tableDisplay = createRoute({
  getParentRoute,
  path: "/display/$id/tables/$table",
  component: lazyRouteComponent(() => import("./day/display/TablePage"), "TablePage"),
});
const ofTheDay = [landscape, newEvent, setup, dayDesk, hall, tableDisplay];

const signIn = createRoute({
  getParentRoute,
  path: "/sign-in",
  component: lazyRouteComponent(() => import("./accounts/SignInPage"), "SignInPage"),
  validateSearch: (given: Record<string, unknown>): { return?: string; problem?: string } => ({
    return: typeof given.return === "string" ? given.return : undefined,
    problem: text(given.problem),
  }),
});
const account = createRoute({
  getParentRoute,
  path: "/account",
  component: lazyRouteComponent(() => import("./accounts/AccountPage"), "AccountPage"),
});
const firstAdministrator = createRoute({
  getParentRoute,
  path: "/first-administrator",
  component: lazyRouteComponent(() => import("./accounts/FirstAdministrator"), "FirstAdministrator"),
});

const signUp = createRoute({
  getParentRoute,
  path: "/sign-up",
  component: lazyRouteComponent(() => import("./joining/SignUpPage"), "SignUpPage"),
});
const confirmSignUp = createRoute({
  getParentRoute,
  path: "/sign-up/confirm",
  component: lazyRouteComponent(() => import("./joining/ConfirmSignUp"), "ConfirmSignUp"),
});
const resetPassword = createRoute({
  getParentRoute,
  path: "/reset-password",
  component: lazyRouteComponent(() => import("./joining/ResetPassword"), "ResetPassword"),
});
const confirmEmail = createRoute({
  getParentRoute,
  path: "/confirm-email",
  component: lazyRouteComponent(() => import("./joining/ConfirmEmail"), "ConfirmEmail"),
});
const invitation = createRoute({
  getParentRoute,
  path: "/invitation",
  component: lazyRouteComponent(() => import("./joining/InvitationPage"), "InvitationPage"),
});
const organisation = createRoute({
  getParentRoute,
  path: "/organisations/$id",
  component: lazyRouteComponent(() => import("./organisation/OrganisationPage"), "OrganisationPage"),
});
// Letters about requests to join lead here.
const organisationMembers = createRoute({
  getParentRoute,
  path: "/organisations/$id/members",
  component: lazyRouteComponent(() => import("./organisation/OrganisationPage"), "OrganisationPage"),
});
const ofJoining = [signUp, confirmSignUp, resetPassword, confirmEmail, invitation, organisation, organisationMembers];

const mine = createRoute({
  getParentRoute,
  path: "/mine",
  component: lazyRouteComponent(() => import("./posting/Mine"), "Mine"),
});
const newPosting = createRoute({
  getParentRoute,
  path: "/postings/new",
  component: lazyRouteComponent(() => import("./posting/PostingEditor"), "NewPosting"),
  validateSearch: (given: Record<string, unknown>): { kind?: Kind; made?: number } => ({
    kind: given.kind === "technology" ? "technology" : "need",
    made: optionalId(given.made),
  }),
});
const editPosting = createRoute({
  getParentRoute,
  path: "/postings/$id/edit",
  component: lazyRouteComponent(() => import("./posting/PostingEditor"), "EditPosting"),
});
const imports = createRoute({
  getParentRoute,
  path: "/import",
  component: lazyRouteComponent(() => import("./importing/ImportPage"), "ImportPage"),
  validateSearch: (given: Record<string, unknown>): { job?: number; tried?: boolean } => ({
    job: optionalId(given.job),
    tried: given.tried === true ? true : undefined,
  }),
});

const desk = createRoute({
  getParentRoute,
  path: "/desk",
  component: lazyRouteComponent(() => import("./desk/Desk"), "Desk"),
});
const review = createRoute({
  getParentRoute,
  path: "/review",
  component: lazyRouteComponent(() => import("./review/ReviewPage"), "ReviewPage"),
  validateSearch: (given: Record<string, unknown>): { posting?: number } => ({ posting: optionalId(given.posting) }),
});
const requests = createRoute({
  getParentRoute,
  path: "/requests",
  component: lazyRouteComponent(() => import("./interest/Requests"), "Requests"),
  validateSearch: (given: Record<string, unknown>): { event?: number } => ({ event: optionalId(given.event) }),
});

const compare = createRoute({
  getParentRoute,
  path: "/compare",
  component: lazyRouteComponent(() => import("./matching/ComparePage"), "ComparePage"),
  validateSearch: (given: Record<string, unknown>): { posting?: number; with?: string } => ({
    posting: optionalId(given.posting),
    with: given.with === undefined ? undefined : String(given.with),
  }),
});
const STAGES: string[] = ["talking", "nda", "site_visit", "trial", "memorandum", "contract", "in_use", "closed"];
const cases = createRoute({
  getParentRoute,
  path: "/cases",
  component: lazyRouteComponent(() => import("./following/CasesPage"), "CasesPage"),
  validateSearch: (given: Record<string, unknown>): Wanted & { view?: "board" } => ({
    event: optionalId(given.event),
    stage: STAGES.includes(String(given.stage)) ? (given.stage as Stage) : undefined,
    organisation: optionalId(given.organisation),
    search: text(given.search),
    overdue: given.overdue === true ? true : undefined,
    view: given.view === "board" ? "board" : undefined,
  }),
});
const oneCase = createRoute({
  getParentRoute,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("./following/CasePage"), "CasePage"),
});
const ofFollowing = [cases, oneCase];

const administration = createRoute({
  getParentRoute,
  path: "/administration",
  component: lazyRouteComponent(() => import("./administration/AdministrationPage"), "AdministrationPage"),
  validateSearch: (given: Record<string, unknown>): { section?: string } => ({ section: text(given.section) }),
});

const feeds = createRoute({
  getParentRoute,
  path: "/feeds",
  component: lazyRouteComponent(() => import("./feeds/FeedsPage"), "FeedsPage"),
  validateSearch: (given: Record<string, unknown>): { section?: string } => ({ section: text(given.section) }),
});

const stopNews = createRoute({
  getParentRoute,
  path: "/stop-news",
  component: lazyRouteComponent(() => import("./feeds/StopNews"), "StopNews"),
});

const others = [
  signIn,
  account,
  firstAdministrator,
  mine,
  newPosting,
  editPosting,
  imports,
  desk,
  review,
  requests,
  compare,
  administration,
  feeds,
  stopNews,
];

export const router = createRouter({
  routeTree: root.addChildren([
    ...[catalogue, posting, matches, events, event, board],
    ...ofTheDay,
    ...ofOutcomes,
    ...ofJoining,
    ...ofFollowing,
    ...others,
  ]),
  scrollRestoration: true,
});

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}
