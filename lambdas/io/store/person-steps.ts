import { epochOf } from "../../../domain/base/time.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { SideRecord } from "../ports/commit.ts";
import type { CommitStep, Surroundings, Writer } from "./commit-steps.ts";
import { belongsTo, isFreeFor } from "./conditions.ts";
import { addressKey, erasingKey, personKey } from "./keys/users.ts";
import type { RecordKey } from "./keys/key.ts";

/** Returns an item that is empty until it is deleted, because a commit deletes nothing. */
const emptied = (key: RecordKey, at: Instant) => ({
  ...key,
  schema: 1,
  [recordsTable.timeToLive]: Math.floor(epochOf(at) / 1000),
});

/** Frees the address of a user, so that any other user may have it. */
const freeAddress = (writer: Writer, address: EmailAddress, user: UserId, at: Instant): CommitStep =>
  writer.put("records", emptied(addressKey(address), at), belongsTo("user", user), "stale");

/**
 * Returns the steps that move a person's identity to a separate item, so that no read returns it, and remaining
 * mentions can still be found.
 */
export const erasureSteps = (
  writer: Writer,
  { user, former }: Extract<SideRecord, { kind: "person-erased" }>,
  at: Instant,
): CommitStep[] => [
  writer.put("records", { ...erasingKey(user), schema: 1, user, ...former }),
  writer.put("records", { ...emptied(personKey(user), at), user }),
  freeAddress(writer, former.person.email, user, at),
];

export const personSteps = (
  writer: Writer,
  { user, person }: Extract<SideRecord, { kind: "person" }>,
  { addressBefore, at }: Surroundings,
): CommitStep[] => {
  const old = addressBefore(user);
  const row = { ...personKey(user), schema: 1, user, person };
  if (old === person.email) return [writer.put("records", row)];
  const address = { ...addressKey(person.email), schema: 1, user };
  const taken = writer.put("records", address, isFreeFor("user", user), "address-taken");
  const freed = old === undefined ? [] : [freeAddress(writer, old, user, at)];
  return [writer.put("records", row), taken, ...freed];
};
