import type { Fact } from "../../schemas/model/fact.ts";
import type { ProblemKind } from "../../schemas/problems/problems.ts";

/** Why a command was refused: a value with a stable name, which the edge turns into a status and a text. */
export type Refusal = Extract<
  ProblemKind,
  | "not-found"
  | "not-yours"
  | "wrong-stage"
  | "date-in-the-future"
  | "date-too-early"
  | "group-already-started"
  | "focal-point-exists"
  | "not-participating"
  | "no-review-to-serve"
  | "not-in-this-review"
  | "address-in-use"
  | "already-registered"
  | "unknown-person"
  | "unknown-party"
  | "party-required"
  | "not-owed"
  | "consultation-concluded"
  | "meeting-recorded"
  | "meeting-missing"
  | "languages-missing"
  | "answers-missing"
  | "already-cleared"
  | "feedback-begun"
  | "agreement-begun"
  | "feedback-open"
  | "not-yet-due"
  | "list-missing"
  | "old-version"
  | "not-agreed"
  | "focal-point-missing"
  | "mandate-ended"
  | "ends-earlier"
  | "successor-named"
  | "already-serves"
  | "redraws-used-up"
  | "redraw-not-asked"
  | "incomplete"
  | "unknown-language"
  | "too-many-languages"
  | "no-delay-for-nominations"
  | "no-delay-waiting"
  | "unknown-obligation"
  | "unknown-clarification"
  | "unknown-mandate"
  | "unknown-seat"
  | "seat-held"
  | "breaks-lots-rules"
  | "clock-missing"
  | "draft-changed"
  | "instrument-not-reviewed"
  | "nobody-to-draw"
  | "date-too-late"
  | "unknown-contact"
  | "unknown-officer"
  | "empty-audience"
  | "too-many-recipients"
  | "unusable-text"
  | "preview-expired"
  | "preview-changed"
  | "send-time-past"
  | "second-person-needed"
  | "wrong-bulletin-state"
  | "nobody-to-resend"
  | "bulletin-under-way"
  | "nothing-to-settle"
  | "settled-otherwise"
  | "no-open-invitation"
>;

export interface Refused {
  readonly ok: false;
  readonly refusal: Refusal;
  /** What a caller needs to mend it; never personal data of others. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export type Decision = { readonly ok: true; readonly facts: readonly Fact[] } | Refused;

/** A refusal, with what a caller needs to mend it. */
export const refuse = (refusal: Refusal, details?: Readonly<Record<string, unknown>>): Refused =>
  details === undefined ? { ok: false, refusal } : { ok: false, refusal, details };

/** A command that was accepted, with what happens by it. */
export const decided = (facts: readonly Fact[]): Decision => ({ ok: true, facts });

/** A repeat of what is already so: accepted, and nothing happens. */
export const unchanged: Decision = { ok: true, facts: [] };
