import { describe, expect, test } from "vitest";
import { closeOffers, endOffer, needsAcceptance, offerMandate } from "../../../domain/parties/mandate-offers.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { offersCap } from "../../../domain/policy/limits.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { evolveUser } from "../../../domain/parties/users.ts";
import type { MandateOffer } from "../../../schemas/model/mandate-offer.ts";
import type { User } from "../../../schemas/model/user.ts";
import { at, mandateId, party, reviewId, userId } from "../../fixtures/changes.ts";

const now = at("2021-02-01T10:00:00.000Z");
const person: User = { id: userId(1), role: "delegate", party: party("JP") };
const offerOf = (number: number, role: MandateOffer["role"] = "observer"): MandateOffer => ({
  mandate: mandateId(number),
  party: party("KE"),
  role,
});
const offeredTo = (user: User, offer: MandateOffer): User => {
  const decision = offerMandate(user, {}, offer, now);
  if (!decision.ok) throw new Error(decision.refusal);
  return decision.ofUser.reduce<User>(evolveUser, user);
};

describe("a mandate for a person of another party", () => {
  test("needs their acceptance, and none of the person's own party does", () => {
    expect(needsAcceptance(person, party("KE"))).toBe(true);
    expect(needsAcceptance(person, party("JP"))).toBe(false);
    expect(needsAcceptance({ ...person, otherParties: [party("KE")] }, party("KE"))).toBe(false);
  });

  test("waits until it is answered, and the same offer again is no other", () => {
    const before = offeredTo(person, offerOf(1));
    expect(before.offers).toEqual([{ ...offerOf(1), offeredAt: now }]);
    expect(offerMandate(before, {}, offerOf(2), now)).toMatchObject({ offer: { mandate: mandateId(1) }, ofUser: [] });
    expect(offeredTo(before, offerOf(2, "expert")).offers).toHaveLength(2);
  });

  test("makes the person known to the party where it is accepted, and not where it is refused or withdrawn", () => {
    const before = offeredTo(person, offerOf(1));
    const after = (outcome: "accepted" | "refused" | "withdrawn") => {
      const decision = endOffer(before, { mandate: mandateId(1), outcome }, now);
      if (!decision.ok) throw new Error(decision.refusal);
      return decision.ofUser.reduce<User>(evolveUser, before);
    };
    expect(after("accepted")).toEqual({ ...person, otherParties: [party("KE")] });
    for (const outcome of ["refused", "withdrawn"] as const) expect(after(outcome)).toEqual(person);
    expect(endOffer(person, { mandate: mandateId(1), outcome: "accepted" }, now)).toMatchObject({
      refusal: "unknown-offer",
    });
    const closed = { ...before, closedAt: now };
    expect(endOffer(closed, { mandate: mandateId(1), outcome: "accepted" }, now)).toMatchObject({
      refusal: "person-closed",
    });
  });

  test("ends on the side of each party where the person is erased", () => {
    const before = offeredTo(offeredTo(person, offerOf(1)), offerOf(2, "expert"));
    expect(closeOffers(before, now).map(({ kind, party: of, mandate }) => [kind, of, mandate])).toEqual([
      ["offer-closed", "KE", mandateId(1)],
      ["offer-closed", "KE", mandateId(2)],
    ]);
  });

  test("is refused where as many wait as may, for the person or of the party", () => {
    const most = inForce(offersCap, dayOf(now));
    const roles = Array.from({ length: most }, (_, place) => ({
      ...offerOf(place + 10),
      party: party(["KE", "UG"][place % 2] ?? "KE"),
      reviews: [reviewId(`K${String.fromCodePoint(65 + (place % 26))}`)],
      instruments: place < 26 ? (["UNTOC"] as const).slice() : (["TIP"] as const).slice(),
      offeredAt: now,
    }));
    const busy = { ...person, offers: roles };
    expect(offerMandate(busy, {}, offerOf(1), now)).toMatchObject({ refusal: "too-many-offers", details: { most } });
    const offers = roles.map(({ mandate }) => ({ mandate, user: userId(2) }));
    expect(offerMandate(person, { offers }, offerOf(1), now)).toMatchObject({ refusal: "too-many-offers" });
  });
});
