import type { LetterStore } from "../store/letters.ts";
import type { LetterLists } from "../store/letter-lists.ts";
import type { LetterTexts } from "../store/letter-texts.ts";
import type { ReachStore } from "../store/reach.ts";
import type { PastLetters } from "../store/past-rows.ts";
import type { TallyStore } from "../store/tallies.ts";
import type { AwaitedLetters } from "../store/awaited-letters.ts";
import type { RestorationStore } from "../store/restorations.ts";
import type { WorkStore } from "../store/work.ts";
import type { LetterId } from "../../../schemas/base/ids.ts";
import type { LetterQueue } from "../../../domain/letters/queues.ts";

/**
 * The letters: table `letters`. It also has the status of addresses, and the recipients that no letter reaches. Each
 * part is next to its implementation in lambdas/io/store.
 */
export type Ledger = LetterStore &
  LetterLists &
  LetterTexts &
  ReachStore &
  PastLetters &
  TallyStore &
  AwaitedLetters &
  RestorationStore &
  WorkStore;

/** The methods of the ledger, with which it is loaded at the first call. */
export const ledgerMethods = [
  "letter",
  "known",
  "plan",
  "move",
  "claim",
  "replace",
  "letterText",
  "deleteLetterText",
  "forgetTexts",
  "needingAttention",
  "list",
  "ofParty",
  "aboutNominations",
  "ofSubject",
  "mark",
  "writeMark",
  "deleteMark",
  "erasePastDetails",
  "deletePast",
  "suppressed",
  "writeUnreachable",
  "unreachableOf",
  "unreachable",
  "writeReturned",
  "returnedFrom",
  "deleteReach",
  "returned",
  "tally",
  "writeTally",
  "awaitedLetter",
  "writeAwaitedLetter",
  "restoration",
  "writeRestoration",
  "work",
] as const satisfies readonly (keyof Ledger)[];

export interface LetterQueues {
  /**
   * Orders the sending of letters on one queue, that of deadline letters unless another is named, after `seconds` (at
   * most 900); throws when not all orders were taken.
   */
  order(letters: readonly LetterId[], seconds?: number, where?: { readonly queue: LetterQueue }): Promise<void>;
}
