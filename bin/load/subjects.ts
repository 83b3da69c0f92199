import pMap from "p-map";
import { planGroup } from "../../domain/parties/groups.ts";
import { setMissionContacts } from "../../domain/parties/parties.ts";
import { drawReview } from "../../domain/review/commands/start-review.ts";
import { confirmUser } from "../../domain/parties/second-person.ts";
import { type NewUser, registerUser } from "../../domain/parties/users.ts";
import type { Decision } from "../../domain/base/decision.ts";
import { startOfDay } from "../../domain/base/time.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { DemoMissionsFile, PairedGroup, PairingFile } from "../../schemas/model/data-files.ts";
import { groupIdOf, PartyId, type UserId } from "../../schemas/base/ids.ts";
import type { Person, User } from "../../schemas/model/user.ts";
import type { EmailAddress, Instant } from "../../schemas/base/values.ts";
import type { Party } from "../../schemas/model/party.ts";
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

const loadReview = ({ store, now, by }: LoadOptions, pairing: PairingFile, group: PairedGroup, id: string) =>
  executeCommand(store)({
    by,
    now,
    decide: async () => {
      const paired = group.reviews.find((review) => review.id === id);
      if (paired === undefined) throw new Error(`The pairing has no review ${id}`);
      if ((await store.load("review", id)) !== undefined) return { ok: true, changes: [], outcome: undefined };
      const { cycle, cluster, document, drawnOn } = pairing;
      const deviations = pairing.deviations.filter(({ party }) => party === paired.party);
      const drawing = { ...paired, cluster, group: groupIdOf(cluster, group.number, cycle), document, deviations };
      const drawnAt = drawnOn === undefined ? now : startOfDay(drawnOn);
      const change = changeOf("review", id, undefined, factsOf(drawReview(drawing, drawnAt)));
      return { ok: true, changes: [change], outcome: undefined };
    },
  });

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

/** Records a pairing that was drawn: its reviews, then the groups that hold them. What is there stays. */
export const loadPairing = async (loading: LoadOptions, pairing: PairingFile): Promise<void> => {
  for (const group of pairing.groups) {
    await pMap(
      group.reviews,
      async ({ id }) => {
        await loadReview(loading, pairing, group, id);
        loading.tick();
      },
      { concurrency: maxConcurrency },
    );
    await loadGroup(loading, pairing, group);
  }
};

/** Sets the contact data of missions that have none. */
export const loadMissions = async (
  loading: LoadOptions,
  { missions }: Pick<DemoMissionsFile, "missions">,
): Promise<void> => {
  const { store, now, by, tick } = loading;
  await pMap(
    Object.entries(missions),
    async ([code, mission]) => {
      const party = PartyId.parse(code);
      await executeCommand(store)({
        by,
        now,
        decide: async () => {
          const aggregate = await store.load("party", party);
          if (aggregate === undefined) throw new Error(`No party ${party} is registered`);
          if ((await store.mission(party)) !== undefined) return { ok: true, changes: [], outcome: undefined };
          const facts = factsOf(setMissionContacts(aggregate.state, now));
          const change = changeOf("party", party, aggregate, facts, [{ kind: "mission", party, mission }]);
          return { ok: true, changes: [change], outcome: undefined };
        },
      });
      tick();
    },
    { concurrency: maxConcurrency },
  );
};

/** Registers a user unless a user has the address already; returns the user with the address. */
export const loadUser = async (loading: LoadOptions, user: NewUser, person: Person): Promise<UserId> => {
  const { store, now, by, tick } = loading;
  const done = await executeCommand(store)<UserId>({
    by,
    now,
    decide: async () => {
      const holder = await store.userOfAddress(person.email);
      if (holder !== undefined) return { ok: true, changes: [], outcome: holder };
      const facts = factsOf(registerUser(user, now));
      const change = changeOf("user", user.id, undefined, facts, [{ kind: "person", user: user.id, person }]);
      return { ok: true, changes: [change], outcome: user.id };
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
