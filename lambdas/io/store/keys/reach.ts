import { inLetters, letterKey } from "./letters.ts";
import { sort } from "./key.ts";
import { workKeys } from "./work.ts";
import type { PartyRecipient } from "../../../../schemas/model/letter.ts";
import type { SuppressedAddress, UnreachableRecipient, BouncingAddress } from "../../../../schemas/model/address.ts";
import type { Hash } from "../../../../schemas/base/ids.ts";
import { bouncedWork, unreachableWork } from "../../../../domain/oversight/letter-work.ts";
import { logicalRecipient } from "../../../../domain/letters/letter-id.ts";

/** Partitions of other rows in the table of letters, separate from the lists of letters by state. */
export const suppressedPartition = "address-suppressed";
export const unreachablePartition = "recipient-unreachable";
export const returnedPartition = "address-returns";
/** Marks that were unsuppressed and recipients that are reached again, in the order in which they were over. */
export const overPartition = "over";
/** Returns the key of the mark of an address, by its hash. */
export const markKey = (address: Hash) => letterKey(`address#${address}`);
/** Returns the position of a row in the list of its kind, or in the list of ended rows. */
const placeInList = (partition: string, since: string, over: string | undefined, id: string) =>
  inLetters({ state: over === undefined ? partition : overPartition, attentionSort: sort(over ?? since, id) });
/** A mark as an item. */
export const markRow = (mark: SuppressedAddress) => ({
  ...markKey(mark.hash),
  ...mark,
  ...placeInList(suppressedPartition, mark.at, mark.unsuppressedAt, mark.hash),
});
/** Returns the key of the record that a recipient is unreachable. */
export const unreachableKey = (recipient: PartyRecipient) => letterKey(`unreachable#${logicalRecipient(recipient)}`);
/** A row about a recipient who cannot be reached, as an item. */
export const unreachableRow = (row: UnreachableRecipient) => ({
  ...row,
  ...unreachableKey(row.recipient),
  ...placeInList(unreachablePartition, row.since, row.until, unreachableKey(row.recipient).id),
  ...inLetters(workKeys(unreachableWork(row))),
});
/** Returns the key of the record that letters to one of a recipient's addresses bounce. */
export const returnedKey = ({ recipient, contact }: Pick<BouncingAddress, "recipient" | "contact">) =>
  letterKey(`returned#${logicalRecipient(recipient)}#${contact}`);
/** A row about an address from which letters come back, as an item. */
export const returnedRow = (row: BouncingAddress) => ({
  ...row,
  ...returnedKey(row),
  ...placeInList(returnedPartition, row.since, row.until, returnedKey(row).id),
  ...inLetters(workKeys(bouncedWork(row))),
});
