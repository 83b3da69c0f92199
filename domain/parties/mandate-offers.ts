import type { MandateId, PartyId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { FactOf } from "../../schemas/model/fact.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { MandateOffer } from "../../schemas/model/mandate-offer.ts";
import type { User } from "../../schemas/model/user.ts";
import { type Refused, refuse } from "../base/decision.ts";
import { inForce } from "../base/settings.ts";
import { offersCap } from "../policy/limits.ts";
import { dayOf } from "../base/time.ts";
import { addParty, isOpen, partiesOfUser } from "./users.ts";

/** The records of an offer, or of its end, on the person and on the party that made it. */
export interface OfferDecision {
  readonly ok: true;
  readonly offer: MandateOffer;
  readonly ofUser: readonly FactOf<"mandate-offered" | "mandate-offer-ended" | "user-party-added">[];
  readonly ofParty: readonly FactOf<"offer-opened" | "offer-closed">[];
}

const contentOf = ({ party, role, reviews, instruments }: MandateOffer): string =>
  JSON.stringify([party, role, [...(reviews ?? [])].toSorted(), [...(instruments ?? [])].toSorted()]);

/**
 * Returns whether a mandate for a person needs their acceptance [D]: they are a delegate of another party, and have not
 * accepted to serve this one.
 */
export const needsAcceptance = (user: User, party: PartyId): boolean =>
  user.role === "delegate" && !partiesOfUser(user).includes(party);

/**
 * Offers a mandate to a person. The same offer again, while it waits, is no fact and keeps its id. `too-many-offers` where
 * as many wait as may, of the party or for the person.
 */
export const offerMandate = (
  user: User,
  { offers: ofParty = [] }: Pick<Party, "offers">,
  offer: MandateOffer,
  at: Instant,
): OfferDecision | Refused => {
  const same = user.offers?.find((one) => contentOf(one) === contentOf(offer));
  if (same !== undefined) return { ok: true, offer: same, ofUser: [], ofParty: [] };
  const most = inForce(offersCap, dayOf(at));
  if (Math.max(ofParty.length, user.offers?.length ?? 0) >= most) return refuse("too-many-offers", { most });
  const { mandate, party } = offer;
  return {
    ok: true,
    offer,
    ofUser: [{ kind: "mandate-offered", happenedAt: at, user: user.id, ...offer }],
    ofParty: [{ kind: "offer-opened", happenedAt: at, party, mandate, user: user.id }],
  };
};

/** Ends an offer. `unknown-offer` where none waits; an accepted one makes the person known to the party. */
export const endOffer = (
  user: User,
  { mandate, outcome }: Pick<FactOf<"mandate-offer-ended">, "mandate" | "outcome">,
  at: Instant,
): OfferDecision | Refused => {
  const offer = user.offers?.find((one) => one.mandate === mandate);
  const { id, party: home } = user;
  if (offer === undefined || home === undefined) return refuse("unknown-offer");
  if (outcome === "accepted" && !isOpen(user)) return refuse("person-closed");
  const { party, role } = offer;
  const added = outcome === "accepted" ? addParty(user, party, at) : undefined;
  return {
    ok: true,
    offer,
    ofUser: [
      ...(added?.ok === true ? added.facts : []).filter((fact) => fact.kind === "user-party-added"),
      { kind: "mandate-offer-ended", happenedAt: at, user: id, mandate, party, role, outcome, home },
    ],
    ofParty: [{ kind: "offer-closed", happenedAt: at, party, mandate, user: id }],
  };
};

/** Returns the facts on parties when a person is erased who had not answered them: their offers to the person end. */
export const closeOffers = ({ id: user, offers = [] }: User, at: Instant): readonly FactOf<"offer-closed">[] =>
  offers.map(({ party, mandate }) => ({ kind: "offer-closed", happenedAt: at, party, mandate, user }));

/** Returns the person to whom a party offered a mandate; undefined where no offer is open under the id. */
export const offeredTo = ({ offers = [] }: Pick<Party, "offers">, mandate: MandateId) =>
  offers.find((one) => one.mandate === mandate)?.user;
