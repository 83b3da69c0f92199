import { firstMissing, presidentsList } from "../../../domain/oversight/presidents-list.ts";
import { presidentsListView } from "../../../domain/views/presidents-list.ts";
import type { PresidentsListView } from "../../../schemas/views/presidents-list.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { readableHeads } from "../base/skip-unreadable.ts";
import { everyReview } from "../planning/every-review.ts";

export interface PresidentsListIo {
  readonly store: Pick<Store, "list" | "load" | "loadMany" | "contacts">;
  readonly ledger: Pick<Ledger, "aboutNominations">;
}

/** As much is asked for in a call as one may give. */
const perCall = 1_000;
/** So many calls ask for letters: more than the ladders of all parties send in two years. */
const letterCalls = 2;

/** The newest letters about nominations that were planned since an instant. */
const lettersSince = async ({ ledger }: PresidentsListIo, from: Instant): Promise<readonly Letter[]> => {
  const letters: Letter[] = [];
  let after: string | undefined;
  for (let calls = 0; calls < letterCalls; calls += 1) {
    const page = await ledger.aboutNominations({
      limit: perCall,
      from,
      onUnreadable: logUnreadable,
      ...(after === undefined ? {} : { after }),
    });
    letters.push(...page.items);
    after = page.next;
    if (after === undefined) break;
  }
  return letters;
};

/**
 * The President's list as it stands now, from the reading that the figures are counted from, with letters and contacts
 * of each party on it. However many parties are on it, those are four or five calls: of all contacts, and of all letters
 * about nominations since the first of the seats fell vacant, the newest are read. Eventually consistent.
 */
export const presidentsListNow = async (io: PresidentsListIo, now: Instant): Promise<PresidentsListView> => {
  const reviews = await everyReview(io.store);
  const listed = presidentsList(reviews, now);
  const from = firstMissing(listed);
  if (from === undefined) return presidentsListView(reviews, listed, [], now);
  const [parties, letters, contacts] = await Promise.all([
    readableHeads(io.store, "party", [...new Set(listed.map(({ party }) => party))]),
    lettersSince(io, from),
    io.store.contacts({ limit: perCall, onUnreadable: logUnreadable }),
  ]);
  const lettersTo = Map.groupBy(letters, ({ party }) => party);
  const contactsWith = Map.groupBy(contacts.items, ({ party }) => party);
  const followedUp = parties.map(({ state }) => ({
    party: state,
    letters: lettersTo.get(state.id) ?? [],
    contacts: contactsWith.get(state.id) ?? [],
  }));
  return presidentsListView(reviews, listed, followedUp, now);
};
