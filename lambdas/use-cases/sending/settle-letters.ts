import { refuseSettling } from "../../../domain/bulletins/bulletin.ts";
import { type SettlementRequest, settleLetter, successorLetterId } from "../../../domain/letters/settlement.ts";
import { needsSettlement } from "../../../domain/letters/lifecycle.ts";
import { refuse, type Refused } from "../../../domain/base/decision.ts";
import { endOfTime } from "../../../domain/base/time.ts";
import { replaceInvitation } from "../../../domain/parties/users.ts";
import type { LetterId, UserId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { User } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { attemptUpTo } from "../../io/attempts.ts";
import { log } from "../../io/log.ts";
import { all } from "../../io/pages.ts";
import { Conflict } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
import type { Ledger, LetterQueues } from "../../io/ports/outbox.ts";
import { executeOnAggregate } from "../../commands/execute-command.ts";
import { TooManyConflicts } from "../../commands/outcomes.ts";
import { workOnEach } from "../base/work-on-each.ts";
import { enqueueLetters } from "../planning/plan-letters.ts";

interface OrderIo {
  readonly ledger: Ledger;
  readonly letterQueues: LetterQueues;
}

export interface SettlementIo extends OrderIo {
  readonly store: Store;
}

/**
 * Orders all letters that wait for a person again. The sender settles superseded ones, by the rules of writing letters,
 * and leaves the others waiting: it sends none of them.
 */
export const orderUnsettledLetters = async (io: OrderIo): Promise<void> => {
  const unknown = await all((paging) => io.ledger.needingAttention("unknown", endOfTime, paging));
  await enqueueLetters(io, unknown.filter(needsSettlement));
};

/** The number of times that a row is read again after a parallel change. */
const tries = 5;

/** A letter as it is settled, by this request or by one before. */
interface Settlement {
  readonly ok: true;
  readonly letter: Letter;
}

/** Writes a settlement down: the row, and the letter that takes its place, both or neither. */
const writeSettlement = async (
  { ledger }: OrderIo,
  next: Letter,
  successor: Letter | undefined,
): Promise<"written" | "again"> => {
  try {
    const outcome = successor === undefined ? "known" : await ledger.replace(next, successor);
    // A later attempt that is there already takes its place as well.
    if (outcome === "replaced" || (outcome === "known" && (await ledger.move(next)))) return "written";
    return "again";
  } catch (error) {
    if (!(error instanceof Conflict)) throw error;
    return "again";
  }
};

/** Orders the letter that replaces a settled one. It may be ordered again: a sent letter is unchanged. */
const orderSuccessor = async (io: OrderIo, letter: Letter): Promise<void> => {
  if (letter.settlement?.outcome !== "send-again") return;
  const successor = await io.ledger.letter(successorLetterId(letter));
  if (successor?.state === "planned") await enqueueLetters(io, [successor]);
};

/**
 * Counts a repeated invitation among those of its user. This comes before the row: after an interruption in between,
 * the next invitation is sent in any case, and replaces the unsettled one.
 */
const countInvitation = async ({ store }: SettlementIo, { content, attempt }: Letter, by: UserId, now: Instant) => {
  if (content.kind !== "invitation") return;
  const decide = (user: User) => replaceInvitation(user, attempt, now);
  await executeOnAggregate(store)({ kind: "user", id: content.user, by, now, decide });
};

/**
 * Settles a letter as a person requests. The row decides: of two parallel requests one is first and the other is
 * refused, and a report of the mail service in between wins. After an interruption, a repeated request completes it.
 * Throws TooManyConflicts if parallel changes do not end.
 */
export const settleUnknown = async (
  io: SettlementIo,
  id: LetterId,
  request: SettlementRequest,
  now: Instant,
): Promise<Refused | Settlement> => {
  const settled = await attemptUpTo<Refused | Settlement>(tries, async () => {
    const letter = await io.ledger.letter(id);
    if (letter === undefined) return refuse("not-found");
    const decision = settleLetter(letter, request, now);
    if (!decision.ok) return decision;
    if (decision.isDone) {
      await orderSuccessor(io, letter);
      return { ok: true, letter };
    }
    const { next, successor } = decision;
    if (successor !== undefined) await countInvitation(io, successor, request.by, now);
    if ((await writeSettlement(io, next, successor)) === "again") return undefined;
    log("LETTER_MOVED", { letter: id, state: next.state });
    await orderSuccessor(io, next);
    return { ok: true, letter: next };
  });
  if (settled === undefined) throw new TooManyConflicts();
  return settled;
};

/** Refuses to settle a letter that waits while its bulletin may not be settled either; undefined where it may be. */
const refusedByBulletin = async ({ store }: SettlementIo, letter: Letter): Promise<Refused | undefined> => {
  if (letter.content.kind !== "bulletin" || !needsSettlement(letter)) return undefined;
  const bulletin = await store.load("bulletin", letter.content.bulletin);
  return bulletin && refuseSettling(bulletin.state);
};

/** Settles one letter at the request of a person. */
export const settleAlone = async (
  io: SettlementIo,
  id: LetterId,
  request: SettlementRequest,
  now: Instant,
): Promise<Refused | Settlement> => {
  const letter = await io.ledger.letter(id);
  const refused = letter && (await refusedByBulletin(io, letter));
  return refused ?? settleUnknown(io, id, request, now);
};

/** The number of letters of a bulletin that are settled in parallel. */
const maxConcurrentSettlements = 8;

/**
 * Settles several letters as a person requests, and returns how many have that result. A letter that moved meanwhile,
 * or that another person settled differently, is unchanged. A letter that cannot be settled does not prevent the
 * others; its error is thrown afterwards.
 */
export const settleTogether = async (
  io: SettlementIo,
  letters: readonly Letter[],
  request: SettlementRequest,
  now: Instant,
): Promise<number> => {
  let settled = 0;
  const settle = async ({ id }: Letter): Promise<void> => {
    if ((await settleUnknown(io, id, request, now)).ok) settled += 1;
  };
  await workOnEach(letters, settle, maxConcurrentSettlements);
  return settled;
};
