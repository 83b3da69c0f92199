import { readFileSync } from "node:fs";
import pMap from "p-map";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { completeGroupStart, planGroup, startGroup } from "../../../domain/parties/groups.ts";
import { parsePartyFile } from "../../../domain/parties/parse-party-file.ts";
import { registerParty } from "../../../domain/parties/parties.ts";
import { registerUser } from "../../../domain/parties/users.ts";
import { publishObservations } from "../../../domain/review/commands/observations.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { CycleId, type GroupId, groupIdOf, type ReviewId, reviewIdOf } from "../../../schemas/base/ids.ts";
import { CalendarDate, type Instant } from "../../../schemas/base/values.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Stage } from "../../../schemas/model/review.ts";
import { agree, clear, conclude, submit, table } from "../../domain/review/journey.ts";
import { at, delegate, focalPoint, Play, seat, secretariat } from "../../domain/review/play.ts";
import { change, factsOf } from "../../fixtures/changes.ts";

/** Fills a store with reviews of many cycles, each brought to its stage by decisions of the domain. */

/** The limit of parallel transactions. */
const maxConcurrency = 16;
const perGroup = 63;
const drawnAt = at("2020-11-02");
const startedOn = CalendarDate.parse("2020-12-01");

export interface Filled {
  readonly parties: readonly Party[];
  /** The group whose reviews wait for their start. */
  readonly next: GroupId;
  readonly counts: Readonly<Partial<Record<Stage, number>>>;
}

const partiesOfFile = (): readonly Party[] => {
  const file = parsePartyFile(readFileSync(new URL("../../../data/parties.csv", import.meta.url), "utf8"));
  if (!file.ok) throw new Error("data/parties.csv cannot be read");
  return file.parties.filter(({ participation }) => participation === "takes-part");
};

/** A planned review: its party, phase and group, and its stage. */
interface ReviewPlan {
  readonly id: ReviewId;
  readonly cluster: number;
  readonly group: GroupId;
  readonly codes: readonly [string, string, string];
  readonly stage: Stage;
}

const cycleNumbered = (number: number): CycleId => CycleId.parse(`untoc${number}`);

/** The stages of reviews that are not concluded, one after the other; every second other review is concluded. */
const underWay = ["nomination", "consultation", "questionnaire", "feedback", "observations"] as const;

const stageOf = (place: number, inNext: number): Stage => {
  if (place < inNext) return "scheduled";
  return place % 2 === 0 ? "concluded" : (underWay[((place - 1) / 2) % underWay.length] ?? "concluded");
};

/** Plans this number of reviews: party after party, cluster after cluster, cycle after cycle; the next group first. */
const planReviews = (reviews: number, parties: readonly Party[], inNext: number): readonly ReviewPlan[] =>
  Array.from({ length: reviews }, (_, place): ReviewPlan => {
    const phase = Math.floor(place / parties.length);
    const [cycle, cluster, own] = [Math.floor(phase / 4) + 1, (phase % 4) + 1, place % parties.length];
    const codeAt = (step: number): string => parties[(own + step) % parties.length]?.id ?? "";
    const party = parties[own];
    if (party === undefined) throw new Error("There are no parties");
    const group = groupIdOf(cluster, Math.floor(own / perGroup) + 1, cycleNumbered(cycle));
    return {
      id: reviewIdOf(cluster, party.id, cycleNumbered(cycle)),
      cluster,
      group: place < inNext ? groupIdOf(1, 99) : group,
      codes: [party.id, codeAt(1), codeAt(2)],
      stage: stageOf(place, inNext),
    };
  });

const drawnPlay = ({ id, cluster, group, codes: [under, ...reviewing] }: ReviewPlan): Play => {
  const play = new Play([seat(under, "under-review"), ...reviewing.map((code) => seat(code, "reviewing"))], drawnAt);
  const [drawn] = play.facts;
  if (drawn?.kind !== "review-drawn") throw new Error("A review begins with its draw");
  play.facts[0] = { ...drawn, review: id, cluster, group };
  play.review = evolveReview(undefined, play.facts[0]);
  return play;
};

/** The steps of a review on its way, and the stage that each leads to. */
const steps: readonly {
  readonly leadsTo: Stage;
  readonly take: (play: Play, codes: ReviewPlan["codes"]) => unknown;
}[] = [
  { leadsTo: "nomination", take: (play) => play.start() },
  { leadsTo: "consultation", take: (play) => play.nameAll() },
  { leadsTo: "questionnaire", take: (play) => conclude(play, "2021-01-11") },
  { leadsTo: "feedback", take: (play) => submit(play, "2021-06-30") },
  {
    leadsTo: "observations",
    take: (play, [, one, other]) => clear(clear(play, one, "2021-10-01"), other, "2021-11-15"),
  },
  {
    leadsTo: "concluded",
    take: (play, codes) => {
      table(play, "v", "2021-12-01", focalPoint(codes[1]));
      for (const code of codes) agree(play, code, 1, "2022-01-20");
      play.do((review) => publishObservations(review, secretariat, { version: 1 }, at("2022-02-01")));
    },
  },
];

const stages: readonly Stage[] = ["scheduled", ...steps.map(({ leadsTo }) => leadsTo)];

/**
 * Returns the entries of a journal, each with its time: of the draw, of the beginning up to the consultation, and of
 * the later stages. A realistic journal has some thirty.
 */
const entriesOf = (plan: ReviewPlan): readonly { readonly facts: readonly Fact[]; readonly recordedAt: Instant }[] => {
  const play = drawnPlay(plan);
  const ends = [play.facts.length];
  for (const [place, step] of steps.slice(0, stages.indexOf(plan.stage)).entries()) {
    step.take(play, plan.codes);
    if (place === 1) ends.push(play.facts.length);
  }
  if (ends.at(-1) !== play.facts.length) ends.push(play.facts.length);
  const days = ["2020-11-02", "2020-12-10", "2022-02-01"] as const;
  return ends.map((end, place) => ({
    facts: play.facts.slice(ends[place - 1] ?? 0, end),
    recordedAt: at(days[place] ?? "2022-02-01"),
  }));
};

/** The number of reviews of one stage in one transaction. */
const inTransaction = 4;

/** Writes reviews of one stage together, entry by entry. */
const writeReviews = async (store: Store, plans: readonly ReviewPlan[]): Promise<void> => {
  const journals = plans.map(entriesOf);
  let aggregates: readonly (Aggregate<"review"> | undefined)[] = plans.map(() => undefined);
  for (const [place, entry] of (journals[0] ?? []).entries()) {
    const changes = plans.map(({ id }, own) =>
      change("review", id, aggregates[own], journals[own]?.[place]?.facts ?? []),
    );
    await store.commit({ changes, by: "load", at: entry.recordedAt });
    aggregates = await store.loadMany(
      "review",
      plans.map(({ id }) => id),
    );
  }
};

const writeGroups = async (store: Store, plans: readonly ReviewPlan[], next: GroupId): Promise<void> => {
  const groups = [...Map.groupBy(plans, ({ group }) => group)];
  await pMap(
    groups,
    async ([id, those]) => {
      const [, cycle, cluster, number] = /^(?:([a-z]+\d+)-)?c(\d)-g(\d+)$/u.exec(id) ?? [];
      const plan = {
        cycle: cycle === undefined ? undefined : CycleId.parse(cycle),
        cluster: Number(cluster),
        group: Number(number),
        plannedFor: startedOn,
        reviews: those.map((review) => review.id),
      };
      const write = async (facts: readonly Fact[]): Promise<void> => {
        const aggregate = await store.load("group", id);
        await store.commit({ changes: [change("group", id, aggregate, facts)], by: "load", at: at("2020-12-01") });
      };
      await write(factsOf(planGroup(plan, drawnAt)));
      if (id === next) return;
      for (const decide of [startGroup, completeGroupStart]) {
        const aggregate = await store.load("group", id);
        if (aggregate === undefined) throw new Error(`There is no group ${id}`);
        const now = at("2020-12-01");
        await write(
          factsOf(
            decide === startGroup
              ? startGroup(aggregate.state, startedOn, now)
              : completeGroupStart(aggregate.state, now),
          ),
        );
      }
    },
    { concurrency: maxConcurrency },
  );
};

/** A focal point and an expert of each party, who serve in all its reviews, and one user of the secretariat. */
const usersOf = (parties: readonly Party[]): readonly AnyChange[] => [
  change(
    "user",
    secretariat.id,
    undefined,
    factsOf(registerUser({ ...secretariat, role: "secretariat", sub: "bench" }, drawnAt)),
  ),
  ...parties.flatMap(({ id }) =>
    ["fp", "ex"].map((name) => {
      const user = delegate(id, name).id;
      const registered = registerUser({ id: user, role: "delegate", party: id, sub: `${name} ${id}` }, drawnAt);
      return change("user", user, undefined, factsOf(registered));
    }),
  ),
];

/** Fills an empty store. Half of the reviews, at most a thousand, wait in a group that is to be started. */
export const fill = async (store: Store, reviews: number): Promise<Filled> => {
  const parties = partiesOfFile();
  const inNext = Math.min(1_000, Math.floor(reviews / 2));
  const plans = planReviews(reviews, parties, inNext);
  const changes = [
    ...parties.map((party) => change("party", party.id, undefined, factsOf(registerParty(party, drawnAt)))),
    ...usersOf(parties),
  ];
  for (let from = 0; from < changes.length; from += 20)
    await store.commit({ changes: changes.slice(from, from + 20), by: "load", at: drawnAt });
  const lots = [...Map.groupBy(plans, ({ stage }) => stage).values()].flatMap((those) =>
    Array.from({ length: Math.ceil(those.length / inTransaction) }, (_, lot) =>
      those.slice(lot * inTransaction, (lot + 1) * inTransaction),
    ),
  );
  await pMap(lots, (lot) => writeReviews(store, lot), { concurrency: maxConcurrency });
  const next = groupIdOf(1, 99);
  await writeGroups(store, plans, next);
  const counts = Object.fromEntries(
    [...Map.groupBy(plans, ({ stage }) => stage)].map(([stage, those]) => [stage, those.length]),
  );
  return { parties, next, counts };
};
