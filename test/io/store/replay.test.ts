import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Decision } from "../../../domain/base/decision.ts";
import { aggregateKey, verifyChain } from "../../../domain/base/hash-chain.ts";
import { nominate, startReview } from "../../../domain/review/commands/start-review.ts";
import { fold, type Aggregate } from "../../../domain/audit/aggregates.ts";
import { linkAccount, updatePerson } from "../../../domain/parties/users.ts";
import { type AnyChange, type SideRecord, Conflict } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import {
  at,
  change,
  day,
  drawOf,
  onePage,
  mandateId,
  party,
  personOf,
  registeredUser,
  reviewId,
  userId,
} from "../../fixtures/changes.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import { memoryStore } from "../../fakes/memory/store.ts";

const codes = ["FR", "BR", "JP"] as const;
const code = fc.constantFrom(...codes);
const number = fc.integer({ min: 0, max: 3 });
/** 0 decides on the present state, 1 on the state before the last command: a stale view. */
const lag = fc.constantFrom(0, 0, 0, 1);

const step = fc.oneof(
  fc.record({ do: fc.constant("draw" as const), codes: fc.uniqueArray(code, { minLength: 1 }) }),
  fc.record({ do: fc.constant("start" as const), codes: fc.uniqueArray(code, { minLength: 1 }), lag }),
  fc.record({
    do: fc.constant("name" as const),
    codes: fc.uniqueArray(code, { minLength: 1 }),
    party: code,
    role: fc.constantFrom("focal-point" as const, "expert" as const, "observer" as const),
    number,
    lag,
  }),
  fc.record({ do: fc.constant("register" as const), number, address: number, party: fc.option(code) }),
  fc.record({ do: fc.constant("link" as const), number, sub: number, lag }),
  fc.record({ do: fc.constant("update" as const), number, address: number, lag }),
);
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never;
type Known = ReadonlyMap<string, Aggregate<AggregateKind>>;

const subjects: readonly (readonly [AggregateKind, string])[] = [
  ...codes.map((one) => ["review", reviewId(one)] as const),
  ...[0, 1, 2, 3].map((one) => ["user", userId(one)] as const),
];

const snapshot = async (store: Store): Promise<Known> => {
  const [reviews, users] = await Promise.all([
    store.loadMany("review", codes.map(reviewId)),
    store.loadMany("user", [0, 1, 2, 3].map(userId)),
  ]);
  return new Map([...reviews, ...users].map((aggregate) => [aggregateKey(aggregate.kind, aggregate.id), aggregate]));
};
const of = <K extends AggregateKind>(known: Known, kind: K, id: string): Aggregate<K> | undefined =>
  known.get(aggregateKey(kind, id)) as Aggregate<K> | undefined;

const decidedOn = <K extends AggregateKind>(
  aggregate: Aggregate<K> | undefined,
  decide: (state: Aggregate<K>["state"]) => Decision,
  sideRecords: readonly SideRecord[] = [],
): Change[] => {
  if (aggregate === undefined) return [];
  const decision = decide(aggregate.state);
  return decision.ok
    ? [
        change(
          aggregate.kind,
          aggregate.id,
          aggregate,
          decision.facts,
          decision.facts.length > 0 ? sideRecords : [],
        ) as Change,
      ]
    : [];
};
type Change = AnyChange;

const changesOf = (what: Step, place: number, seen: readonly Known[]): readonly Change[] => {
  const known = seen.at(-1 - ("lag" in what ? what.lag : 0)) ?? new Map<string, Aggregate<AggregateKind>>();
  const when = at(`2020-12-03T09:00:00.${String(place).padStart(3, "0")}Z`);
  switch (what.do) {
    case "draw":
      return what.codes.map((one) => drawOf(one, ...codes.filter((other) => other !== one)));
    case "start":
      return what.codes.flatMap((one) =>
        decidedOn(of(known, "review", reviewId(one)), (review) => startReview(review, day("2020-12-01"))),
      );
    case "name":
      return what.codes.flatMap((one) =>
        decidedOn(of(known, "review", reviewId(one)), (review) =>
          nominate(review, {
            mandate: mandateId(place),
            role: what.role,
            party: party(what.party),
            user: userId(what.number),
            at: when,
          }),
        ),
      );
    case "register":
      return [
        registeredUser(what.number, {
          email: `person-${what.address}@example.org`,
          ...(what.party === null ? {} : { party: what.party }),
        }),
      ];
    case "link":
      return decidedOn(of(known, "user", userId(what.number)), (user) => linkAccount(user, `sub-${what.sub}`, when));
    case "update":
      return decidedOn(of(known, "user", userId(what.number)), (user) => updatePerson(user, {}, when), [
        { kind: "person", user: userId(what.number), person: personOf(what.address) },
      ]);
  }
};

/** Returns the result of a commit in a form that is comparable between two stores. */
const outcomeOf = async (store: Store, changes: readonly Change[], place: number): Promise<unknown> => {
  try {
    return await store.commit({
      changes,
      by: "react",
      at: at(`2020-12-03T10:00:00.${String(place).padStart(3, "0")}Z`),
      idempotency: {
        key: `key-${place % 7}`,
        bodyHash: String(place),
        reply: { status: 200, headers: {}, body: "" },
      },
    });
  } catch (error) {
    if (error instanceof Conflict) return error.why;
    throw error;
  }
};

const isWhole = async (store: Store): Promise<void> => {
  for (const [kind, id] of subjects) {
    const aggregate = await store.load(kind, id);
    const { items: entries } = await store.journalOf(kind, id, onePage);
    const report = verifyChain(aggregateKey(kind, id), entries, { aggregate: aggregate ?? { version: 0, hash: "" } });
    expect(report).toMatchObject({ intact: true, entries: aggregate?.version ?? 0 });
    const replayed = fold(
      kind,
      undefined,
      entries.flatMap(({ facts }) => facts),
    );
    expect(replayed).toEqual(aggregate?.state);
  }
};

/** Returns every answer that depends on more than one subject. */
const answersOf = async (store: Store): Promise<unknown> => ({
  due: await store.due(onePage),
  focalPoints: await store.pending("focal-point", onePage),
  experts: await store.pending("experts", onePage),
  stages: await store.reviewsInStage("nomination", onePage),
  feed: await store.feed("2020-12", onePage),
  ofParties: await Promise.all(codes.map((one) => store.reviewsOfParty(party(one)))),
  usersOf: await Promise.all(codes.map((one) => store.usersOfParty(party(one)))),
  persons: await store.persons([0, 1, 2, 3].map(userId)),
  addresses: await Promise.all([0, 1, 2, 3].map((one) => store.userOfAddress(personOf(one).email))),
  accounts: await Promise.all([0, 1, 2, 3].map((one) => store.userOfAccount(`sub-${one}`))),
});

/** Runs commands one after the other. A refused one must leave every subject as it was. */
const run = async (store: Store, steps: readonly Step[]): Promise<unknown[]> => {
  const seen = [await snapshot(store)];
  const outcomes: unknown[] = [];
  for (const [place, what] of steps.entries()) {
    const before = seen.at(-1);
    const changes = changesOf(what, place, seen);
    const outcome = await outcomeOf(store, changes, place);
    const after = await snapshot(store);
    if (typeof outcome === "string") expect(after).toEqual(before);
    else
      for (const [subject, aggregate] of after) {
        const moved = changes.some(({ kind, id, facts }) => aggregateKey(kind, id) === subject && facts.length > 0);
        expect(aggregate.version).toBe((before?.get(subject)?.version ?? 0) + (moved ? 1 : 0));
      }
    outcomes.push(outcome);
    seen.push(after);
  }
  return outcomes;
};

test("whatever is commanded, the journals in memory replay to the stored aggregates and their chains hold", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), async (steps) => {
      const store = memoryStore();
      await run(store, steps);
      await isWhole(store);
    }),
    { numRuns: 60 },
  );
});

describe.runIf(engineRunsHere)("on the engine", () => {
  const emptyStore = openEngineStore();

  test("equal commands end as in memory, reply for reply", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const fake = memoryStore();
        const { store: real } = await emptyStore();
        expect(await run(real, steps)).toEqual(await run(fake, steps));
        await isWhole(real);
        expect(await answersOf(real)).toEqual(await answersOf(fake));
      }),
      { numRuns: 12 },
    );
  });
});
