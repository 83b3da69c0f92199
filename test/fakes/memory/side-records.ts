import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { AddressOwner, SideRecord } from "../../../lambdas/io/ports/store.ts";
import { bulletinOf, isOfBulletin } from "./bulletins.ts";

/** The subject that something stands beside. */
export const aggregateOfRecord = (part: SideRecord): string => {
  if (part.kind === "mission") return aggregateKey("party", part.party);
  if (part.kind === "person" || part.kind === "person-erased" || part.kind === "calendar-link")
    return aggregateKey("user", part.user);
  if (part.kind === "former-address") return aggregateKey(part.of.kind, part.of.id);
  if (part.kind === "latest-paper") return aggregateKey("status-paper", part.paper);
  if (part.kind === "contact") return aggregateKey("contact-log", part.contact.party);
  if (isOfBulletin(part)) return aggregateKey(part.kind === "text" ? "text" : "bulletin", bulletinOf(part));
  return aggregateKey("review", part.kind === "document" ? part.review : part.draft.review);
};

/** Where the address is kept that a change with this number took the place of. */
export const formerAddressKey = ({ kind, id }: AddressOwner, number: number): string =>
  `${aggregateKey(kind, id)}#${number}`;
