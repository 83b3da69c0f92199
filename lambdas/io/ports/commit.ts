import type { PartyId, UserId, Hash, ReviewId, BulletinId, StatusPaperId, TextId } from "../../../schemas/base/ids.ts";
import type { MissionContacts } from "../../../schemas/model/party.ts";
import type { Person } from "../../../schemas/model/user.ts";
import type { EmailAddress, Instant, CalendarDate } from "../../../schemas/base/values.ts";
import type { DocumentText, Draft } from "../../../schemas/model/draft.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import type { PresidentsReminders } from "../../../schemas/model/presidents-reminders.ts";
import type { BulletinWording, BulletinPlace } from "../../../schemas/model/bulletin.ts";
import type { WrittenText } from "../../../schemas/model/stored-text.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { Aggregate, AggregateStates } from "../../../domain/audit/aggregates.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Counted } from "../../../domain/policy/day-limits.ts";
import type { OutsideAct } from "../../../schemas/model/source.ts";

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

/** The use of daily limits by a user or a party, on a day of Vienna's calendar. */
export interface DayUse {
  /** The user or the party. */
  readonly of: string;
  readonly day: CalendarDate;
  /** The amount used of each limit, and its maximum. An amount of 0 requires that some is left, and uses none. */
  readonly counts: { readonly [C in Counted]?: { readonly amount: number; readonly most: number } };
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
