import { ConditionalCheckFailedException, PutItemCommand } from "@aws-sdk/client-dynamodb";
import { epochOf } from "../../../domain/base/time.ts";
import { recordsTable } from "../../../schemas/model/tables.ts";
import type { Store } from "../ports/store.ts";
import { toItem, type WireItem } from "./attributes.ts";
import { isNew } from "./conditions.ts";
import * as keys from "./keys.ts";
import { all, page, type Question } from "./pages.ts";
import type { ReadItem } from "./reading.ts";
import * as rows from "./rows.ts";
import { type Access, tableOf } from "./tables.ts";

/** Everything that the store answers; what is asked, not how. */
export const queries = (
  { client, tables }: Access,
  get: ReadItem,
): Omit<Store, "commit" | "saveDraft" | "savePreview"> => {
  const getMany = async (wanted: readonly keys.RecordKey[]): Promise<readonly WireItem[]> =>
    (await Promise.all(wanted.map((key) => get(key, (item) => item)))).filter((item) => item !== undefined);
  const records = (question: Omit<Question, "table">): Question => ({ table: tableOf(tables, "records"), ...question });
  const journal = (question: Omit<Question, "table">): Question => ({ table: tableOf(tables, "journal"), ...question });

  return {
    load: (kind, id) => get(keys.headKey(kind, id), (item) => rows.readHead(kind, item)),
    loadMany: async (kind, ids) => {
      const items = await getMany([...new Set(ids)].map((id) => keys.headKey(kind, id)));
      const heads = new Map(items.map((item) => rows.readHead(kind, item)).map((head) => [head.id, head]));
      return ids.flatMap((id) => heads.get(id) ?? []);
    },
    repeated: async (key, now) => {
      const found = await get(keys.requestKey(key), rows.readRequest);
      if (found === undefined || found.expiresAt * 1000 <= epochOf(now)) return undefined;
      const { expiresAt: _, ...record } = found;
      return record;
    },

    mission: (party) => get(keys.missionKey(party), rows.readMission),
    missions: async (parties) => {
      const items = await getMany([...new Set(parties)].map(keys.missionKey));
      return new Map(items.map((item) => [rows.readPartyOfMission(item), rows.readMission(item)]));
    },
    person: async (user) => (await get(keys.personKey(user), rows.readPerson))?.person,
    persons: async (users) => {
      const items = await getMany([...new Set(users)].map(keys.personKey));
      return new Map(items.map(rows.readPerson).map(({ user, person }) => [user, person]));
    },
    userOfAccount: (sub) => get(keys.accountKey(sub), rows.readOwner),
    userOfAddress: (address) => get(keys.addressKey(address), rows.readOwner),

    draft: (place) => get(keys.draftKey(place), rows.readDraft),
    draftsOf: (review) =>
      all(
        client,
        records({ partition: keys.recordsOf("review", review), sort: { beginsWith: keys.draftsPrefix } }),
        rows.readDraft,
      ),
    documents: async (review, hashes) => {
      const items = await getMany([...new Set(hashes)].map((hash) => keys.documentKey(review, hash)));
      return new Map(items.map(rows.readDocument).map(({ hash, document }) => [hash, document]));
    },

    contact: (party, number) => get(keys.contactKey(party, number), rows.readContact),
    contactsWith: (party, paging) =>
      page(
        client,
        records({
          partition: keys.recordsOf("party", party),
          sort: { beginsWith: keys.contactsPrefix },
          newestFirst: true,
        }),
        paging,
        rows.readContact,
      ),
    contactsAbout: (review, paging) =>
      page(
        client,
        records({ index: "byParty", partition: keys.aboutPartition(review), newestFirst: true }),
        paging,
        rows.readContact,
      ),
    work: (kind, { until, officer, ...paging }) =>
      page(
        client,
        records({
          ...(officer === undefined
            ? { index: "byWork", partition: keys.workPartition(kind) }
            : { index: "byOfficer", partition: keys.workOfOfficerPartition(officer, kind) }),
          sort: { below: keys.notAfter(until) },
        }),
        paging,
        rows.readWork,
      ),
    reviewsOfOfficer: (officer, paging) =>
      page(
        client,
        records({ index: "byOfficer", partition: keys.reviewsOfOfficerPartition(officer) }),
        paging,
        (item) => rows.readHead("review", item),
      ),

    preview: async (hash, now) => {
      const found = await get(keys.previewKey(hash), rows.readPreview);
      return found === undefined || found.expiresAt <= now ? undefined : found;
    },
    previewPage: (hash, number) => get(keys.previewPageKey(hash, number), rows.readAddressees),
    wording: (bulletin) => get(keys.wordingKey(bulletin), rows.readWording),
    textVersion: (text, version) => get(keys.textKey(text, version), rows.readWrittenText),
    recipients: (place) => get(keys.recipientsKey(place), rows.readAddressees),

    list: (kind, paging) =>
      page(client, records({ index: "byKind", partition: keys.kindPartition(kind) }), paging, (item) =>
        rows.readHead(kind, item),
      ),
    reviewsInStage: (stage, paging) =>
      page(client, records({ index: "byStage", partition: keys.stagePartition(stage) }), paging, (item) =>
        rows.readHead("review", item),
      ),
    reviewsOfParty: (party) =>
      all(
        client,
        records({
          index: "byParty",
          partition: keys.partyPartition(party),
          sort: { beginsWith: keys.reviewsOfPartyPrefix },
        }),
        rows.readReviewOfSeat,
      ),
    usersOfParty: (party) =>
      all(
        client,
        records({
          index: "byParty",
          partition: keys.partyPartition(party),
          sort: { beginsWith: keys.usersOfPartyPrefix },
        }),
        rows.readUserId,
      ),
    due: ({ before, ...paging }) =>
      page(
        client,
        records({
          index: "byDue",
          partition: keys.duePartition,
          ...(before === undefined ? {} : { sort: { below: keys.earlierThan(before) } }),
        }),
        paging,
        rows.readDueRow,
      ),
    owing: (kind, paging) =>
      page(client, records({ index: "byOwed", partition: keys.owedPartition(kind) }), paging, rows.readDueRow),

    journalOf: (kind, id, paging) =>
      page(client, journal({ partition: keys.journalPartition(kind, id) }), paging, rows.readEntry),
    feed: (month, { from, ...paging }) =>
      page(
        client,
        journal({ index: "feed", partition: month, ...(from === undefined ? {} : { sort: { from } }) }),
        paging,
        rows.readEntry,
      ),

    cursorSecret: async (propose) => {
      const known = await get(keys.cursorSecretKey, rows.readSecret);
      if (known !== undefined) return known;
      const secret = propose();
      try {
        await client.send(
          new PutItemCommand({
            TableName: tableOf(tables, "records").name,
            Item: toItem({ ...keys.cursorSecretKey, schema: 1, secret }),
            ...isNew(recordsTable.partitionKey),
          }),
        );
        return secret;
      } catch (error) {
        if (!(error instanceof ConditionalCheckFailedException)) throw error;
        const winner = await get(keys.cursorSecretKey, rows.readSecret);
        if (winner === undefined) throw error;
        return winner;
      }
    },
  };
};
