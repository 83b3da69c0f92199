import type { Api } from "../../client/client.ts";
import { addMinutes, dayOf } from "./calendar.ts";
import { beforeStep } from "./clock-steps.ts";
import type { Course, Span } from "./course.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import { mailedRows } from "./recipients.ts";
import { each, type Readings, readText } from "./read.ts";

const rule =
  "life-of-a-letter.md: a letter brings the dates of the obligations that it names, as a calendar file, and no other";

/** An entry of a calendar: the obligation in its review, its day, and whether it is over. */
export interface CalendarEntry {
  readonly review: string;
  readonly obligation: string;
  readonly day: string;
  readonly isOver: boolean;
}

/** Lines of a calendar are broken at 75 bytes and continued with a blank (RFC 5545, 3.1). */
const unfolded = (text: string): string => text.replaceAll(/\r?\n[ \t]/gu, "");

const valueIn = (lines: string, name: string): string =>
  new RegExp(String.raw`^${name}[^:\r\n]*:(.*)$`, "mu").exec(lines)?.[1]?.trim() ?? "";

/** Reads the entries of a calendar file. An id that names no obligation gives an entry of an unknown one. */
export const entriesIn = (calendar: string): readonly CalendarEntry[] =>
  [...unfolded(calendar).matchAll(/BEGIN:VEVENT([\s\S]*?)END:VEVENT/gu)].map(([, lines = ""]) => {
    const [, review = "", kind = "", party = ""] = /^(.+?)\.(.+)\.([A-Z]{2})@/u.exec(valueIn(lines, "UID")) ?? [];
    const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})/u.exec(valueIn(lines, "DTSTART")) ?? [];
    return {
      review,
      obligation: `${kind}:${party}`,
      day: `${year}-${month}-${day}`,
      isOver: valueIn(lines, "STATUS") === "CANCELLED",
    };
  });

export const nameOfEntry = ({ review, obligation }: Pick<CalendarEntry, "review" | "obligation">): string =>
  `${review} ${obligation}`;

const remindsKinds: ReadonlySet<string> = new Set(["nomination-reminder", "duty-reminder"]);

/** The dates that an obligation had when a letter left: several where one was set in that very moment, the latest last. */
const spansBy = (courses: ReadonlyMap<string, Course>, entry: CalendarEntry, at: string): readonly Span[] => {
  const known = (courses.get(entry.review)?.spans ?? []).filter(
    ({ obligation, from }) => obligation === entry.obligation && from <= at,
  );
  return known.filter(({ to }, place) => place === known.length - 1 || (to ?? "9999") > beforeStep(at));
};

const wrongInFile = (
  { kind, explanation }: LetterRow,
  at: string,
  entries: readonly CalendarEntry[],
  courses: ReadonlyMap<string, Course>,
): readonly string[] => {
  const wrong: string[] = [];
  const found = new Set(entries.map(nameOfEntry));
  if (remindsKinds.has(kind)) {
    const named = explanation.obligations.map(nameOfEntry);
    wrong.push(...named.filter((one) => !found.has(one)).map((one) => `it lacks ${one}, which the letter names`));
    wrong.push(
      ...[...found]
        .filter((one) => !named.includes(one))
        .map((one) => `it holds ${one}, which the letter does not name`),
    );
  }
  for (const entry of entries) {
    const spans = spansBy(courses, entry, at);
    const span = spans.find(({ dueAt }) => dayOf(dueAt) === entry.day) ?? spans.at(-1);
    if (span === undefined) wrong.push(`it holds ${nameOfEntry(entry)}, which the journal does not have`);
    else if (entry.day !== dayOf(span.dueAt))
      wrong.push(`it has ${nameOfEntry(entry)} on ${entry.day}, which is due on ${dayOf(span.dueAt)}`);
    else if (!entry.isOver && span.to !== undefined && addMinutes(span.to, 1) < at)
      wrong.push(`it holds ${nameOfEntry(entry)} as open, which is over since ${span.to}`);
    else if (remindsKinds.has(kind) && entry.isOver)
      wrong.push(`it holds ${nameOfEntry(entry)} as over, and reminds of it`);
  }
  return wrong;
};

/** Number of letters read of each kind besides those that name several obligations: each is a request. */
const readOfEachKind = 12;

const sampleOf = (mailed: readonly { readonly row: LetterRow; readonly mail: Mail }[]) => {
  const several = mailed.filter(({ row }) => row.explanation.obligations.length > 1).slice(-readOfEachKind);
  const others = [...Map.groupBy(mailed, ({ row }) => row.kind).values()].flatMap((those) => {
    const stride = Math.max(1, Math.floor(those.length / readOfEachKind));
    return those.filter((_, place) => place % stride === 0).slice(0, readOfEachKind);
  });
  // Of one obligation there are reminders while others of its party and kind are over: these show a file that takes too many.
  const renewed = mailed.filter(({ row }) => row.explanation.obligations.some(({ generation }) => generation > 1));
  return new Set([...several, ...others, ...renewed.slice(-readOfEachKind)]);
};

/** Every reminder brings a calendar file; of each kind some are read, and hold what the letter names, on its days. */
export const checkCalendarFiles = async (
  rows: readonly LetterRow[],
  courses: ReadonlyMap<string, Course>,
  readings: Readings,
  api: Api,
  tally: Tally,
): Promise<void> => {
  const mailed = mailedRows(rows, readings.mails).filter(
    ({ row, mail }) => row.isSent && mail.attachments !== undefined,
  );
  for (const { row, mail } of mailed)
    if (remindsKinds.has(row.kind) && mail.attachments?.length === 0)
      tally.report("calendar-file-differs", `letter ${row.id} (${row.kind}) to ${row.to}`, "it brings no file", rule);
  const withFile = mailed.filter(({ mail }) => (mail.attachments ?? []).length > 0);
  await each([...sampleOf(withFile)], async ({ row, mail }) => {
    const body = await readText(api, row.id);
    if (body.calendar === undefined) return;
    tally.count("calendar files read");
    for (const wrong of wrongInFile(row, mail.at, entriesIn(body.calendar), courses))
      tally.report("calendar-file-differs", `letter ${row.id} (${row.kind}) to ${row.to}`, wrong, rule);
  });
};
