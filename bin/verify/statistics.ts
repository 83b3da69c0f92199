import { type Api, answerOf, itemsOf } from "../../client/client.ts";
import type { components } from "../../client/api-types.ts";
import { dayOf } from "./calendar.ts";
import type { Course, RecordedEntry } from "./course.ts";
import { type CountedParty, countedPartyOf, countedPersonOf } from "./counted-parties.ts";
import { type CountedReview, countedReviewOf } from "./counted-review.ts";
import type { Held } from "./dated-facts.ts";
import type { Tally } from "./finding.ts";
import { checkGroups, type GroupsReading, readGroups } from "./groups-together.ts";
import { checkMeasure, checkSums } from "./measure-checks.ts";
import { type Counted, measures } from "./measures.ts";
import { each } from "./read.ts";
import { launch } from "./rules.ts";

type MeasureView = components["schemas"]["MeasureView"];
type Facts = ReadonlyMap<string, readonly RecordedEntry[]>;

const rule = "Figures: one definition per figure, all from one fold over the journal as at a date";
const membersRule = "Figures: each able to list its members";

/** Measures in the API: as at several days, and as at today the length of each list of members. */
export interface StatisticsReading {
  readonly days: readonly { readonly day: string; readonly measures: readonly MeasureView[] }[];
  readonly members: readonly { readonly measure: string; readonly said: number; readonly listed: number }[];
  readonly together: GroupsReading | undefined;
}

/** A day before the launch, and the only measure that has a count on it. */
const dayBeforeLaunch = "2010-12-31";
const countedBeforeLaunch = "parties-to-instruments";

/** The last day of each half year since the launch, and today. */
export const daysToCount = (now: string): readonly string[] => {
  const today = dayOf(now);
  const days: string[] = [];
  for (let year = Number(launch.slice(0, 4)); year <= Number(today.slice(0, 4)); year += 1)
    days.push(`${year}-06-30`, `${year}-12-31`);
  return [...days.filter((day) => day >= launch && day < today), today];
};

export const readStatistics = async (api: Api, now: string): Promise<StatisticsReading> => {
  const days = await each([dayBeforeLaunch, ...daysToCount(now)], async (day) => {
    const { body } = await answerOf(api.GET("/v1/statistics", { params: { query: { asAt: day } } }));
    return { day, measures: body.measures };
  });
  const members = await each(days.at(-1)?.measures ?? [], async ({ measure, total }) => {
    const request = (page: { readonly limit?: number; readonly cursor?: string }) =>
      api.GET("/v1/statistics/{measure}/members", { params: { path: { measure }, query: page } });
    const listed = (await itemsOf(request)).length;
    return { measure, said: total, listed };
  });
  return { days, members, together: await readGroups(api, now, days.at(-1)?.measures ?? []) };
};

/** Ends services and obligations of a party that left the Convention, from its day on. */
const untilDenunciations = (review: CountedReview, parties: readonly CountedParty[]): CountedReview => {
  const ended = <Own extends Held & { readonly party: string }>(part: Own): Own => {
    const leftOn = parties.find(({ id }) => id === part.party)?.leftOn;
    return leftOn === undefined || (part.to ?? leftOn) < leftOn ? part : { ...part, to: leftOn };
  };
  return { ...review, services: review.services.map(ended), obligations: review.obligations.map(ended) };
};

/** Everything in the journal that is counted, each on its day. */
export const countedOf = (
  courses: readonly Course[],
  facts: { readonly [Kind in "parties" | "groups" | "users"]: Facts },
): Counted => {
  const parties = [...facts.parties.values()].flatMap((own) => countedPartyOf(own) ?? []);
  const planned = [...facts.groups.values()].flatMap((own) =>
    own.flatMap(({ fact }) => (fact.kind === "group-planned" ? [[fact.group, fact.plannedFor] as const] : [])),
  );
  return {
    reviews: courses.map((course) => untilDenunciations(countedReviewOf(course), parties)),
    parties,
    people: new Map([...facts.users].map(([id, own]) => [id, countedPersonOf(own)])),
    planned: new Map(planned),
  };
};

/**
 * Checks that every measure, in total, by group and by its dimensions, equals the journal's count on each day, and
 * that each list is as long as its total.
 */
export const checkStatistics = (
  { days, members, together }: StatisticsReading,
  counted: Counted,
  tally: Tally,
): void => {
  for (const { day, measures: shown } of days) {
    const answered = new Map<string, MeasureView>(shown.map((one) => [one.measure, one]));
    for (const [name, count] of Object.entries(measures)) {
      if (day < launch && name !== countedBeforeLaunch) continue;
      const measure = answered.get(name);
      if (measure === undefined) {
        tally.report("statistic-wrong", `${name} as at ${day}`, "the API does not show it", rule);
        continue;
      }
      const about = (part: string) => `${name}${part} as at ${day}`;
      checkMeasure(measure, count(counted, day), { counted, day, about, kind: "statistic-wrong" }, tally);
      checkSums(measure, about(""), tally);
    }
  }
  checkGroups(together, counted, tally);
  for (const { measure, said, listed } of members) {
    tally.count("lists of members of measures");
    if (said !== listed)
      tally.report("statistic-members-wrong", measure, `it says ${said} and lists ${listed}`, membersRule);
  }
};
