import { type Api, itemsOf } from "../../client/client.ts";
import { checkBulletins, checkGates } from "./bulletins.ts";
import { checkCalendarFiles } from "./calendar-files.ts";
import { checkCalendarLinks } from "./calendar-links.ts";
import type { Course, RecordedEntry } from "./course.ts";
import { checkDigests } from "./digests.ts";
import type { SignIn } from "./fields.ts";
import type { Tally } from "./finding.ts";
import { checkHeaders } from "./headers.ts";
import { checkKept } from "./kept.ts";
import { checkRoles } from "./letter-roles.ts";
import type { LetterRow } from "./letters.ts";
import { checkDailyLists, checkPresidentsList } from "./lists.ts";
import type { Entry, Readings, Send } from "./read.ts";
import { checkClosedAccess, checkPausedReviews, checkLanguages, checkSecondContacts } from "./recipients.ts";
import type { ReminderClock } from "./reminders.ts";
import type { LoggedRequest } from "./request-log.ts";
import { checkRights } from "./rights.ts";
import { checkTwoPersons } from "./two-persons.ts";

const rule = "Missed deadlines have no penalty: an overdue obligation appears in the secretariat's lists";

/** Compares the obligations on the worklist with those that are open and past their date. */
const checkWorklist = async (courses: readonly Course[], api: Api, now: string, tally: Tally): Promise<void> => {
  const query = { kind: "duty-overdue" } as const;
  const items = await itemsOf((page) => api.GET("/v1/worklist", { params: { query: { ...query, ...page } } }));
  const listed = new Set(items.map(({ review, party, duty }) => `${review ?? ""} ${duty ?? ""}:${party ?? ""}`));
  const started = courses.filter(({ stage }) => stage !== "scheduled");
  const open = started.flatMap(({ spans }) => spans.filter(({ to }) => to === undefined));
  const nameOf = ({ review, kind, party }: (typeof open)[number]): string => `${review} ${kind}:${party}`;
  const held = new Set(started.filter(({ reminders }) => (reminders?.since ?? "") > now).map(({ id }) => id));
  const overdue = new Set(open.filter(({ dueAt, review }) => dueAt < now && !held.has(review)).map(nameOf));
  for (const one of overdue) {
    tally.count("overdue obligations on the worklist");
    if (!listed.has(one)) tally.report("worklist-differs", one, "it is overdue, and not on the worklist", rule);
  }
  const known = new Set(open.map(nameOf));
  for (const one of listed)
    if (!known.has(one)) tally.report("worklist-differs", one, "it is on the worklist, and not open", rule);
};

/** All that the further checks need of a system that was read. */
export interface SystemRead {
  readonly api: Api;
  readonly send: Send;
  readonly courses: readonly Course[];
  readonly journals: ReadonlyMap<string, readonly Entry[]>;
  readonly users: ReadonlyMap<string, readonly RecordedEntry[]>;
  readonly rows: readonly LetterRow[];
  readonly readings: Readings;
  readonly timing: ReminderClock & { readonly everyMorning: boolean };
  readonly signIn: SignIn | undefined;
  readonly requestLog: readonly LoggedRequest[] | undefined;
}

/** Checks mails beyond what they were planned for: recipient, headers, roles, files, digests and daily lists. */
export const checkMailsFurther = async (
  { api, courses, users, rows, readings, timing }: SystemRead,
  tally: Tally,
): Promise<void> => {
  const byId = new Map(courses.map((course) => [course.id, course]));
  checkLanguages(rows, readings, tally);
  checkClosedAccess(rows, users, readings, tally);
  checkSecondContacts(rows, byId, readings, tally);
  checkPausedReviews(rows, byId, readings, tally);
  checkHeaders(rows, readings, tally);
  checkRoles(rows, byId, readings, tally);
  checkDailyLists(courses, rows, readings, timing, tally);
  checkDigests(courses, rows, readings, timing, tally);
  await checkCalendarFiles(rows, byId, readings, api, tally);
  await checkBulletins(api, rows, readings, timing, tally);
};

/** Checks the current content of the API: lists, gates, links, retention, and refusals by role. */
export const checkApiFurther = async (
  { api, send, courses, journals, users, rows, readings, timing, signIn, requestLog }: SystemRead,
  tally: Tally,
): Promise<void> => {
  const { now } = readings;
  await checkPresidentsList(courses, api, now, tally);
  await checkWorklist(courses, api, now, tally);
  checkGates(readings, tally);
  checkTwoPersons(journals, timing, tally);
  await checkKept(rows, users, { api, timing }, tally);
  if (requestLog !== undefined) await checkCalendarLinks(requestLog, courses, journals, { send, now }, users, tally);
  if (signIn !== undefined) await checkRights(send, signIn, courses, users, readings, tally);
};
