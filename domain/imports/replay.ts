import type { Fact } from "../../schemas/model/fact.ts";
import type { SheetName } from "../../schemas/model/import-rows.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { CalendarDate, Instant } from "../../schemas/base/values.ts";
import type { Decision, Refusal, Refused } from "../base/decision.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { evolveReview } from "../review/evolve.ts";
import type { FrozenText } from "../review/frozen-text.ts";
import { refused } from "./messages.ts";
import type { ImportError } from "./sheets.ts";

/**
 * The decision on a review in its present state, with the texts of the facts; or a refusal, with the column of its
 * cause where that is not the event's.
 */
export type ReplayedDecision =
  | (Decision & { readonly ok: true; readonly frozen?: readonly FrozenText[] })
  | (Refused & { readonly column?: string });

/** Something that happened in a review on a day, with the place in the import that says so. */
export interface ReviewEvent {
  readonly day: CalendarDate;
  /** The place in the order of one day. */
  readonly order: number;
  readonly place: { readonly sheet: SheetName; readonly row: number };
  /** The columns that name the day and what happened. */
  readonly dayColumn: string;
  readonly whatColumn: string;
  readonly decide: (review: Review, at: Instant) => ReplayedDecision;
}

/** Refusals of a day, or of an order of days that cannot be. */
const aboutDays: ReadonlySet<Refusal> = new Set([
  "date-in-the-future",
  "date-too-early",
  "date-too-late",
  "wrong-stage",
  "not-owed",
  "unknown-obligation",
  "answers-missing",
  "feedback-open",
  "list-missing",
  "not-agreed",
  "meeting-missing",
  "meeting-recorded",
  "first-meeting-missing",
  "consultation-concluded",
]);

/**
 * Refusals because an earlier record is missing. Where that record was refused or could not be read, they show no error
 * of their own row, and are left out: the next check finds them, once the earlier errors are corrected.
 */
const forWantOfAnother: ReadonlySet<Refusal> = new Set([
  "wrong-stage",
  "not-owed",
  "incomplete",
  "answers-missing",
  "feedback-open",
  "list-missing",
  "old-version",
  "not-agreed",
  "meeting-missing",
  "first-meeting-missing",
  "languages-missing",
  "unknown-mandate",
  "unknown-obligation",
  "focal-point-exists",
]);

const partiesInQuestion: ReadonlySet<Refusal> = new Set(["not-in-this-review", "serves-other-party"]);
const languagesInQuestion: ReadonlySet<Refusal> = new Set([
  "languages-missing",
  "too-many-languages",
  "unknown-language",
]);

const columnOf = (refusal: Refusal, { dayColumn, whatColumn }: ReviewEvent): string => {
  if (aboutDays.has(refusal)) return dayColumn;
  if (partiesInQuestion.has(refusal)) return "party";
  if (languagesInQuestion.has(refusal)) return "languages";
  if (refusal === "instrument-not-of-seat") return "instruments";
  return refusal === "instrument-not-reviewed" ? "instrument" : whatColumn;
};

/** A review as far as its events led, with all facts and texts, and the events that were refused. */
export interface ReplayedReview {
  readonly review: Review;
  readonly facts: readonly Fact[];
  readonly frozen: readonly FrozenText[];
  readonly errors: readonly ImportError[];
}

/** Returns events in the order of days, and within one day in that of events and then of the import. */
const inOrderOfDays = (events: readonly ReviewEvent[]): readonly ReviewEvent[] =>
  events.toSorted((one, other) => one.day.localeCompare(other.day) || one.order - other.order);

/** The review as it is drawn, and whether events of it are known to be missing. */
export interface ReplayStart {
  readonly review: Review;
  readonly facts: readonly Fact[];
  readonly lacksEvents: boolean;
}

/**
 * Plays what happened in a review by the commands of the system, each on its day, over what the events before led to: what
 * could not have been recorded then is refused here, with its place, and passed over. Days ahead of `now` and before the
 * launch are, too.
 */
export const replayReview = (
  { review, facts: begun, lacksEvents }: ReplayStart,
  events: readonly ReviewEvent[],
  now: Instant,
): ReplayedReview => {
  let state = review;
  const facts: Fact[] = [...begun];
  const frozen: FrozenText[] = [];
  const errors: ImportError[] = [];
  for (const event of inOrderOfDays(events)) {
    const when = resolveRecordedDate(event.day, now);
    const decision: ReplayedDecision = when.ok ? event.decide(state, when.at) : when;
    if (decision.ok) {
      state = decision.facts.reduce(evolveReview, state);
      facts.push(...decision.facts);
      frozen.push(...(decision.frozen ?? []));
    } else if (!(forWantOfAnother.has(decision.refusal) && (lacksEvents || errors.length > 0))) {
      const { column = columnOf(decision.refusal, event) } = decision;
      errors.push({ ...event.place, column, message: refused(decision) });
    }
  }
  return { review: state, facts, frozen, errors };
};
