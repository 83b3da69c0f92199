import { recordsTable } from "../../../schemas/model/tables.ts";
import type { UserId, PartyId } from "../../../schemas/base/ids.ts";
import type { WireItem } from "./attributes.ts";
import { carries, lacks } from "./conditions.ts";
import { deleteUnder } from "./row-deletion.ts";
import { formerAddressKey, erasingKey, personKey, addressKey } from "./keys/users.ts";
import { replyPartSort, requestSort } from "./keys/requests.ts";
import { contactsPrefix, contactKey } from "./keys/parties.ts";
import type { RecordKey } from "./keys/key.ts";
import type { ReadItem } from "./item-reader.ts";
import { readContact } from "./contact-rows.ts";
import { readFormer, readFormerAddress } from "./users.ts";
import { unpackReply } from "./replies.ts";
import { readReply, readReplyPart } from "./requests.ts";
import { scanItems } from "./table-scan.ts";
import { type Access, tableOf } from "./tables.ts";
import type { FormerPerson } from "../ports/commit.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import { isConditionalCheckFailed } from "./refusals.ts";

/** Returns true if a text mentions a person; for a note, with the party that it is about. */
export type SpeaksOf = (text: string, party?: PartyId) => boolean;

/** The remaining data about persons who are erased. */
export interface ErasureStore {
  /** Returns the identity of a person whose erasure is in progress; undefined once it is complete. */
  erasing(user: UserId): Promise<FormerPerson | undefined>;
  /** Deletes stored replies and empties notes on contacts that mention a person. It reads the whole table. */
  forgetMentions(obligationRefs: SpeaksOf): Promise<void>;
  /** Empties the note on a contact; the contact remains. */
  emptyNote(contact: Pick<FollowUp, "party" | "number">): Promise<void>;
  /** Ends an erasure: deletes the person's identity, and the placeholder for their details. */
  endErasure(user: UserId, former: FormerPerson): Promise<void>;
}

/** The attributes of a reply and a note in their items. */
const replyName = "reply";
const contactName = "contact";

/** Removes the note from a contact, independent of parallel changes to the contact. */
export const emptyNote =
  ({ client, tables }: Access): ErasureStore["emptyNote"] =>
  async ({ party, number }) => {
    const { pk, sk } = contactKey(party, number);
    try {
      await client.updateItem({
        TableName: tableOf(tables, "records").name,
        Key: { pk: { S: pk }, sk: { S: sk } },
        UpdateExpression: "REMOVE #contact.#note",
        ConditionExpression: "attribute_exists(#contact)",
        ExpressionAttributeNames: { "#contact": contactName, "#note": "note" },
      });
    } catch (error) {
      if (!isConditionalCheckFailed(error)) throw error;
    }
  };

const forgetReply = async (access: Access, read: ReadItem, item: WireItem, obligationRefs: SpeaksOf): Promise<void> => {
  const { partitionKey, sortKey, timeToLive } = recordsTable;
  const packed = readReply(item);
  const places = Array.from({ length: packed.parts ?? 0 }, (_part, at) => ({
    [partitionKey]: item[partitionKey]?.S ?? "",
    [sortKey]: replyPartSort(at + 1),
  }));
  const parts = await Promise.all(places.map((place) => read(place, readReplyPart)));
  // Parts that were taken away before their record leave nothing that could be read.
  const isWhole = parts.every((part) => part !== undefined);
  if (isWhole && !obligationRefs(unpackReply(packed, parts.map(String)).body)) return;
  for (const place of places) await deleteUnder(access.client, tableOf(access.tables, "records"), place);
  const key = { [partitionKey]: item[partitionKey]?.S ?? "", [sortKey]: item[sortKey]?.S ?? "" };
  // Another reply under the same key, after this one has expired, is another caller's affair.
  const asRead = carries(timeToLive, Number(item[timeToLive]?.N ?? 0));
  await deleteUnder(access.client, tableOf(access.tables, "records"), key, asRead);
};

const forgetNote = async (access: Access, item: WireItem, obligationRefs: SpeaksOf): Promise<void> => {
  const contact = readContact(item);
  if (contact.note !== undefined && obligationRefs(contact.note, contact.party)) await emptyNote(access)(contact);
};

/** Returns the keys of a user's former addresses. */
const formerAddressesOf = async (read: ReadItem, user: UserId): Promise<readonly RecordKey[]> => {
  const found: RecordKey[] = [];
  for (let number = 1; ; number++) {
    const key = formerAddressKey({ kind: "user", id: user }, number);
    if ((await read(key, readFormerAddress)) === undefined) return found;
    found.push(key);
  }
};

/** The remaining data about a person during their erasure. */
export const erasures = (access: Access, read: ReadItem): ErasureStore => ({
  emptyNote: emptyNote(access),
  erasing: (user) => read(erasingKey(user), readFormer),
  forgetMentions: async (obligationRefs) => {
    const { partitionKey, sortKey, timeToLive } = recordsTable;
    for await (const item of scanItems(access, "records", [
      partitionKey,
      sortKey,
      timeToLive,
      replyName,
      contactName,
    ])) {
      const sk = item[sortKey]?.S ?? "";
      if (sk === requestSort) await forgetReply(access, read, item, obligationRefs);
      if (sk.startsWith(contactsPrefix)) await forgetNote(access, item, obligationRefs);
    }
  },
  endErasure: async (user, { person }) => {
    const table = tableOf(access.tables, "records");
    const former = await formerAddressesOf(read, user);
    // The last first: the ones before lead to it, should this end in the middle.
    for (const key of former.toReversed()) await deleteUnder(access.client, table, key);
    await deleteUnder(access.client, table, personKey(user), lacks("person"));
    await deleteUnder(access.client, table, addressKey(person.email), lacks("user"));
    await deleteUnder(access.client, table, erasingKey(user));
  },
});
