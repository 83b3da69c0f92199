import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import { erasePerson } from "../../../domain/oversight/erase-person.ts";
import type { ErasureReason, ErasureSource, Person, User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { changeOf, type CommandDecision } from "../../commands/execute-command.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { partiesOfUser } from "../../../domain/parties/users.ts";
import { reviewsOfParties } from "./reviews-of-parties.ts";
import { lettersTo } from "./erase-person.ts";

export interface ErasureDecisionIo {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "ofSubject" | "ofParty">;
}

/** How and why somebody is to be erased. */
export interface WantedErasure {
  readonly reason: ErasureReason;
  readonly source: ErasureSource;
}

/**
 * Decides on erasing a user, with who it was, who is told nobody any more from the commit on. The reviews of the party must
 * stand as they were read, so that nobody is named in them at the same time. Gives the user as they stand then.
 */
export const decideErasure = async (
  { store, ledger }: ErasureDecisionIo,
  head: Aggregate<"user">,
  person: Person | undefined,
  wanted: WantedErasure,
  now: Instant,
): Promise<Refused | CommandDecision<Pick<Aggregate<"user">, "state" | "version">>> => {
  const user: User = head.state;
  const heads = await store.loadMany("review", await reviewsOfParties(store, partiesOfUser(user)));
  const grounds = { reviews: heads.map(({ state }) => state), letters: await lettersTo(ledger, user) };
  const decision = erasePerson(user, grounds, wanted, now);
  if (!decision.ok) return decision;
  if (decision.facts.length === 0) return { ok: true, changes: [], outcome: head };
  const former = person && { person, ...(user.sub === undefined ? {} : { sub: user.sub }) };
  const sideRecords = former === undefined ? [] : [{ kind: "person-erased" as const, user: user.id, former }];
  const made = changeOf("user", head.id, head, decision.facts, sideRecords);
  return {
    ok: true,
    changes: [made],
    mustBeUnchanged: heads.map((review) => changeOf("review", review.id, review, [])),
    outcome: { state: made.after, version: head.version + 1 },
  };
};
