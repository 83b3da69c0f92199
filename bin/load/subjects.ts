import pMap from "p-map";
import { planGroup } from "../../domain/parties/groups.ts";
import { registerParty, setMissionContacts } from "../../domain/parties/parties.ts";
import { drawReview } from "../../domain/review/commands/start-review.ts";
import { confirmUser } from "../../domain/parties/second-person.ts";
import { type NewUser, registerUser } from "../../domain/parties/users.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { startOfDay } from "../../domain/base/time.ts";
import type { AggregateKind, Fact } from "../../schemas/model/fact.ts";
import type { DemoMissionsFile, PairedGroup, PairingFile } from "../../schemas/model/data-files.ts";
import { groupIdOf, PartyId, type UserId } from "../../schemas/base/ids.ts";
import type { Person, User } from "../../schemas/model/user.ts";
import type { EmailAddress, Instant } from "../../schemas/base/values.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { AnyChange } from "../../lambdas/io/ports/commit.ts";
import type { Store } from "../../lambdas/io/ports/store.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../lambdas/commands/execute-command.ts";
import { importParties, type PartiesImported } from "../../lambdas/use-cases/accounts/import-parties.ts";

export interface LoadOptions {
  readonly store: Store;
  readonly now: Instant;
  readonly by: string;
  readonly tick: () => void;
}

const maxConcurrency = 8;

const factsOf = (decision: Decision): readonly Fact[] => {
  if (!decision.ok) throw new Error(`Refused: ${decision.refusal} ${JSON.stringify(decision.details ?? {})}`);
  return decision.facts;
};

/** Registers or corrects parties, and returns which. Throws where one is refused. */
export const loadParties = async (
  { store, now, by }: Pick<LoadOptions, "store" | "now" | "by">,
  parties: readonly Party[],
): Promise<PartiesImported> => {
  const result = await importParties(store, parties, by, now);
  if (!result.ok) throw new Error(`Refused: ${result.refusal}`);
  return result.imported;
};

/**
 * The maximum number of aggregates in one transaction of a hundred items. A review has three items and one for each of
 * its seats: those of two reviewers, of the party under review and of additional reviewers.
 */
const aggregatesPerTransaction = 8;

/** Loads items in few transactions. `decide` reads the current rows of a batch, and returns the changes it needs. */
const loadBatches = async <Item>(
  { store, now, by, tick }: LoadOptions,
  items: readonly Item[],
  decide: (batch: readonly Item[]) => Promise<readonly AnyChange[]>,
): Promise<void> => {
  const batches = Array.from({ length: Math.ceil(items.length / aggregatesPerTransaction) }, (_, place) =>
    items.slice(place * aggregatesPerTransaction, (place + 1) * aggregatesPerTransaction),
  );
  await pMap(
    batches,
    async (batch) => {
      const execute = executeCommand(store);
      await execute({ by, now, decide: async () => ({ ok: true, changes: await decide(batch), outcome: undefined }) });
      for (let done = 0; done < batch.length; done += 1) tick();
    },
    { concurrency: maxConcurrency },
  );
};

/** Returns the items whose aggregate does not exist. */
const withoutAggregate = async <Item extends { readonly id: string }>(
  { store }: LoadOptions,
  kind: AggregateKind,
  items: readonly Item[],
): Promise<readonly Item[]> => {
  const ids = items.map(({ id }) => id);
  const known = new Set<string>((await store.loadMany(kind, ids)).map(({ id }) => id));
  return items.filter(({ id }) => !known.has(id));
};

/** Registers parties that do not exist; existing ones stay as they are. */
export const registerParties = (loading: LoadOptions, parties: readonly Party[]): Promise<void> =>
  loadBatches(loading, parties, async (batch) =>
    (await withoutAggregate(loading, "party", batch)).map((party) =>
      changeOf("party", party.id, undefined, factsOf(registerParty(party, loading.now))),
    ),
  );

const loadReviews = (loading: LoadOptions, pairing: PairingFile, { number, reviews }: PairedGroup): Promise<void> => {
  const { cycle, cluster, document, drawnOn } = pairing;
  const drawnAt = drawnOn === undefined ? loading.now : startOfDay(drawnOn);
  return loadBatches(loading, reviews, async (batch) =>
    (await withoutAggregate(loading, "review", batch)).map((paired) => {
      const deviations = pairing.deviations.filter(({ party }) => party === paired.party);
      const drawing = { ...paired, cluster, group: groupIdOf(cluster, number, cycle), document, deviations };
      return changeOf("review", paired.id, undefined, factsOf(drawReview(drawing, drawnAt)));
    }),
  );
};

const loadGroup = ({ store, now, by }: LoadOptions, { cycle, cluster }: PairingFile, group: PairedGroup) =>
  executeCommand(store)({
    by,
    now,
    decide: async () => {
      const id = groupIdOf(cluster, group.number, cycle);
      if ((await store.load("group", id)) !== undefined) return { ok: true, changes: [], outcome: undefined };
      const plan = {
        cycle,
        cluster,
        group: group.number,
        plannedFor: group.plannedFor,
        reviews: group.reviews.map((review) => review.id),
      };
      const change = changeOf("group", id, undefined, factsOf(planGroup(plan, now)));
      return { ok: true, changes: [change], outcome: undefined };
    },
  });

/** Records a drawn pairing: its reviews, then the groups that contain them. Existing ones stay as they are. */
export const loadPairing = async (loading: LoadOptions, pairing: PairingFile): Promise<void> => {
  for (const group of pairing.groups) {
    await loadReviews(loading, pairing, group);
    await loadGroup(loading, pairing, group);
  }
};

/** Sets the contact data of missions that have none. Throws if a party is not registered. */
export const loadMissions = (loading: LoadOptions, { missions }: Pick<DemoMissionsFile, "missions">): Promise<void> => {
  const { store, now } = loading;
  const given = Object.entries(missions).map(([code, mission]) => ({ party: PartyId.parse(code), mission }));
  return loadBatches(loading, given, async (batch) => {
    const ids = batch.map(({ party }) => party);
    const [aggregates, known] = await Promise.all([store.loadMany("party", ids), store.missions(ids)]);
    const byId = new Map<string, Aggregate<"party">>(aggregates.map((aggregate) => [aggregate.id, aggregate]));
    return batch.flatMap(({ party, mission }) => {
      const aggregate = byId.get(party);
      if (aggregate === undefined) throw new Error(`No party ${party} is registered`);
      if (known.has(party)) return [];
      const facts = factsOf(setMissionContacts(aggregate.state, now));
      return [changeOf("party", party, aggregate, facts, [{ kind: "mission", party, mission }])];
    });
  });
};

interface LoadedUser {
  readonly user: NewUser;
  readonly person: Person;
}

const registrationOf = ({ user, person }: LoadedUser, now: Instant) =>
  changeOf("user", user.id, undefined, factsOf(registerUser(user, now)), [{ kind: "person", user: user.id, person }]);

/** Registers the users whose address no user has. */
export const loadUsers = (loading: LoadOptions, users: readonly LoadedUser[]): Promise<void> =>
  loadBatches(loading, users, async (batch) => {
    const holders = await Promise.all(batch.map(({ person }) => loading.store.userOfAddress(person.email)));
    return batch.filter((_, place) => holders[place] === undefined).map((each) => registrationOf(each, loading.now));
  });

/** Registers a user unless a user has the address already; returns the user with the address. */
export const loadUser = async (loading: LoadOptions, user: NewUser, person: Person): Promise<UserId> => {
  const { store, now, by, tick } = loading;
  const done = await executeCommand(store)<UserId>({
    by,
    now,
    decide: async () => {
      const holder = await store.userOfAddress(person.email);
      if (holder !== undefined) return { ok: true, changes: [], outcome: holder };
      return { ok: true, changes: [registrationOf({ user, person }, now)], outcome: user.id };
    },
  });
  tick();
  if (!done.ok) throw new Error(`Refused: ${done.refusal}`);
  return done.outcome;
};

/**
 * Records the operator's confirmation that the user with an address is a user of the secretariat; a confirmed user
 * does not change. Returns the user. Throws if no user of the secretariat has the address.
 */
export const confirmLoaded = async (
  { store, now, by }: Pick<LoadOptions, "store" | "now" | "by">,
  address: EmailAddress,
): Promise<UserId> => {
  const id = await store.userOfAddress(address);
  const user = id === undefined ? undefined : await store.load("user", id);
  if (user?.state.role !== "secretariat") throw new Error("No user of the secretariat has this address");
  const decide = (state: User) => confirmUser(state, "operator", now);
  await executeOnAggregate(store)({ kind: "user", id: user.id, by, now, decide });
  return user.state.id;
};
