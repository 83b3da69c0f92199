import pMap from "p-map";
import { addDays, morningOf } from "../domain/base/time.ts";
import { type Api, answerOf, makeIdempotencyKey, itemsOf } from "../client/client.ts";
import { ApiProblem } from "../client/problem.ts";
import type { GroupId } from "../schemas/base/ids.ts";
import type { CalendarDate, Instant } from "../schemas/base/values.ts";
import { demoPeople } from "../bin/load-data.ts";
import { type DemoStep, placeOf } from "./timeline.ts";
import { writeToMany } from "./bulletin.ts";
import { callersOf, type ReachableSystem } from "./callers.ts";
import { askForDigests } from "./digests.ts";
import { addressOf, sendCommand, type Mandates } from "./send-command.ts";
import { planDemo } from "./plan.ts";
import { publishPaper, writePaper } from "./written-paper.ts";
import { firstDay, halfWay, lastDay, type Population, populationOf } from "./population.ts";

/** What the demo needs of the system in which it plays: its address, tokens for made-up people, and its clock. */
export interface ScenarioStack extends ReachableSystem {
  /** Moves the clock; when it arrives the sweeps run, or are left out. */
  readonly moveTo: (instant: Instant, how: { readonly recurring: "on-arrival" | "never" }) => Promise<void>;
  /** Resolves when all effects of the requests are complete. */
  readonly rest: () => Promise<void>;
}

export interface Play {
  readonly seed: number;
  readonly group: GroupId;
  readonly progress: (done: number, of: number, what: string) => void;
}

/** Maximum number of parallel requests, and of repeats of one that conflicted with others. */
const maxConcurrency = 6;
const tries = 4;

const readPopulation = async (as: (email: string) => Api, group: GroupId): Promise<Population> => {
  const secretariat = as(demoPeople.secretariat);
  const [pairings, parties] = await Promise.all([
    itemsOf((page) => secretariat.GET("/v1/pairings", { params: { query: page } })),
    itemsOf((page) => secretariat.GET("/v1/parties", { params: { query: page } })),
  ]);
  return populationOf(group, { pairings, parties });
};

/** Repeats a request that conflicted with another one, as a person would. */
const persistently = async (work: () => Promise<void>): Promise<void> => {
  for (let left = tries; ; left--) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== "conflict" || left === 1) throw error;
    }
  }
};

/**
 * Returns the key of steps that must run one after the other: all of one party's people, and all of one review at one
 * time of the day.
 */
const laneOf = ({ does }: DemoStep): string => ("person" in does ? does.person.party : does.review);

/** Returns the addresses of the people named by the acts. */
const namedBy = (acts: readonly DemoStep[]): ReadonlySet<string> =>
  new Set(
    acts.flatMap(({ does }) => {
      if (does.kind === "name") return [addressOf(does.person)];
      return does.kind === "replace" ? [addressOf(does.by)] : [];
    }),
  );

/** The acts of a day, each place of it after the one before; of one place, what touches different things at once. */
const playDay = async (
  acts: readonly DemoStep[],
  doAct: (act: DemoStep) => Promise<void>,
  rest: () => Promise<void>,
): Promise<void> => {
  const places = [...Map.groupBy(acts, ({ does }) => placeOf(does))].toSorted(([one], [other]) => one - other);
  for (const [place, here] of places) {
    const lanes = [...Map.groupBy(here, laneOf).values()];
    await pMap(
      lanes,
      async (lane) => {
        for (const act of lane) await doAct(act);
      },
      { concurrency: maxConcurrency },
    );
    // A person who was named gets an account before acting, which some do on that day.
    const named = namedBy(here);
    if (acts.some(({ by, does }) => placeOf(does) > place && named.has(addressOf(by)))) await rest();
  }
};

/** Moves the clock to the morning of a day, where the daily list leaves and the sweep runs. */
export const liveThrough = (stack: ScenarioStack, day: CalendarDate): Promise<void> =>
  stack.moveTo(morningOf(day), { recurring: "on-arrival" });

/** Options of a played plan: the seed, the progress report, and the first and last day. */
export type PlanPlay = Pick<Play, "seed" | "progress"> & { readonly from: CalendarDate; readonly until: CalendarDate };

/** Every day from one to another: the daily list leaves and the sweep runs on each, whether a party acts on it or not. */
export const daysBetween = (from: CalendarDate, until: CalendarDate): readonly CalendarDate[] => {
  const days: CalendarDate[] = [];
  for (let day = from; day <= until; day = addDays(day, 1)) days.push(day);
  return days;
};

/** Plays a plan on every day, each request by its usual sender. */
export const playPlan = async (
  stack: ScenarioStack,
  plan: readonly DemoStep[],
  { seed, progress, from, until }: PlanPlay,
): Promise<void> => {
  const as = callersOf(stack);
  const days = Map.groupBy(plan, ({ on }) => on);
  const mandates: Mandates = new Map();
  const keys = new Map(plan.map((act, at) => [act, `demo-${seed}-${at}`]));
  let done = 0;
  const doAct = async (act: DemoStep): Promise<void> => {
    const api = as(addressOf(act.by));
    await persistently(() => sendCommand(api, keys.get(act) ?? "", act.by, act.does, mandates));
    done += 1;
    progress(done, plan.length, act.on);
  };
  for (const day of daysBetween(from, until)) {
    await liveThrough(stack, day);
    await playDay(days.get(day) ?? [], doAct, stack.rest);
    progress(done, plan.length, day);
  }
};

/**
 * Plays two and a half years of a group through the API, like its parties and the secretariat: day by day, each
 * request by its usual sender. An equal seed gives an equal course.
 */
export const runScenario = async (stack: ScenarioStack, { seed, group, progress }: Play): Promise<void> => {
  const as = callersOf(stack);
  const population = await readPopulation(as, group);
  const plan = planDemo(population, seed);
  progress(0, plan.length, "missions set how they are written to");
  await askForDigests(as, population, seed);
  progress(0, plan.length, "starting the group");
  const secretariat = as(demoPeople.secretariat);
  const { body: preview } = await answerOf(
    secretariat.POST("/v1/groups/{groupId}/start/previews", {
      params: { path: { groupId: group } },
      body: { startedOn: firstDay },
    }),
  );
  await answerOf(
    secretariat.POST("/v1/groups/{groupId}/start", {
      params: { path: { groupId: group }, header: makeIdempotencyKey(`demo-start-${group}`) },
      body: { startedOn: firstDay, preview: preview.hash },
    }),
  );
  await playPlan(stack, plan, { seed, progress, from: firstDay, until: lastDay });
  const officers = { secretariat: as(demoPeople.secretariat), second: as(demoPeople.secondSecretariat) };
  await writeToMany(officers, group, `demo-${seed}-bulletin`);
  await stack.rest();
  // Two papers are written: the second lists what changed since the first, which is published.
  await writePaper(secretariat, halfWay, stack.rest);
  await publishPaper(officers, halfWay);
  await writePaper(secretariat, lastDay, stack.rest);
};
