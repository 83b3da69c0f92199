import { verifyChains } from "../../bin/verify/chains.ts";
import { Tally } from "../../bin/verify/finding.ts";
import { type LetterRow, rowOf } from "../../bin/verify/letters.ts";
import { clientFor, type Entry, readJournal, readSystem } from "../../bin/verify/read.ts";
import { schedules, toleranceMinutes } from "../../bin/verify/rules.ts";
import { coursesOf, factsOf } from "../../bin/verify/journals.ts";
import { loadParties } from "../../bin/load/subjects.ts";
import { type Api, answerOf, makeIdempotencyKey } from "../../client/client.ts";
import type { Party } from "../../schemas/model/party.ts";
import { secondOfficer, registerTestUser, secretariat, subOf } from "../fixtures/group.ts";
import type { Sheets } from "../fixtures/take-over.ts";
import { requestsTo } from "../harness/app-requests.ts";
import { makeApp, type TestApp } from "../harness/test-app.ts";

/** A small system with its API, as the secretariat uses it. */
export interface SmallSystem {
  readonly app: TestApp;
  readonly api: Api;
  /** The API as a second officer of the secretariat uses it. */
  readonly secondOfficer: Api;
}

/** Imports a state into a system that knows its parties. */
export const takenOver = async (parties: readonly Party[], sheets: Sheets): Promise<SmallSystem> => {
  const app = makeApp({ now: "2023-06-09T10:00:00.000Z" });
  app.accounts.open = true;
  app.mail.usually = "accepts";
  await registerTestUser(app, { id: secretariat, role: "secretariat" }, "secretariat@example.org");
  await registerTestUser(app, { id: secondOfficer, role: "secretariat" }, "second-officer@example.org");
  await loadParties({ store: app.store, now: app.clock.now(), by: "load" }, parties);
  await app.settle();
  const api = clientFor(requestsTo(app), subOf(secretariat));
  const body = { source: "Files of the secretariat", sheets: structuredClone(sheets) };
  await answerOf(api.POST("/v1/imports", { body }));
  await app.settle();
  return { app, api, secondOfficer: clientFor(requestsTo(app), subOf(secondOfficer)) };
};

/** Resumes the reminders of a group that was taken over. */
export const resumeReminders = async ({ app, api }: SmallSystem, groupId: string): Promise<void> => {
  const path = { groupId };
  const { body } = await answerOf(api.POST("/v1/groups/{groupId}/reminders/resumption/previews", { params: { path } }));
  const params = { path, header: makeIdempotencyKey() };
  await answerOf(api.POST("/v1/groups/{groupId}/reminders/resumption", { params, body: { preview: body.hash } }));
  await app.settle();
};

/** The data that the checker collects of a system at rest: its journals and the rows of its ledger. */
export interface Collected {
  readonly now: string;
  readonly journals: ReadonlyMap<string, readonly Entry[]>;
  readonly rows: readonly LetterRow[];
}

/** Collects the data that the checker judges. Throws if a journal is not whole. */
export const collect = async ({ app, api }: SmallSystem): Promise<Collected> => {
  const now = app.clock.now();
  const { feed, aggregates, letters } = await readSystem(
    api,
    now,
    () => Promise.resolve([]),
    () => undefined,
  );
  const tally = new Tally();
  const journals = await verifyChains({ feed, aggregates, read: (subject) => readJournal(api, subject) }, tally);
  if (tally.findings.length > 0) throw new Error(JSON.stringify(tally.findings));
  return { now, journals, rows: letters.map(rowOf) };
};

type JournalFact = Entry["facts"][number];
type JournalEntries = readonly Entry[];

/** A defect in collected data: in the entries of a journal, or in the rows of the ledger. */
export interface Planted {
  readonly journal?: (entries: JournalEntries, subject: string) => JournalEntries;
  readonly rows?: (rows: readonly LetterRow[]) => readonly LetterRow[];
}

/** Returns the collected data with a defect in it, as the checks read it. */
export const planted = (
  { journals, rows, now }: Collected,
  { journal = (entries) => entries, rows: change = (all) => all }: Planted = {},
) => {
  const changed = new Map([...journals].map(([subject, entries]) => [subject, journal(entries, subject)] as const));
  const courses = coursesOf(changed);
  const clock = { now, toleranceMinutes, outages: [], schedules, disturbed: false };
  return {
    courses,
    users: factsOf("user", changed),
    groups: factsOf("group", changed),
    phases: factsOf("phase", changed),
    parties: factsOf("party", changed),
    rows: change(rows),
    clock,
  };
};

/** Several defects at once. */
export const together =
  (...defects: readonly NonNullable<Planted["journal"]>[]): NonNullable<Planted["journal"]> =>
  (entries, subject) =>
    defects.reduce((before, defect) => defect(before, subject), entries);

/** Replaces facts of one journal and kind with the result of a change: others, several, or none. */
export const inFacts =
  (about: string, kind: string, change: (fact: any) => readonly object[]): NonNullable<Planted["journal"]> =>
  (entries, subject) =>
    subject !== about
      ? entries
      : entries.map((entry) => ({
          ...entry,
          facts: entry.facts.flatMap((fact) => (fact.kind === kind ? (change(fact) as JournalFact[]) : [fact])),
        }));

/** Returns the findings of a check, in readable lines for a failing test. */
export const linesOf = ({ findings }: Tally): readonly string[] =>
  findings.map(({ kind, about, why }) => `${kind}: ${about}: ${why}`);
