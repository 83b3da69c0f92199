import type { Fact } from "../schemas/fact.ts";
import type { MandateId, PartyId, UserId } from "../schemas/ids.ts";
import type { Mandate, Review } from "../schemas/review.ts";
import type { CalendarDate, Instant } from "../schemas/values.ts";
import type { Actor } from "./actor.ts";
import { type Decision, decided, type Refused, refuse } from "./decision.ts";
import { mandatesBeyond } from "./mandates.ts";
import { obligationIdOf, openDuty } from "./obligations.ts";
import { may } from "./permissions.ts";
import { withSteps } from "./progress.ts";
import { dutyOfRole } from "./reviews.ts";
import { dayOf, latest, startOfDay } from "./time.ts";

/** From when a change of mandates takes effect: now, or the first instant of a day ahead. Refuses days that are over. */
const effectiveFrom = (
  day: CalendarDate | undefined,
  now: Instant,
): { readonly ok: true; readonly at: Instant } | Refused => {
  const today = dayOf(now);
  if (day !== undefined && day < today) return refuse("date-too-early", { earliest: today });
  return { ok: true, at: day === undefined || day === today ? now : startOfDay(day) };
};

/** What a change of one mandate does to each of the reviews in which it stands. */
export interface MandateChanges {
  readonly ok: true;
  readonly changes: readonly { readonly review: Review; readonly facts: readonly Fact[] }[];
}

type Decide = (review: Review, mandate: Mandate) => Decision;

/**
 * Applies a change in every review in which the mandate stands, in all or in none. One that has ended everywhere is
 * refused, one that the party never gave too; both to whoever may change the party's mandates.
 */
const inEachReview = (
  reviews: readonly Review[],
  by: Actor,
  action: "mandate.replace" | "mandate.remove",
  { party, mandate: id }: { readonly party: PartyId; readonly mandate: MandateId },
  now: Instant,
  decide: Decide,
): MandateChanges | Refused => {
  if (!may(by, action, { party }, now)) return refuse("not-yours");
  const given = reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    return mandate?.party === party ? [{ review, mandate }] : [];
  });
  if (given.length === 0) return refuse("unknown-mandate");
  const decisions = given.map(({ review, mandate }) => ({ review, decision: decide(review, mandate) }));
  const refused = decisions.flatMap(({ decision }) => (decision.ok ? [] : [decision]));
  const accepted = decisions.flatMap(({ review, decision }) =>
    decision.ok ? [{ review, facts: decision.facts }] : [],
  );
  const [first] = refused;
  if (first !== undefined && accepted.length === 0) return first;
  return { ok: true, changes: accepted.filter(({ facts }) => facts.length > 0) };
};

const unchangedHere: Decision = decided([]);

export interface Replacement {
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly successor: { readonly mandate: MandateId; readonly user: UserId };
  /** The day from which the successor serves; now where left out. */
  readonly effectiveOn?: CalendarDate | undefined;
}

/**
 * Replaces the holder of a mandate (paragraph 14) in every review of the party in which it stands, from now or from a
 * day ahead. Until then the old holder acts and both may read; from then the old one's access has ended. What the
 * party owes it goes on owing; history stays. By the party's permanent mission or the secretariat; the same again is
 * no fact.
 */
export const replaceMandate = (
  reviews: readonly Review[],
  by: Actor,
  { party, mandate, successor, effectiveOn }: Replacement,
  now: Instant,
): MandateChanges | Refused => {
  const from = effectiveFrom(effectiveOn, now);
  return inEachReview(reviews, by, "mandate.replace", { party, mandate }, now, (review, standing) => {
    if (!from.ok) return from;
    if (isReplacedBy(review, standing, successor.user)) return unchangedHere;
    if (standing.until !== undefined) return refuse("mandate-ended", { until: standing.until });
    if (standing.user === successor.user) return unchangedHere;
    const at = latest(from.at, standing.since);
    const ended = { kind: "mandate-ended", happenedAt: now, review: review.id, mandate, until: at } as const;
    const serves = mandatesBeyond(review, party, standing.role, at).find(({ user }) => user === successor.user);
    if (serves !== undefined) return withSteps(review, [{ ...ended, successor: serves.id }], now);
    const began: Fact = {
      kind: "mandate-began",
      happenedAt: now,
      review: review.id,
      mandate: successor.mandate,
      role: standing.role,
      party,
      user: successor.user,
      since: at,
    };
    return withSteps(review, [{ ...ended, successor: successor.mandate }, began], now);
  });
};

const isReplacedBy = (review: Review, { until, role, party }: Mandate, user: UserId): boolean =>
  until !== undefined &&
  mandatesBeyond(review, party, role, until).some((next) => next.user === user && next.since === until);

export interface Removal {
  readonly party: PartyId;
  readonly mandate: MandateId;
  readonly effectiveOn?: CalendarDate | undefined;
}

/**
 * Ends a mandate without a successor in every review of the party in which it stands, from now or from a day ahead.
 * From that day a focal point is owed within two weeks and, where no other expert remains, an expert within four; the
 * stage stays. Nothing is owed for observers, nor in a review that has not started or has concluded. By the party's
 * permanent mission or the secretariat; the same again is no fact.
 */
export const removeMandate = (
  reviews: readonly Review[],
  by: Actor,
  { party, mandate, effectiveOn }: Removal,
  now: Instant,
): MandateChanges | Refused => {
  const from = effectiveFrom(effectiveOn, now);
  return inEachReview(reviews, by, "mandate.remove", { party, mandate }, now, (review, standing) => {
    if (!from.ok) return from;
    if (standing.until !== undefined) return unchangedHere;
    const at = latest(from.at, standing.since);
    const ended: Fact = { kind: "mandate-ended", happenedAt: now, review: review.id, mandate, until: at };
    return decided([ended, ...owedAnew(review, standing, at, now)]);
  });
};

/** The duty to name somebody again, from the day the last one is gone. One that is open already stays as it is. */
const owedAnew = (review: Review, { id, role, party }: Mandate, from: Instant, now: Instant): readonly Fact[] => {
  const kind = dutyOfRole[role];
  if (kind === undefined || review.stage === "scheduled" || review.stage === "concluded") return [];
  const others = mandatesBeyond(review, party, role, from).filter((mandate) => mandate.id !== id);
  if (others.length > 0 || review.obligations[obligationIdOf(kind, party)]?.state === "open") return [];
  return [openDuty(review, { kind, party, openedOn: dayOf(from), at: now })];
};
