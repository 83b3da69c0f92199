import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { partiesWithoutFocalPoint } from "../../../domain/review/mandates.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { nominate, startReview } from "../../../domain/review/commands/start-review.ts";
import { startOfDay } from "../../../domain/base/time.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { type MandateRole, Review } from "../../../schemas/model/review.ts";
import { at, day, drawOf, factsOf, mandateId, party, userId } from "../../fixtures/changes.ts";

const after = (review: Review, facts: readonly Fact[]): Review => facts.reduce<Review>(evolveReview, review);
const { after: drawnReview } = drawOf("FR", "DE", "BR");
const scheduled = Review.parse(drawnReview);
const startedOn = day("2020-12-01");
const started = after(scheduled, factsOf(startReview(scheduled, startedOn)));

describe("whatever is named, in whatever order", () => {
  const parties = ["FR", "DE", "BR"] as const;
  const namings = fc.array(
    fc.record({
      code: fc.constantFrom(...parties),
      role: fc.constantFrom<MandateRole>("focal-point", "expert", "observer"),
      person: fc.integer({ min: 1, max: 4 }),
      hour: fc.integer({ min: 0, max: 600 }),
    }),
    { maxLength: 20 },
  );
  const starts = fc.nat({ max: 20 });

  test("the consultation is open exactly when the review has started and every party has a focal point", () => {
    fc.assert(
      fc.property(namings, starts, (all, startAt) => {
        let review = scheduled;
        const focal = new Map<string, number>();
        const experts = new Set<string>();
        const partyOf = new Map<number, string>();
        all.forEach(({ code, role, person, hour }, place) => {
          if (place === startAt) review = after(review, factsOf(startReview(review, startedOn)));
          const when = new Date(Date.parse("2020-11-20T00:00:00.000Z") + hour * 3_600_000).toISOString();
          const decision = nominate(review, {
            mandate: mandateId(1000 + place),
            role,
            party: party(code),
            user: userId(person),
            at: at(when),
          });
          const served = partyOf.get(person) ?? code;
          if (served !== code) {
            expect(decision).toMatchObject({ ok: false, refusal: "serves-other-party" });
            return;
          }
          const holder = focal.get(code);
          if (role === "focal-point" && holder !== undefined && holder !== person) {
            expect(decision).toMatchObject({ ok: false, refusal: "focal-point-exists" });
            return;
          }
          partyOf.set(person, code);
          if (role === "focal-point") focal.set(code, person);
          if (role === "expert") experts.add(code);
          review = after(review, factsOf(decision));
        });
        if (review.stage === "scheduled") review = after(review, factsOf(startReview(review, startedOn)));
        expect(review.stage).toBe(focal.size === 3 ? "consultation" : "nomination");
        expect(partiesWithoutFocalPoint(review, at("2022-01-01T00:00:00.000Z"))).toHaveLength(3 - focal.size);
        expect(openObligations(review)).toHaveLength(6 - focal.size - experts.size);
        expect(() => Review.parse(review)).not.toThrow();
      }),
    );
  });

  test("nothing is settled before it was opened, and the stage began no later than its last focal point", () => {
    fc.assert(
      fc.property(namings, (all) => {
        let review = started;
        all.forEach(({ code, role, person, hour }, place) => {
          const when = new Date(Date.parse("2020-11-20T00:00:00.000Z") + hour * 3_600_000).toISOString();
          const decision = nominate(review, {
            mandate: mandateId(1000 + place),
            role,
            party: party(code),
            user: userId(person),
            at: at(when),
          });
          if (decision.ok) review = after(review, decision.facts);
        });
        for (const { settledAt, openedOn } of Object.values(review.obligations))
          if (settledAt !== undefined) expect(settledAt >= startOfDay(openedOn)).toBe(true);
        const last = Object.values(review.mandates)
          .filter(({ role }) => role === "focal-point")
          .reduce<string>((latest, { since }) => (since > latest ? since : latest), startOfDay(startedOn));
        if (review.stage === "consultation") expect(review.stageSince).toBe(last);
      }),
    );
  });
});
