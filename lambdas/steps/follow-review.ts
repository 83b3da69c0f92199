import pMap from "p-map";
import { plannedLetter } from "../../domain/letter-states.ts";
import { noticesOf } from "../../domain/notices.ts";
import { mergeOccasions, occasionOf, planOnOpening } from "../../domain/reminders.ts";
import type { Fact } from "../../schemas/fact.ts";
import type { ObligationId } from "../../schemas/ids.ts";
import type { Occasion } from "../../schemas/letter.ts";
import type { Review } from "../../schemas/review.ts";
import { planLetters, remindedAtOnce, remindOn, type RemindIo, reviewsOn } from "./remind.ts";

/** The duty whose date a fact sets: one that is opened, delayed or counted anew. */
const datedBy = (fact: Fact): readonly ObligationId[] => {
  switch (fact.kind) {
    case "obligation-opened":
    case "delay-notified":
    case "delay-approved":
    case "obligation-redated":
      return [fact.obligation];
    default:
      return [];
  }
};

/** The reviews that an occasion may speak of: this one as it was just read, which lists may not show yet, with others. */
const concerned = async ({ store }: RemindIo, review: Review, occasion: Occasion): Promise<readonly Review[]> => {
  const others = occasion.review === undefined ? await reviewsOn(store, occasion) : [];
  return [review, ...others.filter(({ id }) => id !== review.id)];
};

/** Reminds of the duties that an entry dated. What starts with its group is reminded of once the group has started. */
const remindOfDated = async (io: RemindIo, review: Review, facts: readonly Fact[]): Promise<void> => {
  if (facts.some(({ kind }) => kind === "review-started")) return;
  const ids = new Set(facts.flatMap(datedBy));
  const duties = Object.values(review.obligations).filter(({ id, state }) => ids.has(id) && state === "open");
  if (duties.length === 0) return;
  const group = await io.store.load("group", review.group);
  if (group?.state.state !== "started") return;
  await pMap(
    mergeOccasions(duties.map((duty) => occasionOf(review, duty))),
    async (occasion) => remindOn(io, await concerned(io, review, occasion), occasion, io.clock.now(), planOnOpening),
    { concurrency: remindedAtOnce },
  );
};

/**
 * What follows from facts of a review for its parties: reminders of the duties they dated, letters about what happened.
 * The review is as it stands now; done again it plans nothing twice.
 */
export const followReview = async (io: RemindIo, review: Review, facts: readonly Fact[]): Promise<void> => {
  await remindOfDated(io, review, facts);
  const now = io.clock.now();
  const notices = facts.flatMap((fact) => noticesOf(fact, review, now));
  await planLetters(
    io,
    notices.map((notice) => plannedLetter(notice, now)),
  );
};
