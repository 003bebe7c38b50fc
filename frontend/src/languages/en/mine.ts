import type * as vi from "../vi/mine";

const n = (value: number) => new Intl.NumberFormat("en-GB").format(value);

export const mine: typeof vi.mine = {
  title: "My postings",
  lead: "Where each of them stands, whom it waits for, and what is missing.",
  empty: "There is no posting yet. Write the first one, or import a whole table.",
  edit: "Edit",
  remove: "Delete",
  removeSure: "Delete this draft? It cannot be brought back.",
  returnedBecause: "The organisers ask for changes:",
  waitsFor: { owner: "Waiting for you", organiser: "Waiting for the organisers' review", nobody: "Waiting for nobody" },
  states: {
    draft: "draft",
    submitted: "in review",
    published: "published",
    returned: "to be changed",
    closed: "closed",
    expired: "expired",
  },
  actions: {
    draft: "Take back to draft",
    submitted: "Send for review",
    published: "Approve and publish",
    returned: "Return for changes",
    closed: "Close",
    expired: "Expire",
  },
};

export const review: typeof vi.review = {
  title: "Review",
  lead: "What has waited longest comes first. Of what was reviewed before, you see what differs.",
  empty: "Nothing waits for review.",
  queue: "Waiting",
  since: (moment) => `sent on ${moment}`,
  added: "added",
  removed: "removed",
  firstTime: "This is reviewed for the first time.",
  changed: (count) => `Differs from the version before in ${n(count)} ${count === 1 ? "place" : "places"}`,
  unchanged: "Does not differ from the version before.",
  publish: "Approve and publish",
  sendBack: "Return with reasons",
  reasons: "What has to be changed?",
  own: "A message of your own",
  ownHint: "Say exactly what to change where; its owner reads it word for word.",
  reasonNeeded: "Choose or write at least one reason.",
  history: "What happened so far",
  by: { organiser: "organisers", service: "the service" },
  byOwner: "its owner",
  quality: "Suggestions of the check",
  usual: {
    measure_missing: "It does not say what counts as success. Add a number with a unit and a time.",
    too_general: "Too general. Describe what happens, where, and how much of it.",
    advantage_unclear: "It is not clear what is better than what people do today. Compare in figures.",
    readiness_unclear: "The readiness (TRL) is missing or has no evidence.",
    contact_in_text: "The text holds a phone number or an address. Remove it; both sides get in touch through the service.",
    advertising: "It reads like advertising. Write what can be checked.",
    wrong_sector: "The sector does not fit.",
    duplicate: "It repeats a posting that your organisation has. Change that one instead.",
  },
  byItself: {
    changed_by_owner: "Its owner changed a published posting.",
    expired: "Its last day has passed.",
    imported: "Imported from a table.",
  },
};

export const desk: typeof vi.desk = {
  title: "Desk",
  lead: "What waits for you.",
  nothing: "Nothing waits for you.",
  toReview: (count) => `${n(count)} ${count === 1 ? "posting waits" : "postings wait"} for review`,
  toFinish: (count) => `${n(count)} of your ${count === 1 ? "postings waits" : "postings wait"} for you to change or send`,
  received: (count) => `${n(count)} meeting ${count === 1 ? "request waits" : "requests wait"} for your answer`,
  nudges: (count) => `${n(count)} ${count === 1 ? "organisation has" : "organisations have"} not answered somebody who must meet them`,
  unmet: (count) => `${n(count)} ${count === 1 ? "need has" : "needs have"} no technology that fits`,
  failed: (kind) => `A job failed: ${kind}`,
  runsAgain: "runs again",
  until: (moment) => `before ${moment}`,
  open: "Open",
  nextDays: "Session days",
};

export const requests: typeof vi.requests = {
  title: "Meeting requests",
  lead: "Who wants to meet you, whom you want to meet, and until when to answer.",
  empty: "There are no requests for this session day yet.",
  directions: { received: "Received", sent: "Sent", all: "All" },
  waitsForYou: "waiting for your answer",
  urgent: "they must meet you",
  until: (moment) => `answer before ${moment}`,
  ended: (moment) => `ended ${moment}`,
  hoursLeft: (hours) => (hours < 1 ? "less than an hour left" : hours < 48 ? `${n(hours)} hours left` : `${n(Math.floor(hours / 24))} days left`),
  noEvents: "There is no session day yet.",
};

export const compare: typeof vi.compare = {
  title: "Compare candidates",
  lead: "Up to four candidates side by side, each criterion in one row.",
  add: "Compare",
  chosen: (count) => `Compare ${n(count)} ${count === 1 ? "candidate" : "candidates"}`,
  least: "Choose two candidates or more.",
  back: "Back to the list",
  best: "best",
  reason: "The sentences that fit best",
  needed: "Asked for",
};
