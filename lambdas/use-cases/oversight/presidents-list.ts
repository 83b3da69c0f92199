import { isInPhase, type PhaseFilter } from "../../../domain/base/cycles.ts";
import { isLetterInPhase } from "../../../domain/letters/about-clusters.ts";
import { firstMissing, presidentsList } from "../../../domain/oversight/presidents-list.ts";
import { presidentsListView } from "../../../domain/views/presidents-list.ts";
import type { PresidentsListView } from "../../../schemas/views/presidents-list.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Page, PageRequest, Store } from "../../io/ports/store.ts";
import { reviewsOwing } from "./reviews-owing.ts";

export interface PresidentsListIo {
  readonly store: Pick<Store, "pending" | "loadMany" | "contacts">;
  readonly ledger: Pick<Ledger, "aboutNominations">;
}

/** Whoever is missing on the list is owed by one of these obligations. */
const nominationKinds = ["focal-point", "experts"] as const;

/** As much is asked for in a call as one may give; a call gives less where that is more than 1 MB. */
const perCall = 1_000;
/** So many calls ask for letters, and as many for contacts: more than the reminder schedules of all parties send in two years. */
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
    const page = await question({ limit: perCall, ...(after === undefined ? {} : { after }) });
    items.push(...page.items);
    after = page.next;
    if (after === undefined) return { items };
  }
  const oldest = items.at(-1);
  return { items, since: oldest === undefined ? now : instantOf(oldest) };
};

/**
 * The President's list as it stands now, of one cycle or cluster where that is asked for, from the reviews in which somebody
 * owes a nomination, with letters and contacts of each party on it. However many parties are on it, of all letters about nominations since the first of the seats fell
 * vacant, and of all contacts, the newest are read, in two calls each; the list says from when on they are complete where
 * there are more. Throws where a row cannot be read. Eventually consistent.
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
    io.store.loadMany("party", [...new Set(listed.map(({ party }) => party))]),
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
    ...(letters.since === undefined ? {} : { lettersSince: letters.since }),
    ...(contacts.since === undefined ? {} : { contactsSince: contacts.since }),
  };
};
