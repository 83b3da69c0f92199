import type { Instant } from "../../schemas/base/values.ts";
import type { Store } from "../io/ports/store.ts";
import type { Session } from "./record-second-factor.ts";

/**
 * Records that the address of a mission is correct: a user signed in as the mission with that address after it was set.
 * The system records it, so it is no act of that user. Records nothing for other users, for a session with an unknown
 * start, or if no address waits for confirmation.
 */
export const confirmOnSignIn = async (store: Store, { user, signedInAt }: Session, now: Instant): Promise<void> => {
  const { id, role, party } = user;
  if (role !== "permanent-mission" || party === undefined || signedInAt === undefined) return;
  const aggregate = await store.load("party", party);
  const unconfirmed = aggregate?.state.unconfirmedChange;
  if (aggregate === undefined || unconfirmed === undefined || signedInAt < unconfirmed.lastAt) return;
  const [contacts, person] = await Promise.all([store.mission(party), store.person(id)]);
  if (contacts === undefined || contacts.address !== person?.email) return;
  const { addressChanges: change = 0 } = aggregate.state;
  const [{ executeOnAggregate }, { confirmMissionAddress }] = await Promise.all([
    import("./execute-command.ts"),
    import("../../domain/parties/parties.ts"),
  ]);
  await executeOnAggregate(store)({
    kind: "party",
    id: party,
    by: "api",
    now,
    decide: (state) => confirmMissionAddress(state, { by: "sign-in", user: id, change, signedInAt }, now),
  });
};
