import type { UserId } from "../../schemas/base/ids.ts";
import type { Letter, SettlementOutcome } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { moveLetter, needsSettlement, requestNewAttempt, nextAttempt } from "./lifecycle.ts";
import { letterIdOf } from "./letter-id.ts";

/** What a person of the secretariat says of a letter of which nobody knows whether it left. */
export interface SettlementRequest {
  readonly outcome: SettlementOutcome;
  /** What it rests on. */
  readonly reason?: string | undefined;
  readonly by: UserId;
}

/** What follows from it: the row as it is to be, and the letter that takes its place where it is sent again. */
export type SettlementDecision =
  | Refused
  | { readonly ok: true; readonly isDone: true }
  | { readonly ok: true; readonly isDone: false; readonly next: Letter; readonly successor?: Letter };

/** The id of the letter that takes the place of one that is sent again. */
export const successorLetterId = ({ content, recipient, attempt }: Letter): Letter["id"] =>
  letterIdOf(content, recipient, attempt + 1);

/** The same letter once more, as a person asked: a new row, written and sent as things stand then. */
const successorOf = (letter: Letter, now: Instant): Letter => ({ ...nextAttempt(letter, now), requested: true });

/**
 * Settles a letter that waits for a person: it went out, or it fails and a new attempt takes its place. Done already where
 * a person said the same before, whatever the mail service reported since; refused where another said something else,
 * and for a letter that waits for nobody.
 */
export const settleLetter = (
  letter: Letter,
  { outcome, reason, by }: SettlementRequest,
  now: Instant,
): SettlementDecision => {
  if (letter.settlement !== undefined)
    return letter.settlement.outcome === outcome
      ? { ok: true, isDone: true }
      : refuse("settled-otherwise", { outcome: letter.settlement.outcome });
  if (!needsSettlement(letter)) return refuse("nothing-to-settle", { state: letter.state });
  const settlement = { outcome, by, at: now, ...(reason === undefined ? {} : { reason }) };
  if (outcome === "went-out") {
    const why = "a person found out that it went out";
    return {
      ok: true,
      isDone: false,
      next: moveLetter(letter, "settled", { at: now, why, reason: outcome, settlement }),
    };
  }
  const next = moveLetter(letter, "failed", { at: now, why: requestNewAttempt, reason: requestNewAttempt, settlement });
  return { ok: true, isDone: false, next, successor: successorOf(letter, now) };
};
