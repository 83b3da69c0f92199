import type { Api } from "../../client/client.ts";
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
import { checkWorklist } from "./worklist.ts";

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
