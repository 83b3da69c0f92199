import { clusterOf, cycleOf, type GroupId } from "../../schemas/base/ids.ts";
import { languageInSentence, languageNames } from "../views/figure-words.ts";
import { decapitalize } from "../views/page-words.ts";
import type { ReviewBin } from "../../schemas/model/review-bin.ts";
import type { Sentence } from "./content.ts";
import { percentOf } from "../statistics/count.ts";
import { behindTable, groupInWords } from "./tables.ts";
import { figureBlock, heading, paragraph, plain, type Section, tableBlock, tableNumber } from "./sections.ts";
import type { PaperNumbers, Writer } from "./wording.ts";

const clustersBegun = ({ data }: Writer): number =>
  new Set(data.groups.map(({ group }) => `${cycleOf(group)} ${clusterOf(group)}`)).size;

const started = (writer: Writer, { total }: PaperNumbers): Sentence => {
  const { data, say, fill, list, day, words } = writer;
  const named = data.groups.flatMap(({ group, startedOn }) =>
    startedOn === undefined
      ? []
      : [fill(words.terms.groupStarted, { group: groupInWords(writer, group).toLowerCase(), day: day(startedOn) })],
  );
  return named.length === 0
    ? say("p22.none")
    : say("p22", { started: total("reviews-started"), reviews: total("reviews"), named: list(named) });
};

/** Returns paragraph 23: every review in exactly one stage, including stages that the paper of 2023 omitted. */
const stageSentences = ({ data, say, day }: Writer, { total, part }: PaperNumbers): readonly Sentence[] => {
  const inStage = (stage: ReviewBin) => part("reviews-by-stage", { stage });
  return [
    say("p23.advancing", {
      day: day(data.asAt),
      advancing: total("reviews-advancing"),
      reviews: total("reviews"),
    }),
    say("p23.stages", {
      questionnaire: inStage("questionnaire"),
      feedback: inStage("feedback"),
      observations: inStage("observations"),
    }),
    say("p23.others", {
      scheduled: inStage("scheduled"),
      nomination: inStage("nomination"),
      consultation: inStage("consultation"),
      concluded: inStage("concluded"),
      discontinued: inStage("discontinued"),
    }),
    say("p23.figure"),
  ];
};

/** Returns paragraph 24: the first group of each cluster, its planned conclusion, and its progress. */
const timeline = (writer: Writer, { total, part }: PaperNumbers): readonly Sentence[] => {
  const { data, say, day } = writer;
  const firsts = [...Map.groupBy(data.groups, ({ group }) => `${cycleOf(group)} ${clusterOf(group)}`).values()];
  return [
    ...firsts.flatMap(([first]): readonly Sentence[] =>
      first?.dueOn === undefined
        ? []
        : [
            say("p24.due", { group: groupInWords(writer, first.group).toLowerCase(), day: day(first.dueOn) }),
            say("p24", {
              day: day(data.asAt),
              concluded: part("reviews-concluded", { group: first.group }),
              reviews: part("reviews", { group: first.group }),
            }),
          ],
    ),
    say("p24.behind", { behind: total("reviews-behind-timeline"), table: tableNumber("behind") }),
  ];
};

/** Returns paragraph 25: the gate before the next phase, and its position on the day of the paper. */
const gateSentences = ({ data, say, day, number }: Writer, { part, ofPaper }: PaperNumbers): readonly Sentence[] => {
  const { groups, percent, concluded, of, needed } = data.gate;
  const gate = (what: Parameters<typeof ofPaper>[1], value: number) =>
    ofPaper("gate", what, value, "reviews-concluded");
  const left = groups.reduce((sum, group) => sum + part("reviews-by-stage", { group, stage: "discontinued" }).value, 0);
  return [
    say("p25", { percent: number(percent) }),
    ...(of === 0
      ? []
      : [
          say("p25.gate", {
            day: day(data.asAt),
            concluded: gate("concluded", concluded),
            of: gate("of", of),
            share: gate("percent", percentOf(concluded, of)),
            needed: gate("needed", needed),
            left: gate("left", Math.max(0, needed - concluded)),
          }),
        ]),
    ...(left === 0 ? [] : [say("p25.left", { discontinued: gate("discontinued", left) })]),
  ];
};

/** Returns the first part of Section III: paragraphs 21 to 25. */
export const progress: Section = (writer, numbers) => {
  const { words, fill } = writer;
  return [
    heading(fill(words.sections.progress, { clusters: Math.max(1, clustersBegun(writer)) })),
    plain(writer, 21, "p21"),
    paragraph(22, started(writer, numbers)),
    paragraph(23, stageSentences(writer, numbers)),
    figureBlock(writer, "status"),
    paragraph(24, timeline(writer, numbers)),
    tableBlock(writer, "behind", behindTable(writer, numbers)),
    paragraph(25, gateSentences(writer, numbers)),
  ];
};

/** Returns paragraph 28: the agreed languages and their number, those of most reviews first. */
const agreedLanguages = (writer: Writer, { total, part, percent, valuesOf }: PaperNumbers): readonly Sentence[] => {
  const { data, say, fill, list, day, words, language, labels } = writer;
  const counted = valuesOf("languages-agreed", "languages")
    .map((languages) => ({ languages, number: part("languages-agreed", { languages }) }))
    .toSorted((one, other) => other.number.value - one.number.value || one.languages.localeCompare(other.languages));
  const names = counted.map(({ languages, number }) =>
    fill(words.terms.countOf, {
      count: number.value,
      what: languageInSentence(languageNames(languages, { language, words: labels }), language),
    }),
  );
  return [
    say("p28", {
      day: day(data.asAt),
      agreed: total("languages-agreed"),
      one: total("reviews-in-one-language"),
      percent: percent("reviews-in-one-language"),
      two: total("reviews-in-two-languages"),
      three: total("reviews-in-three-languages"),
    }),
    ...(counted.length === 0
      ? []
      : [
          {
            name: "p28.list",
            text: fill(words.sentences["p28.list"], { list: list(names) }),
            numbers: counted.map(({ number }) => number),
          },
        ]),
    say("p28.figure"),
  ];
};

const openLanguages = ({ data, say }: Writer, { total, part, register }: PaperNumbers): readonly Sentence[] => {
  const { needs, open, ended } = data.registers.translations;
  return [
    say("p29", {
      open: total("languages-open"),
      discussion: part("languages-open", { languagesOpen: "in-discussion" }),
      resources: part("languages-open", { languagesOpen: "lack-of-resources" }),
    }),
    say("p29.needs", {
      needs: register("translations", needs),
      open: register("translations", open),
      national: register("translations", ended["national-resources"]),
      voluntary: register("translations", ended["voluntary-contribution"]),
      informal: register("translations", ended["informal-translation"]),
      unmet: register("translations", ended["not-met"]),
    }),
    say("p29.redraws", { asked: total("redraws-asked") }),
  ];
};

/** Returns Section III.A: paragraphs 26 to 29. */
export const initialSteps: Section = (writer, numbers) => {
  const { data, words, say, day } = writer;
  const { total, percent } = numbers;
  return [
    heading(words.sections.initial, 3),
    paragraph(
      26,
      say("p26", { day: day(data.asAt), percent: percent("consultations-held"), held: total("consultations-held") }),
      say("p26.without", { without: total("consultations-without-meeting") }),
      say("p26.rounds", { rounds: total("consultation-rounds") }),
    ),
    figureBlock(writer, "consultations"),
    plain(writer, 27, "p27"),
    paragraph(28, agreedLanguages(writer, numbers)),
    figureBlock(writer, "languages"),
    paragraph(29, openLanguages(writer, numbers)),
  ];
};

/**
 * Returns paragraph 31: the groups whose questionnaires should have been completed, together. If these are more than
 * two of a cluster, the first two are together, as in the paper of 2023.
 */
const questionnairesDue = (writer: Writer, { inGroups }: PaperNumbers): readonly Sentence[] => {
  const { data, say, list, day } = writer;
  const groups = data.groups
    .filter(({ questionnairesDueOn: dueOn }) => dueOn !== undefined && dueOn < data.asAt)
    .map(({ group }) => group);
  if (groups.length === 0) return [];
  const counts = (those: readonly GroupId[]) => ({
    groups: list(those.map((group) => groupInWords(writer, group).toLowerCase())),
    submitted: inGroups("questionnaires-submitted", those),
    reviews: inGroups("reviews", those),
  });
  const clusters = [...Map.groupBy(groups, (group) => `${cycleOf(group)} ${clusterOf(group)}`).values()];
  return [
    say("p31.due", { ...counts(groups), day: day(data.asAt) }),
    ...clusters.flatMap((own) => (own.length > 2 ? [say("p31.together", counts(own.slice(0, 2)))] : [])),
  ];
};

/** Returns paragraph 31: the number of completed questionnaires, and the reasons of parties for their delays. */
const questionnairesOf = (writer: Writer, numbers: PaperNumbers): readonly Sentence[] => {
  const { total, part, valuesOf } = numbers;
  const { data, say, fill, list, day, words, labels } = writer;
  const reasons = valuesOf("delays-notified", "reason").map((reason) => ({
    number: part("delays-notified", { reason }),
    name: decapitalize(labels.delayReasons[reason]),
  }));
  const named = reasons
    .toSorted((one, other) => other.number.value - one.number.value)
    .map(({ name, number }) => fill(words.terms.reasonCount, { what: name, count: number.value }));
  const delays = say("p31.delays", { delays: total("delays-notified"), list: list(named) });
  return [
    ...questionnairesDue(writer, numbers),
    say("p31.behind", { behind: part("reviews-behind-timeline", { step: "questionnaire" }) }),
    say("p31", { day: day(data.asAt), submitted: total("questionnaires-submitted") }),
    { ...delays, numbers: [...delays.numbers, ...reasons.map(({ number }) => number)] },
  ];
};

/** Sections III.B to D: paragraphs 30 to 37. */
export const laterSteps: Section = (writer, numbers) => {
  const { data, words, say, day } = writer;
  const { total, part } = numbers;
  const asAt = day(data.asAt);
  const published = total("lists-published");
  return [
    heading(words.sections.questionnaires, 3),
    plain(writer, 30, "p30"),
    paragraph(31, questionnairesOf(writer, numbers)),
    figureBlock(writer, "questionnaires"),
    paragraph(32, say("p32", { opened: total("answers-opened"), day: asAt })),
    heading(words.sections.feedback, 3),
    plain(writer, 33, "p33"),
    paragraph(
      34,
      say("p34", {
        day: asAt,
        started: total("reviews-started"),
        reached: total("feedback-reached"),
        concluded: total("feedback-concluded"),
      }),
    ),
    figureBlock(writer, "feedback"),
    heading(words.sections.lists, 3),
    plain(writer, 35, "p35"),
    paragraph(
      36,
      say("p36", {
        day: asAt,
        published,
        agreed: total("lists-agreed"),
        stage: part("reviews-by-stage", { stage: "observations" }),
      }),
    ),
    paragraph(37, published.value === 0 ? say("p37.none") : say("p37", { published })),
  ];
};
