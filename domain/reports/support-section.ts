import type { PaperData } from "../../schemas/model/paper-data.ts";
import type { Sentence } from "./content.ts";
import { languageInSentence } from "../views/figure-words.ts";
import { changeTable } from "./tables.ts";
import { heading, paragraph, plain, type Section, tableBlock, tableNumber } from "./sections.ts";
import type { PaperNumbers, Writer } from "./wording.ts";

/** A count of States or countries, or the range that it lies in. */
const countedOnce = (
  { fill, number, words }: Writer,
  { atLeast, atMost }: { readonly atLeast: number; readonly atMost: number },
): string =>
  atLeast === atMost ? number(atLeast) : fill(words.terms.atLeast, { least: number(atLeast), most: number(atMost) });

const contributionsOf = (
  { data, say, fill, list, number, day, words }: Writer,
  { register }: PaperNumbers,
): Sentence => {
  const { number: all, amounts } = data.registers.contributions;
  return say("p38.contributions", {
    day: day(data.asAt),
    number: register("contributions", all),
    amounts: list(
      amounts.map(({ currency, amount }) => fill(words.terms.amount, { amount: number(amount), currency })),
    ),
  });
};

const trainingOf = (writer: Writer, { register }: PaperNumbers): Sentence => {
  const { data, say, list, day, labels, language } = writer;
  const { sessions, officials, states, languages } = data.registers.training;
  return say("p40", {
    day: day(data.asAt),
    sessions: register("training", sessions),
    officials: register("training", officials),
    states: countedOnce(writer, states),
    languages: list(languages.map((one) => languageInSentence(labels.trainingLanguages[one], language))),
  });
};

/** Section IV: paragraphs 38 to 43. */
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

const dialogueOf = (
  { say }: Writer,
  { register }: PaperNumbers,
  one: PaperData["registers"]["dialogues"][number],
): Sentence => {
  const { year, held, attendance } = one;
  const number = (value: number) => register("dialogues", value);
  return say("p44", {
    year: String(year),
    held: number(held),
    ngo: number(attendance.nonGovernmentalOrganizations),
    others: number(attendance.academia + attendance.privateSector + attendance.otherStakeholders),
    academia: number(attendance.academia),
    private: number(attendance.privateSector),
    states: number(attendance.memberStates),
    igo: number(attendance.intergovernmentalOrganizations),
  });
};

/** Section V: paragraphs 44 to 47. */
export const engagement: Section = (writer, numbers) => {
  const { data, words, say, day } = writer;
  const { register } = numbers;
  const { dialogues, stakeholders, pilots } = data.registers;
  return [
    heading(words.sections.engagement),
    heading(words.sections.dialogues, 3),
    paragraph(
      44,
      dialogues.length === 0
        ? { text: say("p44.none").text, numbers: [register("dialogues", 0)] }
        : dialogues.map((one) => dialogueOf(writer, numbers, one)),
    ),
    heading(words.sections.stakeholders, 3),
    plain(writer, 45, "p45"),
    paragraph(
      46,
      say("p46", {
        day: day(data.asAt),
        trainings: register("stakeholders", stakeholders.trainings),
        people: register("stakeholders", stakeholders.people),
        countries: countedOnce(writer, stakeholders.countries),
      }),
    ),
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

/** The annex: what changed since the last published paper. */
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
