import { partyName } from "../parties/party-names.ts";
import type { PaperData } from "../../schemas/model/paper-data.ts";
import { decapitalize } from "../views/page-words.ts";
import type { CalendarDate, Instrument } from "../../schemas/base/values.ts";
import type { PaperNumber, Sentence } from "./content.ts";
import { groupTable, groupInWords, halfYearTable, peopleTable } from "./tables.ts";
import { figureBlock, heading, paragraph, plain, type Section, tableBlock, tableNumber } from "./sections.ts";
import type { PaperNumbers, Writer } from "./wording.ts";

/** Returns Section I: paragraphs 1 to 4. */
export const introduction: Section = (writer) => {
  const { words, say, day, data } = writer;
  return [
    heading(words.sections.introduction),
    plain(writer, 1, "p1"),
    plain(writer, 2, "p2"),
    paragraph(3, say("p3", { day: day(data.asAt) })),
    plain(writer, 4, "p4"),
  ];
};

/** Returns the draws since the first one: those on record, and that draws before a take-over are not known. */
const laterDraws = ({ data, say, list, day }: Writer, { total, ofPaper }: PaperNumbers): readonly Sentence[] => {
  const { reviews, redrawsAsked } = data.takenOver;
  const isWhole = reviews === 0 && redrawsAsked === 0;
  const draws = {
    meetings: total("redraw-meetings"),
    days: list(data.redrawDays.map(day)),
    seats: total("seats-redrawn"),
  };
  if (isWhole) return [say("p7.redraws", draws)];
  return [
    say("p7.recorded", draws),
    say("p7.takenOver", {
      reviews: ofPaper("taken-over", "reviews", reviews, "reviews"),
      asked: ofPaper("taken-over", "asked", redrawsAsked, "redraws-asked"),
    }),
  ];
};

const drawn = (writer: Writer, numbers: PaperNumbers) => {
  const { data, say } = writer;
  const { part } = numbers;
  if (data.groups.length === 0) return [say("p7.none")];
  return [
    ...data.groups.map(({ group }) =>
      say("p7.group", {
        parties: part("parties-in-reviews", { group }),
        reviews: part("reviews", { group }),
        group: groupInWords(writer, group).toLowerCase(),
      }),
    ),
    ...laterDraws(writer, numbers),
    say("p7.table", { table: tableNumber("groups") }),
  ];
};

const joined = ({ data, say, fill, list, day, words, labels, language }: Writer, { total }: PaperNumbers) => [
  say("p9.parties", {
    parties: total("new-parties"),
    named: list(
      data.newParties.map(({ party: id, name, sinceDay }) =>
        fill(words.terms.partyOn, { party: partyName({ id, name }, language), day: day(sinceDay) }),
      ),
    ),
  }),
  say("p9.protocols", {
    parties: total("parties-joining-protocols"),
    accessions: total("accessions-to-protocols"),
    named: list(
      data.accessions.map(({ party: id, name, instrument, sinceDay }) =>
        fill(words.terms.accession, {
          party: partyName({ id, name }, language),
          instrument: labels.instruments[instrument].short,
          day: day(sinceDay),
        }),
      ),
    ),
  }),
];

/** Returns paragraph 9: the number of parties to each instrument, now and on the day before the launch. */
const partiesToInstruments = (writer: Writer, { part, ofPaper }: PaperNumbers): readonly Sentence[] => {
  const { data, say, fill, list, day, words, labels } = writer;
  const { asAt, instruments } = data.beforeLaunch;
  const sentence = (
    name: "p9.instruments" | "p9.beforeLaunch",
    on: CalendarDate,
    numbers: readonly (readonly [Instrument, PaperNumber])[],
  ): readonly Sentence[] => {
    const counted = numbers.filter(([, { value }]) => value > 0);
    if (counted.length === 0) return [];
    const named = counted.map(([instrument, { value: count }]) =>
      fill(words.terms.reasonCount, { what: labels.instruments[instrument].short, count }),
    );
    return [{ ...say(name, { day: day(on), list: list(named) }), numbers: counted.map(([, number]) => number) }];
  };
  const measure = "parties-to-instruments";
  return [
    ...sentence(
      "p9.instruments",
      data.asAt,
      instruments.map(({ instrument }) => [instrument, part(measure, { instrument })]),
    ),
    ...sentence(
      "p9.beforeLaunch",
      asAt,
      instruments.map(({ instrument, parties }) => [instrument, ofPaper("before-launch", "parties", parties, measure)]),
    ),
  ];
};

/** Returns Section II: paragraphs 5 to 10. */
export const pairing: Section = (writer, numbers) => {
  const { words, say } = writer;
  const { total } = numbers;
  return [
    heading(words.sections.pairing),
    paragraph(
      5,
      say("p5.parties", {
        parties: total("parties-taking-part"),
        states: total("states-taking-part"),
        organizations: total("organizations-taking-part"),
      }),
      say("p5.gradual"),
    ),
    heading(words.sections.lots, 3),
    plain(writer, 6, "p6"),
    paragraph(7, drawn(writer, numbers)),
    tableBlock(writer, "groups", groupTable(writer, numbers)),
    plain(writer, 8, "p8"),
    paragraph(9, joined(writer, numbers), partiesToInstruments(writer, numbers)),
    plain(writer, 10, "p10"),
  ];
};

/** Returns paragraph 14: the half-year that ends with the paper, compared with the one before it. */
const changesOf = ({ say, day }: Writer, { halfYear }: PaperNumbers, halves: PaperData["halfYears"]) => {
  const [before, now] = halves.slice(-2);
  if (before === undefined || now === undefined) return [];
  return [
    say("p14.halfYear", {
      now: halfYear(now.from, now.to, now.changes),
      before: halfYear(before.from, before.to, before.changes),
      from: day(now.from),
      to: day(now.to),
    }),
  ];
};

/**
 * Returns paragraph 14: changes of focal points by reason, the most frequent first and those without a recorded reason
 * last.
 */
const reasonsOfChanges = (writer: Writer, { total, part, valuesOf }: PaperNumbers): readonly Sentence[] => {
  const { data, say, fill, list, day, words, labels } = writer;
  const changes = total("changes-of-focal-point");
  if (changes.value === 0) return [];
  const reasons = valuesOf("changes-of-focal-point", "endReason")
    .map((reason) => ({
      isRecorded: reason !== "not-recorded",
      number: part("changes-of-focal-point", { endReason: reason }),
      name: reason === "not-recorded" ? words.terms.reasonNotRecorded : decapitalize(labels.mandateEndReasons[reason]),
    }))
    .toSorted(
      (one, other) => Number(other.isRecorded) - Number(one.isRecorded) || other.number.value - one.number.value,
    );
  if (reasons.every(({ isRecorded }) => !isRecorded)) return [say("p14.noReasons", { changes, day: day(data.asAt) })];
  const named = reasons.map(({ name, number }) => fill(words.terms.reasonCount, { what: name, count: number.value }));
  const sentence = say("p14.reasons", { day: day(data.asAt), changes, list: list(named) });
  return [{ ...sentence, numbers: [...sentence.numbers, ...reasons.map(({ number }) => number)] }];
};

const ofFocalPoints: Section = (writer, numbers) => {
  const { data, say, day } = writer;
  const { total, part, percent, partPercent } = numbers;
  const asAt = day(data.asAt);
  const female = { gender: "female" } as const;
  return [
    paragraph(
      12,
      say("p12", {
        day: asAt,
        people: total("focal-points"),
        parties: total("parties-with-focal-point"),
        percent: partPercent("focal-points", female),
        women: part("focal-points", female),
      }),
      say("p12.table", { table: tableNumber("people") }),
    ),
    paragraph(
      13,
      say("p13", {
        percent: percent("parties-with-several-focal-points"),
        several: total("parties-with-several-focal-points"),
      }),
    ),
    paragraph(
      14,
      say("p14.parties", {
        percent: percent("parties-that-changed-focal-point"),
        changed: total("parties-that-changed-focal-point"),
        with: total("parties-with-focal-point"),
      }),
      changesOf(writer, numbers, data.halfYears),
      reasonsOfChanges(writer, numbers),
      say("p14.table", { table: tableNumber("halfYears") }),
      say("p14.handover"),
    ),
  ];
};

/** Returns paragraph 17: the contacts of the secretariat with parties, by way, with the most frequent first. */
const contactsOf = (
  { data, say, fill, list, day, words, labels }: Writer,
  { register }: PaperNumbers,
): readonly Sentence[] => {
  const { number, ways } = data.registers.contacts;
  if (number === 0) return [];
  const named = ways
    .toSorted((one, other) => other.count - one.count)
    .map(({ way, count }) => fill(words.terms.reasonCount, { what: decapitalize(labels.contactWays[way]), count }));
  const sentence = say("p17.contacts", {
    day: day(data.asAt),
    contacts: register("contacts", number),
    list: list(named),
  });
  return [{ ...sentence, numbers: [...sentence.numbers, ...ways.map(({ count }) => register("contacts", count))] }];
};

/** Returns Section II.B: paragraphs 11 to 20. */
export const nominations: Section = (writer, numbers) => {
  const { data, words, say, day } = writer;
  const { total, part, percent, partPercent } = numbers;
  const asAt = day(data.asAt);
  const female = { gender: "female" } as const;
  return [
    heading(words.sections.nominations, 3),
    plain(writer, 11, "p11"),
    ...ofFocalPoints(writer, numbers),
    tableBlock(writer, "people", peopleTable(writer, numbers)),
    tableBlock(writer, "halfYears", halfYearTable(writer, numbers)),
    paragraph(
      15,
      say("p15.parties", {
        day: asAt,
        percent: percent("parties-without-focal-point"),
        parties: total("parties-in-reviews"),
        without: total("parties-without-focal-point"),
      }),
      say("p15.reviews", { reviews: total("reviews-not-commenced") }),
      say("p15.before", {
        consultation: part("reviews-by-stage", { stage: "consultation" }),
        before: total("reviews-before-questionnaire"),
        percent: percent("reviews-before-questionnaire"),
        reviews: total("reviews"),
      }),
    ),
    plain(writer, 16, "p16"),
    figureBlock(writer, "missing-focal-points"),
    paragraph(
      17,
      say("p17"),
      contactsOf(writer, numbers),
      say("p17.seats", {
        day: asAt,
        focal: total("seats-without-focal-point"),
        experts: total("seats-without-expert"),
      }),
    ),
    paragraph(
      18,
      say("p18", {
        day: asAt,
        people: total("experts"),
        women: part("experts", female),
        percent: partPercent("experts", female),
      }),
    ),
    paragraph(19, say("p19", { parties: total("parties-with-observer") })),
    plain(writer, 20, "p20"),
  ];
};
