import { defined } from "../../../schemas/base/defined.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Decision, Refused } from "../../../domain/base/decision.ts";
import type { ErasureGrounds } from "../../../domain/oversight/erase-person.ts";
import { closeOffers } from "../../../domain/parties/mandate-offers.ts";
import type { Person, User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { changeOf, type CommandDecision, commandOn } from "../../commands/execute-command.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { AnyChange } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
import { partiesOfUser } from "../../../domain/parties/users.ts";
import { reviewsOfParties } from "./reviews-of-parties.ts";
import { lettersTo } from "./erase-person.ts";

export interface ErasureDecisionIo {
  readonly store: Store;
  readonly ledger: Pick<Ledger, "ofSubject" | "ofParty">;
}

/** The parties whose offers of mandates end with a person who is erased. */
const withoutOffers = async (store: Store, user: User, at: Instant): Promise<readonly AnyChange[]> => {
  const closed = Map.groupBy(closeOffers(user, at), ({ party }) => party);
  const aggregates = await store.loadMany("party", [...closed.keys()]);
  return aggregates.map((party) => changeOf("party", party.id, party, closed.get(party.state.id) ?? []));
};

/**
 * Decides on the erasure of a user, ordered or approved. An erasure moves the person's details to a separate item in
 * one commit. The reviews of the party must be unchanged since they were read, so that the person is not nominated in
 * parallel. Returns the user after the decision.
 */
export const decideErasure = async (
  { store, ledger }: ErasureDecisionIo,
  aggregate: Aggregate<"user">,
  person: Person | undefined,
  decide: (user: User, grounds: ErasureGrounds) => Decision,
  unchanged: readonly AnyChange[] = [],
): Promise<Refused | CommandDecision<Pick<Aggregate<"user">, "state" | "version">>> => {
  const user: User = aggregate.state;
  const aggregates = await store.loadMany("review", await reviewsOfParties(store, partiesOfUser(user)));
  const grounds = { reviews: aggregates.map(({ state }) => state), letters: await lettersTo(ledger, user) };
  const decision = decide(user, grounds);
  if (!decision.ok) return decision;
  const former = person && { person, ...defined({ sub: user.sub }) };
  const erasure = decision.facts.find(({ kind }) => kind === "user-erased");
  const sideRecords =
    former === undefined || erasure === undefined ? [] : [{ kind: "person-erased" as const, user: user.id, former }];
  const mustBeUnchanged = [...aggregates.map((review) => changeOf("review", review.id, review, [])), ...unchanged];
  const made = commandOn(aggregate, decision, (after) => after, { sideRecords, mustBeUnchanged });
  if (!made.ok || erasure === undefined) return made;
  return { ...made, changes: [...made.changes, ...(await withoutOffers(store, user, erasure.happenedAt))] };
};
