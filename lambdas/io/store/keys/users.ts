import type { RecordKey } from "./key.ts";
import type { AddressOwner } from "../../ports/commit.ts";
import type { EmailAddress } from "../../../../schemas/base/values.ts";
import type { UserId, Hash } from "../../../../schemas/base/ids.ts";
import { sha256 } from "../../../../domain/base/hash.ts";
import { aggregateKey } from "../../../../domain/base/hash-chain.ts";

/** Returns the key of a user's name and address, next to the user. */
export const personKey = (user: UserId): RecordKey => ({ pk: aggregateKey("user", user), sk: "person" });
/** Returns the key of an address that a user or a party had before a change, by the number of the change. */
export const formerAddressKey = ({ kind, id }: AddressOwner, number: number): RecordKey => ({
  pk: aggregateKey(kind, id),
  sk: `former#${String(number).padStart(6, "0")}`,
});
/** Returns the key of a person's identity during their erasure, kept until nothing else mentions them. */
export const erasingKey = (user: UserId): RecordKey => ({ pk: aggregateKey("user", user), sk: "erasing" });
/** Returns the key that maps an account to its user; an address key contains only a hash. Both guard uniqueness. */
export const accountKey = (sub: string): RecordKey => ({ pk: `account#${sub}`, sk: "account" });
export const addressKey = (address: EmailAddress): RecordKey => ({ pk: `address#${sha256(address)}`, sk: "address" });
/** Returns the key that maps a calendar link to its user; the user's aggregate says if the link is still valid. */
export const calendarLinkKey = (link: Hash): RecordKey => ({ pk: `calendar-link#${link}`, sk: "calendar-link" });
export const calendarLinkRow = ({ link, user }: { readonly link: Hash; readonly user: UserId }) => ({
  ...calendarLinkKey(link),
  schema: 1,
  user,
});
