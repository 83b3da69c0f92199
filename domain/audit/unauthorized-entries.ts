import type { Fact } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { User } from "../../schemas/model/user.ts";
import type { GuaranteeViolation } from "../base/guarantee.ts";
import { may } from "../review/permissions.ts";
import type { Target } from "../review/services.ts";
import { evolveReview } from "../review/evolve.ts";
import { causeOf } from "./fact-causes.ts";

/** Returns a review as far as the facts give it; undefined where they are not those of a review from its beginning. */
const taken = (review: Review | undefined, facts: readonly Fact[]): Review | undefined => {
  const [first] = facts;
  if (review === undefined && first?.kind !== "review-drawn") return undefined;
  return facts.reduce<Review | undefined>(evolveReview, review);
};

/**
 * Returns the entries of one subject's journal that an actor recorded without a permission at the time of recording
 * (13). Observers and the public cause no write, permanent missions only what belongs to them, and no actor causes what
 * belongs to another party. Functions may record what they recorded. Entries that the secretariat recorded for a party
 * need a source.
 */
export const unauthorizedEntries = (
  entries: readonly JournalEntry[],
  users: ReadonlyMap<string, User>,
): readonly GuaranteeViolation[] => {
  const broken: GuaranteeViolation[] = [];
  let review: Review | undefined;
  for (const entry of entries) {
    const after = taken(review, entry.facts);
    if (entry.by.startsWith("u-")) broken.push(...brokenEntry(entry, users.get(entry.by), review ?? after));
    review = after;
  }
  return broken;
};

const brokenEntry = (
  { subject, version, by, onBehalfOf, facts, recordedAt }: JournalEntry,
  author: User | undefined,
  review: Review | undefined,
): readonly GuaranteeViolation[] => {
  const about = `${subject} ${version}`;
  if (author === undefined) return [{ guarantee: 13, about, why: `recorded by ${by}, who is not registered` }];
  const actor = { ...author, recordsFor: onBehalfOf };
  return facts.flatMap((fact): readonly GuaranteeViolation[] => {
    const cause = causeOf(fact, review);
    const target: Target = cause === "follows" || cause === "no-person" ? {} : { review, ...cause[1] };
    const allowed =
      cause !== "no-person" &&
      (cause === "follows" || cause[0].some((action) => may(actor, action, target, recordedAt)));
    return allowed ? [] : [{ guarantee: 13, about, why: `${fact.kind} recorded by ${by}, a ${author.role}` }];
  });
};
