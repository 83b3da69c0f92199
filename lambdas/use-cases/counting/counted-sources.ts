import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { aggregateKey, parseAggregateKey } from "../../../domain/base/hash-chain.ts";
import { countedSpansOf } from "../../../domain/statistics/counted-spans.ts";
import type { CountedRow, CountedSource } from "../../../domain/statistics/recount.ts";
import { historyOf, historyOfReview } from "../../../domain/statistics/mechanism-history.ts";
import { PartyId, ReviewId, type UserId } from "../../../schemas/base/ids.ts";
import type { AggregateKind, Fact } from "../../../schemas/model/fact.ts";
import type { ProjectionStore } from "../../io/ports/projection.ts";
import type { Store } from "../../io/ports/store.ts";
import { all } from "../../io/pages.ts";
import type { AggregatesOnce } from "../../io/aggregates-once.ts";

export interface CountingIo {
  readonly store: Pick<Store, "loadMany" | "journalOf">;
  readonly counts: ProjectionStore;
}

/** The data from which sources are counted. */
interface CountedFrom {
  readonly store: Pick<Store, "journalOf">;
  readonly aggregates: AggregatesOnce;
}

/** The facts of a subject up to the version of its aggregate: what is recorded meanwhile is counted with its own entry. */
const factsUpTo = async <K extends AggregateKind>(
  { store }: CountedFrom,
  { kind, id, version }: Aggregate<K>,
): Promise<readonly Fact[]> => {
  const entries = await all((paging) => store.journalOf(kind, id, paging), 1_000);
  return entries.filter((entry) => entry.version <= version).flatMap(({ facts }) => facts);
};

const partiesAmong = (owners: readonly string[]): readonly PartyId[] =>
  owners.flatMap((owner) => {
    const [, id] = /^party#(.+)$/u.exec(owner) ?? [];
    return id === undefined ? [] : [PartyId.parse(id)];
  });

interface CountSurroundings {
  readonly parties: readonly Aggregate<"party">[];
  readonly users: readonly Aggregate<"user">[];
  readonly groups: readonly Aggregate<"group">[];
}

const surroundingsOf = async (
  { aggregates }: CountedFrom,
  { state: { seats, mandates, group } }: Aggregate<"review">,
  owners: readonly string[],
): Promise<CountSurroundings> => {
  const parties = new Set([
    ...Object.values(seats).map(({ party }) => party),
    ...Object.values(mandates).map(({ party }) => party),
    ...partiesAmong(owners),
  ]);
  const users = new Set<UserId>(Object.values(mandates).map(({ user }) => user));
  const [ofParties, ofUsers, groups] = await Promise.all([
    aggregates.parties(parties),
    aggregates.users(users),
    aggregates.groups([group]),
  ]);
  return { parties: ofParties, users: ofUsers, groups };
};

/** The versions by which a review is counted; of a group nothing but its plan is. */
const basisOf = ({ version }: Aggregate<"review">, { parties, users, groups }: CountSurroundings): string =>
  [
    version,
    ...[...parties, ...users].map((aggregate) => `${aggregate.id}:${aggregate.version}`),
    ...groups.map(({ state }) => state.plannedFor),
  ].join(" ");

const spansOf = (
  aggregate: Aggregate<"review">,
  facts: readonly Fact[],
  { parties, users, groups }: CountSurroundings,
) => {
  const mechanism = historyOfReview(facts, {
    parties: parties.map(({ state }) => state),
    people: new Map(users.map(({ state }) => [state.id, state])),
    planned: new Map(groups.map(({ state }) => [state.id, state.plannedFor])),
  });
  return countedSpansOf(mechanism, ReviewId.parse(aggregate.id));
};

/** Returns a review as it is counted now; undefined if the stored one is current, or if there is none. */
const countedReview = async (
  io: CountedFrom,
  id: string,
  row: CountedRow | undefined,
): Promise<CountedSource | undefined> => {
  const [aggregate] = await io.aggregates.reviews([id]);
  if (aggregate === undefined) return undefined;
  const before = row?.counted?.owners ?? [];
  const around = await surroundingsOf(io, aggregate, before);
  if (row?.counted?.basis === basisOf(aggregate, around)) return undefined;
  const facts = await factsUpTo(io, aggregate);
  const first = spansOf(aggregate, facts, around);
  // Parties that held a seat before are known once the journal is read.
  const whole = await surroundingsOf(io, aggregate, [...first.keys()]);
  const spans = whole.parties.length === around.parties.length ? first : spansOf(aggregate, facts, whole);
  return { id: aggregateKey("review", id), basis: basisOf(aggregate, whole), spans };
};

const countedParty = async (
  io: CountedFrom,
  id: string,
  row: CountedRow | undefined,
): Promise<CountedSource | undefined> => {
  const [aggregate] = await io.aggregates.parties([id]);
  if (aggregate === undefined || row?.counted?.basis === String(aggregate.version)) return undefined;
  const subject = aggregateKey("party", id);
  const mechanism = historyOf([{ subject, facts: [...(await factsUpTo(io, aggregate))] }]);
  return { id: subject, basis: String(aggregate.version), spans: countedSpansOf(mechanism, undefined) };
};

/** A review or party as it is counted now; undefined where it is counted so already, or is neither. */
export const countedSource = async (
  io: CountedFrom,
  subject: string,
  row: CountedRow | undefined,
): Promise<CountedSource | undefined> => {
  const { kind, id } = parseAggregateKey(subject);
  if (kind === "review") return countedReview(io, id, row);
  return kind === "party" ? countedParty(io, id, row) : undefined;
};
