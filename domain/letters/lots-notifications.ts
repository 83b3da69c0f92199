import type { FactOf } from "../../schemas/model/fact.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import type { AdditionalPart, Review } from "../../schemas/model/review.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { lateRecord, missions, missionsAndFocalPoints, type NoticePlan, partiesOf } from "./notice-plans.ts";

/**
 * Returns the letters to the party drawn, to the party whose seat it takes, and to every additional reviewer that
 * joins, leaves or reviews less.
 */
export const ofRedrawnSeat = (fact: FactOf<"seat-redrawn">, review: Review, now: Instant): readonly NoticePlan[] => {
  const { late, ...when } = lateRecord(fact.happenedAt, now);
  const { from, seat, additional = [], narrowed = [], leaving = [], draw } = fact;
  const content = { kind: "seat-redrawn", review: review.id, from, to: seat.party, ...(late && { late }) } as const;
  const drawnHere = draw === undefined ? {} : { drawnHere: true as const };
  const ofAdditional = (party: PartyId, part: AdditionalPart): NoticePlan => ({
    content: { ...content, additional: { party, part }, ...drawnHere },
    to: missions([party]),
    rule: "seat-redrawn",
    ...when,
  });
  return [
    { content, to: missions([from, seat.party]), rule: "seat-redrawn", ...when },
    ...additional.map(({ party }) => ofAdditional(party, "drawn")),
    ...narrowed.map(({ party }) => ofAdditional(party, "narrowed")),
    ...leaving.map((party) => ofAdditional(party, "leaving")),
  ];
};

export const ofAddedInstruments = ({ happenedAt }: FactOf<"instruments-added">, review: Review, now: Instant) => {
  const content = { kind: "instruments-added", review: review.id, addedAt: happenedAt } as const;
  return [{ content, to: missionsAndFocalPoints(review, now), rule: "instruments-added" }] as const;
};

/**
 * Returns the letters to the missions of reviews that joined after the lots of their group; the whole Conference knows
 * the first drawing.
 */
export const ofEntry = (
  { entry, happenedAt }: FactOf<"review-drawn">,
  review: Review,
  now: Instant,
): readonly NoticePlan[] => {
  const { late, ...when } = lateRecord(happenedAt, now);
  const content = { kind: "review-entered", review: review.id, ...(late && { late }) } as const;
  return entry === undefined ? [] : [{ content, to: missions(partiesOf(review)), rule: "review-entered", ...when }];
};
