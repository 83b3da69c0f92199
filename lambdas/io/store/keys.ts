import { sha256 } from "../../../domain/base/hash.ts";
import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import type { Aggregate, AggregateStates } from "../../../domain/audit/aggregates.ts";
import { monthOf } from "../../../domain/base/time.ts";
import type { BulletinPlace } from "../../../schemas/model/bulletin.ts";
import {
  blockedWork,
  followUpWork,
  nominationsToCheck,
  overdueWork,
  bulletinWork,
  denunciationWork,
  userWork,
  groupWork,
} from "../../../domain/oversight/work-items.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { AddressOwner, DayUse } from "../ports/store.ts";
import { allowancePrefix } from "../../../schemas/model/tables.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { BulletinId, Hash, ImportId, ReviewId, TextId, UserId } from "../../../schemas/base/ids.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { ObligationKind, type Review } from "../../../schemas/model/review.ts";
import { ReviewPlace } from "../../../schemas/model/review-place.ts";
import type { journalTable, recordsTable } from "../../../schemas/model/tables.ts";
import type { DraftPlace } from "../../../schemas/model/draft.ts";
import type { CalendarDate, EmailAddress, Instant } from "../../../schemas/base/values.ts";
import type { WorkItem, WorkKind } from "../../../schemas/model/work-item.ts";

/**
 * The keys of every item in the tables of records and of the journal, and the index entries that follow from an
 * aggregate's state; letter-keys.ts has those of the table of letters. Key strings are in these two files only. The
 * types take the names of keys and indexes from schemas/model/tables.ts.
 */
export type RecordKey = Readonly<Record<typeof recordsTable.partitionKey | typeof recordsTable.sortKey, string>>;
export type IndexKeys<Indexes extends readonly { readonly partitionKey: string; readonly sortKey: string }[]> = {
  readonly [Name in Indexes[number]["partitionKey" | "sortKey"]]?: string;
};
type RecordIndexKeys = IndexKeys<typeof recordsTable.indexes>;
const inRecords = (keys: RecordIndexKeys): RecordIndexKeys => keys;

/** Joins the parts of a sort key: `#` sorts before every letter and digit that parts are made of. */
export const sort = (...parts: readonly string[]): string => parts.join("#");

/** The sort key of an aggregate's state. */
export const aggregateSort = "aggregate";
export const aggregateRowKey = (kind: AggregateKind, id: string): RecordKey => ({
  pk: aggregateKey(kind, id),
  sk: aggregateSort,
});
const seatKey = (review: string, party: PartyId): RecordKey => ({
  pk: aggregateKey("review", review),
  sk: `seat#${party}`,
});
const owedPrefix = "owed#";
const owedKey = (review: string, party: PartyId, kind: ObligationKind): RecordKey => ({
  pk: aggregateKey("review", review),
  sk: `${owedPrefix}${kind}#${party}`,
});
/**
 * The prefix of the key for a mission's contacts. They are separate from the party, because the public function reads
 * the party's partition.
 */
const missionPrefix = "mission#";
export const missionKey = (party: PartyId): RecordKey => ({ pk: `${missionPrefix}${party}`, sk: "mission" });
export const partyOfMission = ({ pk }: Pick<RecordKey, "pk">): PartyId =>
  PartyId.parse(pk.startsWith(missionPrefix) ? pk.slice(missionPrefix.length) : undefined);
/** Returns the key of a party's public data about its mission. */
export const publicOfficeKey = (party: PartyId): RecordKey => ({ pk: aggregateKey("party", party), sk: "office" });
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
/** The key of a request holds what callers send, so it is hashed. */
export const requestSort = "request";
export const requestKey = (key: string): RecordKey => ({ pk: `request#${sha256(key)}`, sk: requestSort });
/** Returns the sort key of a part of a long reply that does not fit into its record. */
export const replyPartSort = (part: number): string => `part#${part}`;
export const replyPartKey = (key: string, part: number): RecordKey => ({ ...requestKey(key), sk: replyPartSort(part) });
/** Returns the key of a user's or a party's use of the daily limits. */
export const allowanceKey = ({ of, day }: Pick<DayUse, "of" | "day">): RecordKey => ({
  pk: `${allowancePrefix}${of}`,
  sk: day,
});
/** The prefix of drafts in a review, separate from it, because no draft is public. */
export const draftsPrefix = "draft#";
export const draftsPartition = (review: ReviewId): string => `drafts#${review}`;
export const draftKey = ({ review, kind, party, instrument }: DraftPlace): RecordKey => ({
  pk: draftsPartition(review),
  sk: `${draftsPrefix}${kind}#${party}#${instrument}`,
});
/** Returns the key of a submitted text in a review, separate from it, because only its published part is public. */
export const documentKey = (review: ReviewId, hash: Hash): RecordKey => ({
  pk: `texts#${review}`,
  sk: `document#${hash}`,
});
/** Copies of the texts that are published of a review, and the hashes of these. */
export const publishedTextKey = (review: ReviewId, hash: Hash): RecordKey => ({
  pk: `published#${review}`,
  sk: `text#${hash}`,
});
export const publishedHashesKey = (review: ReviewId): RecordKey => ({ pk: `published#${review}`, sk: "hashes" });
/** Contacts with a party, apart from it, since their notes are not public. Numbers of fixed width, so that the order of keys is theirs. */
export const contactsPrefix = "contact#";
export const contactsWithPartition = (party: PartyId): string => `contacts#${party}`;
export const contactKey = (party: PartyId, number: number): RecordKey => ({
  pk: contactsWithPartition(party),
  sk: `${contactsPrefix}${String(number).padStart(6, "0")}`,
});
/** Pages as fixed-width text, so that the order of keys is the order of pages. */
export const pageKey = (page: number): string => `page#${String(page).padStart(5, "0")}`;
/** Returns the key of a preview's list, under its hash. */
export const previewKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "preview" });
export const previewPageKey = (hash: Hash, page: number): RecordKey => ({ pk: `preview#${hash}`, sk: pageKey(page) });
/** Returns the key of the bulletin that was ordered from a preview. */
export const previewOrderKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "order" });
/** Returns the key of a page of an import's content, kept until it is applied. */
export const importPageKey = (id: ImportId, page: number): RecordKey => ({ pk: `import#${id}`, sk: pageKey(page) });
/** Returns the key of the latest ordered paper for a day. */
export const latestPaperKey = (asAt: CalendarDate): RecordKey => ({ pk: `papers#${asAt}`, sk: "latest" });
/** The key of the dates and recipients of the President's reminder. */
export const presidentsRemindersKey: RecordKey = { pk: "presidents-reminders", sk: "sent" };
/** Returns the key of a bulletin's text and audience. */
export const wordingKey = (id: BulletinId): RecordKey => ({ pk: aggregateKey("bulletin", id), sk: "wording" });
export const recipientsKey = ({ bulletin, round, page }: BulletinPlace): RecordKey => ({
  pk: aggregateKey("bulletin", bulletin),
  sk: `round#${String(round).padStart(3, "0")}#${pageKey(page)}`,
});
/** Returns the key of a version of a stored text. */
export const textKey = (text: TextId, version: number): RecordKey => ({
  pk: aggregateKey("text", text),
  sk: `version#${String(version).padStart(6, "0")}`,
});
export const cursorSecretKey: RecordKey = { pk: "secret#cursor", sk: "secret" };
/** Returns the key of the record that a migration is complete. */
export const migrationKey = (number: number): RecordKey => ({ pk: `migration#${number}`, sk: "migration" });

/** Returns the partition of an index for a kind. */
export const kindPartition = (kind: AggregateKind) => kind;
export const usersInRolePrefix = (role: UserRole) => `${role}#`;
/** Aggregates of a kind by id; users by role first. */
const kindSort = <K extends AggregateKind>({ id, state }: Aggregate<K>): string =>
  "role" in state ? `${usersInRolePrefix(state.role)}${id}` : id;
/** The partition of contacts with all parties, in the index that also lists aggregates of each kind. */
export const contactsPartition = "contact";
export const stagePartition = (stage: Review["stage"]) => stage;
export const partyPartition = (party: PartyId) => party;
export const aboutPartition = (review: ReviewId) => review;
export const workPartition = (kind: WorkKind) => kind;
export const workOfOfficerPartition = (officer: UserId, kind: WorkKind) => sort(officer, workPartition(kind));
export const reviewsOfOfficerPartition = (officer: UserId) => sort(officer, "review");
export const duePartition = "open";
export const owedPartition = (kind: ObligationKind) => kind;
export const recordsOf = aggregateKey;
export const reviewsOfPartyPrefix = "review#";
export const usersOfPartyPrefix = "user#";
/** Sort keys that begin with an earlier instant sort below this. */
export const earlierThan = (instant: Instant) => instant;
/** Sort keys that begin with this instant, or an earlier one, sort below this: `$` follows `#`. */
export const notAfter = (instant: Instant) => `${instant}$`;

/** Index entries of something to be done: by kind, and by kind for the officer whose it is. */
const workEntries = (work: WorkItem | undefined): RecordIndexKeys & { readonly work?: WorkItem } => {
  if (work === undefined) return {};
  const { kind, since, id, officer } = work;
  const place = sort(since, id);
  const own = officer === undefined ? {} : { officerKey: workOfOfficerPartition(officer, kind), officerSort: place };
  return { work, ...inRecords({ workKey: workPartition(kind), workSort: place, ...own }) };
};

/** Returns a contact as an item next to its party. Indexes find it among all, by its review, and by its next step. */
export const contactRow = (contact: FollowUp) => {
  const place = sort(contact.recordedAt, contact.party, String(contact.number).padStart(6, "0"));
  return {
    ...contactKey(contact.party, contact.number),
    schema: 1,
    contact,
    ...inRecords({ kindKey: contactsPartition, kindSort: place }),
    ...(contact.review && inRecords({ partyKey: aboutPartition(contact.review), partySort: place })),
    ...workEntries(followUpWork(contact)),
  };
};

/** Further index entries of aggregates, apart from those of their kind. */
const aggregateIndexes: { readonly [K in AggregateKind]?: (state: AggregateStates[K]) => RecordIndexKeys } = {
  group: (group) => workEntries(groupWork(group)),
  party: (party) => workEntries(denunciationWork(party)),
  bulletin: (bulletin) => workEntries(bulletinWork(bulletin)),
  review: ({ id, stage, officer }) =>
    inRecords({
      stageKey: stagePartition(stage),
      stageSort: id,
      ...(officer === undefined ? {} : { officerKey: reviewsOfOfficerPartition(officer), officerSort: id }),
    }),
  user: (user) => ({
    ...(user.party === undefined
      ? {}
      : inRecords({ partyKey: partyPartition(user.party), partySort: `${usersOfPartyPrefix}${user.id}` })),
    ...workEntries(userWork(user)),
  }),
};

/** The aggregate item of a subject: its state, its version, the hash of its last journal entry, and its index entries. */
export const aggregateRow = <K extends AggregateKind>(aggregate: Aggregate<K>) => ({
  ...aggregateRowKey(aggregate.kind, aggregate.id),
  schema: 1,
  kind: aggregate.kind,
  id: aggregate.id,
  version: aggregate.version,
  hash: aggregate.hash,
  foldVersion: aggregate.foldVersion,
  state: aggregate.state,
  ...inRecords({ kindKey: kindPartition(aggregate.kind), kindSort: kindSort(aggregate) }),
  ...aggregateIndexes[aggregate.kind]?.(aggregate.state),
});

/** The path in an aggregate that the claim of a letter checks. */
export const obligationPath = ["state", "obligations"] as const;

/** The attributes of an aggregate that give the position of its review. */
export const placePaths = Object.keys(ReviewPlace.shape).map((name) => ["state", name]);

/** A row in an index; its other attributes are for the readers of the index. */
interface IndexedRow extends RecordKey {
  readonly dueAt?: string | undefined;
  readonly work?: WorkItem;
}
/** The attributes that only index readers need. */
export const indexedAlong: readonly (keyof IndexedRow)[] = ["dueAt", "work"];

/** Returns one party's seat in a review for the indexes by party and by due date: its earliest open obligation. */
const seatRow = (review: Review, party: PartyId) => {
  const due = openObligations(review).find((obligation) => obligation.party === party);
  return {
    ...seatKey(review.id, party),
    schema: 1,
    review: review.id,
    party,
    dueAt: due?.dueAt,
    ...inRecords({ partyKey: partyPartition(party), partySort: `${reviewsOfPartyPrefix}${review.id}` }),
    ...(due === undefined ? {} : inRecords({ dueKey: duePartition, dueSort: sort(due.dueAt, review.id, party) })),
  };
};

/** Returns one party's open obligation of one kind in a review; without index entries if there is none. */
const owedRow = (review: Review, party: PartyId, kind: ObligationKind) => {
  const pending = openObligations(review).find((one) => one.party === party && one.kind === kind);
  return {
    ...owedKey(review.id, party, kind),
    schema: 1,
    review: review.id,
    party,
    dueAt: pending?.dueAt,
    ...(pending === undefined
      ? {}
      : inRecords({ owedKey: owedPartition(kind), owedSort: sort(pending.dueAt, party, review.id) })),
    ...workEntries(overdueWork(review, party, kind)),
  };
};

/** Something to be done about a review; without index entries where it is nothing. */
const workRow = (review: Review, sk: string, work: WorkItem | undefined) => ({
  pk: aggregateKey("review", review.id),
  sk,
  schema: 1,
  review: review.id,
  ...workEntries(work),
});
const blockedSk = "blocked";
/** Returns true if an item next to a review follows from its aggregate, by the item's sort key. */
export const followsFromReview = (sk: string): boolean => /^(?:(?:seat|owed|check)#|blocked$)/u.test(sk);

export const indexedRows = (review: Review): readonly IndexedRow[] => [
  workRow(review, blockedSk, blockedWork(review)),
  ...nominationsToCheck(review).map((work) => workRow(review, `check#${work.mandate}`, work)),
  ...Object.values(review.seats).flatMap(({ party }) => [
    seatRow(review, party),
    ...ObligationKind.options.map((kind) => owedRow(review, party, kind)),
  ]),
];

/** Returns true for a row of an open task that has none at present. */
export const isIdle = ({ sk, work }: IndexedRow): boolean =>
  (sk.startsWith(owedPrefix) || sk === blockedSk) && work === undefined;

/** Returns the rest of an item next to a review that is no longer needed: no index shows it. */
export const endedRow = ({ pk, sk }: RecordKey, review: string) => ({ pk, sk, schema: 1, review, ended: true });

/**
 * Returns the items next to a review's aggregate that a change writes: those whose row differs from before. A removed
 * seat keeps its items without index entries, because nothing is ever deleted. An obligation that never existed has no
 * item.
 */
export const changedSeatRows = (before: Review | undefined, after: Review): readonly RecordKey[] => {
  const rowsBefore = new Map((before === undefined ? [] : indexedRows(before)).map((row) => [row.sk, row]));
  const rows = indexedRows(after);
  const changed = rows.filter((row) => {
    const rowBefore = rowsBefore.get(row.sk);
    if (rowBefore === undefined) return !isIdle(row);
    return JSON.stringify(row) !== JSON.stringify(rowBefore);
  });
  const sortKeys = new Set(rows.map(({ sk }) => sk));
  const gone = [...rowsBefore.values()]
    .filter((row) => !sortKeys.has(row.sk) && !isIdle(row))
    .map((row) => endedRow(row, after.id));
  return [...changed, ...gone];
};

type JournalKey = Readonly<Record<typeof journalTable.partitionKey | typeof journalTable.sortKey, string>>;
type FeedKeys = Required<IndexKeys<typeof journalTable.indexes>>;

export const journalPartition = aggregateKey;

/** Versions as fixed-width text, so that the order of keys is the order of versions. */
const versionKey = (version: number): string => String(version).padStart(10, "0");

/** A journal entry as an item: its fields as they are, the version as text, and its place in the feed of its month. */
export const entryRow = (entry: JournalEntry): JournalKey & FeedKeys => {
  const version = versionKey(entry.version);
  return {
    ...entry,
    version,
    month: monthOf(entry.recordedAt),
    feedSort: sort(entry.recordedAt, entry.subject, version),
  };
};

/** Returns an entry's own fields, which its hash covers, from its item, without the keys of the feed. */
export const entryFields = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { month: _month, feedSort: _feedSort, ...fields } = row;
  return { ...fields, version: Number(row["version"]) };
};
