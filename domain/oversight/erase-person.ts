import type { LetterId, MandateId, ReviewId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Mandate, Review } from "../../schemas/model/review.ts";
import type { ErasureReason, ErasureSource, User } from "../../schemas/model/user.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, noChange, refuse } from "../base/decision.ts";
import { erasureWaits, inForce } from "../base/policy.ts";
import { dayOf, later } from "../base/time.ts";
import { isUnderWay } from "../letters/erased-letter.ts";
import { isErased, isOpen } from "../parties/users.ts";
import { outlasts } from "../review/mandates.ts";

/** What is looked at when somebody is to be erased. */
export interface ErasureGrounds {
  /** The reviews of the person's party. */
  readonly reviews: readonly Review[];
  /** Letters to the person. */
  readonly letters: readonly Letter[];
}

/** What stands in the way of erasing somebody; an empty object where nothing does. */
export interface ErasureObstacles {
  /** Mandates that run, or are to begin, with the reviews in which they do. */
  readonly mandates?: readonly { readonly mandate: MandateId; readonly reviews: readonly ReviewId[] }[];
  /** Somebody who serves by no mandate has to be closed first. */
  readonly access?: "open";
  /** Letters that are under way. */
  readonly letters?: readonly LetterId[];
  /** From when on it may be done: until then the reports on the last letters come in. */
  readonly earliest?: Instant;
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

/** When the last mandate of somebody ended; undefined where one goes on, and where they never had any. */
const serviceEndedAt = (user: User, reviews: readonly Review[]): Instant | undefined => {
  const ends = mandatesOfPerson(user, reviews).map(({ until }) => until);
  return ends.includes(undefined)
    ? undefined
    : ends
        .flatMap((until) => until ?? [])
        .toSorted()
        .at(-1);
};

/** Letters in the way: one that may be on its way in any case; one that waits only where it would still be sent. */
const lettersInTheWay = (user: User, letters: readonly Letter[]): readonly LetterId[] =>
  letters.filter((letter) => isUnderWay(letter) && (isOpen(user) || letter.state !== "planned")).map(({ id }) => id);

/** What stands in the way of erasing somebody at an instant. */
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

/**
 * That a person is erased after their service: from then on the id leads to nobody. Refused with all that stands in the
 * way: a mandate that runs, an open access of whoever serves by no mandate, letters under way, and the days in which the
 * reports on the last letter come in. Whoever is erased already stays so.
 */
export const erasePerson = (
  user: User,
  grounds: ErasureGrounds,
  { reason, source }: { readonly reason: ErasureReason; readonly source: ErasureSource },
  now: Instant,
): Decision => {
  if (isErased(user)) return noChange;
  const obstacles = erasureObstacles(user, grounds, now);
  if (Object.keys(obstacles).length > 0) return refuse("erasure-blocked", { ...obstacles });
  return accept([{ kind: "user-erased", happenedAt: now, user: user.id, reason, source }]);
};
