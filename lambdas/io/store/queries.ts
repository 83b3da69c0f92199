import { epochOf } from "../../../domain/base/time.ts";
import type { Store } from "../ports/store.ts";
import type { WireItem } from "./attributes.ts";
import * as keys from "./keys.ts";
import { all, page, type Question } from "./pages.ts";
import type { ReadItem } from "./reading.ts";
import * as rows from "./rows.ts";
import { type Access, tableOf } from "./tables.ts";

const readMany = async (read: ReadItem, wanted: readonly keys.RecordKey[]): Promise<readonly WireItem[]> =>
  (await Promise.all(wanted.map((key) => read(key, (item) => item)))).filter((item) => item !== undefined);

const records = ({ tables }: Access, question: Omit<Question, "table">): Question => ({
  table: tableOf(tables, "records"),
  ...question,
});

const journal = ({ tables }: Access, question: Omit<Question, "table">): Question => ({
  table: tableOf(tables, "journal"),
  ...question,
});

/** Aggregates by their ids. */
const aggregatesById = (read: ReadItem): Pick<Store, "load" | "loadMany"> => ({
  load: (kind, id) => read(keys.headKey(kind, id), (item) => rows.readHead(kind, item)),
  loadMany: async (kind, ids) => {
    const wanted = [...new Set(ids)].map((id) => keys.headKey(kind, id));
    const items = await readMany(read, wanted);
    const heads = new Map(items.map((item) => rows.readHead(kind, item)).map((head) => [head.id, head]));
    return ids.flatMap((id) => heads.get(id) ?? []);
  },
});

/** Aggregates by what they have in common. */
const aggregateLists = (
  access: Access,
): Pick<Store, "list" | "reviewsInStage" | "reviewsOfParty" | "usersOfParty" | "reviewsOfOfficer"> => ({
  list: (kind, paging) =>
    page(access.client, records(access, { index: "byKind", partition: keys.kindPartition(kind) }), paging, (item) =>
      rows.readHead(kind, item),
    ),
  reviewsInStage: (stage, paging) =>
    page(access.client, records(access, { index: "byStage", partition: keys.stagePartition(stage) }), paging, (item) =>
      rows.readHead("review", item),
    ),
  reviewsOfParty: (party) =>
    all(
      access.client,
      records(access, {
        index: "byParty",
        partition: keys.partyPartition(party),
        sort: { beginsWith: keys.reviewsOfPartyPrefix },
      }),
      rows.readReviewOfSeat,
    ),
  usersOfParty: (party) =>
    all(
      access.client,
      records(access, {
        index: "byParty",
        partition: keys.partyPartition(party),
        sort: { beginsWith: keys.usersOfPartyPrefix },
      }),
      rows.readUserId,
    ),
  reviewsOfOfficer: (officer, paging) =>
    page(
      access.client,
      records(access, { index: "byOfficer", partition: keys.reviewsOfOfficerPartition(officer) }),
      paging,
      (item) => rows.readHead("review", item),
    ),
});

/** Contact and personal data, and whose an account or address is. */
const contactData = (
  read: ReadItem,
): Pick<Store, "mission" | "missions" | "person" | "persons" | "userOfAccount" | "userOfAddress"> => ({
  mission: (party) => read(keys.missionKey(party), rows.readMission),
  missions: async (parties) => {
    const items = await readMany(read, [...new Set(parties)].map(keys.missionKey));
    return new Map(items.map((item) => [rows.readPartyOfMission(item), rows.readMission(item)]));
  },
  person: async (user) => (await read(keys.personKey(user), rows.readPerson))?.person,
  persons: async (users) => {
    const items = await readMany(read, [...new Set(users)].map(keys.personKey));
    return new Map(items.map(rows.readPerson).map(({ user, person }) => [user, person]));
  },
  userOfAccount: (sub) => read(keys.accountKey(sub), rows.readOwner),
  userOfAddress: (address) => read(keys.addressKey(address), rows.readOwner),
});

/** What is drafted in a review, and what was handed over. */
const reviewTexts = (access: Access, read: ReadItem): Pick<Store, "draft" | "draftsOf" | "documents"> => ({
  draft: (place) => read(keys.draftKey(place), rows.readDraft),
  draftsOf: (review) =>
    all(
      access.client,
      records(access, { partition: keys.recordsOf("review", review), sort: { beginsWith: keys.draftsPrefix } }),
      rows.readDraft,
    ),
  documents: async (review, hashes) => {
    const wanted = [...new Set(hashes)].map((hash) => keys.documentKey(review, hash));
    const items = await readMany(read, wanted);
    return new Map(items.map(rows.readDocument).map(({ hash, document }) => [hash, document]));
  },
});

/** How the secretariat followed up, and what it has to do. */
const followUps = (
  access: Access,
  read: ReadItem,
): Pick<Store, "contact" | "contactsWith" | "contactsAbout" | "work"> => ({
  contact: (party, number) => read(keys.contactKey(party, number), rows.readContact),
  contactsWith: (party, paging) =>
    page(
      access.client,
      records(access, {
        partition: keys.recordsOf("party", party),
        sort: { beginsWith: keys.contactsPrefix },
        newestFirst: true,
      }),
      paging,
      rows.readContact,
    ),
  contactsAbout: (review, paging) =>
    page(
      access.client,
      records(access, { index: "byParty", partition: keys.aboutPartition(review), newestFirst: true }),
      paging,
      rows.readContact,
    ),
  work: (kind, { until, officer, ...paging }) =>
    page(
      access.client,
      records(access, {
        ...(officer === undefined
          ? { index: "byWork", partition: keys.workPartition(kind) }
          : { index: "byOfficer", partition: keys.workOfOfficerPartition(officer, kind) }),
        sort: { below: keys.notAfter(until) },
      }),
      paging,
      rows.readWork,
    ),
});

/** What bulletins say, and to whom. */
const bulletinRecords = (
  read: ReadItem,
): Pick<Store, "preview" | "previewPage" | "wording" | "textVersion" | "recipients"> => ({
  preview: async (hash, now) => {
    const found = await read(keys.previewKey(hash), rows.readPreview);
    return found === undefined || found.expiresAt <= now ? undefined : found;
  },
  previewPage: (hash, number) => read(keys.previewPageKey(hash, number), rows.readAddressees),
  wording: (bulletin) => read(keys.wordingKey(bulletin), rows.readWording),
  textVersion: (text, version) => read(keys.textKey(text, version), rows.readWrittenText),
  recipients: (place) => read(keys.recipientsKey(place), rows.readAddressees),
});

/** Seats with open obligations. */
const dueSeats = (access: Access): Pick<Store, "due" | "owing"> => ({
  due: ({ before, ...paging }) =>
    page(
      access.client,
      records(access, {
        index: "byDue",
        partition: keys.duePartition,
        ...(before === undefined ? {} : { sort: { below: keys.earlierThan(before) } }),
      }),
      paging,
      rows.readDueRow,
    ),
  owing: (kind, paging) =>
    page(
      access.client,
      records(access, { index: "byOwed", partition: keys.owedPartition(kind) }),
      paging,
      rows.readDueRow,
    ),
});

/** What happened. */
const journalEntries = (access: Access): Pick<Store, "journalOf" | "feed"> => ({
  journalOf: (kind, id, paging) =>
    page(access.client, journal(access, { partition: keys.journalPartition(kind, id) }), paging, rows.readEntry),
  feed: (month, { from, ...paging }) =>
    page(
      access.client,
      journal(access, { index: "feed", partition: month, ...(from === undefined ? {} : { sort: { from } }) }),
      paging,
      rows.readEntry,
    ),
});

/** Answers to earlier requests. */
const requestRecords = (read: ReadItem): Pick<Store, "repeated"> => ({
  repeated: async (key, now) => {
    const found = await read(keys.requestKey(key), rows.readRequest);
    if (found === undefined || found.expiresAt * 1000 <= epochOf(now)) return undefined;
    const { expiresAt: _, ...record } = found;
    return record;
  },
});

/** Everything that the store answers; what is asked, not how. */
export const queries = (
  access: Access,
  read: ReadItem,
): Omit<Store, "commit" | "saveDraft" | "savePreview" | "cursorSecret"> => ({
  ...aggregatesById(read),
  ...aggregateLists(access),
  ...contactData(read),
  ...reviewTexts(access, read),
  ...followUps(access, read),
  ...bulletinRecords(read),
  ...dueSeats(access),
  ...journalEntries(access),
  ...requestRecords(read),
});
