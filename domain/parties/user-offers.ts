import type { FactOf } from "../../schemas/model/fact.ts";
import type { User } from "../../schemas/model/user.ts";

/** Returns a user with the offers of mandates that wait for them after a fact. */
export const withOffers = (
  { offers = [], ...user }: User,
  { kind, user: _, happenedAt, ...offer }: FactOf<"mandate-offered" | "mandate-offer-ended">,
): User => {
  const left = offers.filter(({ mandate }) => mandate !== offer.mandate);
  const after = kind === "mandate-offered" ? [...left, { ...offer, offeredAt: happenedAt }] : left;
  return after.length === 0 ? user : { ...user, offers: after };
};
