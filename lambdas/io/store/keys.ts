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
 * How every item of the tables of records and of the journal is keyed, and which index entries follow from a subject's
 * state; letter-keys.ts says the same of the table of letters. Key strings stand in these two files and nowhere else.
 * The types take the names of keys and indexes from schemas/model/tables.ts.
 */
export type RecordKey = Readonly<Record<typeof recordsTable.partitionKey | typeof recordsTable.sortKey, string>>;
export type IndexKeys<Indexes extends readonly { readonly partitionKey: string; readonly sortKey: string }[]> = {
  readonly [Name in Indexes[number]["partitionKey" | "sortKey"]]?: string;
};
type RecordIndexKeys = IndexKeys<typeof recordsTable.indexes>;
const inRecords = (keys: RecordIndexKeys): RecordIndexKeys => keys;

/** Joins the parts of a sort key: `#` sorts before every letter and digit that parts are made of. */
export const sort = (...parts: readonly string[]): string => parts.join("#");

/** Where a subject's state stands. */
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
 * Where the contacts of a party's mission are kept, apart from the party, since the function for the public reads what has the
 * partition key of a party; and whose they are, by the key. Throws on a key that is none of a mission.
 */
const missionPrefix = "mission#";
export const missionKey = (party: PartyId): RecordKey => ({ pk: `${missionPrefix}${party}`, sk: "mission" });
export const partyOfMission = ({ pk }: Pick<RecordKey, "pk">): PartyId =>
  PartyId.parse(pk.startsWith(missionPrefix) ? pk.slice(missionPrefix.length) : undefined);
/** What a party shows of its mission to the public. */
export const publicOfficeKey = (party: PartyId): RecordKey => ({ pk: aggregateKey("party", party), sk: "office" });
/** Where a user's name and address are kept, beside the user. */
export const personKey = (user: UserId): RecordKey => ({ pk: aggregateKey("user", user), sk: "person" });
/** Beside a user or a party: the address that a change of it took the place of, by the number of the change. */
export const formerAddressKey = ({ kind, id }: AddressOwner, number: number): RecordKey => ({
  pk: aggregateKey(kind, id),
  sk: `former#${String(number).padStart(6, "0")}`,
});
/** Beside a user who is erased: who it was, until nothing else tells that any more. */
export const erasingKey = (user: UserId): RecordKey => ({ pk: aggregateKey("user", user), sk: "erasing" });
/** Who an account belongs to; who an address belongs to, without telling the address; both sides of a guard. */
export const accountKey = (sub: string): RecordKey => ({ pk: `account#${sub}`, sk: "account" });
export const addressKey = (address: EmailAddress): RecordKey => ({ pk: `address#${sha256(address)}`, sk: "address" });
/** Whose calendar a link shows, by the hash of its secret; whether it still does stands in the aggregate of that user. */
export const calendarLinkKey = (link: Hash): RecordKey => ({ pk: `calendar-link#${link}`, sk: "calendar-link" });
export const calendarLinkRow = ({ link, user }: { readonly link: Hash; readonly user: UserId }) => ({
  ...calendarLinkKey(link),
  schema: 1,
  user,
});
/** The key of a request holds what callers send, so it is hashed. */
export const requestSort = "request";
export const requestKey = (key: string): RecordKey => ({ pk: `request#${sha256(key)}`, sk: requestSort });
/** What a long reply holds beyond its record, in parts. */
export const replyPartSort = (part: number): string => `part#${part}`;
export const replyPartKey = (key: string, part: number): RecordKey => ({ ...requestKey(key), sk: replyPartSort(part) });
/** What a user or a party has used of a day's limits. */
export const allowanceKey = ({ of, day }: Pick<DayUse, "of" | "day">): RecordKey => ({
  pk: `${allowancePrefix}${of}`,
  sk: day,
});
/** What is being drafted in a review, apart from it, since no draft is public. */
export const draftsPrefix = "draft#";
export const draftsPartition = (review: ReviewId): string => `drafts#${review}`;
export const draftKey = ({ review, kind, party, instrument }: DraftPlace): RecordKey => ({
  pk: draftsPartition(review),
  sk: `${draftsPrefix}${kind}#${party}#${instrument}`,
});
/** What was handed over in a review, apart from it, since only what is published of it is public. */
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
/** What a preview listed, under its hash. */
export const previewKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "preview" });
export const previewPageKey = (hash: Hash, page: number): RecordKey => ({ pk: `preview#${hash}`, sk: pageKey(page) });
/** Beside a preview: the bulletin that was ordered of it. */
export const previewOrderKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "order" });
/** Beside an import: what it says, until it is applied. */
export const importPageKey = (id: ImportId, page: number): RecordKey => ({ pk: `import#${id}`, sk: pageKey(page) });
/** Which paper as at a day was ordered last. */
export const latestPaperKey = (asAt: CalendarDate): RecordKey => ({ pk: `papers#${asAt}`, sk: "latest" });
/** When the President's reminder was sent to whom. */
export const presidentsRemindersKey: RecordKey = { pk: "presidents-reminders", sk: "sent" };
/** Beside a bulletin: what it says, and whom it was frozen for. */
export const wordingKey = (id: BulletinId): RecordKey => ({ pk: aggregateKey("bulletin", id), sk: "wording" });
export const recipientsKey = ({ bulletin, round, page }: BulletinPlace): RecordKey => ({
  pk: aggregateKey("bulletin", bulletin),
  sk: `round#${String(round).padStart(3, "0")}#${pageKey(page)}`,
});
/** Beside a stored text: what each of its versions says. */
export const textKey = (text: TextId, version: number): RecordKey => ({
  pk: aggregateKey("text", text),
  sk: `version#${String(version).padStart(6, "0")}`,
});
export const cursorSecretKey: RecordKey = { pk: "secret#cursor", sk: "secret" };
/** That a migration is done. */
export const migrationKey = (number: number): RecordKey => ({ pk: `migration#${number}`, sk: "migration" });

/** What the indexes are asked for. */
export const kindPartition = (kind: AggregateKind) => kind;
export const usersInRolePrefix = (role: UserRole) => `${role}#`;
/** Aggregates of a kind by id; users by role first. */
const kindSort = <K extends AggregateKind>({ id, state }: Aggregate<K>): string =>
  "role" in state ? `${usersInRolePrefix(state.role)}${id}` : id;
/** Contacts with all parties stand beside the aggregates of each kind. */
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

/** A contact as an item beside its party, found among all, by the review that it is about, and by its next step. */
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

/** Index entries of aggregates besides those of their kind, for the kinds that have any. */
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

/** Where an aggregate keeps what a letter's claim is checked against. */
export const obligationPath = ["state", "obligations"] as const;

/** What an aggregate says of where its review stands. */
export const placePaths = Object.keys(ReviewPlace.shape).map((name) => ["state", name]);

/** A row that an index finds; what it says besides is for whoever reads the index. */
interface IndexedRow extends RecordKey {
  readonly dueAt?: string | undefined;
  readonly work?: WorkItem;
}
/** What only whoever reads an index asks of a row. */
export const indexedAlong: readonly (keyof IndexedRow)[] = ["dueAt", "work"];

/** One party's seat in a review, as the indexes by party and by due date find it: its earliest open obligation. */
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

/** What one party owes of one kind in a review, for the list of all who owe it; without index entries when nothing. */
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
/** Whether an item beside a review follows from its aggregate, by the item's sort key. */
export const followsFromReview = (sk: string): boolean => /^(?:(?:seat|owed|check)#|blocked$)/u.test(sk);

export const indexedRows = (review: Review): readonly IndexedRow[] => [
  workRow(review, blockedSk, blockedWork(review)),
  ...nominationsToCheck(review).map((work) => workRow(review, `check#${work.mandate}`, work)),
  ...Object.values(review.seats).flatMap(({ party }) => [
    seatRow(review, party),
    ...ObligationKind.options.map((kind) => owedRow(review, party, kind)),
  ]),
];

/** Rows that stand for something to be done, and say nothing while there is nothing. */
export const isIdle = ({ sk, work }: IndexedRow): boolean =>
  (sk.startsWith(owedPrefix) || sk === blockedSk) && work === undefined;

/** What is left of an item beside a review that is there for nothing any more: no index shows it. */
export const endedRow = ({ pk, sk }: RecordKey, review: string) => ({ pk, sk, schema: 1, review, ended: true });

/**
 * The items beside a review's aggregate that a change writes: those whose row is another than before. A seat that is gone
 * keeps its items without index entries, as nothing is ever deleted; what was never owed has no item.
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

/** An entry's own fields, those that its hash covers, out of its item: the keys of the feed are none of them. */
export const entryFields = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { month: _month, feedSort: _feedSort, ...fields } = row;
  return { ...fields, version: Number(row["version"]) };
};
