import { addDays, morningOf } from "../../domain/time.ts";
import type { Nominee, ReviewSummary } from "../../client/api-types.ts";
import { type Api, answerOf, creating, itemsOf } from "../../client/client.ts";
import { type GroupId, PartyId } from "../../schemas/ids.ts";
import { LetterState } from "../../schemas/letter.ts";
import { CalendarDate, type Instant } from "../../schemas/values.ts";
import pMap from "p-map";
import { demoPeople } from "../load-data.ts";
import { callersOf, type Reached } from "./callers.ts";
import { type PlannedNomination, planNominations } from "./plan.ts";
import { counted, table } from "./table.ts";

/** What the demo needs of the house it plays in: its address, tokens for made-up people, and its clock. */
export interface Stage extends Reached {
  readonly moveTo: (instant: Instant) => Promise<void>;
}

export interface Play {
  readonly seed: number;
  readonly group: GroupId;
  readonly progress: (done: number, of: number, what: string) => void;
}

const start = CalendarDate.parse("2020-12-01");
/** Eight weeks: two for focal points, four for experts, and as long again for those that are late. */
const lastDay = addDays(start, 56);

const partiesOf = async (api: Api, group: GroupId): Promise<readonly PartyId[]> => {
  const pairings = await itemsOf((page) => api.GET("/v1/pairings", { params: { query: page } }));
  const here = pairings.filter((pairing) => pairing.group === group);
  const parties = here.flatMap(({ party, reviewers }) => [party, ...reviewers.map((reviewer) => reviewer.party)]);
  return [...new Set(parties)].map((party) => PartyId.parse(party));
};

const personOf = ({ party, role, number }: PlannedNomination): Nominee => {
  const place = party.toLowerCase();
  const email = { "focal-point": demoPeople.focalPoint(party), observer: demoPeople.observer(party) };
  return {
    name: `${role === "focal-point" ? "Focal Point" : role === "expert" ? "Expert" : "Observer"} ${number} of ${party}`,
    email: role === "expert" ? `expert.${number}@${place}.example.org` : email[role],
    institution: number % 2 === 0 ? "Ministry of the Interior" : "Ministry of Justice",
    gender: (party.charCodeAt(0) + party.charCodeAt(1) + number) % 3 === 0 ? "female" : "male",
    language: "en",
  };
};

const name = async (mission: Api, nomination: PlannedNomination, seed: number): Promise<void> => {
  const { party, role, number } = nomination;
  const key = `demo-${seed}-${party}-${role}-${number}`;
  await answerOf(
    mission.POST("/v1/parties/{partyId}/mandates", {
      params: { path: { partyId: party }, header: creating(key) },
      body: { role, person: personOf(nomination) },
    }),
  );
};

/** Plays the first eight weeks of a group through the API, as its parties would; the same seed plays the same. */
export const play = async (house: Stage, { seed, group, progress }: Play): Promise<void> => {
  const as = callersOf(house);
  const secretariat = as(demoPeople.secretariat);
  const plan = planNominations(await partiesOf(secretariat, group), start, seed);
  const byDay = Map.groupBy(plan, ({ on }) => on);
  const days = [...byDay.keys()].toSorted();
  progress(0, plan.length, "starting the group");
  await answerOf(
    secretariat.POST("/v1/groups/{groupId}/start", {
      params: { path: { groupId: group }, header: creating(`demo-start-${group}`) },
      body: { startedOn: start },
    }),
  );
  let done = 0;
  for (const day of days) {
    await house.moveTo(morningOf(day));
    for (const nomination of byDay.get(day) ?? []) {
      await name(as(demoPeople.mission(nomination.party)), nomination, seed);
      done += 1;
      progress(done, plan.length, day);
    }
  }
  await house.moveTo(morningOf(lastDay));
};

const obligationRows = async (secretariat: Api, reviews: readonly ReviewSummary[]) => {
  const obligationsOf = ({ id }: ReviewSummary) =>
    answerOf(secretariat.GET("/v1/reviews/{reviewId}/obligations", { params: { path: { reviewId: id } } }));
  const lists = await pMap(reviews, obligationsOf, { concurrency: 4 });
  const obligations = lists.flatMap(({ body }) => body.items);
  return [...Map.groupBy(obligations, ({ kind }) => kind)].map(([kind, here]) => {
    const met = here.filter(({ state }) => state === "met");
    const late = met.filter(({ settledAt, originalDueAt }) => settledAt !== undefined && settledAt > originalDueAt);
    const overdue = here.filter((obligation) => obligation.overdue);
    return [kind, here.length, met.length - late.length, late.length, overdue.length];
  });
};

const letterRows = async (secretariat: Api) => {
  const lists = await Promise.all(
    LetterState.options.map((state) =>
      itemsOf((page) => secretariat.GET("/v1/letters", { params: { query: { state, ...page } } })),
    ),
  );
  const counts = counted(lists.flat().map(({ kind, state, reason }) => [kind, state, reason ?? ""].join("|")));
  return [...counts]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([key, count]) => [...key.split("|"), count]);
};

/** How things stand in a group, as text. */
export const closingTables = async (house: Stage, group: GroupId): Promise<string> => {
  const secretariat = callersOf(house)(demoPeople.secretariat);
  const all = await itemsOf((page) => secretariat.GET("/v1/reviews", { params: { query: page } }));
  const reviews = all.filter((review) => review.group === group);
  const stages = [...counted(reviews.map(({ stage }) => stage))];
  const blocked = reviews.filter(({ blockedBy }) => blockedBy.length > 0).length;
  return [
    table(`Reviews of ${group} by stage (${blocked} blocked by a missing focal point)`, ["stage", "reviews"], stages),
    table(
      "Obligations",
      ["kind", "all", "met in time", "met late", "overdue"],
      await obligationRows(secretariat, reviews),
    ),
    table("Letters", ["kind", "state", "why", "letters"], await letterRows(secretariat)),
  ].join("\n");
};
