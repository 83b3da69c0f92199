import * as z from "zod";
import { UserId, type PartyId, type Hash } from "../../../schemas/base/ids.ts";
import { Person, type UserRole } from "../../../schemas/model/user.ts";
import { type WireItem, fromItem } from "./attributes.ts";
import { assertRow } from "./row.ts";
import type { FormerPerson, AddressOwner } from "../ports/commit.ts";
import { EmailAddress } from "../../../schemas/base/values.ts";
import type { PageRequest, Page } from "../ports/paging.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Access } from "./tables.ts";
import type { ReadItem } from "./item-reader.ts";
import { records, readMany } from "./questions.ts";
import { kindPartition, usersInRolePrefix, partyPartition, usersOfPartyPrefix } from "./keys/indexes.ts";
import { page } from "./pages.ts";
import { aggregateReader } from "./aggregates.ts";
import { all } from "./pages.ts";
import { personKey, formerAddressKey, accountKey, addressKey, calendarLinkKey } from "./keys/users.ts";

const PersonRow = z.object({ user: UserId, person: z.object(Person.shape).optional() });

/**
 * Returns the person in an item, with the user it belongs to; without a person if they were erased. Throws a TypeError
 * on a row of another kind.
 */
export const readPerson = (item: WireItem): { readonly user: UserId; readonly person?: Person | undefined } => {
  const row = fromItem(item);
  assertRow(PersonRow, row, "person");
  return row;
};

const FormerRow = z.object({ person: z.object(Person.shape), sub: z.string().optional() });

/** Returns the identity of a person during their erasure. Throws a TypeError on a row of another kind. */
export const readFormer = (item: WireItem): FormerPerson => {
  const row = fromItem(item);
  assertRow(FormerRow, row, "former person");
  return row;
};

const FormerAddressRow = z.object({ address: EmailAddress });

/** Returns an address that another replaced. Throws a TypeError on a row of another kind. */
export const readFormerAddress = (item: WireItem): EmailAddress => {
  const row = fromItem(item);
  assertRow(FormerAddressRow, row, "former address");
  return row.address;
};

const OwnerRow = z.object({ user: UserId.optional() });

/** Returns the owner of an account or an address; undefined if it is free. */
const readOwner = (item: WireItem): UserId | undefined => {
  const row = fromItem(item);
  assertRow(OwnerRow, row, "owner");
  return row.user;
};

const UserRow = z.object({ id: UserId });

/** Returns the id in a user's aggregate. Throws a TypeError on a row of another kind. */
const readUserId = (item: WireItem): UserId => {
  const row = fromItem(item);
  assertRow(UserRow, row, "user");
  return row.id;
};

/** Users, their personal data, and the user of an account or an address. */
export interface UserStore {
  usersInRole(role: UserRole, paging: PageRequest): Promise<Page<Aggregate<"user">>>;
  /** Users registered for a party. */
  usersOfParty(party: PartyId): Promise<readonly UserId[]>;
  person(user: UserId): Promise<Person | undefined>;
  persons(users: readonly UserId[]): Promise<ReadonlyMap<UserId, Person>>;
  /** The address that the change with this number, counted from 1, took the place of. */
  formerAddress(of: AddressOwner, number: number): Promise<EmailAddress | undefined>;
  /** The user whose account the access token's subject names. */
  userOfAccount(sub: string): Promise<UserId | undefined>;
  /** Returns true if the account with this subject belonged to a user and no longer does. */
  isGivenUp(sub: string): Promise<boolean>;
  userOfAddress(address: EmailAddress): Promise<UserId | undefined>;
  /** The user whose calendar the link with this hash shows, or showed as long as it was in force. */
  userOfCalendarLink(link: Hash): Promise<UserId | undefined>;
}

/** Users on DynamoDB. */
export const dynamoUsers = (access: Access, read: ReadItem): UserStore => ({
  usersInRole: async (role, paging) => {
    const question = records(access, {
      index: "byKind",
      partition: kindPartition("user"),
      sort: { beginsWith: usersInRolePrefix(role) },
    });
    return page(access.client, question, paging, await aggregateReader("user"));
  },
  usersOfParty: (party) =>
    all(
      access.client,
      records(access, {
        index: "byParty",
        partition: partyPartition(party),
        sort: { beginsWith: usersOfPartyPrefix },
      }),
      readUserId,
    ),
  person: async (user) => (await read(personKey(user), readPerson))?.person,
  persons: async (users) => {
    const items = await readMany(read, [...new Set(users)].map(personKey));
    const found = items.map(readPerson);
    return new Map(found.flatMap(({ user, person }) => (person === undefined ? [] : [[user, person] as const])));
  },
  formerAddress: (of, number) => read(formerAddressKey(of, number), readFormerAddress),
  userOfAccount: (sub) => read(accountKey(sub), readOwner),
  isGivenUp: async (sub) => (await read(accountKey(sub), (item) => readOwner(item) === undefined)) ?? false,
  userOfAddress: (address) => read(addressKey(address), readOwner),
  userOfCalendarLink: (link) => read(calendarLinkKey(link), readOwner),
});
