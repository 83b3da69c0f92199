import { addDays, morningOf } from "../../domain/time.ts";
import type { GroupId, PartyId } from "../../schemas/ids.ts";
import { LetterState } from "../../schemas/letter.ts";
import { CalendarDate, type Instant } from "../../schemas/values.ts";
import {
  GroupView,
  LetterView,
  NominationView,
  ObligationView,
  PairingView,
  ReviewSummary,
} from "../../schemas/views.ts";
import pMap from "p-map";
import * as z from "zod";
import { demoPeople } from "../load-data.ts";
import { type Caller, callerOf } from "./api.ts";
import { type PlannedNomination, planNominations } from "./plan.ts";
import { counted, table } from "./table.ts";

/** What the demo needs of the house it plays in: its address, tokens for made-up people, and its clock. */
export interface Stage {
  readonly url: string;
  readonly token: (email: string) => Promise<string>;
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

const partiesOf = async (secretariat: Caller, group: GroupId): Promise<readonly PartyId[]> => {
  const pairings = await secretariat.list("/v1/pairings", PairingView);
  const here = pairings.filter((pairing) => pairing.group === group);
  return [...new Set(here.flatMap(({ party, reviewers }) => [party, ...reviewers.map((reviewer) => reviewer.party)]))];
};

const personOf = ({ party, role, number }: PlannedNomination) => {
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

const name = async (house: Stage, nomination: PlannedNomination, seed: number): Promise<void> => {
  const { party, role, number } = nomination;
  const mission = callerOf(house.url, await house.token(demoPeople.mission(party)));
  const key = `demo-${seed}-${party}-${role}-${number}`;
  await mission.post(`/v1/parties/${party}/mandates`, { role, person: personOf(nomination) }, NominationView, key);
};

/** Plays the first eight weeks of a group through the API, as its parties would; the same seed plays the same. */
export const play = async (house: Stage, { seed, group, progress }: Play): Promise<void> => {
  const secretariat = callerOf(house.url, await house.token(demoPeople.secretariat));
  const plan = planNominations(await partiesOf(secretariat, group), start, seed);
  const byDay = Map.groupBy(plan, ({ on }) => on);
  const days = [...byDay.keys()].toSorted();
  progress(0, plan.length, "starting the group");
  await secretariat.post(`/v1/groups/${group}/start`, { startedOn: start }, GroupView, `demo-start-${group}`);
  let done = 0;
  for (const day of days) {
    await house.moveTo(morningOf(day));
    for (const nomination of byDay.get(day) ?? []) {
      await name(house, nomination, seed);
      done += 1;
      progress(done, plan.length, day);
    }
  }
  await house.moveTo(morningOf(lastDay));
};

const Obligations = z.object({ items: z.array(ObligationView) });

const obligationRows = async (secretariat: Caller, reviews: readonly ReviewSummary[]) => {
  const obligationsOf = ({ id }: ReviewSummary) => secretariat.get(`/v1/reviews/${id}/obligations`, Obligations);
  const lists = await pMap(reviews, obligationsOf, { concurrency: 4 });
  const obligations = lists.flatMap(({ items }) => items);
  return [...Map.groupBy(obligations, ({ kind }) => kind)].map(([kind, here]) => {
    const met = here.filter(({ state }) => state === "met");
    const late = met.filter(({ settledAt, originalDueAt }) => settledAt !== undefined && settledAt > originalDueAt);
    const overdue = here.filter((obligation) => obligation.overdue);
    return [kind, here.length, met.length - late.length, late.length, overdue.length];
  });
};

const letterRows = async (secretariat: Caller) => {
  const lists = await Promise.all(
    LetterState.options.map((state) => secretariat.list(`/v1/letters?state=${state}`, LetterView)),
  );
  const counts = counted(lists.flat().map(({ kind, state, reason }) => [kind, state, reason ?? ""].join("|")));
  return [...counts]
    .toSorted(([one], [other]) => one.localeCompare(other))
    .map(([key, count]) => [...key.split("|"), count]);
};

/** How things stand in a group, as text. */
export const closingTables = async (house: Stage, group: GroupId): Promise<string> => {
  const secretariat = callerOf(house.url, await house.token(demoPeople.secretariat));
  const all = await secretariat.list("/v1/reviews", ReviewSummary);
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
