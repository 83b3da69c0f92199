import type { Action } from "../../schemas/base/actions.ts";
import { Measure } from "../../schemas/model/statistics.ts";
import { secretariat } from "../harness/test-api.ts";
import type { Aim, ActionCalls, Operation, Valued } from "./operation.ts";
import * as who from "./people.ts";

const newcomer = (email: string) => ({
  role: "president",
  person: { name: "Another President", email, language: "en" },
});

const newcomerAs = (role: string) => ({
  ...newcomer(`another.${role}@example.org`),
  role,
  ...(role === "permanent-mission" ? { party: who.outsider } : {}),
});

/** The measures about missing nominations. */
const ofNominations: ReadonlySet<string> = new Set([
  "parties-without-focal-point",
  "seats-without-focal-point",
  "seats-without-expert",
  "reviews-missing-focal-point",
]);
const isMeasure = (value: string): boolean => Measure.options.some((measure) => measure === value);

const noImport = `i-${"0".repeat(40)}`;

/** Not found: a caller who may read imports gets this for one that was never ordered. */
const shownByAbsence: Operation["outcomeOf"] = ({ status, problem = "" }) =>
  status < 300 || problem === "not-found" ? "allowed" : problem || String(status);

const noUser = `u-${"0".repeat(26)}`;

const idleUser = ({ place }: Aim) => ({ userId: place.user });

/** Returns an aggregate of each kind with a journal; no text, contact or phase exists here. */
const ofJournal = ({ place: { user, bulletin } }: Aim, kind: string): Valued => {
  const ids: Readonly<Record<string, string>> = {
    party: who.outsider,
    group: "c1-g1",
    review: who.review,
    user,
    bulletin,
    text: "president-reminder",
    "contact-log": who.outsider,
    phase: "c4",
    import: noImport,
    "register-entry": `e-${"0".repeat(26)}`,
    "status-paper": `p-${"0".repeat(26)}`,
  };
  const isMissing = ["text", "contact-log", "phase", "import", "register-entry", "status-paper"].includes(kind);
  return { params: { id: ids[kind] }, ...(isMissing ? { refused: "not-found" } : {}) };
};

/** Operations of the secretariat outside the reviews. */
export const ofTheSecretariat = {
  "import.order": {
    on: [
      {
        id: "orderImport",
        body: () => ({ source: "Files of the secretariat", dryRun: true, sheets: {} }),
        harmless: "as it is",
      },
    ],
  },
  "imports.read": {
    on: [
      { id: "listImports", query: "?limit=1" },
      { id: "getImport", params: () => ({ importId: noImport }), outcomeOf: shownByAbsence },
    ],
  },
  "suppressed-addresses.read": { on: [{ id: "listSuppressedAddresses", query: "?limit=1" }] },
  "suppressed-address.unsuppress": {
    on: [
      {
        id: "unsuppressAddress",
        params: ({ place }) => ({ letterId: place.suppressed ?? place.letters[who.under] }),
        // Over HTTP no address is suppressed, and the letter is one that arrived.
        harmless: { body: () => undefined, outcome: "not-found" },
      },
    ],
  },
  "letter.settle": {
    on: [
      {
        id: "settleLetter",
        params: ({ place }) => ({ letterId: place.letters[who.under] }),
        body: () => ({ outcome: "went-out" }),
        harmless: "as it is",
        // A letter of known outcome cannot be settled; that refusal shows the right.
        outcomeOf: ({ status, problem }) =>
          status < 300 || problem === "nothing-to-settle" ? "allowed" : (problem ?? String(status)),
      },
    ],
  },
  "contact.record": {
    on: [
      {
        id: "recordContacts",
        body: () => ({ contacts: [{ party: who.under, way: "call", outcome: "informed" }] }),
        harmless: {
          body: () => ({
            contacts: [{ party: who.under, way: "call", outcome: "informed", contactedOn: "2099-01-01" }],
          }),
          outcome: "items-refused",
        },
      },
    ],
  },
  "contacts.read": {
    on: [
      { id: "listContacts", query: "?limit=1" },
      { id: "listContacts", query: `?limit=1&party=${who.under}` },
      { id: "listContacts", query: `?limit=1&review=${who.review}` },
    ],
  },
  "officer.assign": { on: [{ id: "assignOfficer", body: () => ({ officer: null }) }] },
  "nomination.check": {
    on: [
      {
        id: "checkNominations",
        body: ({ place }) => ({ checks: [{ party: who.under, mandate: place.experts[who.under] }] }),
        // Ticked before the review starts.
        harmless: "as it is",
      },
    ],
  },
  "invitations.resend": {
    on: [
      {
        id: "resendInvitations",
        body: () => ({ to: "all" }),
        harmless: { body: () => ({ users: [noUser] }), outcome: "no-open-invitation" },
      },
    ],
  },
  "worklist.read": {
    on: [
      { id: "getWorklist", query: "?limit=1" },
      { id: "listObservationMembers", query: "?limit=1" },
    ],
  },
  "journal.read": {
    on: [
      { id: "listJournalFeed", query: "?limit=1&month=2020-12" },
      { id: "listJournalHeads", query: "?limit=1" },
      { id: "getJournal", query: "?limit=1", valued: (aim, kind) => ofJournal(aim, kind) },
      { id: "verifyJournal", valued: (aim, kind) => ofJournal(aim, kind) },
    ],
  },
  "missing-nominations.read": {
    on: [
      { id: "listMissingNominations", query: "?limit=1" },
      { id: "getPresidentsList" },
      { id: "getPresidentsList", query: "?format=html" },
    ],
  },
  "presidents-reminder.send": {
    on: [
      {
        id: "sendPresidentsReminder",
        body: () => ({}),
        // On the first days the list is empty, and later all its users got it a moment before.
        outcomeOf: ({ status, problem }) =>
          status < 300 || problem === "empty-audience" || problem === "reminder-too-soon"
            ? "allowed"
            : (problem ?? String(status)),
        harmless: { body: () => ({ version: 999 }), outcome: "unusable-text" },
      },
    ],
  },
  "figures.read": { on: [{ id: "getCurrentFigures" }, { id: "getGroupTimeline" }] },
  "figure-members.read": {
    on: [{ id: "listFigureMembers", params: () => ({ figure: "reviews" }), query: "?limit=1" }],
  },
  "statistics.read": {
    on: [
      { id: "getStatistics" },
      { id: "getPaperFigure", params: () => ({ figure: "status" }) },
      { id: "getPaperFigure", query: "?format=svg", params: () => ({ figure: "status" }) },
      { id: "getStalledReviews" },
      { id: "getStalledReviews", query: "?format=svg" },
      { id: "getGateProjection" },
      { id: "getGateProjection", query: "?format=svg" },
      { id: "getRegisterStatistics" },
      { id: "getObservationStatistics" },
    ],
  },
  "statistic-members.read": {
    on: [
      {
        id: "listMeasureMembers",
        params: () => ({ measure: "seats-without-focal-point" }),
        query: "?limit=1",
        // The President acts for no party, and reads of missing nominations alone.
        valued: (aim, value) =>
          aim.who === "president" && isMeasure(value) && !ofNominations.has(value) ? { refused: "not-yours" } : {},
      },
    ],
  },
  "user.register": {
    on: [
      {
        id: "registerUser",
        body: () => newcomer("another.president@example.org"),
        valued: (_, role) => ({ body: newcomerAs(role) }),
        harmless: { body: () => newcomer(secretariat), outcome: "address-in-use" },
      },
    ],
  },
  "users.read": {
    on: [
      { id: "listUsers", query: "?limit=1" },
      { id: "getUser", params: idleUser },
    ],
  },
  "user.correct": {
    on: [
      {
        id: "correctUser",
        params: idleUser,
        version: ({ place }) => place.userVersion,
        body: () => ({ person: { title: "Ambassador" } }),
      },
    ],
  },
  "user.close": { on: [{ id: "closeUser", params: idleUser, body: () => ({ reason: "other" }) }] },
  "user.erase": {
    on: [
      {
        id: "eraseUser",
        params: idleUser,
        body: () => ({ reason: "asked-by-person", source: "letter" }),
        // A user with open access is not erased; that refusal shows the right.
        harmless: "as it is",
        outcomeOf: ({ status, problem }) =>
          status < 300 || problem === "erasure-blocked" ? "allowed" : (problem ?? String(status)),
      },
      {
        id: "withdrawErasure",
        params: idleUser,
        harmless: "as it is",
        outcomeOf: ({ status, problem }) =>
          status < 300 || problem === "erasure-not-ordered" ? "allowed" : (problem ?? String(status)),
      },
    ],
  },
  "user.approve-erasure": {
    on: [
      {
        id: "approveErasure",
        params: idleUser,
        // Nothing is ordered: the refusal shows the right.
        harmless: "as it is",
        outcomeOf: ({ status, problem }) =>
          status < 300 || problem === "erasure-not-ordered" ? "allowed" : (problem ?? String(status)),
      },
    ],
  },
  "user.suspend": { on: [{ id: "suspendUser", params: idleUser }] },
  "user.reopen": { on: [{ id: "reopenUser", params: idleUser }] },
  "user.confirm": { on: [{ id: "confirmUser", params: idleUser }] },
} as const satisfies Partial<Record<Action, ActionCalls>>;
