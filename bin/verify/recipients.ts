import { addMinutes } from "./calendar.ts";
import type { Course, RecordedEntry } from "./course.ts";
import type { Tally } from "./finding.ts";
import { addressesSince, bareAddress } from "./ledger.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import type { Readings } from "./read.ts";
import { takenOver, underWayMinutes } from "./rules.ts";
import { languageOf } from "./texts.ts";

const languageRule = "Languages: a letter uses the language of its recipient";
const closedRule = "Two persons where it counts [D]: a person whose access was closed gets only the letter about it";
const secondRule = "Permanent mission: keeps a second contact, who is written to where the first address fails";
const pausedRule =
  "Take over: an import sends no mail; no letter but of acts that were recorded here leaves before the release of its group [D]";

const nameOf = ({ id, kind, to }: LetterRow): string => `letter ${id} (${kind}) to ${to}`;

/** Each mail with the row of its letter. */
export const mailedRows = (
  rows: readonly LetterRow[],
  mails: readonly Mail[],
): readonly { readonly row: LetterRow; readonly mail: Mail }[] => {
  const byId = new Map(rows.map((row) => [row.id, row]));
  return mails.flatMap((mail) => {
    const row = byId.get(mail.letter ?? "");
    return row === undefined ? [] : [{ row, mail }];
  });
};

/** The recipient whose contacts a letter uses, also where it goes to an address from before a change. */
const ownerOf = ({ to }: LetterRow): string => to.replace(/:before-\d+$/u, "");

const languagesOf = ({ missions, mandates }: Readings): ReadonlyMap<string, string> =>
  new Map([
    ...[...missions].flatMap(([party, { contacts }]) =>
      contacts === undefined ? [] : [[`mission:${party}`, contacts.language] as const],
    ),
    ...[...mandates.values()].flat().map(({ person }) => [`user:${person.id}`, person.language] as const),
  ]);

/** Compares the language of each mail with that of its recipient. A bulletin is written in the languages that it was given. */
export const checkLanguages = (rows: readonly LetterRow[], readings: Readings, tally: Tally): void => {
  const since = addressesSince(readings);
  const languages = languagesOf(readings);
  for (const { row, mail } of mailedRows(rows, readings.mails)) {
    const wanted = languages.get(ownerOf(row));
    if (row.kind === "bulletin" || wanted === undefined || mail.at < (since.get(ownerOf(row)) ?? "")) continue;
    tally.count("languages compared");
    const language = languageOf(mail);
    if (language !== wanted)
      tally.report(
        "letter-in-other-language",
        nameOf(row),
        `it is in ${language}, and its recipient reads ${wanted}`,
        languageRule,
      );
  }
};

interface ClosedSpan {
  readonly from: string;
  to?: string;
}

const closedSpans = (facts: readonly RecordedEntry[]): readonly ClosedSpan[] => {
  const spans: ClosedSpan[] = [];
  for (const { fact, recordedAt } of facts) {
    const last = spans.at(-1);
    if (fact.kind === "user-closed") spans.push({ from: recordedAt });
    if (fact.kind === "user-reopened" && last !== undefined && last.to === undefined) last.to = recordedAt;
  }
  return spans;
};

/** No letter but the one about it goes to a person while their access is closed. */
export const checkClosedAccess = (
  rows: readonly LetterRow[],
  users: ReadonlyMap<string, readonly RecordedEntry[]>,
  readings: Readings,
  tally: Tally,
): void => {
  const closed = new Map([...users].map(([user, facts]) => [`user:${user}`, closedSpans(facts)]));
  for (const { row, mail } of mailedRows(rows, readings.mails)) {
    if (row.kind === "access-changed") continue;
    const span = closed
      .get(ownerOf(row))
      ?.find(({ from, to = "9999" }) => addMinutes(from, underWayMinutes) < mail.at && mail.at < to);
    if (span !== undefined)
      tally.report(
        "letter-to-closed-access",
        nameOf(row),
        `it left at ${mail.at}; the access is closed since ${span.from}`,
        closedRule,
      );
  }
};

const remindsKinds: ReadonlySet<string> = new Set(["nomination-reminder", "duty-reminder"]);

/** Returns whether an obligation that a reminder covers was still open when the report of the bounce came. */
const isStillOpen = ({ explanation, changedAt }: LetterRow, courses: ReadonlyMap<string, Course>): boolean =>
  explanation.obligations.some(({ review, obligation, generation }) =>
    courses
      .get(review)
      ?.spans.some(
        (span) =>
          span.obligation === obligation &&
          span.generation === generation &&
          (span.to === undefined || span.to > addMinutes(changedAt, underWayMinutes)),
      ),
  );

/** A reminder that came back from the first address of a mission goes to its second contact, as a letter that names the first. */
export const checkSecondContacts = (
  rows: readonly LetterRow[],
  courses: ReadonlyMap<string, Course>,
  readings: Readings,
  tally: Tally,
): void => {
  const since = addressesSince(readings);
  const repeated = new Set(rows.flatMap(({ explanation }) => explanation.before ?? []));
  for (const { row, mail } of mailedRows(rows, readings.mails)) {
    const contacts = readings.missions.get(row.party ?? "")?.contacts;
    const second = contacts?.secondAddress;
    const isFirst =
      row.to === `mission:${row.party ?? ""}` && mail.to.every((to) => bareAddress(to) === contacts?.address);
    if (row.state !== "bounced" || mail.fate !== "bounced" || second === undefined || !isFirst) continue;
    if (!remindsKinds.has(row.kind) || row.changedAt <= (since.get(row.to) ?? "")) continue;
    tally.count("bounces of first addresses");
    if (isStillOpen(row, courses) && !repeated.has(row.id))
      tally.report(
        "second-contact-missing",
        nameOf(row),
        `it came back from ${mail.to.join(", ")}, and no letter went to ${second} instead`,
        secondRule,
      );
  }
};

const outsideReviews: ReadonlySet<string> = new Set(["bulletin", "invitation", "daily-list", "digest"]);

/** Letters caused by the system or a routine: these wait for the resumption, whatever happened in the review. */
const routineKinds: ReadonlySet<string> = new Set([
  ...remindsKinds,
  "consultation-past-target",
  "late-start",
  "start-corrected",
  "start-undone",
  "state-of-reviews",
  "phase-opened",
  "phase-corrected",
]);

/**
 * Returns whether an act was recorded in a review by then, even while its letters are paused: letters about acts do
 * not wait.
 */
const hasAct = ({ facts }: Course, by: string): boolean =>
  facts.some((entry) => !takenOver.has(entry.by) && entry.recordedAt <= by);

/** No mail is about a review of which letters are paused, except about an act that was recorded in it here (ADR 0069). */
export const checkPausedReviews = (
  rows: readonly LetterRow[],
  courses: ReadonlyMap<string, Course>,
  readings: Readings,
  tally: Tally,
): void => {
  for (const { row, mail } of mailedRows(rows, readings.mails))
    for (const id of outsideReviews.has(row.kind) ? [] : row.reviews) {
      const course = courses.get(id);
      const since = course?.reminders?.since;
      if (course === undefined || since === undefined || mail.at >= since) continue;
      if (!routineKinds.has(row.kind) && hasAct(course, mail.at)) continue;
      tally.report(
        "letter-of-held-review",
        nameOf(row),
        `it left at ${mail.at}, and letters about ${id} are held`,
        pausedRule,
      );
    }
};
