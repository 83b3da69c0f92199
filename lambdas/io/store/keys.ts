import { sha256 } from "../../../domain/hash.ts";
import { parseSubject, subjectOf } from "../../../domain/journal.ts";
import { subjectOfLetter } from "../../../domain/letter-subjects.ts";
import { openObligations } from "../../../domain/obligations.ts";
import { logicalRecipient } from "../../../domain/reminders.ts";
import type { Head, States } from "../../../domain/subjects.ts";
import { monthOf } from "../../../domain/time.ts";
import type { AddressMark, Returned, Unreachable } from "../../../schemas/address.ts";
import type { BulletinPlace } from "../../../schemas/bulletin.ts";
import {
  blockedWork,
  delaysToApprove,
  followUpWork,
  invitationWork,
  nominationsToCheck,
  overdueWork,
  bulletinWork,
} from "../../../domain/work.ts";
import type { Contact } from "../../../schemas/contact.ts";
import type { JournalEntry, SubjectKind } from "../../../schemas/fact.ts";
import { type BulletinId, type Hash, PartyId, type ReviewId, type TextId, type UserId } from "../../../schemas/ids.ts";
import type { Letter, PartyRecipient } from "../../../schemas/letter.ts";
import { ObligationKind, type Review } from "../../../schemas/review.ts";
import type { journalTable, lettersTable, recordsTable } from "../../../schemas/tables.ts";
import type { DraftPlace } from "../../../schemas/text.ts";
import type { EmailAddress, Instant } from "../../../schemas/values.ts";
import type { Work, WorkKind } from "../../../schemas/worklist.ts";

/**
 * The only home of key strings: how every item is keyed, and which index entries follow from a subject's state.
 * The types take the names of keys and indexes from schemas/tables.ts.
 */
export type RecordKey = Readonly<Record<typeof recordsTable.partitionKey | typeof recordsTable.sortKey, string>>;
type IndexKeys<Indexes extends readonly { readonly partitionKey: string; readonly sortKey: string }[]> = {
  readonly [Name in Indexes[number]["partitionKey" | "sortKey"]]?: string;
};
type RecordIndexKeys = IndexKeys<typeof recordsTable.indexes>;
type LetterIndexKeys = IndexKeys<typeof lettersTable.indexes>;
const inRecords = (keys: RecordIndexKeys): RecordIndexKeys => keys;
const inLetters = (keys: LetterIndexKeys): LetterIndexKeys => keys;

/** Joins the parts of a sort key: `#` sorts before every letter and digit that parts are made of. */
const sort = (...parts: readonly string[]): string => parts.join("#");

/** Where a subject's state stands. */
export const headSort = "head";
export const headKey = (kind: SubjectKind, id: string): RecordKey => ({ pk: subjectOf(kind, id), sk: headSort });
const seatKey = (review: string, party: PartyId): RecordKey => ({
  pk: subjectOf("review", review),
  sk: `seat#${party}`,
});
const owedPrefix = "owed#";
const owedKey = (review: string, party: PartyId, kind: ObligationKind): RecordKey => ({
  pk: subjectOf("review", review),
  sk: `${owedPrefix}${kind}#${party}`,
});
/** Where a party's mission is kept, beside the party; and whose it is, by its key. Throws on a key that is none of a party. */
export const missionKey = (party: PartyId): RecordKey => ({ pk: subjectOf("party", party), sk: "mission" });
export const partyOfMission = ({ pk }: Pick<RecordKey, "pk">): PartyId => PartyId.parse(parseSubject(pk).id);
/** Where a user's name and address are kept, beside the user. */
export const personKey = (user: UserId): RecordKey => ({ pk: subjectOf("user", user), sk: "person" });
/** Who an account belongs to; who an address belongs to, without telling the address; both sides of a guard. */
export const accountKey = (sub: string): RecordKey => ({ pk: `account#${sub}`, sk: "account" });
export const addressKey = (address: EmailAddress): RecordKey => ({ pk: `address#${sha256(address)}`, sk: "address" });
/** The key of a request holds what callers send, so it is hashed. */
export const requestKey = (key: string): RecordKey => ({ pk: `request#${sha256(key)}`, sk: "request" });
/** Beside a review: what is being drafted, and what was handed over. */
export const draftsPrefix = "draft#";
export const draftKey = ({ review, kind, party, instrument }: DraftPlace): RecordKey => ({
  pk: subjectOf("review", review),
  sk: `${draftsPrefix}${kind}#${party}#${instrument}`,
});
export const documentKey = (review: ReviewId, hash: Hash): RecordKey => ({
  pk: subjectOf("review", review),
  sk: `document#${hash}`,
});
/** Beside a party: contacts with it. Numbers of fixed width, so that the order of keys is theirs. */
export const contactsPrefix = "contact#";
export const contactKey = (party: PartyId, number: number): RecordKey => ({
  pk: subjectOf("party", party),
  sk: `${contactsPrefix}${String(number).padStart(6, "0")}`,
});
/** Pages as fixed-width text, so that the order of keys is the order of pages. */
const pageKey = (page: number): string => `page#${String(page).padStart(5, "0")}`;
/** What a preview listed, under its hash. */
export const previewKey = (hash: Hash): RecordKey => ({ pk: `preview#${hash}`, sk: "preview" });
export const previewPageKey = (hash: Hash, page: number): RecordKey => ({ pk: `preview#${hash}`, sk: pageKey(page) });
/** Beside a bulletin: what it says, and whom it was frozen for. */
export const wordingKey = (bulletin: BulletinId): RecordKey => ({ pk: subjectOf("bulletin", bulletin), sk: "wording" });
export const recipientsKey = ({ bulletin, round, page }: BulletinPlace): RecordKey => ({
  pk: subjectOf("bulletin", bulletin),
  sk: `round#${String(round).padStart(3, "0")}#${pageKey(page)}`,
});
/** Beside a stored text: what each of its versions says. */
export const textKey = (text: TextId, version: number): RecordKey => ({
  pk: subjectOf("text", text),
  sk: `version#${String(version).padStart(6, "0")}`,
});
export const cursorSecretKey: RecordKey = { pk: "secret#cursor", sk: "secret" };

/** What the indexes are asked for. */
export const kindPartition = (kind: SubjectKind) => kind;
export const stagePartition = (stage: Review["stage"]) => stage;
export const partyPartition = (party: PartyId) => party;
export const aboutPartition = (review: ReviewId) => review;
export const workPartition = (kind: WorkKind) => kind;
export const workOfOfficerPartition = (officer: UserId, kind: WorkKind) => sort(officer, kind);
export const reviewsOfOfficerPartition = (officer: UserId) => sort(officer, "review");
export const duePartition = "open";
export const owedPartition = (kind: ObligationKind) => kind;
export const recordsOf = subjectOf;
export const reviewsOfPartyPrefix = "review#";
export const usersOfPartyPrefix = "user#";
/** Sort keys that begin with an earlier instant sort below this. */
export const earlierThan = (instant: Instant) => instant;
/** Sort keys that begin with this instant, or an earlier one, sort below this: `$` follows `#`. */
export const notAfter = (instant: Instant) => `${instant}$`;

/** Index entries of something to be done: by kind, and by kind for the officer whose it is. */
const workEntries = (work: Work | undefined): RecordIndexKeys & { readonly work?: Work } => {
  if (work === undefined) return {};
  const { kind, since, id, officer } = work;
  const place = sort(since, id);
  const own = officer === undefined ? {} : { officerKey: workOfOfficerPartition(officer, kind), officerSort: place };
  return { work, ...inRecords({ workKey: workPartition(kind), workSort: place, ...own }) };
};

/** A contact as an item beside its party, found by the review that it is about, and by its next step. */
export const contactRow = (contact: Contact) => ({
  ...contactKey(contact.party, contact.number),
  schema: 1,
  contact,
  ...(contact.review === undefined
    ? {}
    : inRecords({
        partyKey: aboutPartition(contact.review),
        partySort: sort(contact.recordedAt, contact.party, String(contact.number).padStart(6, "0")),
      })),
  ...workEntries(followUpWork(contact)),
});

const headIndexes: { readonly [K in SubjectKind]: (state: States[K]) => RecordIndexKeys } = {
  party: () => ({}),
  group: () => ({}),
  bulletin: (bulletin) => workEntries(bulletinWork(bulletin)),
  text: () => ({}),
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
    ...workEntries(invitationWork(user)),
  }),
};

/** The head item of a subject: its state, its version, the hash of its last journal entry, and its index entries. */
export const headRow = <K extends SubjectKind>(head: Head<K>) => ({
  ...headKey(head.kind, head.id),
  schema: 1,
  kind: head.kind,
  id: head.id,
  version: head.version,
  hash: head.hash,
  foldVersion: head.foldVersion,
  state: head.state,
  ...inRecords({ kindKey: kindPartition(head.kind), kindSort: head.id }),
  ...headIndexes[head.kind](head.state),
});

/** Where a head keeps what a letter's claim is checked against. */
export const obligationPath = ["state", "obligations"] as const;

/** A row that an index finds; what it says besides is for whoever reads the index. */
interface IndexedRow extends RecordKey {
  readonly dueAt?: string | undefined;
  readonly work?: Work;
}

/** One party's seat in a review, as the indexes by party and by due date find it: its earliest open duty. */
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
  const owed = openObligations(review).find((one) => one.party === party && one.kind === kind);
  return {
    ...owedKey(review.id, party, kind),
    schema: 1,
    review: review.id,
    party,
    dueAt: owed?.dueAt,
    ...(owed === undefined
      ? {}
      : inRecords({ owedKey: owedPartition(kind), owedSort: sort(owed.dueAt, party, review.id) })),
    ...workEntries(overdueWork(review, party, kind)),
  };
};

/** Something to be done about a review; without index entries where it is nothing. */
const workRow = (review: Review, sk: string, work: Work | undefined) => ({
  pk: subjectOf("review", review.id),
  sk,
  schema: 1,
  review: review.id,
  ...workEntries(work),
});
const blockedSk = "blocked";
/** Whether an item beside a review follows from its head, by the item's sort key. */
export const followsFromReview = (sk: string): boolean => /^(?:(?:seat|owed|check|delay)#|blocked$)/u.test(sk);

export const indexedRows = (review: Review): readonly IndexedRow[] => [
  workRow(review, blockedSk, blockedWork(review)),
  ...nominationsToCheck(review).map((work) => workRow(review, `check#${work.mandate}`, work)),
  ...delaysToApprove(review).map((work) => workRow(review, `delay#${work.obligation}`, work)),
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
 * The items beside a review's head that a change writes: those whose row is another than before. A seat that is gone
 * keeps its items without index entries, as nothing is ever deleted; what was never owed has no item.
 */
export const changedSeatRows = (before: Review | undefined, after: Review): readonly RecordKey[] => {
  const held = new Map((before === undefined ? [] : indexedRows(before)).map((row) => [row.sk, row]));
  const rows = indexedRows(after);
  const changed = rows.filter((row) => {
    const known = held.get(row.sk);
    if (known === undefined) return !isIdle(row);
    return JSON.stringify(row) !== JSON.stringify(known);
  });
  const standing = new Set(rows.map(({ sk }) => sk));
  const gone = [...held.values()]
    .filter((row) => !standing.has(row.sk) && !isIdle(row))
    .map((row) => endedRow(row, after.id));
  return [...changed, ...gone];
};

type JournalKey = Readonly<Record<typeof journalTable.partitionKey | typeof journalTable.sortKey, string>>;
type FeedKeys = Required<IndexKeys<typeof journalTable.indexes>>;

export const journalPartition = subjectOf;

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

export const letterKey = (id: string): Readonly<Record<typeof lettersTable.partitionKey, string>> => ({ id });

/** Among the letters: where the line of slots of the mail service stands, and what the breaker counted of a bulletin. */
export const slotsKey = (service: string) => letterKey(`slots#${service}`);
export const tallyKey = (bulletin: BulletinId) => letterKey(`tally#${bulletin}`);

/** A letter as an item. Letters that are to be looked at at the same instant come in the order of their last change. */
export const letterRow = (letter: Letter) => ({
  ...letter,
  ...inLetters({
    attentionSort: sort(letter.attentionAt, letter.changedAt, letter.id),
    subjectKey: subjectOfLetter(letter.content),
    subjectSort: sort(letter.plannedAt, letter.id),
  }),
  ...(letter.party === undefined
    ? {}
    : inLetters({ partyKey: partyPartition(letter.party), partySort: sort(letter.plannedAt, letter.id) })),
});

/** What else stands in the table of letters is found in lists of its own, beside those of letters by their state. */
export const suppressedPartition = "address-suppressed";
export const unreachablePartition = "recipient-unreachable";
export const returnedPartition = "address-returns";

/** Where an address is marked, by its hash. */
export const markKey = (address: Hash) => letterKey(`address#${address}`);
/** A mark as an item; one that was released is in no list. */
export const markRow = (mark: AddressMark) => ({
  ...markKey(mark.hash),
  ...mark,
  ...(mark.released === undefined
    ? inLetters({ state: suppressedPartition, attentionSort: sort(mark.at, mark.hash) })
    : {}),
});

/** Where it stands that a recipient cannot be reached. */
export const unreachableKey = (recipient: PartyRecipient) => letterKey(`unreachable#${logicalRecipient(recipient)}`);
/** The same as an item; a recipient who is reached again is in no list. */
export const unreachableRow = (row: Unreachable) => ({
  ...row,
  ...unreachableKey(row.recipient),
  ...(row.until === undefined
    ? inLetters({ state: unreachablePartition, attentionSort: sort(row.since, unreachableKey(row.recipient).id) })
    : {}),
});

/** Where it stands that letters to one of a recipient's addresses come back. */
export const returnedKey = ({ recipient, contact }: Pick<Returned, "recipient" | "contact">) =>
  letterKey(`returned#${logicalRecipient(recipient)}#${contact}`);
/** The same as an item; an address at which letters arrive again is in no list. */
export const returnedRow = (row: Returned) => ({
  ...row,
  ...returnedKey(row),
  ...(row.until === undefined
    ? inLetters({ state: returnedPartition, attentionSort: sort(row.since, returnedKey(row).id) })
    : {}),
});

/** A letter's own fields out of its item. */
export const letterFields = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { attentionSort: _a, partyKey: _p, partySort: _s, subjectKey: _k, subjectSort: _o, ...fields } = row;
  return fields;
};
