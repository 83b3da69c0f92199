import type { PhaseFilter } from "../../../domain/base/cycles.ts";
import type { LetterQueue } from "../../../domain/letters/queues.ts";
import type { SuppressedAddress, BouncingAddress, UnreachableRecipient } from "../../../schemas/model/address.ts";
import type { BounceTally } from "../../../schemas/model/bulletin.ts";
import type { BulletinId, Hash, LetterId, PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterKind, LetterState, LetterText, PartyRecipient } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Restoration } from "../../../schemas/model/restoration.ts";
import type { Page, PageRequest } from "./store.ts";

/** An obligation that must still be open in this generation when a letter is claimed. */
export interface StillOpen {
  readonly review: ReviewId;
  readonly obligation: string;
  readonly generation: number;
}

/** Selects letters to list. Without a party or a state, the period in which they were planned is required. */
export interface LetterFilter extends PhaseFilter {
  readonly party?: PartyId | undefined;
  readonly kind?: LetterKind | undefined;
  readonly state?: LetterState | undefined;
  /** Planned then or later, and before. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** A letter with the details that are past their retention. */
export interface PastDetails {
  readonly letter: Letter;
  readonly details: ReadonlySet<"address" | "text">;
}

/** The letters: table `letters`. It also has the status of addresses, and the recipients that no letter reaches. */
export interface Ledger {
  letter(id: LetterId): Promise<Letter | undefined>;
  /** Returns the ids of these letters that have a row. */
  known(ids: readonly LetterId[]): Promise<ReadonlySet<string>>;
  /**
   * Writes a planned letter unless its id exists, together with the rows of the letters that it covers. Returns true if
   * it was new, and false also if one of those has a row. Throws Conflict "busy".
   */
  plan(letter: Letter, covered?: readonly Letter[]): Promise<boolean>;
  /**
   * Replaces a row under the condition that its revision is `next.revision - 1`; false when it was not. Throws
   * Conflict "busy" while a claim of the same row is under way.
   */
  move(next: Letter): Promise<boolean>;
  /**
   * Moves a letter in one transaction. The transaction checks each named review's aggregate: the obligation is open in
   * this generation, and the content still applies. "closed": a check failed; "stale": the row had moved; "busy": a
   * transaction conflict, retry it.
   */
  claim(
    next: Letter,
    stillOpen: readonly StillOpen[],
    said?: LetterText,
  ): Promise<"claimed" | "closed" | "stale" | "busy">;
  /**
   * Replaces a row as `move` does and writes the planned letter that takes its place, both or neither. "stale": the row had
   * moved; "known": there is a letter of that id already; "busy": a transaction conflict, try again.
   */
  replace(next: Letter, successor: Letter): Promise<"replaced" | "stale" | "known" | "busy">;
  /** Returns the text of a letter as last passed to the mail service; undefined if it is not stored, or was deleted. */
  letterText(id: LetterId): Promise<LetterText | undefined>;
  deleteLetterText(id: LetterId): Promise<void>;
  /** Deletes the texts of letters that mention a person, for all recipients. It reads the whole table. */
  forgetTexts(obligationRefs: (text: string) => boolean): Promise<void>;
  /** Rows of one state whose attention instant is not after `until`, oldest first. */
  needingAttention(state: LetterState, until: Instant, paging: PageRequest): Promise<Page<Letter>>;
  /**
   * Returns matching letters, newest first; for a state alone, those that have waited longest first. Indexes serve
   * party, state and time. For other criteria, a page selects from at most a thousand rows (of each month). It may then
   * be short, or empty, and has a next position. Eventually consistent.
   */
  list(filter: LetterFilter, paging: PageRequest): Promise<Page<Letter>>;
  /** Newest first, as `ofSubject`; `from` limits to those planned then or later. Lists of letters are eventually consistent. */
  ofParty(party: PartyId, paging: PageRequest & { readonly from?: Instant }): Promise<Page<Letter>>;
  /**
   * Returns letters that informed missions of missing nominations, planned at the given time or later; newest first.
   */
  aboutNominations(paging: PageRequest & { readonly from?: Instant }): Promise<Page<Letter>>;
  /** Letters about a group's nominations (subject `group#c1-g1`) or about a user (`user#u-…`). */
  ofSubject(subject: string, paging: PageRequest): Promise<Page<Letter>>;

  /** Returns the mark of an address, by its hash; it remains after the address is unsuppressed. */
  mark(address: Hash): Promise<SuppressedAddress | undefined>;
  /** Writes the first revision of a mark, or the next one; returns false after a conflict. */
  writeMark(next: SuppressedAddress): Promise<boolean>;
  /** Deletes a mark as it was read; false where it has changed. */
  deleteMark(mark: SuppressedAddress): Promise<boolean>;
  /** Marks in force, the oldest first. */
  suppressed(paging: PageRequest): Promise<Page<SuppressedAddress>>;
  /** Records that a recipient is unreachable, or reachable again; does not return the earlier status. */
  writeUnreachable(row: UnreachableRecipient): Promise<void>;
  unreachableOf(recipient: PartyRecipient): Promise<UnreachableRecipient | undefined>;
  /** Returns recipients that no letter can reach, the longest unreachable first. */
  unreachable(paging: PageRequest): Promise<Page<UnreachableRecipient>>;
  /** Records that letters to an address bounce, or no longer do; does not return the earlier status. */
  writeReturned(row: BouncingAddress): Promise<void>;
  returnedFrom(recipient: PartyRecipient, contact: BouncingAddress["contact"]): Promise<BouncingAddress | undefined>;
  /** Deletes the records of a recipient's reachability: that it is unreachable, and that letters bounce. */
  deleteReach(recipient: PartyRecipient): Promise<void>;
  /** Addresses from which letters come back, the longest first. */
  returned(paging: PageRequest): Promise<Page<BouncingAddress>>;

  /** Returns the letters in a final state that have had some details for long enough, with these details. */
  detailsPast(now: Instant): Promise<readonly PastDetails[]>;
  /** Deletes marks that were unsuppressed, and records of reachability, that ended long enough ago. Returns their number. */
  deletePast(now: Instant): Promise<number>;

  /** Returns the breaker's tally of a bulletin's bounces; undefined before the first count. */
  tally(bulletin: BulletinId): Promise<BounceTally | undefined>;
  /** Writes its first revision, or the next one; returns false after a conflict. */
  writeTally(next: BounceTally): Promise<boolean>;

  /** Returns the letter that a bulletin waits for, as last found in transit; undefined before the first check. */
  awaitedLetter(bulletin: BulletinId): Promise<LetterId | undefined>;
  writeAwaitedLetter(bulletin: BulletinId, letter: LetterId): Promise<void>;

  /** Returns the last restoration of these tables to an earlier second; undefined if there was none. */
  restoration(): Promise<Restoration | undefined>;
  writeRestoration(restoration: Restoration): Promise<void>;
}

export interface LetterQueues {
  /**
   * Orders the sending of letters on one queue, that of deadline letters unless another is named, after `seconds` (at
   * most 900); throws when not all orders were taken.
   */
  order(letters: readonly LetterId[], seconds?: number, where?: { readonly queue: LetterQueue }): Promise<void>;
}
