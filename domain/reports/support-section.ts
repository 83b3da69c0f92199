import type { PaperData } from "../../schemas/model/paper-data.ts";
import type { PaperNumber, Sentence } from "./content.ts";
import { languageInSentence } from "../views/figure-words.ts";
import { changeTable } from "./tables.ts";
import { heading, paragraph, plain, type Section, tableBlock, tableNumber } from "./sections.ts";
import type { PaperNumbers, Writer } from "./wording.ts";

type Registers = PaperData["registers"];

/** Returns whether a number is complete, as a choice of a message. */
const completeness = (isComplete: boolean): string => (isComplete ? "yes" : "no");

/** Returns a sentence about a sum; none if no entry states its number. */
const sumSentence = (
  { say }: Writer,
  name: "p40.officials" | "p46.people",
  { known, notKnown }: Registers["training"]["officials"],
  number: Readonly<Record<string, PaperNumber>>,
): readonly Sentence[] => (known === 0 ? [] : [say(name, { ...number, complete: completeness(notKnown === 0) })]);

/** Returns a sentence about States or countries, with "at least" if some entries do not name theirs. */
const placesSentence = (
  { say }: Writer,
  name: "p40.states" | "p46.countries",
  { atLeast, atMost, known, notKnown }: Registers["training"]["states"],
  number: Readonly<Record<string, PaperNumber>>,
): readonly Sentence[] =>
  known === 0 ? [] : [say(name, { ...number, complete: completeness(notKnown === 0 && atLeast === atMost) })];

const contributionsOf = (
  { data, say, fill, list, number, day, words }: Writer,
  { register }: PaperNumbers,
): readonly Sentence[] => {
  const { number: all, amounts, notKnown } = data.registers.contributions;
  const inWords = amounts.map(({ currency, amount }) => fill(words.terms.amount, { amount: number(amount), currency }));
  return [
    say("p38.contributions", { day: day(data.asAt), number: register("contributions", all) }),
    ...(amounts.length === 0
      ? []
      : [
          {
            ...say("p38.amounts", { amounts: list(inWords), complete: completeness(notKnown === 0) }),
            numbers: amounts.map(({ amount }) => register("contributions", amount)),
          },
        ]),
  ];
};

const trainingOf = (writer: Writer, { register }: PaperNumbers): readonly Sentence[] => {
  const { data, say, list, day, labels, language } = writer;
  const { sessions, officials, states, languages } = data.registers.training;
  return [
    say("p40", {
      day: day(data.asAt),
      sessions: register("training", sessions),
      languages: list(languages.map((one) => languageInSentence(labels.trainingLanguages[one], language))),
    }),
    ...sumSentence(writer, "p40.officials", officials, { officials: register("training", officials.sum) }),
    ...placesSentence(writer, "p40.states", states, { states: register("training", states.atLeast) }),
  ];
};

/** Returns Section IV: paragraphs 38 to 43. */
export const support: Section = (writer, numbers) => {
  const { words, say } = writer;
  return [
    heading(words.sections.support),
    paragraph(38, say("p38"), contributionsOf(writer, numbers)),
    plain(writer, 39, "p39"),
    heading(words.sections.training, 3),
    paragraph(40, trainingOf(writer, numbers)),
    plain(writer, 41, "p41"),
    heading(words.sections.tools, 3),
    plain(writer, 42, "p42"),
    plain(writer, 43, "p43"),
  ];
};

/** Returns the dialogues of a year, and their participants as far as known. */
const dialoguesOf = (
  { say, fill, list, words }: Writer,
  { register }: PaperNumbers,
  { year, held, attendance }: Registers["dialogues"][number],
): readonly Sentence[] => {
  const known = attendance.filter((one) => one.known > 0);
  const numbers = known.map(({ sum }) => register("dialogues", sum));
  const named = known.map(({ kind, sum }) => fill(words.attendance[kind], { count: sum }));
  const isComplete = attendance.every(({ notKnown }) => notKnown === 0);
  return [
    say("p44", { year: String(year), held: register("dialogues", held) }),
    ...(known.length === 0
      ? []
      : [{ ...say("p44.attendance", { list: list(named), complete: completeness(isComplete) }), numbers }]),
  ];
};

const stakeholdersOf = (writer: Writer, { register }: PaperNumbers): readonly Sentence[] => {
  const { data, say, day } = writer;
  const { trainings, people, countries } = data.registers.stakeholders;
  return [
    say("p46", { day: day(data.asAt), trainings: register("stakeholders", trainings) }),
    ...sumSentence(writer, "p46.people", people, { people: register("stakeholders", people.sum) }),
    ...placesSentence(writer, "p46.countries", countries, { countries: register("stakeholders", countries.atLeast) }),
  ];
};

/** Returns the knowledge hub by its last entry; data that the entry lacks is left out. */
const hubOf = ({ data, say, day }: Writer, { register }: PaperNumbers): readonly Sentence[] => {
  const { hub } = data.registers;
  if (hub === undefined) return [];
  const { on, members, countries } = hub;
  return [
    ...(members === undefined ? [] : [say("p46.hub", { day: day(on), members: register("hub", members) })]),
    ...(countries === undefined
      ? []
      : [say("p46.hubCountries", { day: day(on), countries: register("hub", countries) })]),
  ];
};

/** Returns Section V: paragraphs 44 to 47. */
export const engagement: Section = (writer, numbers) => {
  const { data, words, say, day } = writer;
  const { register } = numbers;
  const { dialogues, pilots } = data.registers;
  return [
    heading(words.sections.engagement),
    heading(words.sections.dialogues, 3),
    paragraph(
      44,
      dialogues.length === 0
        ? { text: say("p44.none").text, numbers: [register("dialogues", 0)] }
        : dialogues.map((one) => dialoguesOf(writer, numbers, one)).flat(),
    ),
    heading(words.sections.stakeholders, 3),
    plain(writer, 45, "p45"),
    paragraph(46, stakeholdersOf(writer, numbers), hubOf(writer, numbers)),
    paragraph(
      47,
      say("p47", {
        day: day(data.asAt),
        pilots: register("pilots", pilots.initiatives),
        countries: register("pilots", pilots.countries),
      }),
    ),
  ];
};

/** Returns the annex: the changes since the last published paper. */
export const change: Section = (writer, numbers) => {
  const { data, words, say, day } = writer;
  const table = changeTable(writer, numbers);
  const saying = (...sentences: readonly Sentence[]) => ({ kind: "paragraph", sentences }) as const;
  if (data.previous === undefined || table === undefined)
    return [heading(words.sections.change), saying(say("change.none"))];
  const before = day(data.previous.asAt);
  if (table.rows.length === 0) return [heading(words.sections.change), saying(say("change.same", { before }))];
  return [
    heading(words.sections.change),
    saying(say("change", { table: tableNumber("change"), before, day: day(data.asAt) })),
    tableBlock(writer, "change", table),
  ];
};
