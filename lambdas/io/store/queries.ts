import { epochOf } from "../../../domain/base/time.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { IdRange, Store } from "../ports/store.ts";
import { personKey, formerAddressKey, accountKey, addressKey, calendarLinkKey } from "./keys/users.ts";
import { placePaths } from "./keys/reviews.ts";
import { requestKey, replyPartKey } from "./keys/requests.ts";
import { missionKey, publicOfficeKey } from "./keys/parties.ts";
import { earlierThan } from "./keys/key.ts";
import {
  kindPartition,
  usersInRolePrefix,
  stagePartition,
  partyPartition,
  reviewsOfPartyPrefix,
  usersOfPartyPrefix,
  reviewsOfOfficerPartition,
  duePartition,
  owedPartition,
} from "./keys/indexes.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { all, page, type Question } from "./pages.ts";
import { asItem, readMany, records } from "./questions.ts";
import type { ReadItem } from "./item-reader.ts";
import { aggregateReader } from "./rows/aggregates.ts";
import * as rows from "./rows/people.ts";
import { unpackReply } from "./replies.ts";
import { readReplyPart, readRequest } from "./rows/requests.ts";
import type { Access } from "./tables.ts";

/** Aggregates by their ids. */
const aggregatesById = (read: ReadItem): Pick<Store, "load" | "loadMany"> => ({
  load: async (kind, id) => {
    const [readAggregate, item] = await Promise.all([aggregateReader(kind), read(aggregateRowKey(kind, id), asItem)]);
    return item === undefined ? undefined : readAggregate(item);
  },
  loadMany: async (kind, ids) => {
    const wanted = [...new Set(ids)].map((id) => aggregateRowKey(kind, id));
    const [readAggregate, items] = await Promise.all([aggregateReader(kind), readMany(read, wanted)]);
    const aggregates = new Map(items.map(readAggregate).map((aggregate) => [aggregate.id, aggregate]));
    return ids.flatMap((id) => aggregates.get(id) ?? []);
  },
});

/** The range of an index by id. */
const sortedIn = (ids: IdRange | undefined): Pick<Question, "sort"> => (ids === undefined ? {} : { sort: ids });

/** Aggregates by what they have in common. */
const aggregateLists = (
  access: Access,
): Pick<
  Store,
  "list" | "usersInRole" | "reviewsInStage" | "placesInStage" | "reviewsOfParty" | "usersOfParty" | "reviewsOfOfficer"
> => ({
  list: async (kind, { ids, ...paging }) => {
    const question = records(access, { index: "byKind", partition: kindPartition(kind), ...sortedIn(ids) });
    return page(access.client, question, paging, await aggregateReader(kind));
  },
  usersInRole: async (role, paging) => {
    const question = records(access, {
      index: "byKind",
      partition: kindPartition("user"),
      sort: { beginsWith: usersInRolePrefix(role) },
    });
    return page(access.client, question, paging, await aggregateReader("user"));
  },
  reviewsInStage: async (stage, { ids, ...paging }) => {
    const question = records(access, { index: "byStage", partition: stagePartition(stage), ...sortedIn(ids) });
    return page(access.client, question, paging, await aggregateReader("review"));
  },
  placesInStage: (stage, paging) => {
    const question = records(access, {
      index: "byStage",
      partition: stagePartition(stage),
      only: placePaths,
    });
    return page(access.client, question, paging, rows.readReviewPlace);
  },
  reviewsOfParty: (party) =>
    all(
      access.client,
      records(access, {
        index: "byParty",
        partition: partyPartition(party),
        sort: { beginsWith: reviewsOfPartyPrefix },
      }),
      rows.readReviewOfSeat,
    ),
  usersOfParty: (party) =>
    all(
      access.client,
      records(access, {
        index: "byParty",
        partition: partyPartition(party),
        sort: { beginsWith: usersOfPartyPrefix },
      }),
      rows.readUserId,
    ),
  reviewsOfOfficer: async (officer, paging) => {
    const question = records(access, { index: "byOfficer", partition: reviewsOfOfficerPartition(officer) });
    return page(access.client, question, paging, await aggregateReader("review"));
  },
});

/** Contact and personal data, and whose an account or address is. */
const contactData = (
  read: ReadItem,
): Pick<
  Store,
  | "mission"
  | "publicOffice"
  | "missions"
  | "person"
  | "persons"
  | "formerAddress"
  | "userOfAccount"
  | "isGivenUp"
  | "userOfAddress"
  | "userOfCalendarLink"
> => ({
  mission: (party) => read(missionKey(party), rows.readMission),
  publicOffice: (party) => read(publicOfficeKey(party), rows.readPublicOffice),
  missions: async (parties) => {
    const items = await readMany(read, [...new Set(parties)].map(missionKey));
    return new Map(items.map((item) => [rows.readPartyOfMission(item), rows.readMission(item)]));
  },
  person: async (user) => (await read(personKey(user), rows.readPerson))?.person,
  persons: async (users) => {
    const items = await readMany(read, [...new Set(users)].map(personKey));
    const found = items.map(rows.readPerson);
    return new Map(found.flatMap(({ user, person }) => (person === undefined ? [] : [[user, person] as const])));
  },
  formerAddress: (of, number) => read(formerAddressKey(of, number), rows.readFormerAddress),
  userOfAccount: (sub) => read(accountKey(sub), rows.readOwner),
  isGivenUp: async (sub) => (await read(accountKey(sub), (item) => rows.readOwner(item) === undefined)) ?? false,
  userOfAddress: (address) => read(addressKey(address), rows.readOwner),
  userOfCalendarLink: (link) => read(calendarLinkKey(link), rows.readOwner),
});

/** The range of an index by date. */
const dueBetween = (from: Instant | undefined, before: Instant | undefined): Pick<Question, "sort"> => {
  if (before === undefined) return from === undefined ? {} : { sort: { from } };
  const below = earlierThan(before);
  return { sort: from === undefined ? { below } : { from, below } };
};

/** Seats with open obligations. */
const dueSeats = (access: Access): Pick<Store, "due" | "pending"> => ({
  due: ({ before, ...paging }) =>
    page(
      access.client,
      records(access, {
        index: "byDue",
        partition: duePartition,
        ...dueBetween(undefined, before),
      }),
      paging,
      rows.readDueRow,
    ),
  pending: (kind, { from, before, ...paging }) =>
    page(
      access.client,
      records(access, { index: "byOwed", partition: owedPartition(kind), ...dueBetween(from, before) }),
      paging,
      rows.readDueRow,
    ),
});

/** Reads replies to earlier requests. */
const requestRecords = (read: ReadItem): Pick<Store, "repeated"> => ({
  repeated: async (key, now) => {
    const found = await read(requestKey(key), readRequest);
    if (found === undefined || found.expiresAt * 1000 <= epochOf(now)) return undefined;
    const { expiresAt: _, reply, ...record } = found;
    const places = Array.from({ length: reply.parts ?? 0 }, (_part, at) => replyPartKey(key, at + 1));
    const parts = await Promise.all(places.map((place) => read(place, readReplyPart)));
    return { ...record, reply: unpackReply(reply, parts.map(String)) };
  },
});

/** The queries of most requests. */
export const queries = (access: Access, read: ReadItem) => ({
  ...aggregatesById(read),
  ...aggregateLists(access),
  ...contactData(read),
  ...dueSeats(access),
  ...requestRecords(read),
});
