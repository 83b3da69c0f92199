import type { TransactWriteItem } from "@aws-sdk/client-dynamodb";
import { nextEntry, aggregateKey } from "../../../domain/base/hash-chain.ts";
import { aggregateAfter } from "../../../domain/audit/fold-version.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { idempotencyRetention } from "../../../domain/policy/retention.ts";
import { epochOf, later } from "../../../domain/base/time.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { journalTable, recordsTable } from "../../../schemas/model/tables.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import {
  type AnyChange,
  type SideRecord,
  type Change,
  type Commit,
  Conflict,
  type IdempotencyRecord,
  mostItems,
  TooManyItems,
} from "../ports/commit.ts";
import { countUse } from "./allowances.ts";
import { toItem, writeIdOf } from "./attributes.ts";
import { type CommitStep, type Meaning, meanings, type Surroundings, type Writer } from "./commit-steps.ts";
import { belongsTo, carries, type Condition, isFreeFor, isNew, isNewOrExpired, says } from "./conditions.ts";
import { formerAddressKey, calendarLinkRow, accountKey, personKey } from "./keys/users.ts";
import { changedSeatRows } from "./keys/review-rows.ts";
import { documentKey, draftKey } from "./keys/reviews.ts";
import { requestKey, replyPartKey } from "./keys/requests.ts";
import { missionKey, partyNameRow, publicOfficeKey, contactRow } from "./keys/parties.ts";
import { latestPaperKey } from "./keys/papers.ts";
import { entryRow } from "./keys/journal.ts";
import { previewOrderKey, presidentsRemindersKey, wordingKey, textKey, recipientsKey } from "./keys/bulletins.ts";
import { aggregateRowKey } from "./keys/aggregates.ts";
import { aggregateRow } from "./keys/aggregate-rows.ts";
import { transact } from "./outcome.ts";
import type { ReadItem } from "./item-reader.ts";
import { erasureSteps, personSteps } from "./person-steps.ts";
import { packReply } from "./replies.ts";
import { readPerson } from "./users.ts";
import { type Access, tableOf } from "./tables.ts";

export interface CommitStore {
  /**
   * Commits one transaction of at most 100 items (throws TooManyItems above); throws Conflict. A change without facts
   * is only checked: its aggregate must still be the one decided on. Records next to an aggregate need a fact of it
   * (throws a TypeError otherwise). A user's former address or account becomes available again.
   */
  commit(commit: Commit): Promise<readonly Aggregate<AggregateKind>[]>;
}

const messages: Readonly<Record<Meaning | "busy", string>> = {
  repeated: "A request with this key was answered in the meantime",
  stale: "The subject has changed since it was read",
  "address-taken": "The address or the account belongs to another user",
  "used-up": "A limit of the day is reached",
  busy: "Others are changing the same thing right now",
};

const writerFor = (access: Access): Writer => {
  const { tables } = access;
  const step = (key: readonly string[], item: TransactWriteItem, means: Meaning = "stale"): CommitStep => ({
    item,
    means,
    subject: key.join(" "),
  });
  return {
    put: (which, row, condition, means) => {
      const { name, description } = tableOf(tables, which);
      const item = toItem(row);
      const key = [description.partitionKey, description.sortKey ?? ""].map((part) => item[part]?.S ?? "");
      return step([which, ...key], { Put: { TableName: name, Item: item, ...condition } }, means);
    },
    check: (key, condition) =>
      step(["records", key.pk, key.sk], {
        ConditionCheck: { TableName: tableOf(tables, "records").name, Key: toItem(key), ...condition },
      }),
    count: (use) => step(["allowance", use.of, use.day], { Update: countUse(access, use) }, "used-up"),
  };
};

/** The aggregate is as it was when the change was decided. */
const asBefore = (before: Aggregate<AggregateKind> | undefined): Condition =>
  before === undefined ? isNew(recordsTable.partitionKey) : carries("version", before.version);

/** Returns the aggregate that a record belongs to. */
const aggregateOfRecord = (sideRecord: SideRecord): string => {
  switch (sideRecord.kind) {
    case "mission":
      return aggregateKey("party", sideRecord.party);
    case "person":
    case "person-erased":
    case "calendar-link":
      return aggregateKey("user", sideRecord.user);
    case "former-address":
      return aggregateKey(sideRecord.of.kind, sideRecord.of.id);
    case "document":
      return aggregateKey("review", sideRecord.review);
    case "contact":
      return aggregateKey("contact-log", sideRecord.contact.party);
    case "draft-read":
      return aggregateKey("review", sideRecord.draft.review);
    case "preview-order":
    case "presidents-reminders":
    case "wording":
      return aggregateKey("bulletin", sideRecord.bulletin);
    case "text":
      return aggregateKey("text", sideRecord.text);
    case "latest-paper":
      return aggregateKey("status-paper", sideRecord.paper);
    case "recipients":
      return aggregateKey("bulletin", sideRecord.place.bulletin);
  }
};

/** Records next to an aggregate are guarded by its version, so they require a fact of it. */
const assertBelongs = ({ kind, id, facts }: AnyChange, sideRecord: SideRecord): void => {
  const subject = aggregateOfRecord(sideRecord);
  if (subject !== aggregateKey(kind, id) || facts.length === 0)
    throw new TypeError(`The ${sideRecord.kind} of ${subject} can only be written with a fact of ${subject}`);
};

/**
 * Returns the condition on a contact: a new one must not exist. A contact followed by another is written again with the
 * other's number.
 */
const ofContact = ({ followedBy }: FollowUp): Condition | undefined =>
  followedBy === undefined ? isNew(recordsTable.partitionKey) : undefined;

/** Returns the steps for the contacts of a mission, and for their public part. */
const missionSteps = (
  writer: Writer,
  { party, mission }: Extract<SideRecord, { readonly kind: "mission" }>,
): CommitStep[] => {
  const office = mission.publicOffice === undefined ? {} : { office: mission.publicOffice };
  return [
    writer.put("records", { ...missionKey(party), schema: 1, mission }),
    writer.put("records", { ...publicOfficeKey(party), schema: 1, ...office }),
  ];
};

const sideRecordSteps = (writer: Writer, sideRecord: SideRecord, around: Surroundings): CommitStep[] => {
  switch (sideRecord.kind) {
    case "mission":
      return missionSteps(writer, sideRecord);
    case "former-address": {
      const { of, number, address } = sideRecord;
      return [writer.put("records", { ...formerAddressKey(of, number), schema: 1, address })];
    }
    case "calendar-link":
      return [writer.put("records", calendarLinkRow(sideRecord), isNew(recordsTable.partitionKey))];
    case "document": {
      const { review, hash, document } = sideRecord;
      return [writer.put("records", { ...documentKey(review, hash), schema: 1, hash, document })];
    }
    case "contact":
      return [writer.put("records", contactRow(sideRecord.contact), ofContact(sideRecord.contact))];
    case "draft-read":
      return [writer.check(draftKey(sideRecord.draft), carries("version", sideRecord.draft.version))];
    case "preview-order": {
      const { preview, bulletin, until } = sideRecord;
      const expiresAt = Math.ceil(epochOf(until) / 1000);
      const row = { ...previewOrderKey(preview), schema: 1, bulletin, [recordsTable.timeToLive]: expiresAt };
      return [writer.put("records", row, isNew(recordsTable.partitionKey))];
    }
    case "latest-paper": {
      const { paper, asAt, before } = sideRecord;
      const condition = before === undefined ? isNew(recordsTable.partitionKey) : says("paper", before);
      return [writer.put("records", { ...latestPaperKey(asAt), schema: 1, paper }, condition)];
    }
    case "presidents-reminders": {
      const { reminders } = sideRecord;
      const before = reminders.revision - 1;
      const condition = before === 0 ? isNew(recordsTable.partitionKey) : carries("revision", before);
      return [writer.put("records", { ...presidentsRemindersKey, schema: 1, ...reminders }, condition)];
    }
    case "wording": {
      const { bulletin, wording } = sideRecord;
      return [writer.put("records", { ...wordingKey(bulletin), schema: 1, wording })];
    }
    case "text": {
      const { text, version, written } = sideRecord;
      return [writer.put("records", { ...textKey(text, version), schema: 1, written })];
    }
    case "recipients":
      return [
        writer.put("records", {
          ...recipientsKey(sideRecord.place),
          schema: 1,
          addressees: sideRecord.addressees,
        }),
      ];
    case "person":
      return personSteps(writer, sideRecord, around);
    case "person-erased":
      return erasureSteps(writer, sideRecord, around.at);
  }
};

/**
 * Returns the steps for accounts, which follow the user's state: a new subject of tokens belongs to the user, the
 * earlier one to no user.
 */
const accountSteps = (writer: Writer, change: Change<"user">): CommitStep[] => {
  const before = change.before?.state.sub;
  const { id, sub } = change.after;
  if (sub === before) return [];
  const linked = (account: string) =>
    writer.put("records", { ...accountKey(account), schema: 1, user: id }, isFreeFor("user", id), "address-taken");
  const freed = (account: string) =>
    writer.put("records", { ...accountKey(account), schema: 1 }, belongsTo("user", id), "stale");
  return [...(sub === undefined ? [] : [linked(sub)]), ...(before === undefined ? [] : [freed(before)])];
};

const dependentSteps = (writer: Writer, change: AnyChange): CommitStep[] => {
  switch (change.kind) {
    case "review":
      return changedSeatRows(change.before, change.after).map((row) => writer.put("records", row));
    case "user":
      return accountSteps(writer, change);
    case "party":
      return change.before?.state.name === change.after.name ? [] : [writer.put("records", partyNameRow(change.after))];
    case "group":
    case "bulletin":
    case "text":
    case "contact-log":
    case "phase":
    case "import":
    case "register-entry":
    case "status-paper":
      return [];
  }
};

/** The aggregate that a change leads to, with the journal entry of its facts. */
const advance = <K extends AggregateKind>(
  { kind, id, before, after, facts }: Change<K>,
  { by, at, onBehalfOf }: Pick<Commit, "by" | "at" | "onBehalfOf">,
) => {
  const subject = aggregateKey(kind, id);
  const entry = nextEntry(before, { subject, recordedAt: at, by, onBehalfOf, facts: [...facts] });
  const aggregate = aggregateAfter(before, { kind, id, entry, state: after });
  return { aggregate, entry };
};

/** The record of a request, with what its reply holds beyond one item. */
const requestSteps = (writer: Writer, { reply, ...record }: IdempotencyRecord, at: Instant): readonly CommitStep[] => {
  const expires = { [recordsTable.timeToLive]: Math.ceil(epochOf(later(at, idempotencyRetention)) / 1000) };
  const { packed, parts } = packReply(reply);
  const row = { ...requestKey(record.key), schema: 1, ...record, reply: packed, ...expires };
  const condition = isNewOrExpired(recordsTable.partitionKey, recordsTable.timeToLive, epochOf(at) / 1000);
  return [
    writer.put("records", row, condition, "repeated"),
    ...parts.map((part, place) =>
      writer.put("records", { ...replyPartKey(record.key, place + 1), schema: 1, part, ...expires }),
    ),
  ];
};

/** Addresses that the users who get new personal data had until now. */
const addressesBefore = async (read: ReadItem, changes: readonly AnyChange[]) => {
  const addresses = new Map<UserId, EmailAddress>();
  for (const { before, sideRecords = [] } of changes)
    for (const part of sideRecords)
      if (part.kind === "person" && before !== undefined) {
        const stored = await read(personKey(part.user), readPerson);
        if (stored?.person !== undefined) addresses.set(part.user, stored.person.email);
      }
  return addresses;
};

/** A transaction may name an item once. Two users with one address are a conflict; anything else is a defect. */
const assertDistinct = (steps: readonly CommitStep[]): void => {
  const seen = new Set<string>();
  for (const { subject, means } of steps) {
    if (seen.has(subject)) {
      if (means === "address-taken") throw new Conflict("address-taken", messages["address-taken"]);
      throw new TypeError(`One commit names ${subject} twice`);
    }
    seen.add(subject);
  }
};

/**
 * Writes a command's effect on all its aggregates in one transaction, or nothing. An aggregate without facts is only
 * checked: it must be unchanged since the decision. Without any facts, only the record of the request is written.
 * Throws a Conflict after a lost race, TooManyItems above 100 items, and a TypeError for a commit that no command may
 * make.
 */
export const commitTo =
  (access: Access, read: ReadItem) =>
  async ({
    changes,
    by,
    at,
    onBehalfOf,
    idempotency,
    uses = [],
  }: Commit): Promise<readonly Aggregate<AggregateKind>[]> => {
    for (const change of changes) for (const sideRecord of change.sideRecords ?? []) assertBelongs(change, sideRecord);
    const writer = writerFor(access);
    const addresses = await addressesBefore(read, changes);
    const steps: CommitStep[] = [];
    const aggregates: Aggregate<AggregateKind>[] = [];
    const written: Aggregate<AggregateKind>[] = [];
    const moves = changes.some(({ facts }) => facts.length > 0);

    for (const change of changes) {
      if (change.facts.length === 0) {
        if (change.before === undefined)
          throw new TypeError(`${aggregateKey(change.kind, change.id)} begins without a fact`);
        aggregates.push(change.before);
        if (moves) steps.push(writer.check(aggregateRowKey(change.kind, change.id), asBefore(change.before)));
        continue;
      }
      const { aggregate, entry } = advance<AggregateKind>(change, { by, at, onBehalfOf });
      aggregates.push(aggregate);
      written.push(aggregate);
      steps.push(
        writer.put("records", aggregateRow(aggregate), asBefore(change.before)),
        writer.put("journal", entryRow(entry), isNew(journalTable.partitionKey)),
        ...dependentSteps(writer, change),
        ...(change.sideRecords ?? []).flatMap((sideRecord) =>
          sideRecordSteps(writer, sideRecord, { addressBefore: (user) => addresses.get(user), at }),
        ),
      );
    }
    if (idempotency !== undefined) steps.push(...requestSteps(writer, idempotency, at));
    if (steps.length === 0) return aggregates;
    steps.push(...uses.map((use) => writer.count(use)));
    if (steps.length > mostItems) throw new TooManyItems(steps.length);
    assertDistinct(steps);

    const outcome = await transact(access.client, steps, meanings, () => readWriteId(read, written[0], idempotency));
    if (outcome !== "done") throw new Conflict(outcome, messages[outcome]);
    return aggregates;
  };

/**
 * Returns the id of the write that stored one of a commit's items. All items of a transaction are written, or none. It
 * reads the record of the request if there is one, because other commands may write the next version of an aggregate.
 */
const readWriteId = async (
  read: ReadItem,
  aggregate: Aggregate<AggregateKind> | undefined,
  idempotency: IdempotencyRecord | undefined,
): Promise<string | undefined> => {
  if (idempotency !== undefined) return read(requestKey(idempotency.key), writeIdOf);
  return aggregate === undefined ? undefined : read(aggregateRowKey(aggregate.kind, aggregate.id), writeIdOf);
};
