import { addDays, addPeriod, dayOf, daysIn } from "./calendar.ts";
import type { Course, RecordedEntry } from "./course.ts";
import type { KnownFact } from "./facts.ts";
import type { Tally } from "./finding.ts";
import type { LetterRow } from "./letters.ts";
import type { Mail } from "./mailbox.ts";
import type { Readings } from "./read.ts";
import { consultationTarget, resumedGroup } from "./rules.ts";

const dayRule = "guarantees.md 19: each date in a letter's text is what the API answers for it at the time of sending";
const startRule =
  "A letter says the facts it is about: the start of the group is not the day on which an obligation was opened";
const nameRule = "guarantees.md 19: each name in a letter's text is what the API answers for it";

/** Letters whose text is a user's own words, or that can cover any fact. */
const freeText: ReadonlySet<string> = new Set(["bulletin"]);
const lists: ReadonlySet<string> = new Set(["daily-list", "digest"]);

const changes: ReadonlySet<string> = new Set(["access-changed", "mission-readdressed", "person-corrected"]);

/** A text on one line, without the marks that keep directions apart. */
export const flat = (text: string): string => text.replaceAll(/[\u2066-\u2069]/gu, "").replaceAll(/\s+/gu, " ");

/** The language that a letter says it is written in. */
export const languageOf = ({ html }: Mail): string => /<html lang="([a-z]{2})"/u.exec(html)?.[1] ?? "en";

/** Returns the number of a letter, which a mission quotes: the beginning of its id. */
const numberOf = ({ id }: LetterRow): string => (id.slice(0, 12).toUpperCase().match(/.{4}/gu) ?? []).join("-");

/** Words before a reason that a letter quotes. */
const introduction = /(?:In the words of [^:]+|The reason given by the secretariat): /u;

/** Returns the reasons that facts of reviews quote, longest first. */
const quotesIn = (about: readonly Course[]): readonly string[] =>
  about
    .flatMap(({ facts }) => facts.flatMap(({ fact }) => [fact["explanation"], fact["reason"]]))
    .filter((quote) => typeof quote === "string")
    .map(flat)
    .toSorted((one, other) => other.length - one.length);

/** Returns a text without the quoted reasons: their days and reviews are users' own words. */
const withoutQuotes = (text: string, about: readonly Course[]): string => {
  const quotes = quotesIn(about);
  const [start = "", ...quoting] = text.split(introduction);
  return [
    start,
    ...quoting.map((part) => part.slice(quotes.find((quote) => part.startsWith(quote))?.length ?? 0)),
  ].join("");
};

/** The day by which a consultation that begins should come to its outcome. */
const targetOf = (fact: KnownFact): readonly string[] =>
  fact.kind === "stage-changed" && fact.to === "consultation"
    ? [addPeriod(dayOf(fact.happenedAt), consultationTarget)]
    : [];

/** Days that facts of a review confirm by an instant, and days ahead that they set. */
const daysOf = (course: Course, by: string): readonly string[] => [
  ...course.spans
    .filter(({ from }) => from <= by)
    .flatMap(({ openedOn, dueAt, originalDueAt, to }) => [
      openedOn,
      dayOf(dueAt),
      dayOf(originalDueAt),
      ...(to === undefined || to > by ? [] : [dayOf(to)]),
    ]),
  ...course.facts
    .filter(({ recordedAt }) => recordedAt <= by)
    .flatMap(({ fact, recordedAt }) => [
      dayOf(recordedAt),
      ...targetOf(fact),
      ...(fact.kind === "review-drawn" && fact.entry !== undefined ? [fact.entry.decidedOn] : []),
      ...Object.values(fact).flatMap((value) =>
        typeof value !== "string"
          ? []
          : /^\d{4}-\d{2}-\d{2}$/u.test(value)
            ? [value]
            : /^\d{4}-\d{2}-\d{2}T/u.test(value)
              ? [dayOf(value)]
              : [],
      ),
    ]),
];

/** The day of a review's start as it was recorded by an instant: a later fact may have undone or corrected it. */
const startKnownBy = ({ facts }: Course, by: string): string | undefined => {
  let startedOn: string | undefined;
  for (const { fact, recordedAt } of facts) {
    if (recordedAt > by) continue;
    if (fact.kind === "review-started") startedOn = fact.startedOn;
    if (fact.kind === "review-start-undone") startedOn = undefined;
    if (fact.kind === "date-corrected" && fact.what === "start") startedOn = fact.to;
  }
  return startedOn;
};

/** The days that a reminder may write: its own, the start, and the dates of the obligations that it speaks of. */
const daysOfReminder = (row: LetterRow, courses: ReadonlyMap<string, Course>, by: string): readonly string[] =>
  row.explanation.obligations.flatMap(({ review, obligation, generation }) => {
    const course = courses.get(review);
    const span = course?.spans.find((one) => one.obligation === obligation && one.generation === generation);
    const settled = course?.spans.filter((one) => one.obligation === obligation && one.from <= by) ?? [];
    return [
      course === undefined ? "" : (startKnownBy(course, by) ?? ""),
      ...(span === undefined ? [] : [span.openedOn, dayOf(span.dueAt), dayOf(span.originalDueAt)]),
      ...settled.flatMap(({ openedOn, originalDueAt }) => [openedOn, dayOf(originalDueAt)]),
    ];
  });

const isReminder = ({ kind }: LetterRow): boolean => kind === "nomination-reminder" || kind === "duty-reminder";

const partyOf = (to: string, courses: ReadonlyMap<string, Course>): string | undefined => {
  if (to.startsWith("mission:")) return to.slice("mission:".length);
  for (const course of courses.values())
    for (const { user, party } of course.mandates.values()) if (`user:${user}` === to) return party;
  return undefined;
};

/** Returns the permitted spellings of a party: its name, with the article, and reordered if the name is inverted. */
export const spellingsOf = (name: string): readonly string[] => {
  const [, first, rest] = /^(.+) \((.+ of(?: the)?)\)$/u.exec(name) ?? [];
  const turned = first === undefined ? [] : [`the ${rest} ${first}`, `The ${rest} ${first}`, `${rest} ${first}`];
  return [name, `the ${name}`, `The ${name}`, ...turned];
};

export const unescaped = (html: string): string =>
  html
    .replaceAll("&amp;", "&")
    .replaceAll("&#39;", "'")
    .replaceAll("&quot;", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">");

/** Returns the texts that the HTML part sets apart: names of parties and persons, days, references. */
const isolatedIn = (html: string): readonly string[] =>
  [...html.matchAll(/<bdi[^>]*>([^<]*)<\/bdi>/gu)].map(([, text = ""]) => unescaped(text));

interface TextReading {
  /** The journals of phases. */
  readonly journals: ReadonlyMap<string, readonly RecordedEntry[]>;
  /** Copies by the digest that lists them. */
  readonly heldFor: ReadonlyMap<string, readonly LetterRow[]>;
  readonly courses: ReadonlyMap<string, Course>;
  readonly readings: Readings;
  readonly names: ReadonlyMap<string, string>;
  /** The name of each person that the API shows; persons without a current service are not shown. */
  readonly persons: ReadonlyMap<string, string>;
}

/** The reviews that a letter may be about: those it says, else all in which its recipient's party ever had a seat. */
const reviewsOf = (row: LetterRow, { courses }: TextReading): readonly Course[] => {
  if (row.reviews.length > 0) return row.reviews.flatMap((id) => courses.get(id) ?? []);
  const party = row.party ?? partyOf(row.to, courses);
  if (party === undefined) return [...courses.values()];
  return [...courses.values()].filter(({ seats }) => seats.some((seat) => seat.party === party));
};

/** The days that letters about a phase may write, by its journal: of its opening, and of the decision, corrected or not. */
const daysInJournals = ({ journals }: TextReading): readonly string[] =>
  [...journals.values()].flat().flatMap(({ fact, recordedAt }) => {
    if (fact.kind !== "phase-opened" && fact.kind !== "phase-corrected") return [];
    const days = fact.kind === "phase-corrected" ? [fact.from, fact.to] : [dayOf(fact.happenedAt)];
    return [...days, dayOf(recordedAt), ...(fact.decision === undefined ? [] : [fact.decision.decidedOn])];
  });

/** Returns these days in the API's replies, and the planned days of the groups. */
const daysOfPhases = ({ phases }: Readings): readonly string[] =>
  phases.flatMap(({ openedOn, decision, groups }) => [
    ...(openedOn === undefined ? [] : [openedOn]),
    ...(decision === undefined ? [] : [decision.decidedOn]),
    ...groups.map(({ plannedFor }) => plannedFor),
  ]);

/** The secretariat's list holds an obligation from eight days after its date. */
const daysOnList = (about: readonly Course[]): readonly string[] =>
  about.flatMap(({ spans }) => spans.map(({ dueAt }) => addDays(dayOf(dueAt), 8)));

const checkDays = (row: LetterRow, mail: Mail, about: readonly Course[], reading: TextReading, tally: Tally): void => {
  const confirmed = new Set([
    dayOf(mail.at),
    // A list is named by the day for which it was planned, and a letter about a change states its day, even if it left
    // later.
    ...(lists.has(row.kind) || changes.has(row.kind) ? [dayOf(row.plannedFor)] : []),
    // A digest that is sent late names its period, which ends on the day for which it was planned.
    ...(row.kind === "digest" ? [addDays(dayOf(row.plannedFor), -7)] : []),
    // A digest says of each copy when it was held.
    ...(reading.heldFor.get(row.id) ?? []).map(({ changedAt }) => dayOf(changedAt)),
    ...(row.kind === "daily-list" ? daysOnList(about) : []),
    ...(row.kind === "phase-opened" || row.kind === "phase-corrected"
      ? [...daysOfPhases(reading.readings), ...daysInJournals(reading)]
      : []),
    ...(isReminder(row) ? daysOfReminder(row, reading.courses, mail.at) : about.flatMap((one) => daysOf(one, mail.at))),
    ...(isReminder(row)
      ? []
      : [...reading.courses.values()]
          .filter(({ group }) => about.some((one) => one.group === group))
          .slice(0, 1)
          .map(({ startedOn }) => startedOn ?? "")),
  ]);
  const name = `letter ${row.id} (${row.kind}) to ${row.to}`;
  const text = flat(mail.text);
  const language = languageOf(mail);
  for (const [part, days] of [
    ["text", daysIn(withoutQuotes(text, about), language)],
    ["HTML", daysIn(withoutQuotes(unescaped(flat(mail.html.replaceAll(/<[^>]*>/gu, ""))), about), language)],
    ["subject", daysIn(flat(mail.subject), language)],
  ] as const)
    for (const day of new Set(days)) {
      tally.count("days in texts");
      if (!confirmed.has(day))
        tally.report(
          "text-day-unconfirmed",
          name,
          `its ${part} says ${day}, which nothing that it is about confirms`,
          dayRule,
        );
    }
  const starts = new Set(about.map((course) => startKnownBy(course, mail.at)));
  for (const [sentence] of text.matchAll(/started on \d{1,2} \w+ \d{4}/gu))
    for (const day of daysIn(sentence))
      if (!starts.has(day))
        tally.report(
          "text-day-unconfirmed",
          name,
          `it says “${sentence}”; the start was on ${[...starts].join(", ")}`,
          startRule,
        );
};

const checkNames = (row: LetterRow, mail: Mail, about: readonly Course[], reading: TextReading, tally: Tally): void => {
  const person = reading.persons.get(row.to);
  const people = new Set(reading.persons.values());
  const parties = new Set(about.flatMap(({ seats }) => seats.map(({ party }) => party)));
  const own = row.party ?? partyOf(row.to, reading.courses);
  if (own !== undefined) parties.add(own);
  const name = `letter ${row.id} (${row.kind}) to ${row.to}`;
  const quotes = new Set([...quotesIn(about), numberOf(row)]);
  // A digest quotes the subjects of the letters that it lists.
  const html = lists.has(row.kind) ? mail.html.replaceAll(/“<bdi>[^<]*<\/bdi>”/gu, "") : mail.html;
  // In other languages a name takes the form that its sentence needs.
  if (languageOf(mail) !== "en") return;
  for (const text of new Set(isolatedIn(html))) {
    if (quotes.has(flat(text)) || daysIn(text).length > 0 || /[/@]|^[cmu]\d?-/u.test(text)) continue;
    tally.count("names in texts");
    const party = reading.names.get(text);
    if (party === undefined && row.to.startsWith("user:") && (person === undefined || person === text)) continue;
    // The mission that registered a person reads who accepted a mandate of which other party.
    if (row.kind === "mandate-offer" && (party !== undefined || people.has(text))) continue;
    if (party === undefined)
      tally.report("text-name-unconfirmed", name, `it names “${text}”, which the API does not show`, nameRule);
    else if (party !== undefined && !parties.has(party) && !lists.has(row.kind))
      tally.report("text-name-unconfirmed", name, `it names ${party}, which has no part in what it is about`, nameRule);
  }
};

/** The plain part names the same parties: each that the HTML part names is there in the same words. */
const checkPlainPart = (row: LetterRow, mail: Mail, reading: TextReading, tally: Tally): void => {
  const letters = (text: string): string => flat(text).replaceAll(" ", "");
  const plain = letters(mail.text);
  const isOther = languageOf(mail) !== "en";
  for (const text of new Set(isolatedIn(mail.html)))
    if ((isOther || reading.names.has(text)) && !plain.includes(letters(text)))
      tally.report(
        "text-name-unconfirmed",
        `letter ${row.id} (${row.kind}) to ${row.to}`,
        `its HTML part names “${text}”, its plain part does not`,
        nameRule,
      );
};

const checkReviews = (row: LetterRow, mail: Mail, about: readonly Course[], tally: Tally): void => {
  const known = new Map(about.map((course) => [course.id, course]));
  const name = `letter ${row.id} (${row.kind}) to ${row.to}`;
  for (const [id] of new Set(
    withoutQuotes(flat(mail.text), about).matchAll(/\b(?:[a-z]{2,12}[1-9]\d?-)?c[1-4]-[A-Z]{2}\b/gu),
  )) {
    tally.count("reviews in texts");
    if (!known.has(id) && !lists.has(row.kind))
      tally.report(
        "text-review-unconfirmed",
        name,
        `it names ${id}, which it is not about`,
        "guarantees.md 19: each number in a letter's text is what the API answers for it",
      );
    const listedFrom = known.get(id)?.reminders?.since;
    if (row.kind === "daily-list" && listedFrom !== undefined && mail.at < listedFrom)
      tally.report("held-review-listed", name, `it names ${id}, which no letter covers yet`, resumedGroup);
  }
};

/** Reads every mail whose letter is known, and holds its days, names and reviews against the journal and the API. */
export const checkTexts = (
  rows: readonly LetterRow[],
  courses: ReadonlyMap<string, Course>,
  readings: Readings,
  phases: ReadonlyMap<string, readonly RecordedEntry[]>,
  tally: Tally,
): void => {
  const names = new Map(
    readings.parties.flatMap(({ id, name }) => spellingsOf(name).map((text) => [text, id] as const)),
  );
  const persons = new Map(
    [...readings.mandates.values()].flat().map(({ person }) => [`user:${person.id}`, person.name] as const),
  );
  const heldFor = Map.groupBy(rows, ({ explanation }) => explanation.digest ?? "");
  const reading = { journals: phases, heldFor, courses, readings, names, persons };
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const mail of readings.mails) {
    const row = byId.get(mail.letter ?? "");
    if (row === undefined || freeText.has(row.kind)) continue;
    tally.count("texts read");
    const about = reviewsOf(row, reading);
    checkDays(row, mail, about, reading, tally);
    checkNames(row, mail, about, reading, tally);
    checkPlainPart(row, mail, reading, tally);
    checkReviews(row, mail, about, tally);
  }
};
