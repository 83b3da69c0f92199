import type { Aggregate, AggregateStates } from "../../../domain/audit/aggregates.ts";
import type { Counted } from "../../../domain/policy/limits.ts";
import type { CursorSecrets } from "../cursor-secrets.ts";
import type { Addressee, PreviewedAddressee } from "../../../schemas/model/addressee.ts";
import type { BulletinPlace, BulletinPreview, BulletinWording } from "../../../schemas/model/bulletin.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { Fact, AggregateKind } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type {
  BulletinId,
  Hash,
  ImportId,
  PartyId,
  ReviewId,
  StatusPaperId,
  TextId,
  UserId,
} from "../../../schemas/base/ids.ts";
import type { OutsideAct } from "../../../schemas/model/source.ts";
import type { MissionContacts, PublicOffice } from "../../../schemas/model/party.ts";
import type { PresidentsReminders } from "../../../schemas/model/presidents-reminders.ts";
import type { ObligationKind, Stage } from "../../../schemas/model/review.ts";
import type { ReviewPlace } from "../../../schemas/model/review-place.ts";
import type { PaperFormat } from "../../../schemas/model/status-paper.ts";
import type { WrittenText } from "../../../schemas/model/stored-text.ts";
import type { DocumentText, Draft, DraftPlace } from "../../../schemas/model/draft.ts";
import type { Person, UserRole } from "../../../schemas/model/user.ts";
import type { CalendarDate, EmailAddress, Instant, Language } from "../../../schemas/base/values.ts";
import type { WorkItem, WorkKind } from "../../../schemas/model/work-item.ts";
import type { StatisticsProjection } from "./projection.ts";

/**
 * A record next to an aggregate, outside the journal, written in the same transaction: contact and personal data, and
 * submitted texts. The transaction checks that a submitted draft still has the version that was read.
 */
export type SideRecord =
  | { readonly kind: "mission"; readonly party: PartyId; readonly mission: MissionContacts }
  | { readonly kind: "person"; readonly user: UserId; readonly person: Person }
  | {
      readonly kind: "former-address";
      readonly of: AddressOwner;
      readonly number: number;
      readonly address: EmailAddress;
    }
  | { readonly kind: "calendar-link"; readonly user: UserId; readonly link: Hash }
  | { readonly kind: "person-erased"; readonly user: UserId; readonly former: FormerPerson }
  | { readonly kind: "document"; readonly review: ReviewId; readonly hash: Hash; readonly document: DocumentText }
  | { readonly kind: "contact"; readonly contact: FollowUp }
  | { readonly kind: "draft-read"; readonly draft: Draft }
  | { readonly kind: "preview-order"; readonly bulletin: BulletinId; readonly preview: Hash; readonly until: Instant }
  | {
      /** Replaces the latest ordered paper for a day. */
      readonly kind: "latest-paper";
      readonly paper: StatusPaperId;
      readonly asAt: CalendarDate;
      readonly before: StatusPaperId | undefined;
    }
  | {
      readonly kind: "presidents-reminders";
      readonly bulletin: BulletinId;
      /** The revision after the one decided on. */
      readonly reminders: PresidentsReminders;
    }
  | { readonly kind: "wording"; readonly bulletin: BulletinId; readonly wording: BulletinWording }
  | { readonly kind: "text"; readonly text: TextId; readonly version: number; readonly written: WrittenText }
  | { readonly kind: "recipients"; readonly place: BulletinPlace; readonly addressees: readonly Addressee[] };

/** The owner of an address: a user, or the mission of a party. */
export interface AddressOwner {
  readonly kind: "user" | "party";
  readonly id: string;
}

/** The identity of a person during their erasure, with which the remaining mentions are found. */
export interface FormerPerson {
  readonly person: Person;
  /** The subject of their account. */
  readonly sub?: string | undefined;
}

/** Returns true if a text mentions a person; for a note, with the party that it is about. */
export type SpeaksOf = (text: string, party?: PartyId) => boolean;

/** The change of one aggregate in a command: the aggregate decided on (undefined for a new one) and its facts. */
export interface Change<K extends AggregateKind> {
  readonly kind: K;
  readonly id: string;
  readonly before: Aggregate<K> | undefined;
  readonly after: AggregateStates[K];
  readonly facts: readonly Fact[];
  readonly sideRecords?: readonly SideRecord[];
}

export type AnyChange = { [K in AggregateKind]: Change<K> }[AggregateKind];

/** The reply to a repeated request with its key. */
export interface StoredReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  /** The body is the bytes of a file, in base64. */
  readonly isBase64?: true;
}

export interface IdempotencyRecord {
  /** Caller, route and key. */
  readonly key: string;
  readonly bodyHash: string;
  readonly reply: StoredReply;
  /** The hash of the reply's body where that is left out: a long one to a request that changed nothing. */
  readonly replyHash?: string | undefined;
}

export interface Commit {
  readonly changes: readonly AnyChange[];
  readonly by: string;
  /** The act of a party outside the system that this commit records. */
  readonly onBehalfOf?: OutsideAct | undefined;
  readonly at: Instant;
  readonly idempotency?: IdempotencyRecord;
  /** The use of daily limits, counted in the same transaction: a commit that loses a race uses nothing. */
  readonly uses?: readonly DayUse[] | undefined;
}

/** Several items with the position to continue at; `next` is opaque, and absent at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
  /** Hears the key of a row that cannot be read, which is then left out; without it such a row throws an UnreadableRow. */
  readonly onUnreadable?: (key: string) => void;
}

/** Ids from one on that sort below another, which is the id of nothing. */
export interface IdRange {
  readonly from: string;
  readonly below: string;
}

/** A page of what is listed by ids, of some of them where they are named. */
export type IdPageRequest = PageRequest & { readonly ids?: IdRange | undefined };

/** The reason why a commit failed; `used-up`: it would exceed a daily limit. */
export type ConflictReason = "stale" | "busy" | "repeated" | "address-taken" | "used-up";

/** A commit did not take place. Nothing of it was written. */
export class Conflict extends Error {
  readonly why: ConflictReason;
  constructor(why: ConflictReason, message: string) {
    super(message);
    this.name = "Conflict";
    this.why = why;
  }
}

/** The most items that one transaction takes; the database has the same limit. */
export const mostItems = 100;

/** A commit has more items than one transaction takes. Nothing of it was written. */
export class TooManyItems extends RangeError {
  /** The number of items above the limit of a transaction. */
  readonly beyond: number;
  constructor(items: number) {
    super(`One commit of ${items} items, at most ${mostItems}`);
    this.name = "TooManyItems";
    this.beyond = items - mostItems;
  }
}

/** The use of daily limits by a user or a party, on a day of Vienna's calendar. */
export interface DayUse {
  /** The user or the party. */
  readonly of: string;
  readonly day: CalendarDate;
  /** The amount used of each limit, and its maximum. An amount of 0 requires that some is left, and uses none. */
  readonly counts: { readonly [C in Counted]?: { readonly amount: number; readonly most: number } };
}

/** The position of a status paper's content: its format and language. */
export interface PaperPlace {
  readonly paper: StatusPaperId;
  /** A format, or the texts that a person added. */
  readonly format: PaperFormat | "texts";
  readonly language?: Language | undefined;
  /** The texts with which a format was written, or which these are. */
  readonly texts?: Hash | undefined;
}

/** An obligation as the due index lists it. */
export interface DueRow {
  readonly review: ReviewId;
  readonly party: PartyId;
  /** The earliest open due date of this party in this review. */
  readonly dueAt: Instant;
}

/** The current state and the history: tables `records` and `journal`. Consistent reads unless stated otherwise. */
export interface Store extends StatisticsProjection {
  load<K extends AggregateKind>(kind: K, id: string): Promise<Aggregate<K> | undefined>;
  /** Returns the aggregates in the order of `ids`; missing ones are omitted. */
  loadMany<K extends AggregateKind>(kind: K, ids: readonly string[]): Promise<readonly Aggregate<K>[]>;
  /**
   * Commits one transaction of at most 100 items (throws TooManyItems above); throws Conflict. A change without facts
   * is only checked: its aggregate must still be the one decided on. Records next to an aggregate need a fact of it
   * (throws a TypeError otherwise). A user's former address or account becomes available again.
   */
  commit(commit: Commit): Promise<readonly Aggregate<AggregateKind>[]>;
  /** An unexpired record of an earlier request with this key. */
  repeated(key: string, now: Instant): Promise<IdempotencyRecord | undefined>;

  /**
   * Counts what is used of a day's limits, all of it or nothing where one limit would be passed; returns whether it did.
   * An unanswered write may be counted twice.
   */
  spend(use: DayUse): Promise<boolean>;
  /**
   * Takes back what was counted of a day's limits for a command that changed nothing. An unanswered write may be taken back
   * twice, but never more than was counted.
   */
  giveBack(use: DayUse): Promise<void>;
  /** Returns the use of a user or a party on a day. */
  usedOn(use: Pick<DayUse, "of" | "day">): Promise<{ readonly [C in Counted]?: number }>;

  mission(party: PartyId): Promise<MissionContacts | undefined>;
  /** Returns a party's public data about its mission; undefined if it publishes none. */
  publicOffice(party: PartyId): Promise<PublicOffice | undefined>;
  /** Returns the contacts of these parties; a party without contacts is omitted. */
  missions(parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, MissionContacts>>;
  person(user: UserId): Promise<Person | undefined>;
  persons(users: readonly UserId[]): Promise<ReadonlyMap<UserId, Person>>;
  /** The address that the change with this number, counted from 1, took the place of. */
  formerAddress(of: AddressOwner, number: number): Promise<EmailAddress | undefined>;
  /** The user whose account the access token's subject names. */
  userOfAccount(sub: string): Promise<UserId | undefined>;
  /** Returns true if the account with this subject belonged to a user and no longer does. */
  isGivenUp(sub: string): Promise<boolean>;
  userOfAddress(address: EmailAddress): Promise<UserId | undefined>;
  /** The user whose calendar the link with this hash shows, or showed as long as it was in force. */
  userOfCalendarLink(link: Hash): Promise<UserId | undefined>;

  /** Returns the identity of a person whose erasure is in progress; undefined once it is complete. */
  erasing(user: UserId): Promise<FormerPerson | undefined>;
  /** Deletes stored replies and empties notes on contacts that mention a person. It reads the whole table. */
  forgetMentions(obligationRefs: SpeaksOf): Promise<void>;
  /** Empties the note on a contact; the contact remains. */
  emptyNote(contact: Pick<FollowUp, "party" | "number">): Promise<void>;
  /**
   * Deletes expired rows, even if the table has not, and erases details past their retention. Returns the number of
   * rows. It reads the whole table.
   */
  erasePast(now: Instant): Promise<number>;
  /** Ends an erasure: deletes the person's identity, and the placeholder for their details. */
  endErasure(user: UserId, former: FormerPerson): Promise<void>;

  draft(place: DraftPlace): Promise<Draft | undefined>;
  /** Every draft of a review, by kind, party and instrument. */
  draftsOf(review: ReviewId): Promise<readonly Draft[]>;
  /**
   * Writes the next version of a draft, if the version before is stored (none for version 1) and the review is still
   * the one decided on. Throws Conflict: "stale" if the draft has changed, otherwise "busy".
   */
  saveDraft(draft: Draft, decidedOn: Aggregate<"review">, uses?: readonly DayUse[]): Promise<void>;
  /** Returns submitted texts of a review, by hash; missing ones are omitted. */
  documents(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;
  /** Returns the published copies of a review's texts, by hash; unpublished ones are omitted. */
  publishedDocuments(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;
  /** Makes copies of these texts of a review, and deletes every other copy of it. Repeated it changes nothing. */
  publishDocuments(review: ReviewId, hashes: readonly Hash[]): Promise<void>;

  contact(party: PartyId, number: number): Promise<FollowUp | undefined>;
  /** Contacts with a party, the last recorded first. */
  contactsWith(party: PartyId, paging: PageRequest): Promise<Page<FollowUp>>;
  /** Returns the contacts with all parties, eventually consistent. */
  contacts(paging: PageRequest): Promise<Page<FollowUp>>;
  /** Returns the contacts about one review, eventually consistent. */
  contactsAbout(review: ReviewId, paging: PageRequest): Promise<Page<FollowUp>>;
  /**
   * Returns open tasks of one kind that exist since `until` or longer, longest first; of one officer if named.
   * Eventually consistent.
   */
  work(
    kind: WorkKind,
    paging: PageRequest & { readonly until: Instant; readonly officer?: UserId },
  ): Promise<Page<WorkItem>>;
  /** Reviews of an officer, in the order of ids, eventually consistent. */
  reviewsOfOfficer(officer: UserId, paging: PageRequest): Promise<Page<Aggregate<"review">>>;

  /** Stores the list of a preview until it expires; an equal preview extends the time. */
  savePreview(preview: BulletinPreview, pages: readonly (readonly PreviewedAddressee[])[]): Promise<void>;
  /** A preview that has not expired. */
  preview(hash: Hash, now: Instant): Promise<BulletinPreview | undefined>;
  /** Returns the bulletin ordered from a preview, while the preview is stored: it is ordered once. */
  orderOf(preview: Hash): Promise<BulletinId | undefined>;
  /** Returns when parties last got the President's reminder; undefined before the first one. */
  presidentsReminders(): Promise<PresidentsReminders | undefined>;
  /** Returns the recipients on one page of a preview, counted from 1. */
  previewPage(hash: Hash, page: number): Promise<readonly PreviewedAddressee[] | undefined>;
  /** Stores the content of an import, in pages, until a time; a repetition has no further effect. */
  saveImport(id: ImportId, pages: readonly string[], until: Instant): Promise<void>;
  /** Returns the content of an import; undefined if a page of it is missing. */
  importPages(id: ImportId, pages: number): Promise<readonly string[] | undefined>;
  /** Deletes the content of an import. */
  forgetImport(id: ImportId, pages: number): Promise<void>;
  /** Stores the content of a status paper in a format, in pages, permanently. */
  savePaper(place: PaperPlace, pages: readonly string[]): Promise<void>;
  /** Returns the content of a status paper in a format; undefined if a page of it is missing. */
  paperPages(place: PaperPlace, pages: number): Promise<readonly string[] | undefined>;
  /** The paper ordered last as at a day. */
  latestPaper(asAt: CalendarDate): Promise<StatusPaperId | undefined>;
  /** Returns the text of a bulletin, and its audience. */
  wording(bulletin: BulletinId): Promise<BulletinWording | undefined>;
  /** A version of a stored text, counted from 1. */
  textVersion(text: TextId, version: number): Promise<WrittenText | undefined>;
  /** Returns the frozen recipients of a bulletin on one page. */
  recipients(place: BulletinPlace): Promise<readonly Addressee[] | undefined>;

  /** Eventually consistent, by id; users by role first, of which ids name no range. */
  list<K extends AggregateKind>(kind: K, paging: IdPageRequest): Promise<Page<Aggregate<K>>>;
  usersInRole(role: UserRole, paging: PageRequest): Promise<Page<Aggregate<"user">>>;
  reviewsInStage(stage: Stage, paging: IdPageRequest): Promise<Page<Aggregate<"review">>>;
  /** Returns reviews in a stage with their position only, because there are many ended ones with long aggregates. */
  placesInStage(stage: Stage, paging: PageRequest): Promise<Page<ReviewPlace>>;
  /** Reviews in which the party holds a seat, eventually consistent, in the order of ids. */
  reviewsOfParty(party: PartyId): Promise<readonly ReviewId[]>;
  /** Users registered for a party. */
  usersOfParty(party: PartyId): Promise<readonly UserId[]>;
  /** Seats with an open obligation, earliest due first; `before` limits to those due earlier. */
  due(paging: PageRequest & { readonly before?: Instant }): Promise<Page<DueRow>>;
  /** Returns seats with an open obligation of one kind, earliest due first; due from `from` on, and before `before`. */
  pending(
    kind: ObligationKind,
    paging: PageRequest & { readonly from?: Instant; readonly before?: Instant },
  ): Promise<Page<DueRow>>;

  journalOf(kind: AggregateKind, id: string, paging: PageRequest): Promise<Page<JournalEntry>>;
  /** Entries of one month (YYYY-MM, by recordedAt), `from` an instant on where given, as recorded; eventually consistent. */
  feed(month: string, paging: PageRequest & { readonly from?: Instant }): Promise<Page<JournalEntry>>;

  /** Returns the secrets that sign cursors, equal for every function; stores the proposed ones at first use. */
  cursorSecrets(propose: () => CursorSecrets): Promise<CursorSecrets>;
  /** Replaces these secrets with others; returns false if they are no longer the stored ones. */
  replaceCursorSecrets(before: CursorSecrets, next: CursorSecrets): Promise<boolean>;
}
