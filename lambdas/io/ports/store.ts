import type { Aggregate, AggregateStates } from "../../../domain/audit/aggregates.ts";
import type { Counted } from "../../../domain/base/day-limits.ts";
import type { CursorSecrets } from "../../../domain/base/cursor-secrets.ts";
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
import type { KeptCounts } from "./counts.ts";

/**
 * What stands beside a subject, outside the journal, and is written in the same transaction: contact and personal
 * data, and texts that were handed over. A draft that was handed over is checked: it is still of the version that
 * was read.
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
      /** The paper ordered last as at a day, in the place of the one that was the last before. */
      readonly kind: "latest-paper";
      readonly paper: StatusPaperId;
      readonly asAt: CalendarDate;
      readonly before: StatusPaperId | undefined;
    }
  | {
      readonly kind: "presidents-reminders";
      readonly bulletin: BulletinId;
      /** The revision after the one that was decided on. */
      readonly reminders: PresidentsReminders;
    }
  | { readonly kind: "wording"; readonly bulletin: BulletinId; readonly wording: BulletinWording }
  | { readonly kind: "text"; readonly text: TextId; readonly version: number; readonly written: WrittenText }
  | { readonly kind: "recipients"; readonly place: BulletinPlace; readonly addressees: readonly Addressee[] };

/** Whose address it is: a user's, or that of a party's mission. */
export interface AddressOwner {
  readonly kind: "user" | "party";
  readonly id: string;
}

/** Who somebody was who is being erased: by it the rest is found that tells of them. */
export interface FormerPerson {
  readonly person: Person;
  /** The subject of their account. */
  readonly sub?: string | undefined;
}

/** Whether a text speaks of somebody; of a note with whose party it deals. */
export type SpeaksOf = (text: string, party?: PartyId) => boolean;

/** One subject's part in a command: the aggregate it was decided on (none for a new one) and the facts that follow. */
export interface Change<K extends AggregateKind> {
  readonly kind: K;
  readonly id: string;
  readonly before: Aggregate<K> | undefined;
  readonly after: AggregateStates[K];
  readonly facts: readonly Fact[];
  readonly sideRecords?: readonly SideRecord[];
}

export type AnyChange = { [K in AggregateKind]: Change<K> }[AggregateKind];

/** The answer that a repeated request with the same key gets. */
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
  /** What a party did outside the system, where this records it. */
  readonly onBehalfOf?: OutsideAct | undefined;
  readonly at: Instant;
  readonly idempotency?: IdempotencyRecord;
  /** What is counted with it, in the same transaction: a commit that loses a race uses nothing. */
  readonly uses?: readonly DayUse[] | undefined;
}

/** Several answers' worth, with where to go on; `next` is an opaque position, absent at the end. */
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

/** Why a commit did not take place; `used-up`: a limit of the day would be passed. */
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
  /** How many there are beyond what a transaction takes. */
  readonly beyond: number;
  constructor(items: number) {
    super(`One commit of ${items} items, at most ${mostItems}`);
    this.name = "TooManyItems";
    this.beyond = items - mostItems;
  }
}

/** What a user or a party uses of the limits of a day of Vienna's calendar. */
export interface DayUse {
  /** The user or the party. */
  readonly of: string;
  readonly day: CalendarDate;
  /** How much of what is used, and the most that the day allows. An amount of 0 needs that some is left, and uses none. */
  readonly counts: { readonly [C in Counted]?: { readonly amount: number; readonly most: number } };
}

/** What a status paper says in a format, of words in a language. */
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

/** What is true now and what happened: tables `records` and `journal`. Consistent reads unless said otherwise. */
export interface Store extends KeptCounts {
  load<K extends AggregateKind>(kind: K, id: string): Promise<Aggregate<K> | undefined>;
  /** In the order of `ids`; those that do not exist are left out. */
  loadMany<K extends AggregateKind>(kind: K, ids: readonly string[]): Promise<readonly Aggregate<K>[]>;
  /**
   * One transaction, at most 100 items (throws TooManyItems above); throws Conflict. A change without facts is only
   * checked: its subject must still be as it was decided on. Data beside a subject come with a fact of that subject
   * (throws a TypeError otherwise). An address or account that a user had before is free again.
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
  /** What a user or a party has used on a day. */
  usedOn(use: Pick<DayUse, "of" | "day">): Promise<{ readonly [C in Counted]?: number }>;

  mission(party: PartyId): Promise<MissionContacts | undefined>;
  /** What a party shows of its mission to the public; undefined where it shows none. */
  publicOffice(party: PartyId): Promise<PublicOffice | undefined>;
  /** Those that have contacts; the others are left out. */
  missions(parties: readonly PartyId[]): Promise<ReadonlyMap<PartyId, MissionContacts>>;
  person(user: UserId): Promise<Person | undefined>;
  persons(users: readonly UserId[]): Promise<ReadonlyMap<UserId, Person>>;
  /** The address that the change with this number, counted from 1, took the place of. */
  formerAddress(of: AddressOwner, number: number): Promise<EmailAddress | undefined>;
  /** The user whose account the access token's subject names. */
  userOfAccount(sub: string): Promise<UserId | undefined>;
  /** Whether the account with this subject was somebody's and is nobody's any more. */
  isGivenUp(sub: string): Promise<boolean>;
  userOfAddress(address: EmailAddress): Promise<UserId | undefined>;
  /** The user whose calendar the link with this hash shows, or showed as long as it was in force. */
  userOfCalendarLink(link: Hash): Promise<UserId | undefined>;

  /** Who somebody was whose erasure is under way; undefined once nothing of them is left. */
  erasing(user: UserId): Promise<FormerPerson | undefined>;
  /** Deletes stored replies and empties notes on contacts that speak of somebody. It reads the whole table. */
  forgetMentions(obligationRefs: SpeaksOf): Promise<void>;
  /** Empties the note on a contact; the contact stays. */
  emptyNote(contact: Pick<FollowUp, "party" | "number">): Promise<void>;
  /**
   * Deletes rows whose time is over, whether or not the table does, and empties notes on contacts recorded before an
   * instant. Gives how many. It reads the whole table.
   */
  erasePast(limits: { readonly now: Instant; readonly notesBefore: Instant }): Promise<number>;
  /** Ends an erasure: deletes who somebody was, and what stands in the place of their details. */
  endErasure(user: UserId, former: FormerPerson): Promise<void>;

  draft(place: DraftPlace): Promise<Draft | undefined>;
  /** Every draft of a review, by kind, party and instrument. */
  draftsOf(review: ReviewId): Promise<readonly Draft[]>;
  /**
   * Writes the next version of a draft, under the condition that the one before stands (none for version 1) and that
   * the review is as it was decided on. Throws Conflict: "stale" where the draft has changed, else "busy".
   */
  saveDraft(draft: Draft, decidedOn: Aggregate<"review">, uses?: readonly DayUse[]): Promise<void>;
  /** Texts that were handed over in a review, by hash; those that do not exist are left out. */
  documents(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;
  /** The copies of texts that are published of a review, by hash; those that are not published are left out. */
  publishedDocuments(review: ReviewId, hashes: readonly Hash[]): Promise<ReadonlyMap<Hash, DocumentText>>;
  /** Makes copies of these texts of a review, and deletes every other copy of it. Repeated it changes nothing. */
  publishDocuments(review: ReviewId, hashes: readonly Hash[]): Promise<void>;

  contact(party: PartyId, number: number): Promise<FollowUp | undefined>;
  /** Contacts with a party, the last recorded first. */
  contactsWith(party: PartyId, paging: PageRequest): Promise<Page<FollowUp>>;
  /** The same with all parties, eventually consistent. */
  contacts(paging: PageRequest): Promise<Page<FollowUp>>;
  /** The same about one review, eventually consistent. */
  contactsAbout(review: ReviewId, paging: PageRequest): Promise<Page<FollowUp>>;
  /**
   * What is to be done of one kind since `until` or longer, longest first; of one officer where one is named.
   * Eventually consistent.
   */
  work(
    kind: WorkKind,
    paging: PageRequest & { readonly until: Instant; readonly officer?: UserId },
  ): Promise<Page<WorkItem>>;
  /** Reviews of an officer, in the order of ids, eventually consistent. */
  reviewsOfOfficer(officer: UserId, paging: PageRequest): Promise<Page<Aggregate<"review">>>;

  /** Keeps what a preview listed until it expires; the same preview again is kept longer. */
  savePreview(preview: BulletinPreview, pages: readonly (readonly PreviewedAddressee[])[]): Promise<void>;
  /** A preview that has not expired. */
  preview(hash: Hash, now: Instant): Promise<BulletinPreview | undefined>;
  /** The bulletin that was ordered of a preview, as long as the preview is kept: it is ordered once. */
  orderOf(preview: Hash): Promise<BulletinId | undefined>;
  /** When parties were last sent the President's reminder; undefined before the first. */
  presidentsReminders(): Promise<PresidentsReminders | undefined>;
  /** Those whom a preview lists on a page, counted from 1. */
  previewPage(hash: Hash, page: number): Promise<readonly PreviewedAddressee[] | undefined>;
  /** Keeps what an import says, in pages, until an instant; the same import again is the same. */
  saveImport(id: ImportId, pages: readonly string[], until: Instant): Promise<void>;
  /** What an import says; undefined where a page of it is gone. */
  importPages(id: ImportId, pages: number): Promise<readonly string[] | undefined>;
  /** Deletes what an import says. */
  forgetImport(id: ImportId, pages: number): Promise<void>;
  /** Keeps what a status paper says in a format, in pages, for good. */
  savePaper(place: PaperPlace, pages: readonly string[]): Promise<void>;
  /** What a status paper says in a format; undefined where a page of it is gone. */
  paperPages(place: PaperPlace, pages: number): Promise<readonly string[] | undefined>;
  /** The paper ordered last as at a day. */
  latestPaper(asAt: CalendarDate): Promise<StatusPaperId | undefined>;
  /** What a bulletin says, and to whom it was written. */
  wording(bulletin: BulletinId): Promise<BulletinWording | undefined>;
  /** A version of a stored text, counted from 1. */
  textVersion(text: TextId, version: number): Promise<WrittenText | undefined>;
  /** Those whom a bulletin was frozen for, on one page. */
  recipients(place: BulletinPlace): Promise<readonly Addressee[] | undefined>;

  /** Eventually consistent, by id; users by role first, of which ids name no range. */
  list<K extends AggregateKind>(kind: K, paging: IdPageRequest): Promise<Page<Aggregate<K>>>;
  usersInRole(role: UserRole, paging: PageRequest): Promise<Page<Aggregate<"user">>>;
  reviewsInStage(stage: Stage, paging: IdPageRequest): Promise<Page<Aggregate<"review">>>;
  /** The same with no more of each review than where it stands: of ended ones there are many, and their aggregates are long. */
  placesInStage(stage: Stage, paging: PageRequest): Promise<Page<ReviewPlace>>;
  /** Reviews in which the party holds a seat, eventually consistent, in the order of ids. */
  reviewsOfParty(party: PartyId): Promise<readonly ReviewId[]>;
  /** Users registered for a party. */
  usersOfParty(party: PartyId): Promise<readonly UserId[]>;
  /** Seats with an open obligation, earliest due first; `before` limits to those due earlier. */
  due(paging: PageRequest & { readonly before?: Instant }): Promise<Page<DueRow>>;
  /** Seats that owe something of one kind, earliest due first; `from` and `before` limit to those due from then on, and earlier. */
  pending(
    kind: ObligationKind,
    paging: PageRequest & { readonly from?: Instant; readonly before?: Instant },
  ): Promise<Page<DueRow>>;

  journalOf(kind: AggregateKind, id: string, paging: PageRequest): Promise<Page<JournalEntry>>;
  /** Entries of one month (YYYY-MM, by recordedAt), `from` an instant on where given, as recorded; eventually consistent. */
  feed(month: string, paging: PageRequest & { readonly from?: Instant }): Promise<Page<JournalEntry>>;

  /** The secrets that cursors are signed with: proposed at first use, the same for every function. */
  cursorSecrets(propose: () => CursorSecrets): Promise<CursorSecrets>;
  /** Puts other secrets in the place of these; false where these stand no longer. */
  replaceCursorSecrets(before: CursorSecrets, next: CursorSecrets): Promise<boolean>;
}
