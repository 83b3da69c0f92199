import type { Fact } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { User } from "../../schemas/model/user.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { sourceNeededFrom } from "../base/policy.ts";
import { dayOf } from "../base/time.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { may } from "../review/permissions.ts";
import type { Target } from "../review/services.ts";
import { evolveReview } from "../review/evolve.ts";
import { causeOf } from "./fact-causes.ts";

/** A review as far as the facts tell; undefined where they are not those of a review from its beginning. */
const taken = (review: Review | undefined, facts: readonly Fact[]): Review | undefined => {
  const [first] = facts;
  if (review === undefined && first?.kind !== "review-drawn") return undefined;
  return facts.reduce<Review | undefined>(evolveReview, review);
};

/** What the secretariat could record for a party without a source once: what it recorded so then stays rightful. */
const recordedWithoutSource: ReadonlySet<Fact["kind"]> = new Set([
  "redraw-asked",
  "redraw-counted",
  "mandate-began",
  "mandate-ended",
  "mandate-advanced",
  "mandate-reversed",
]);

/**
 * Entries of one subject's journal that somebody recorded who had no right to when it was recorded (13): observers and
 * the public cause no write, permanent missions only what is theirs, and nobody what is another party's. What
 * functions recorded is theirs to record. What the secretariat recorded for a party from `sourceFrom` on needs a source.
 */
export const unauthorizedEntries = (
  entries: readonly JournalEntry[],
  users: ReadonlyMap<string, User>,
  sourceFrom: CalendarDate = sourceNeededFrom,
): readonly GuaranteeViolation[] => {
  const broken: GuaranteeViolation[] = [];
  let review: Review | undefined;
  for (const entry of entries) {
    const after = taken(review, entry.facts);
    if (entry.by.startsWith("u-")) broken.push(...brokenEntry(entry, users.get(entry.by), review ?? after, sourceFrom));
    review = after;
  }
  return broken;
};

const brokenEntry = (
  { subject, version, by, onBehalfOf, facts, recordedAt }: JournalEntry,
  author: User | undefined,
  review: Review | undefined,
  sourceFrom: CalendarDate,
): readonly GuaranteeViolation[] => {
  const about = `${subject} ${version}`;
  if (author === undefined) return [{ guarantee: 13, about, why: `recorded by ${by}, who is not registered` }];
  const actor = { ...author, recordsFor: onBehalfOf };
  const isExempt = author.role === "secretariat" && onBehalfOf === undefined && dayOf(recordedAt) < sourceFrom;
  return facts.flatMap((fact): readonly GuaranteeViolation[] => {
    const cause = causeOf(fact, review);
    const target: Target = cause === "follows" || cause === "nobody" ? {} : { review, ...cause[1] };
    if (isExempt && recordedWithoutSource.has(fact.kind)) return [];
    const allowed =
      cause !== "nobody" && (cause === "follows" || cause[0].some((action) => may(actor, action, target, recordedAt)));
    return allowed ? [] : [{ guarantee: 13, about, why: `${fact.kind} recorded by ${by}, a ${author.role}` }];
  });
};
