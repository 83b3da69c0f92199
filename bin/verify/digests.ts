import { dayOf, morningOf } from "./calendar.ts";
import type { Course } from "./course.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import type { LetterRow } from "./letters.ts";
import { mailedRows } from "./recipients.ts";
import type { Readings } from "./read.ts";
import type { ReminderClock } from "./reminders.ts";
import { flat } from "./texts.ts";

const rule =
  "Notifications [D]: M gets a copy of what F gets, in its weekly digest on Monday at 09:00 while nothing is overdue";
const monday = 1;

/** The obligations of a party that were open and past their date at an instant. */
const overdueAt = (courses: readonly Course[], party: string, at: string) =>
  courses.flatMap(({ spans }) =>
    spans.filter(
      (span) => span.party === party && span.dueAt < at && span.from <= at && (span.to === undefined || span.to > at),
    ),
  );

const withoutReference = (subject: string): string => flat(subject).replace(/ \[[^\]]*\]$/u, "");

/**
 * Checks that digests leave on their day and list each copy held for them, and that no copy is held while an
 * obligation is overdue.
 */
export const checkDigests = (
  courses: readonly Course[],
  rows: readonly LetterRow[],
  readings: Readings,
  timing: ReminderClock,
  tally: Tally,
): void => {
  const judged = rows.filter(({ plannedAt }) => isJudged(plannedAt, timing));
  const digests = new Map(judged.filter(({ kind }) => kind === "digest").map((row) => [row.id, row]));
  for (const { id, to, plannedFor } of digests.values()) {
    tally.count("digests");
    const isMorning = plannedFor === morningOf(dayOf(plannedFor));
    if (!isMorning || new Date(`${dayOf(plannedFor)}T12:00:00Z`).getUTCDay() !== monday)
      tally.report("digest-differs", `letter ${id} (digest) to ${to}`, `it is planned for ${plannedFor}`, rule);
  }
  const mails = new Map(mailedRows(rows, readings.mails).map(({ row, mail }) => [row.id, mail]));
  for (const { id, kind, to, subject, decidedAt = "", explanation } of judged) {
    const { digest, letter } = explanation;
    if (digest === undefined || letter.state !== "skipped") continue;
    tally.count("copies held for digests");
    const about = `letter ${id} (${kind}) to ${to}`;
    const [overdue] = overdueAt(courses, to.replace(/^mission:/u, ""), decidedAt);
    if (overdue !== undefined)
      tally.report(
        "digest-differs",
        about,
        `it was held at ${decidedAt}, and ${overdue.review} ${overdue.obligation} was overdue since ${overdue.dueAt}`,
        rule,
      );
    const mail = mails.get(digest);
    const isSameLanguage = digests.get(digest)?.explanation.letter.language === letter.language;
    if (
      mail !== undefined &&
      isSameLanguage &&
      subject !== undefined &&
      !flat(mail.text).includes(withoutReference(subject))
    )
      tally.report("digest-differs", about, `the digest ${digest} does not name it by its subject`, rule);
  }
};
