import type { LetterId, MandateId, ReviewId, UserId } from "../../schemas/base/ids.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Mandate, Review } from "../../schemas/model/review.ts";
import type { ErasureReason, ErasureSource, User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse, type Refused } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { erasureWaits } from "../policy/retention.ts";
import { dayOf, later } from "../base/time.ts";
import { isUnderWay } from "../letters/erased-letter.ts";
import { type Member, refuseSecondPerson } from "../parties/second-person.ts";
import { isErased, isOpen } from "../parties/users.ts";
import { outlasts } from "../review/mandates.ts";

/** The data that are checked before a user is erased. */
export interface ErasureGrounds {
  /** The reviews of the person's party. */
  readonly reviews: readonly Review[];
  /** Letters to the person. */
  readonly letters: readonly Letter[];
}

/** The obstacles to an erasure; an empty object where there are none. */
export interface ErasureObstacles {
  /** Mandates that run, or are to begin, with the reviews in which they do. */
  readonly mandates?: readonly { readonly mandate: MandateId; readonly reviews: readonly ReviewId[] }[];
  /** A user without a mandate, whose access has to be closed first. */
  readonly access?: "open";
  /** Letters that are under way. */
  readonly letters?: readonly LetterId[];
  /** The instant from which it may be done: until then the reports on the last letters come in. */
  readonly earliest?: Instant;
}

/** The reason for an erasure, and the way by which the request came. */
export interface WantedErasure {
  readonly reason: ErasureReason;
  readonly source: ErasureSource;
}

interface Served extends Mandate {
  readonly review: ReviewId;
}

const mandatesOfPerson = ({ id }: User, reviews: readonly Review[]): readonly Served[] =>
  reviews.flatMap((review) =>
    Object.values(review.mandates)
      .filter(({ user }) => user === id)
      .map((mandate) => ({ ...mandate, review: review.id })),
  );

/** Returns when the last mandate of a user ended; undefined where one continues, and where there was never any. */
const serviceEndedAt = (user: User, reviews: readonly Review[]): Instant | undefined => {
  const ends = mandatesOfPerson(user, reviews).map(({ until }) => until);
  return ends.includes(undefined)
    ? undefined
    : ends
        .flatMap((until) => until ?? [])
        .toSorted()
        .at(-1);
};

/**
 * Returns letters that prevent an erasure: one that may be on its way in any case; one that waits only where it would
 * still be sent.
 */
const lettersInTheWay = (user: User, letters: readonly Letter[]): readonly LetterId[] =>
  letters.filter((letter) => isUnderWay(letter) && (isOpen(user) || letter.state !== "planned")).map(({ id }) => id);

/** Returns the obstacles to the erasure of a user at an instant. */
export const erasureObstacles = (user: User, { reviews, letters }: ErasureGrounds, now: Instant): ErasureObstacles => {
  const running = mandatesOfPerson(user, reviews).filter((mandate) => outlasts(mandate, now));
  const mandates = [...Map.groupBy(running, ({ id }) => id)].map(([mandate, held]) => ({
    mandate,
    reviews: held.map(({ review }) => review),
  }));
  const blockingLetters = lettersInTheWay(user, letters);
  const endedAt = serviceEndedAt(user, reviews);
  const isDelegate = user.role === "delegate";
  const earliest =
    isDelegate && isOpen(user) && endedAt !== undefined && mandates.length === 0
      ? later(endedAt, inForce(erasureWaits, dayOf(now)))
      : undefined;
  return {
    ...(mandates.length === 0 ? {} : { mandates }),
    ...(isDelegate || !isOpen(user) ? {} : { access: "open" }),
    ...(blockingLetters.length === 0 ? {} : { letters: blockingLetters }),
    ...(earliest === undefined || earliest <= now ? {} : { earliest }),
  };
};

const refuseBlocked = (user: User, grounds: ErasureGrounds, now: Instant): Refused | undefined => {
  const obstacles = erasureObstacles(user, grounds, now);
  return Object.keys(obstacles).length > 0 ? refuse("erasure-blocked", { ...obstacles }) : undefined;
};

/**
 * Orders that a person be erased after their service, which a second person has to approve, because no erasure can be taken
 * back. Refused with all obstacles: a mandate that runs, an open access of a user who serves by no mandate, letters under
 * way, and the days in which the reports on the last letter come in. Another order replaces the one that waits.
 */
export const orderErasure = (
  user: User,
  grounds: ErasureGrounds,
  { reason, source, orderedBy }: WantedErasure & { readonly orderedBy: UserId },
  now: Instant,
): Decision => {
  if (isErased(user)) return noChange;
  const { erasureOrdered: before } = user;
  if (before?.orderedBy === orderedBy && before.reason === reason && before.source === source) return noChange;
  const blocked = refuseBlocked(user, grounds, now);
  if (blocked !== undefined) return blocked;
  return accept([{ kind: "user-erasure-ordered", happenedAt: now, user: user.id, orderedBy, reason, source }]);
};

/**
 * Erases a person: from then on the id leads to no person. Refused with all obstacles. An erasure is final. A
 * restoration repeats with it an erasure that two persons decided on before.
 */
export const erasePerson = (
  user: User,
  grounds: ErasureGrounds,
  { reason, source }: WantedErasure,
  now: Instant,
): Decision => {
  if (isErased(user)) return noChange;
  return (
    refuseBlocked(user, grounds, now) ??
    accept([{ kind: "user-erased", happenedAt: now, user: user.id, reason, source }])
  );
};

/**
 * Erases a person as a second person. The obstacles are examined again. Refuses the
 * officer who ordered it, and one who is not independent of that officer. A person who is erased remains so.
 */
export const approveErasure = (
  user: User,
  grounds: ErasureGrounds,
  { approver, orderer }: { readonly approver: Member; readonly orderer: Member },
  now: Instant,
): Decision => {
  if (isErased(user)) return noChange;
  const { id, erasureOrdered: order } = user;
  if (order === undefined) return refuse("erasure-not-ordered");
  if (order.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now);
  if (refused !== undefined) return refused;
  const erasure = erasePerson(user, grounds, order, now);
  if (!erasure.ok) return erasure;
  const approved: Fact = { kind: "user-erasure-approved", happenedAt: now, user: id, approvedBy: approver.id };
  return accept([approved, ...erasure.facts]);
};

/** Withdraws the order to erase a person, as any officer. */
export const withdrawErasure = (user: User, now: Instant): Decision =>
  user.erasureOrdered === undefined
    ? refuse("erasure-not-ordered")
    : accept([{ kind: "user-erasure-withdrawn", happenedAt: now, user: user.id }]);
