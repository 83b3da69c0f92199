import type { ReviewFactKind } from "./fact-row.ts";
import type { SentenceVariant, Sequel } from "./timeline-sentence.ts";

/** Kinds of facts that a timeline shows: all except those with a reason why it does not. */
export type ShownFactKind =
  | Exclude<ReviewFactKind, "review-imported" | "reminders-released" | "officer-assigned" | "nomination-checked">
  | "review-drawn";

/** The words of a timeline in one language. A language that lacks the sentence of a kind of fact does not compile. */
export interface TimelineWords {
  readonly events: Readonly<Record<ShownFactKind | SentenceVariant, string>>;
  /**
   * The sentences that are added about reviewers that also came or went, and to events that were recorded on a later
   * day, or on a wrong one.
   */
  readonly additions: Readonly<Record<Sequel | "recorded" | "corrected", string>>;
  readonly due: Readonly<Record<"ahead" | "overdue" | "undated", string>>;
  readonly owners: Readonly<Record<"secretariat" | "parties", string>>;
  readonly expected: Readonly<Record<"passed" | "ahead" | "behind", string>>;
}
