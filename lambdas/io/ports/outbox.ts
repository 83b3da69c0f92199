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

/** Which letters are listed. Without a party or a state the time has to be named in which they were planned. */
export interface LetterFilter extends PhaseFilter {
  readonly party?: PartyId | undefined;
  readonly kind?: LetterKind | undefined;
  readonly state?: LetterState | undefined;
  /** Planned then or later, and before. */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

/** What was sent: table `letters`; with what it showed of addresses, and of whom it does not reach. */
export interface Ledger {
  letter(id: LetterId): Promise<Letter | undefined>;
  /** Which of these letters have a row. */
  known(ids: readonly LetterId[]): Promise<ReadonlySet<string>>;
  /**
   * Writes a planned letter unless its id exists, and with it the rows of the letters that it covers, all or none; says
   * whether it was new. False as well where one of those has a row. Throws Conflict "busy".
   */
  plan(letter: Letter, covered?: readonly Letter[]): Promise<boolean>;
  /**
   * Replaces a row under the condition that its revision is `next.revision - 1`; false when it was not. Throws
   * Conflict "busy" while a claim of the same row is under way.
   */
  move(next: Letter): Promise<boolean>;
  /**
   * The same in one transaction with a check on every named review's aggregate that the obligation is open in this
   * generation, and with what the letter says. "closed": a check failed; "stale": the row had moved; "busy": a
   * transaction conflict, try again.
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
  /** What a letter says, as it was handed to the mail service last; undefined where that is not kept, or not any more. */
  letterText(id: LetterId): Promise<LetterText | undefined>;
  deleteLetterText(id: LetterId): Promise<void>;
  /** Deletes the texts of letters, whoever reads them, that speak of somebody. It reads the whole table. */
  forgetTexts(obligationRefs: (text: string) => boolean): Promise<void>;
  /** Rows of one state whose attention instant is not after `until`, oldest first. */
  needingAttention(state: LetterState, until: Instant, paging: PageRequest): Promise<Page<Letter>>;
  /**
   * Letters that fit, newest first; of one state alone those that have waited longest first. Party, state and time are
   * served by indexes; by what no index serves, a thousand rows (of each month) at most are chosen from for a page, which may then be
   * short, or empty, and goes on. Eventually consistent.
   */
  list(filter: LetterFilter, paging: PageRequest): Promise<Page<Letter>>;
  /** Newest first, as `ofSubject`; `from` limits to those planned then or later. Lists of letters are eventually consistent. */
  ofParty(party: PartyId, paging: PageRequest & { readonly from?: Instant }): Promise<Page<Letter>>;
  /** Letters that told missions of nominations that are missing, planned then or later; newest first. */
  aboutNominations(paging: PageRequest & { readonly from?: Instant }): Promise<Page<Letter>>;
  /** Letters about a group's nominations (subject `group#c1-g1`) or about a user (`user#u-…`). */
  ofSubject(subject: string, paging: PageRequest): Promise<Page<Letter>>;

  /** The mark of an address, by its hash; one that was released still stands. */
  mark(address: Hash): Promise<SuppressedAddress | undefined>;
  /** Writes the first revision of a mark, or the next of the one that stands; false where others were faster. */
  writeMark(next: SuppressedAddress): Promise<boolean>;
  /** Deletes a mark as it was read; false where it has changed. */
  deleteMark(mark: SuppressedAddress): Promise<boolean>;
  /** Marks in force, the oldest first. */
  suppressed(paging: PageRequest): Promise<Page<SuppressedAddress>>;
  /** Writes down that a recipient cannot be reached, or is reached again; says nothing of what stood before. */
  writeUnreachable(row: UnreachableRecipient): Promise<void>;
  unreachableOf(recipient: PartyRecipient): Promise<UnreachableRecipient | undefined>;
  /** Recipients whom no letter can reach, the longest unreached first. */
  unreachable(paging: PageRequest): Promise<Page<UnreachableRecipient>>;
  /** Writes down that letters to an address come back, or do no more; says nothing of what stood before. */
  writeReturned(row: BouncingAddress): Promise<void>;
  returnedFrom(recipient: PartyRecipient, contact: BouncingAddress["contact"]): Promise<BouncingAddress | undefined>;
  /** Deletes what stands of how a recipient is reached: that nobody is, and that letters come back. */
  deleteReach(recipient: PartyRecipient): Promise<void>;
  /** Addresses from which letters come back, the longest first. */
  returned(paging: PageRequest): Promise<Page<BouncingAddress>>;

  /** Returns the letters in a final state that did not change since an instant. */
  detailed(before: Instant): Promise<readonly Letter[]>;
  /** Deletes released marks, and rows of how recipients are reached, that were over before an instant. Gives how many. */
  deletePast(before: Instant): Promise<number>;

  /** What the breaker keeps of a bulletin's bounces; nothing before it has counted any. */
  tally(bulletin: BulletinId): Promise<BounceTally | undefined>;
  /** Writes the first revision of it, or the next of the one that stands; false where others were faster. */
  writeTally(next: BounceTally): Promise<boolean>;

  /** The letter that a bulletin awaits, which somebody found under way; undefined before anybody looked. */
  awaitedLetter(bulletin: BulletinId): Promise<LetterId | undefined>;
  writeAwaitedLetter(bulletin: BulletinId, letter: LetterId): Promise<void>;

  /** That these tables were restored to an earlier second, the last time; undefined where they never were. */
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
