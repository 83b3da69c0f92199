import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { AddressOwner, AnyChange, SideRecord } from "../../../lambdas/io/ports/commit.ts";
import { bulletinOf, isOfBulletin } from "./bulletins.ts";

/** Returns the subject to which a side record belongs. */
const aggregateOfRecord = (part: SideRecord): string => {
  if (part.kind === "mission") return aggregateKey("party", part.party);
  if (part.kind === "person" || part.kind === "person-erased" || part.kind === "calendar-link")
    return aggregateKey("user", part.user);
  if (part.kind === "former-address") return aggregateKey(part.of.kind, part.of.id);
  if (part.kind === "latest-paper") return aggregateKey("status-paper", part.paper);
  if (part.kind === "contact") return aggregateKey("contact-log", part.contact.party);
  if (isOfBulletin(part)) return aggregateKey(part.kind === "text" ? "text" : "bulletin", bulletinOf(part));
  return aggregateKey("review", part.kind === "document" ? part.review : part.draft.review);
};

/** Returns the key of the address that a change with this number replaced. */
export const formerAddressKey = ({ kind, id }: AddressOwner, number: number): string =>
  `${aggregateKey(kind, id)}#${number}`;

/** Throws a TypeError on changes that no command may request. */
export const refuseDefects = (changes: readonly AnyChange[]): void => {
  if (new Set(changes.map(({ kind, id }) => aggregateKey(kind, id))).size < changes.length)
    throw new TypeError("One commit names a subject twice");
  for (const change of changes) {
    if (change.facts.length === 0 && change.before === undefined)
      throw new TypeError(`${aggregateKey(change.kind, change.id)} has no facts`);
    for (const part of change.sideRecords ?? []) {
      if (aggregateOfRecord(part) !== aggregateKey(change.kind, change.id) || change.facts.length === 0)
        throw new TypeError(`${part.kind} in a wrong place`);
    }
  }
};
