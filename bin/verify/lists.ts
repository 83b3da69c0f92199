import { type Api, answerOf } from "../../client/client.ts";
import { addDays, addMinutes, dayOf, daysIn, morningOf } from "./calendar.ts";
import type { Course, Span } from "./course.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import { mailedRows } from "./recipients.ts";
import type { Readings } from "./read.ts";
import type { ReminderClock } from "./reminders.ts";
import { isNomination, launch, underWayMinutes } from "./rules.ts";
import { flat, spellingsOf, unescaped } from "./texts.ts";

const listRule =
  "Obligations and reminders: an open obligation is on the secretariat's list from 8 days after its date [D]";
const presidentRule =
  "Obligations and reminders: a missing nomination is on the President's list from 22 days after [S17, D]";

/** Days after the due date from which an obligation is on a list. */
const listedAfter = { secretariat: 8, president: 22 } as const;

/** Maximum number of rows in a letter, which counts the rest. */
const mostRows = 200;

/** From when on an obligation is on a list for certain: no earlier than its party was notified of it. */
const listedFrom = (course: Course, { dueAt, datedAt = "", origin }: Span, days: number): string => {
  const moments = [morningOf(addDays(dayOf(dueAt), days)), course.reminders?.since ?? ""];
  return [...moments, ...(origin === "delayed" ? [] : [datedAt])].toSorted().at(-1) ?? "";
};

const isOpenAt = ({ from, to }: Span, at: string): boolean => from <= at && (to === undefined || to > at);

/** Returns the required content of a list at an instant: obligations that were open before it and after it. */
const listedAt = (courses: readonly Course[], days: number, at: string): readonly Span[] =>
  courses.flatMap((course) =>
    course.spans.filter(
      (span) =>
        isOpenAt(span, addMinutes(at, -underWayMinutes)) &&
        isOpenAt(span, addMinutes(at, underWayMinutes)) &&
        listedFrom(course, span, days) <= at,
    ),
  );

/**
 * Returns the key of one row of the list: nominations of a party for a group share one, any other obligation has its
 * own.
 */
const rowOf = ({ party, kind, group, review, dueAt }: Span): string =>
  [party, kind, isNomination(kind) ? group : review, dueAt].join(" ");

/** The cells of each row of the table in the HTML part, as one text, without the rows of its frame. */
const rowsIn = ({ html }: Mail): readonly string[] =>
  [...html.matchAll(/<tr\b[^>]*>([\s\S]*?)<\/tr>/gu)]
    .map(([, row = ""]) => flat(unescaped(row.replaceAll(/<[^>]*>/gu, " "))))
    .filter((row) => daysIn(row).length > 0 && !row.includes("RM/list/"));

const checkList = (
  row: LetterRow,
  mail: Mail,
  courses: readonly Course[],
  names: ReadonlyMap<string, readonly string[]>,
  tally: Tally,
): void => {
  const about = `letter ${row.id} (daily-list) of ${dayOf(row.plannedFor)}`;
  const listed = rowsIn(mail);
  if (listed.length >= mostRows) return;
  tally.count("daily lists recomputed");
  const isOf = (text: string, { party, dueAt }: Span): boolean =>
    daysIn(text).includes(dayOf(dueAt)) && (names.get(party) ?? []).some((name) => text.includes(name));
  const wanted = [
    ...new Map(listedAt(courses, listedAfter.secretariat, mail.at).map((span) => [rowOf(span), span])).values(),
  ];
  for (const those of Map.groupBy(wanted, ({ party, dueAt }) => `${party} ${dayOf(dueAt)}`).values()) {
    const [first] = those;
    const found = first === undefined ? 0 : listed.filter((text) => isOf(text, first)).length;
    if (first !== undefined && found < those.length)
      tally.report(
        "daily-list-differs",
        about,
        `it has ${found} rows of ${first.party} due on ${dayOf(first.dueAt)}, and not ${those.map(({ review, obligation }) => `${review} ${obligation}`).join(", ")}`,
        listRule,
      );
  }
  const open = courses.flatMap(({ spans }) =>
    spans.filter(
      (span) =>
        span.dueAt < mail.at &&
        span.from <= mail.at &&
        (span.to === undefined || addMinutes(span.to, underWayMinutes) > mail.at),
    ),
  );
  for (const text of listed)
    if (!open.some((span) => isOf(text, span)))
      tally.report(
        "daily-list-differs",
        about,
        `no obligation is open and overdue as its row says: “${text.trim()}”`,
        listRule,
      );
};

/**
 * Reads each daily list against what was overdue when it left. Where the system saw every morning, a day on which
 * something was overdue and no list was planned is a finding, too.
 */
export const checkDailyLists = (
  courses: readonly Course[],
  rows: readonly LetterRow[],
  readings: Readings,
  timing: ReminderClock & { readonly everyMorning: boolean },
  tally: Tally,
): void => {
  const names = new Map(readings.parties.map(({ id, name }) => [id, spellingsOf(name)]));
  const lists = rows.filter(({ kind }) => kind === "daily-list");
  for (const { row, mail } of mailedRows(lists, readings.mails)) checkList(row, mail, courses, names, tally);
  if (!timing.everyMorning || timing.disturbed) return;
  const planned = new Set(lists.map(({ plannedFor }) => plannedFor));
  for (
    let day: string = launch;
    addMinutes(morningOf(day), timing.toleranceMinutes) < timing.now;
    day = addDays(day, 1)
  ) {
    const morning = morningOf(day);
    if (
      !isJudged(morning, timing) ||
      planned.has(morning) ||
      timing.outages.some(({ from, to }) => from <= morning && morning < to)
    )
      continue;
    const [missing] = listedAt(courses, listedAfter.secretariat, morning);
    if (missing !== undefined)
      tally.report(
        "daily-list-differs",
        `the daily list of ${day}`,
        `none was planned, and ${missing.review} ${missing.obligation} was overdue since ${missing.dueAt}`,
        listRule,
      );
  }
};

/** Compares the President's list with the nominations that are missing now. */
export const checkPresidentsList = async (
  courses: readonly Course[],
  api: Api,
  now: string,
  tally: Tally,
): Promise<void> => {
  const { body } = await answerOf(api.GET("/v1/presidents-list"));
  const listed = new Set(
    body.groups.flatMap(({ parties }) =>
      parties.flatMap(({ party, missing }) =>
        missing.flatMap(({ kind, reviews }) => reviews.map((review) => `${review} ${kind}:${party}`)),
      ),
    ),
  );
  const wanted = listedAt(courses, listedAfter.president, now).filter(({ kind }) => isNomination(kind));
  for (const { review, obligation, dueAt } of wanted) {
    tally.count("rows of the President's list recomputed");
    if (!listed.has(`${review} ${obligation}`))
      tally.report(
        "presidents-list-differs",
        `${review} ${obligation}`,
        `it is not listed, and was due at ${dueAt}`,
        presidentRule,
      );
  }
  const early = courses.flatMap((course) =>
    course.spans.filter(
      (span) =>
        isOpenAt(span, now) &&
        morningOf(addDays(dayOf(span.dueAt), listedAfter.president)) > now &&
        listed.has(`${span.review} ${span.obligation}`),
    ),
  );
  for (const { review, obligation, dueAt } of early)
    tally.report(
      "presidents-list-differs",
      `${review} ${obligation}`,
      `it is listed too early, it is due at ${dueAt}`,
      presidentRule,
    );
};
