import { defined } from "../../../schemas/base/defined.ts";
import { isInPhase, type PhaseFilter } from "../../../domain/base/cycles.ts";
import { isLetterInPhase } from "../../../domain/letters/about-clusters.ts";
import { firstMissing, presidentsList } from "../../../domain/oversight/presidents-list.ts";
import { presidentsListView } from "../../../domain/views/presidents-list.ts";
import type { PresidentsListView } from "../../../schemas/views/presidents-list.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Page, PageRequest } from "../../io/ports/paging.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewsOwing } from "./reviews-owing.ts";

export interface PresidentsListIo {
  readonly store: Pick<Store, "pending" | "lookUp" | "contacts">;
  readonly ledger: Pick<Ledger, "aboutNominations">;
}

/** Obligations that a party on the list has open. */
const nominationKinds = ["focal-point", "experts"] as const;

/** The items requested in one call, which is the maximum; a call returns fewer above 1 MB. */
const perCall = 1_000;
/**
 * The number of calls for letters, and for contacts: more than the reminder schedules of all parties need in two years.
 */
const callsPerList = 2;

/** The newest of a list; `since` is where the reading broke off, absent where it came to the end. */
interface Newest<Item> {
  readonly items: readonly Item[];
  readonly since?: Instant;
}

const newestOf = async <Item>(
  question: (paging: PageRequest) => Promise<Page<Item>>,
  instantOf: (item: Item) => Instant,
  now: Instant,
): Promise<Newest<Item>> => {
  const items: Item[] = [];
  let after: string | undefined;
  for (let calls = 0; calls < callsPerList; calls += 1) {
    const page = await question({ limit: perCall, ...defined({ after }) });
    items.push(...page.items);
    after = page.next;
    if (after === undefined) return { items };
  }
  const oldest = items.at(-1);
  return { items, since: oldest === undefined ? now : instantOf(oldest) };
};

/**
 * Returns the current President's list, of one cycle or cluster if requested: reviews with an open nomination, with
 * letters and contacts of each party. It reads the newest letters about nominations since the first seat became vacant,
 * and the newest contacts, in two calls each, for any number of parties. If there are more, the list states from when
 * it is complete. Throws if a row is unreadable. Eventually consistent.
 */
export const presidentsListNow = async (
  io: PresidentsListIo,
  now: Instant,
  phase: PhaseFilter = {},
): Promise<PresidentsListView> => {
  const pending = await reviewsOwing(io.store, nominationKinds);
  const reviews = pending.filter(({ id }) => isInPhase(id, phase));
  const listed = presidentsList(reviews, now);
  const from = firstMissing(listed);
  if (from === undefined) return { ...presidentsListView(reviews, listed, [], now), ...phase };
  const [parties, letters, contacts] = await Promise.all([
    io.store.lookUp("party", [...new Set(listed.map(({ party }) => party))]),
    newestOf(
      (paging) => io.ledger.aboutNominations({ ...paging, from }),
      ({ plannedAt }) => plannedAt,
      now,
    ),
    newestOf(
      (paging) => io.store.contacts(paging),
      ({ recordedAt }) => recordedAt,
      now,
    ),
  ]);
  const aboutThem = letters.items.filter((letter) => isLetterInPhase(letter, phase));
  const lettersTo = Map.groupBy(aboutThem, ({ party }) => party);
  const contactsWith = Map.groupBy(contacts.items, ({ party }) => party);
  const followedUp = parties.map(({ state }) => ({
    party: state,
    letters: lettersTo.get(state.id) ?? [],
    contacts: contactsWith.get(state.id) ?? [],
  }));
  return {
    ...presidentsListView(reviews, listed, followedUp, now),
    ...phase,
    ...defined({ lettersSince: letters.since, contactsSince: contacts.since }),
  };
};
