import type { LetterQueue } from "../../domain/letter-queues.ts";
import type { MailPermit, SlotLine } from "../../domain/slots.ts";
import type { Head, States } from "../../domain/subjects.ts";
import type { AddressMark, Returned, Unreachable } from "../../schemas/address.ts";
import type { Addressee } from "../../schemas/addressee.ts";
import type { BounceTally, BulletinPlace, BulletinPreview, BulletinWording } from "../../schemas/bulletin.ts";
import type { Contact } from "../../schemas/contact.ts";
import type { Fact, JournalEntry, SubjectKind } from "../../schemas/fact.ts";
import type { BulletinId, Hash, LetterId, MandateId, PartyId, ReviewId, TextId, UserId } from "../../schemas/ids.ts";
import type { Letter, LetterState, PartyRecipient } from "../../schemas/letter.ts";
import type { AlarmMessage } from "../../schemas/messages.ts";
import type { MissionContacts } from "../../schemas/party.ts";
import type { ObligationKind, Stage } from "../../schemas/review.ts";
import type { WrittenText } from "../../schemas/stored-text.ts";
import type { DocumentText, Draft, DraftPlace } from "../../schemas/text.ts";
import type { Person } from "../../schemas/user.ts";
import type { EmailAddress, Instant } from "../../schemas/values.ts";
import type { Work, WorkKind } from "../../schemas/worklist.ts";
import type { PostponementReason } from "./mail-ports.ts";

/**
 * What stands beside a subject, outside the journal, and is written in the same transaction: contact and personal
 * data, and texts that were handed over. A draft that was handed over is checked: it is still of the version that
 * was read.
 */
export type Beside =
  | { readonly kind: "mission"; readonly party: PartyId; readonly mission: MissionContacts }
  | { readonly kind: "person"; readonly user: UserId; readonly person: Person }
  | { readonly kind: "document"; readonly review: ReviewId; readonly hash: Hash; readonly document: DocumentText }
  | { readonly kind: "contact"; readonly contact: Contact }
  | { readonly kind: "draft-read"; readonly draft: Draft }
  | { readonly kind: "wording"; readonly bulletin: BulletinId; readonly wording: BulletinWording }
  | { readonly kind: "text"; readonly text: TextId; readonly version: number; readonly written: WrittenText }
  | { readonly kind: "recipients"; readonly place: BulletinPlace; readonly addressees: readonly Addressee[] };

/** One subject's part in a command: the head it was decided on (none for a new one) and the facts that follow. */
export interface Change<K extends SubjectKind> {
  readonly kind: K;
  readonly id: string;
  readonly before: Head<K> | undefined;
  readonly after: States[K];
  readonly facts: readonly Fact[];
  readonly beside?: readonly Beside[];
}
export type AnyChange = { [K in SubjectKind]: Change<K> }[SubjectKind];

/** The answer that a repeated request with the same key gets. */
export interface StoredReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}
export interface IdempotencyRecord {
  /** Caller, route and key. */
  readonly key: string;
  readonly bodyHash: string;
  readonly reply: StoredReply;
}

export interface Commit {
  readonly changes: readonly AnyChange[];
  readonly by: string;
  readonly at: Instant;
  readonly idempotency?: IdempotencyRecord;
}

/** Several answers' worth, with where to go on; `next` is an opaque position, absent at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}
export interface Paging {
  readonly limit: number;
  readonly after?: string;
  /** Hears the key of a row that cannot be read, which is then left out; without it such a row throws an UnreadableRow. */
  readonly onUnreadable?: (key: string) => void;
}

/** Why a commit did not take place. Nothing of it was written. */
export class Conflict extends Error {
  readonly why: "stale" | "busy" | "repeated" | "address-taken";
  constructor(why: "stale" | "busy" | "repeated" | "address-taken", message: string) {
    super(message);
    this.name = "Conflict";
    this.why = why;
  }
}

/** An obligation as the due index lists it. */
export interface DueRow {
  readonly review: ReviewId;
  readonly party: PartyId;
  /** The earliest open due date of this party in this review. */
  readonly dueAt: Instant;
}

/** What is true now and what happened: tables `records` and `journal`. Consistent reads unless said otherwise. */
export interface Store {
  load<K extends SubjectKind>(kind: K, id: string): Promise<Head<K> | undefined>;
  /** In the order of `ids`; those that do not exist are left out. */
  loadMany<K extends SubjectKind>(kind: K, ids: readonly string[]): Promise<readonly Head<K>[]>;
  /**
   * One transaction, at most 100 items (throws a RangeError above); throws Conflict. A change without facts is only
   * checked: its subject must still be as it was decided on. Data beside a subject come with a fact of that subject
   * (throws a TypeError otherwise). An address or account that a user had before is free again.
   */
  commit(commit: Commit): Promise<readonly Head<SubjectKind>[]>;
  /** An unexpired record of an earlier request with this key. */
  repeated(key: string, now: Instant): Promise<IdempotencyRecord | undefined>;

  mission(party: PartyId): Promise<MissionContacts | undefined>;
  /** Those that have contacts; the others are left out. */
  missions(parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, MissionContacts>>;
  person(user: UserId): Promise<Person | undefined>;
  persons(users: readonly UserId[]): Promise<ReadonlyMap<UserId, Person>>;
  /** The user whose account the access token's subject names. */
  userOfAccount(sub: string): Promise<UserId | undefined>;
  userOfAddress(address: EmailAddress): Promise<UserId | undefined>;

  draft(place: DraftPlace): Promise<Draft | undefined>;
  /** Every draft of a review, by kind, party and instrument. */
  draftsOf(review: ReviewId): Promise<readonly Draft[]>;
  /**
   * Writes the next version of a draft, under the condition that the one before stands (none for version 1) and that
   * the review is as it was decided on. Throws Conflict: "stale" where the draft has changed, else "busy".
   */
  saveDraft(draft: Draft, decidedOn: Head<"review">): Promise<void>;
  /** Texts that were handed over in a review, by hash; those that do not exist are left out. */
  documents(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;

  contact(party: PartyId, number: number): Promise<Contact | undefined>;
  /** Contacts with a party, the last recorded first. */
  contactsWith(party: PartyId, paging: Paging): Promise<Page<Contact>>;
  /** The same about one review, eventually consistent. */
  contactsAbout(review: ReviewId, paging: Paging): Promise<Page<Contact>>;
  /**
   * What is to be done of one kind since `until` or longer, longest first; of one officer where one is named.
   * Eventually consistent.
   */
  work(kind: WorkKind, paging: Paging & { readonly until: Instant; readonly officer?: UserId }): Promise<Page<Work>>;
  /** Reviews of an officer, in the order of ids, eventually consistent. */
  reviewsOfOfficer(officer: UserId, paging: Paging): Promise<Page<Head<"review">>>;

  /** Keeps what a preview listed until it expires; the same preview again is kept longer. */
  savePreview(preview: BulletinPreview, pages: readonly (readonly Addressee[])[]): Promise<void>;
  /** A preview that has not expired. */
  preview(hash: Hash, now: Instant): Promise<BulletinPreview | undefined>;
  /** Those whom a preview lists on a page, counted from 1. */
  previewPage(hash: Hash, page: number): Promise<readonly Addressee[] | undefined>;
  /** What a bulletin says, and to whom it was written. */
  wording(bulletin: BulletinId): Promise<BulletinWording | undefined>;
  /** A version of a stored text, counted from 1. */
  textVersion(text: TextId, version: number): Promise<WrittenText | undefined>;
  /** Those whom a bulletin was frozen for, on one page. */
  recipients(place: BulletinPlace): Promise<readonly Addressee[] | undefined>;

  /** Eventually consistent, by id. */
  list<K extends SubjectKind>(kind: K, paging: Paging): Promise<Page<Head<K>>>;
  reviewsInStage(stage: Stage, paging: Paging): Promise<Page<Head<"review">>>;
  /** Reviews in which the party holds a seat, eventually consistent, in the order of ids. */
  reviewsOfParty(party: PartyId): Promise<readonly ReviewId[]>;
  /** Users registered for a party. */
  usersOfParty(party: PartyId): Promise<readonly UserId[]>;
  /** Seats with an open obligation, earliest due first; `before` limits to those due earlier. */
  due(paging: Paging & { readonly before?: Instant }): Promise<Page<DueRow>>;
  /** Seats that owe something of one kind, earliest due first. */
  owing(kind: ObligationKind, paging: Paging): Promise<Page<DueRow>>;

  journalOf(kind: SubjectKind, id: string, paging: Paging): Promise<Page<JournalEntry>>;
  /** Entries of one month (YYYY-MM, by recordedAt), `from` an instant on where given, as recorded; eventually consistent. */
  feed(month: string, paging: Paging & { readonly from?: Instant }): Promise<Page<JournalEntry>>;

  /** The secret that cursors are signed with: made at first use, the same for every function. */
  cursorSecret(propose: () => string): Promise<string>;
}

/** An obligation that must still be open in this generation when a letter is claimed. */
export interface StillOpen {
  readonly review: ReviewId;
  readonly obligation: string;
  readonly generation: number;
}

/** What was sent: table `letters`; with what it showed of addresses, and of whom it does not reach. */
export interface Ledger {
  letter(id: LetterId): Promise<Letter | undefined>;
  /** Which of these letters have a row. */
  known(ids: readonly LetterId[]): Promise<ReadonlySet<string>>;
  /** Writes a planned letter unless its id exists; says whether it was new. Throws Conflict "busy". */
  plan(letter: Letter): Promise<boolean>;
  /**
   * Replaces a row under the condition that its revision is `next.revision - 1`; false when it was not. Throws
   * Conflict "busy" while a claim of the same row is under way.
   */
  move(next: Letter): Promise<boolean>;
  /**
   * The same in one transaction with a check on every named review's head that the obligation is open in this
   * generation. "closed": a check failed; "stale": the row had moved; "busy": a transaction conflict, try again.
   */
  claim(next: Letter, stillOpen: readonly StillOpen[]): Promise<"claimed" | "closed" | "stale" | "busy">;
  /**
   * Replaces a row as `move` does and writes the planned letter that takes its place, both or neither. "stale": the row had
   * moved; "known": there is a letter of that id already; "busy": a transaction conflict, try again.
   */
  replace(next: Letter, successor: Letter): Promise<"replaced" | "stale" | "known" | "busy">;
  /** Rows of one state whose attention instant is not after `until`, oldest first. */
  needingAttention(state: LetterState, until: Instant, paging: Paging): Promise<Page<Letter>>;
  /** Newest first, as `ofSubject`; `from` limits to those planned then or later. Lists of letters are eventually consistent. */
  ofParty(party: PartyId, paging: Paging & { readonly from?: Instant }): Promise<Page<Letter>>;
  /** Letters about a group's nominations (subject `group#c1-g1`) or about a user (`user#u-…`). */
  ofSubject(subject: string, paging: Paging): Promise<Page<Letter>>;

  /** The mark of an address, by its hash; one that was released still stands. */
  mark(address: Hash): Promise<AddressMark | undefined>;
  /** Writes the first revision of a mark, or the next of the one that stands; false where others were faster. */
  writeMark(next: AddressMark): Promise<boolean>;
  /** Marks in force, the oldest first. */
  suppressed(paging: Paging): Promise<Page<AddressMark>>;
  /** Writes down that a recipient cannot be reached, or is reached again; says nothing of what stood before. */
  writeUnreachable(row: Unreachable): Promise<void>;
  unreachableOf(recipient: PartyRecipient): Promise<Unreachable | undefined>;
  /** Recipients whom no letter can reach, the longest unreached first. */
  unreachable(paging: Paging): Promise<Page<Unreachable>>;
  /** Writes down that letters to an address come back, or do no more; says nothing of what stood before. */
  writeReturned(row: Returned): Promise<void>;
  returnedFrom(recipient: PartyRecipient, contact: Returned["contact"]): Promise<Returned | undefined>;
  /** Addresses from which letters come back, the longest first. */
  returned(paging: Paging): Promise<Page<Returned>>;

  /** What the breaker keeps of a bulletin's bounces; nothing before it has counted any. */
  tally(bulletin: BulletinId): Promise<BounceTally | undefined>;
  /** Writes the first revision of it, or the next of the one that stands; false where others were faster. */
  writeTally(next: BounceTally): Promise<boolean>;
}

/** The mail service's own list of addresses to which it sends nothing. */
export interface Suppression {
  /** An address that is not listed is released already. */
  release(address: EmailAddress): Promise<void>;
}

/** One-time schedules that put an alarm message on the alarms queue. */
export interface Schedules {
  /**
   * Arms once; a name that exists is already armed. For an instant within a minute, or past, the message is put on the
   * queue, to be seen when the instant has come.
   */
  arm(name: string, at: Instant, message: AlarmMessage, now: Instant): Promise<void>;
  /** A schedule that does not exist is already disarmed. */
  disarm(name: string): Promise<void>;
  /** Names of all armed schedules, in pages. */
  armed(paging: Paging): Promise<Page<string>>;
}

/** The alarms queue, for those who need something looked at now. */
export interface Alarms {
  ring(message: AlarmMessage): Promise<void>;
}

export interface LetterQueues {
  /**
   * Orders the sending of letters on one queue, that of deadline letters unless another is named, after `seconds` (at
   * most 900); throws when not all orders were taken.
   */
  order(letters: readonly LetterId[], seconds?: number, where?: { readonly queue: LetterQueue }): Promise<void>;
}

export interface OutgoingMail {
  readonly letter: LetterId;
  readonly to: EmailAddress;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly headers: Readonly<Record<string, string>>;
}

/** What the mail service said. `postponed` and `refused`: surely not accepted, for now and for good. `unknown`: it may have been. */
export type MailAnswer =
  | { readonly kind: "accepted"; readonly messageId: string }
  | { readonly kind: "postponed"; readonly reason: PostponementReason; readonly why: string }
  | { readonly kind: "refused"; readonly why: string }
  | { readonly kind: "unknown"; readonly why: string };

export interface Mail {
  send(mail: OutgoingMail): Promise<MailAnswer>;
}

/** Says what the mail service permits. */
export interface MailPermits {
  /** Throws where the service does not say. */
  read(): Promise<MailPermit>;
}

/** The line of slots that all senders share. */
export interface SlotBook {
  /** The line as it stands; none before its first use. */
  read(): Promise<SlotLine | undefined>;
  /** Replaces the line under the condition that it is still the one before (none: its first use); else says what stands there. */
  replace(
    before: SlotLine | undefined,
    next: SlotLine,
  ): Promise<{ readonly written: true } | { readonly written: false; readonly stands: SlotLine | undefined }>;
}

/** A slot in which one mail may be handed over, in milliseconds since 1970; or none, for now. */
export type Turn =
  | { readonly kind: "slot"; readonly at: number }
  | {
      readonly kind: "postponed";
      readonly reason: PostponementReason;
      readonly why: string;
      readonly until: "soon" | "later-today";
    };

/** Keeps a sender to the pace of the mail service. */
export interface Pacing {
  /** Waits in line for a slot. None comes in time where others go first, and when the day's quota is used up. */
  turn(queue: LetterQueue): Promise<Turn>;
  /** Waits until a slot's letter is to be claimed, milliseconds before the slot; false where it has passed, and is given up. */
  waitToClaim(slot: { readonly at: number }): Promise<boolean>;
  /** Waits for a slot to begin; false where it has passed, and is given up. */
  begins(slot: { readonly at: number }): Promise<boolean>;
  /** Gives back a slot that is not needed: another letter of this sender may have it. */
  giveBack(slot: { readonly at: number }): void;
  /** The mail service took less than it was said to permit: what it permits is read again. */
  doubt(): void;
}

/** Accounts of the user pool; sends no mail of its own. */
export interface Accounts {
  /** The account's subject; the same again for an address that has one. */
  create(address: EmailAddress): Promise<string>;
}

export interface Clock {
  now(): Instant;
}

/** Waits by the same clock. */
export interface Timer {
  until(instant: Instant): Promise<void>;
}

/** What chance gives: ids of 130 bits, sortable by time, and the seed of a drawing, a whole number of 32 bits. */
export interface Ids {
  user(): UserId;
  mandate(): MandateId;
  bulletin(): BulletinId;
  seed(): number;
}
