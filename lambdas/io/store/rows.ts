import * as z from "zod";
import type { SlotLine } from "../../../domain/letters/send-rate.ts";
import { type Aggregate, type AggregateStates, stateSchemas } from "../../../domain/audit/aggregates.ts";
import { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../schemas/model/address.ts";
import { FollowUp } from "../../../schemas/model/follow-up.ts";
import { Addressee } from "../../../schemas/model/addressee.ts";
import { BounceTally, BulletinPreview, BulletinWording } from "../../../schemas/model/bulletin.ts";
import { JournalEntry, type AggregateKind } from "../../../schemas/model/fact.ts";
import { Hash, PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import { Letter } from "../../../schemas/model/letter.ts";
import { MissionContacts } from "../../../schemas/model/party.ts";
import { WrittenText } from "../../../schemas/model/stored-text.ts";
import { DocumentText, Draft } from "../../../schemas/model/draft.ts";
import { Person } from "../../../schemas/model/user.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { WorkItem } from "../../../schemas/model/work-item.ts";
import type { DueRow, IdempotencyRecord } from "../ports/store.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import { fromItem, type WireItem, withoutWriteId } from "./attributes.ts";
import { entryFields, partyOfMission } from "./keys.ts";
import { letterFields } from "./letter-keys.ts";
import { type TableNames, withoutKeys } from "./tables.ts";

/**
 * Stored rows, read. Each is parsed once, and returned as it is stored where it is written again: so fields that a newer
 * version added survive, and an entry keeps all that its hash covers. Throws an UnreadableRow on what is none.
 */
const parseRow = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  const { error, data } = schema.safeParse(value);
  if (error !== undefined) throw new UnreadableRow(`The stored ${what} cannot be read: ${z.prettifyError(error)}`);
  return data;
};

function assertRow<T>(schema: z.ZodType<T>, value: unknown, what: string): asserts value is T {
  parseRow(schema, value, what);
}

/** A value as it is stored, with what it holds besides. Throws an UnreadableRow on what is none. */
const asStored = <T>(schema: z.ZodType<T>, value: unknown, what: string): T => {
  assertRow(schema, value, what);
  return value;
};

type Fields = Readonly<Record<string, unknown>>;

/** What an item of a table holds besides its keys and the name of the write that put it there. */
const recordOf = (table: keyof TableNames, item: WireItem): Fields =>
  withoutKeys(table, withoutWriteId(fromItem(item)));
const withoutSchema = ({ schema: _, ...fields }: Fields): Fields => fields;

const stateReader =
  <T>(what: AggregateKind, schema: z.ZodType<T>) =>
  (value: unknown): T =>
    asStored(schema, value, what);
const readState: { readonly [K in AggregateKind]: (value: unknown) => AggregateStates[K] } = {
  party: stateReader("party", stateSchemas.party),
  group: stateReader("group", stateSchemas.group),
  review: stateReader("review", stateSchemas.review),
  user: stateReader("user", stateSchemas.user),
  bulletin: stateReader("bulletin", stateSchemas.bulletin),
  text: stateReader("text", stateSchemas.text),
};

const HeadRow = z.object({
  id: z.string(),
  version: z.int().min(1),
  hash: z.string(),
  foldVersion: z.int().min(1).optional(),
  state: z.unknown(),
});

/** The head of a subject of this kind. Throws a TypeError on a row that is none. */
export const readHead = <K extends AggregateKind>(kind: K, item: WireItem): Aggregate<K> => {
  const row = fromItem(item);
  assertRow(HeadRow, row, `head of a ${kind}`);
  const { id, version, hash, foldVersion } = row;
  const state = readState[kind](row.state);
  return { kind, id, version, hash, ...(foldVersion === undefined ? {} : { foldVersion }), state };
};

/** A journal entry out of its item, or out of the new image of a stream record. */
export const readEntry = (item: WireItem): JournalEntry =>
  asStored(JournalEntry, entryFields(withoutWriteId(fromItem(item))), "journal entry");

/** A letter out of its item. Throws a TypeError on a row that is none. */
export const readLetter = (item: WireItem): Letter =>
  asStored(Letter, letterFields(withoutWriteId(fromItem(item))), "letter");

/** The mark of an address out of its item. Throws a TypeError on a row that is none. */
export const readMark = (item: WireItem): SuppressedAddress =>
  asStored(SuppressedAddress, recordOf("letters", item), "mark of an address");

/** Who cannot be reached, out of its item. Throws a TypeError on a row that is none. */
export const readUnreachable = (item: WireItem): UnreachableRecipient =>
  asStored(UnreachableRecipient, recordOf("letters", item), "unreachable recipient");

/** An address from which letters come back, out of its item. Throws a TypeError on a row that is none. */
export const readReturned = (item: WireItem): BouncingAddress =>
  asStored(BouncingAddress, recordOf("letters", item), "address from which letters come back");

/** What the breaker keeps of a bulletin, out of its item. Throws a TypeError on a row that is none. */
export const readTally = (item: WireItem): BounceTally =>
  asStored(BounceTally, recordOf("letters", item), "tally of bounces");

const MissionRow = z.object({ mission: z.object(MissionContacts.shape) });
/** A mission's contacts out of their item. Throws a TypeError on a row that is none. */
export const readMission = (item: WireItem): MissionContacts => {
  const row = fromItem(item);
  assertRow(MissionRow, row, "mission");
  return row.mission;
};

const MissionKey = z.object({ pk: z.string() });
/** The party whose mission an item is. Throws a TypeError on a row that is none. */
export const readPartyOfMission = (item: WireItem): PartyId => {
  const row = fromItem(item);
  assertRow(MissionKey, row, "mission");
  return partyOfMission(row);
};

const PersonRow = z.object({ user: UserId, person: z.object(Person.shape) });
/** A person out of their item, with the user it belongs to. Throws a TypeError on a row that is none. */
export const readPerson = (item: WireItem): { readonly user: UserId; readonly person: Person } => {
  const row = fromItem(item);
  assertRow(PersonRow, row, "person");
  return row;
};

/** A draft out of its item. Throws a TypeError on a row that is none. */
export const readDraft = (item: WireItem): Draft => asStored(Draft, withoutSchema(recordOf("records", item)), "draft");

const DocumentRow = z.object({ hash: Hash, document: DocumentText });
/** A text that was handed over, with its hash. Throws a TypeError on a row that is none. */
export const readDocument = (item: WireItem): { readonly hash: Hash; readonly document: DocumentText } => {
  const row = fromItem(item);
  assertRow(DocumentRow, row, "document");
  return row;
};

const ContactRow = z.object({ contact: FollowUp });
/** A contact out of its item. Throws a TypeError on a row that is none. */
export const readContact = (item: WireItem): FollowUp => {
  const row = fromItem(item);
  assertRow(ContactRow, row, "contact");
  return row.contact;
};

const WorkRow = z.object({ work: WorkItem });
/** What is to be done, as its index lists it. Throws a TypeError on a row that is none. */
export const readWork = (item: WireItem): WorkItem => {
  return parseRow(WorkRow, fromItem(item), "work").work;
};

const OwnerRow = z.object({ user: UserId.optional() });
/** Whose an account or an address is; nobody's when it was given up. */
export const readOwner = (item: WireItem): UserId | undefined => {
  const row = fromItem(item);
  assertRow(OwnerRow, row, "owner");
  return row.user;
};

const SeatRow = z.object({ review: ReviewId, party: PartyId, dueAt: Instant.optional() });
/** What a party owes in a review, as the indexes by due date and by what is owed list it. */
export const readDueRow = (item: WireItem): DueRow => {
  const row = fromItem(item);
  assertRow(SeatRow, row, "seat");
  const { dueAt } = row;
  if (dueAt === undefined) throw new TypeError(`The seat of ${row.party} in ${row.review} owes nothing`);
  return { review: row.review, party: row.party, dueAt };
};
export const readReviewOfSeat = (item: WireItem): ReviewId => {
  const row = fromItem(item);
  assertRow(SeatRow, row, "seat");
  return row.review;
};

const UserRow = z.object({ id: UserId });
/** The id out of a user's head. Throws a TypeError on a row that is none. */
export const readUserId = (item: WireItem): UserId => {
  const row = fromItem(item);
  assertRow(UserRow, row, "user");
  return row.id;
};

const RequestRow = z.object({
  key: z.string(),
  bodyHash: z.string(),
  reply: z.object({ status: z.int(), headers: z.record(z.string(), z.string()), body: z.string() }),
  expiresAt: z.int(),
});
/** The record of an earlier request with its expiry in epoch seconds. */
export const readRequest = (item: WireItem): IdempotencyRecord & { readonly expiresAt: number } => {
  const { key, bodyHash, reply, expiresAt } = parseRow(RequestRow, fromItem(item), "request");
  return { key, bodyHash, reply, expiresAt };
};

const SlotRow = z.object({
  revision: z.int().min(1),
  next: z.number(),
  awaitedUntil: z.number(),
  bulletinsFrom: z.number(),
  perSecond: z.number().positive().optional(),
});
/** The line of slots out of its item. Throws a TypeError on a row that is none. */
export const readSlotLine = (item: WireItem): SlotLine =>
  asStored(SlotRow, withoutSchema(recordOf("letters", item)), "line of slots");

const SecretRow = z.object({ secret: z.string().min(1) });
/** The secret out of its item. Throws a TypeError on a row that is none. */
export const readSecret = (item: WireItem): string => parseRow(SecretRow, fromItem(item), "secret").secret;

const PreviewRow = z.object({ preview: BulletinPreview });
/** A preview out of its item. Throws a TypeError on a row that is none. */
export const readPreview = (item: WireItem): BulletinPreview => {
  const row = fromItem(item);
  assertRow(PreviewRow, row, "preview");
  return row.preview;
};

const AddresseesRow = z.object({ addressees: z.array(Addressee) });
/** A page of recipients out of its item. Throws a TypeError on a row that is none. */
export const readAddressees = (item: WireItem): readonly Addressee[] => {
  const row = fromItem(item);
  assertRow(AddresseesRow, row, "page of recipients");
  return row.addressees;
};

const WordingRow = z.object({ wording: BulletinWording });
/** What a bulletin says out of its item. Throws a TypeError on a row that is none. */
export const readWording = (item: WireItem): BulletinWording => {
  const row = fromItem(item);
  assertRow(WordingRow, row, "wording of a bulletin");
  return row.wording;
};

const TextRow = z.object({ written: WrittenText });
/** A version of a stored text out of its item. Throws a TypeError on a row that is none. */
export const readWrittenText = (item: WireItem): WrittenText => {
  const row = fromItem(item);
  assertRow(TextRow, row, "version of a text");
  return row.written;
};
