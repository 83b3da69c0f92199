import { addPeriod, dayOf, daysIn } from "./calendar.ts";
import { beforeStep } from "./clock-steps.ts";
import { type Course, type Span } from "./course.ts";
import { servingAt } from "./mandate-times.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import { mailedRows } from "./recipients.ts";
import type { Readings } from "./read.ts";
import { consultationTarget } from "./rules.ts";
import { flat, languageOf, spellingsOf } from "./texts.ts";

const rule = "guarantees.md 19: a letter names who acted and states each date as what it is";

/** Required content of a letter: the acting party, the days that it states, and the one of these in its subject. */
interface Roles {
  readonly actor?: string | undefined;
  readonly days: readonly string[];
}

interface ReadLetter {
  readonly row: LetterRow;
  readonly mail: Mail;
  readonly course: Course;
  /** The party for which the recipient is written to. */
  readonly party: string;
}

/** The obligation as it was open when the letter left: several where its date was moved in that very moment. */
const spansAt = ({ course, mail }: ReadLetter, fits: (span: Span) => boolean): readonly Span[] =>
  course.spans.filter(
    (span) => fits(span) && span.from <= mail.at && (span.to === undefined || span.to > beforeStep(mail.at)),
  );

/** The last part of a reference: RM/c1-DE/delay-notified/feedback:CA. */
const subjectOfReference = ({ explanation }: LetterRow): string =>
  explanation.letter.reference?.split("/").at(-1)?.replace(/\]$/u, "") ?? "";

const ofDelay = (letter: ReadLetter): readonly Roles[] => {
  const obligation = subjectOfReference(letter.row);
  return spansAt(letter, (one) => one.obligation === obligation && one.origin === "delayed").map((span) => ({
    actor: span.party,
    days: [dayOf(span.dueAt), dayOf(span.originalDueAt)],
  }));
};

const ofQuestion = (letter: ReadLetter): readonly Roles[] => {
  const number = Number(/\d+$/u.exec(subjectOfReference(letter.row))?.[0] ?? Number.NaN);
  const question = letter.course.facts.find(
    ({ fact }) => fact.kind === "clarification-asked" && fact.number === number,
  )?.fact;
  return question?.kind === "clarification-asked" ? [{ actor: question.party, days: [] }] : [];
};

const ofOwn =
  (kind: Span["kind"]) =>
  (letter: ReadLetter): readonly Roles[] =>
    spansAt(letter, (span) => span.kind === kind && span.party === letter.party).map(({ dueAt }) => ({
      days: [dayOf(dueAt)],
    }));

const ofConsultation = ({ course, mail }: ReadLetter): readonly Roles[] => {
  const opened = course.facts.findLast(
    ({ fact, recordedAt }) => fact.kind === "stage-changed" && fact.to === "consultation" && recordedAt <= mail.at,
  )?.fact;
  return opened?.kind === "stage-changed" ? [{ days: [addPeriod(dayOf(opened.happenedAt), consultationTarget)] }] : [];
};

/** Required content of letters of each kind, from their facts. */
const rolesOf: Readonly<Record<string, (letter: ReadLetter) => readonly Roles[]>> = {
  "delay-notified": ofDelay,
  "clarification-asked": ofQuestion,
  "consultation-opened": ofConsultation,
  "answers-received": ofOwn("feedback"),
  "list-to-agree": ofOwn("agreement"),
  "feedback-complete": ofOwn("agreement"),
};

const partyOf = (row: LetterRow, course: Course, at: string): string | undefined => {
  const [, mission] = /^mission:([A-Z]{2})/u.exec(row.to) ?? [];
  if (mission !== undefined) return mission;
  const seats = [...new Set(course.seats.map(({ party }) => party))];
  return seats.find((party) =>
    ["focal-point", "expert"].some((role) =>
      servingAt(course, party, role, at).some(({ user }) => `user:${user}` === row.to),
    ),
  );
};

/** Returns what a letter does not say of the roles that its fact gives. */
const unsaid = (
  { actor, days }: Roles,
  mail: Mail,
  names: ReadonlyMap<string, readonly string[]>,
): readonly string[] => {
  const text = flat(mail.text);
  const said = new Set(daysIn(text, languageOf(mail)));
  const isNamed = actor === undefined || (names.get(actor) ?? []).some((name) => text.includes(name));
  return [
    ...days.filter((day) => !said.has(day)).map((day) => `it does not say ${day}, which its fact set`),
    // In other languages a name takes the form that its sentence needs.
    ...(languageOf(mail) === "en" && !isNamed ? [`it does not name ${actor}, which acted`] : []),
  ];
};

/** Reads of each letter whether it names the party that acted, and the days that its fact set. */
export const checkRoles = (
  rows: readonly LetterRow[],
  courses: ReadonlyMap<string, Course>,
  readings: Readings,
  tally: Tally,
): void => {
  const names = new Map(readings.parties.map(({ id, name }) => [id, spellingsOf(name)]));
  for (const { row, mail } of mailedRows(rows, readings.mails)) {
    const course = courses.get(row.reviews[0] ?? "");
    const party = course && partyOf(row, course, mail.at);
    const roles = course && party !== undefined ? rolesOf[row.kind]?.({ row, mail, course, party }) : undefined;
    if (roles === undefined || roles.length === 0) continue;
    tally.count("roles in letters");
    const missing = roles.map((one) => unsaid(one, mail, names));
    if (missing.every(({ length }) => length > 0))
      for (const wrong of missing.at(-1) ?? [])
        tally.report("letter-role-wrong", `letter ${row.id} (${row.kind}) to ${row.to}`, wrong, rule);
  }
};
