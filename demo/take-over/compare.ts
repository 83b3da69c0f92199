import type { Api } from "../../client/client.ts";
import { answerOf, itemsOf } from "../../client/client.ts";
import { Fact, type FactOf } from "../../schemas/model/fact.ts";
import type { MandateRole } from "../../schemas/model/review.ts";
import { table } from "../table.ts";
import { languagesCounted, type StatusPaper } from "./status-paper.ts";

/** A number of the paper beside the system's. */
export interface ComparedCount {
  readonly paragraph: string;
  readonly what: string;
  readonly paper: number;
  readonly system: number;
}

interface People {
  readonly began: readonly FactOf<"mandate-began">[];
  readonly ended: ReadonlyMap<string, FactOf<"mandate-ended">>;
  readonly women: ReadonlySet<string>;
}

const factsOf = async (api: Api, now: string): Promise<readonly Fact[]> => {
  const month = now.slice(0, 7);
  const entries = await itemsOf((page) => api.GET("/v1/journal", { params: { query: { month, ...page } } }));
  return entries.flatMap(({ facts }) => facts.map((fact) => Fact.parse(fact)));
};

const peopleOf = (facts: readonly Fact[]): People => ({
  began: facts.filter((fact) => fact.kind === "mandate-began"),
  ended: new Map(facts.flatMap((fact) => (fact.kind === "mandate-ended" ? [[fact.mandate, fact] as const] : []))),
  women: new Set(
    facts.flatMap((fact) => (fact.kind === "user-registered" && fact.gender === "female" ? [fact.user] : [])),
  ),
});

/** Persons who serve in a role, each once, and their parties. */
const serving = ({ began, ended }: People, role: MandateRole) => {
  const mandates = began.filter((fact) => fact.role === role && !ended.has(fact.mandate));
  return {
    persons: new Set(mandates.map(({ user }) => user)),
    parties: new Set(mandates.map(({ party }) => party)),
    each: mandates,
  };
};

const peopleCounts = (people: People, { focalPoints, experts, observers }: StatusPaper): readonly ComparedCount[] => {
  const [now, named, read] = [serving(people, "focal-point"), serving(people, "expert"), serving(people, "observer")];
  const womenAmong = (users: ReadonlySet<string>) => [...users].filter((user) => people.women.has(user)).length;
  const severalBy = Map.groupBy(now.each, ({ party }) => party);
  const several = [...severalBy.values()].filter((all) => new Set(all.map(({ user }) => user)).size > 1).length;
  const focalPointEnds = people.began.filter(
    ({ role, mandate }) => role === "focal-point" && people.ended.has(mandate),
  );
  const row = (paragraph: string, what: string, paper: number, system: number) => ({ paragraph, what, paper, system });
  return [
    row("12", "focal points, persons", focalPoints.nominated.value, now.persons.size),
    row("12", "parties with a focal point", focalPoints.statesWith.value, now.parties.size),
    row("12", "focal points, women", focalPoints.female.value, womenAmong(now.persons)),
    row("13", "parties with more than one", focalPoints.statesWithMoreThanOne.value, several),
    row(
      "14",
      "parties that changed theirs",
      focalPoints.statesThatChanged.value,
      new Set(focalPointEnds.map(({ party }) => party)).size,
    ),
    row("18", "governmental experts, persons", experts.nominated.value, named.persons.size),
    row("18", "governmental experts, women", experts.female.value, womenAmong(named.persons)),
    row("19", "parties with observers", observers.states.value, read.parties.size),
  ];
};

const courseCounts = (facts: readonly Fact[], paper: StatusPaper): readonly ComparedCount[] => {
  const countOf = (kind: Fact["kind"]): number => facts.filter((fact) => fact.kind === kind).length;
  const withoutMeeting = facts.filter((fact) => fact.kind === "consultation-concluded" && fact.withoutMeeting).length;
  const { consultations, questionnaires } = paper;
  return [
    {
      paragraph: "26",
      what: "consultations held",
      paper: consultations.held.value,
      system: countOf("consultation-held"),
    },
    {
      paragraph: "footnote 9",
      what: "advanced without one",
      paper: consultations.advancedWithout.value,
      system: withoutMeeting,
    },
    {
      paragraph: "28",
      what: "languages agreed",
      paper: languagesCounted(paper).length,
      system: countOf("languages-agreed"),
    },
    {
      paragraph: "31",
      what: "questionnaires submitted",
      paper: questionnaires.submitted.value,
      system: countOf("answers-submitted"),
    },
  ];
};

/** The counts of the paper that a state shows, each beside what the system says of what it took over. */
export const compareCounts = async (api: Api, paper: StatusPaper, now: string): Promise<readonly ComparedCount[]> => {
  const { figures } = (await answerOf(api.GET("/v1/figures/current", { params: { query: {} } }))).body;
  const reviews = figures.find(({ figure }) => figure === "reviews");
  const inStage = (stage: string): number =>
    reviews?.parts.find((part) => part.stage === stage && Object.keys(part).length === 2)?.count ?? 0;
  const missing = figures.find(({ figure }) => figure === "reviews-missing-somebody")?.total ?? 0;
  const seats = figures.find(({ figure }) => figure === "focal-points-missing")?.parts ?? [];
  const without = seats.filter((part) => part.party !== undefined).length;
  const facts = await factsOf(api, now);
  const { stages, focalPoints, reviewsNotCommencedForMissingFocalPoints } = paper;
  const advancing = (["questionnaire", "feedback", "observations"] as const).map(inStage);
  return [
    ...paper.groups.map(({ group, reviews: count }) => ({
      paragraph: "7",
      what: `reviews of group ${group}`,
      paper: count,
      system: reviews?.parts.find((part) => part.group === `c1-g${group}` && part.stage === undefined)?.count ?? 0,
    })),
    ...peopleCounts(peopleOf(facts), paper),
    { paragraph: "15", what: "parties without a focal point", paper: focalPoints.statesWithout.value, system: without },
    {
      paragraph: "15",
      what: "reviews that wait for somebody",
      paper: reviewsNotCommencedForMissingFocalPoints.value,
      system: missing,
    },
    {
      paragraph: "23",
      what: "reviews advancing",
      paper: stages.advancing.value,
      system: advancing.reduce((sum, count) => sum + count, 0),
    },
    ...(["questionnaire", "feedback", "observations", "concluded"] as const).map((stage) => ({
      paragraph: stage === "concluded" ? "24" : "23",
      what: `at the stage ${stage}`,
      paper: stages[stage].value,
      system: inStage(stage),
    })),
    ...courseCounts(facts, paper),
  ];
};

/** The same as a table. */
export const comparisonTable = (counts: readonly ComparedCount[], asAt: string): string =>
  table(
    `The paper and the system on ${asAt}`,
    ["paragraph", "what", "paper", "system"],
    counts.map(({ paragraph, what, paper, system }) => [paragraph, what, paper, system]),
  );
