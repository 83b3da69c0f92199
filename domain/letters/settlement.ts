import { defined } from "../../schemas/base/defined.ts";
import type { UserId } from "../../schemas/base/ids.ts";
import type { Letter, SettlementOutcome } from "../../schemas/model/letter.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { refuse, type Refused } from "../base/decision.ts";
import { moveLetter, needsSettlement, requestNewAttempt, nextAttempt } from "./lifecycle.ts";
import { letterIdOf } from "./letter-id.ts";

/** The finding of a person of the secretariat about a letter with unknown delivery. */
export interface SettlementRequest {
  readonly outcome: SettlementOutcome;
  /** The evidence for it. */
  readonly reason?: string | undefined;
  readonly by: UserId;
}

/** The result: the new row and, if the letter is sent again, the letter that replaces it. */
export type SettlementDecision =
  | Refused
  | { readonly ok: true; readonly isDone: true }
  | { readonly ok: true; readonly isDone: false; readonly next: Letter; readonly successor?: Letter };

/** Returns the id of the letter that replaces one that is sent again. */
export const successorLetterId = ({ content, recipient, attempt }: Letter): Letter["id"] =>
  letterIdOf(content, recipient, attempt + 1);

/** Returns the new attempt of a letter that a person requested: a new row, written and sent with current data. */
const successorOf = (letter: Letter, now: Instant): Letter => ({ ...nextAttempt(letter, now), requested: true });

/**
 * Settles a letter that waits for a person: it went out, or it fails and a new attempt replaces it. No change if a
 * person found this before, whatever the mail service reported since. Refused if another finding exists, and for a
 * letter that does not wait for a person.
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
  const settlement = { outcome, by, at: now, ...defined({ reason }) };
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
