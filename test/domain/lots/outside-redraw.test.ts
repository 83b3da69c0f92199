import { describe, expect, test } from "vitest";
import { brokenByRedraw, type LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { type OutsideDrawing, redrawOutside } from "../../../domain/review/commands/redraw-seat.ts";
import type { Seat } from "../../../schemas/model/review.ts";
import { drawing, Play } from "../review/play.ts";
import { additionalSeat, day, id, limits, pairing, parties, party, reviewerSeat } from "./few-parties.ts";

/** The small world with parties that sit nowhere: AD and WE have joined the Convention alone, AE and WF both. */
const live: LivePairings = {
  groups: pairing(),
  parties: [
    ...parties,
    party("AD", "AFRICAN", ["UNTOC"]),
    party("AE", "AFRICAN"),
    party("WE", "WEOG", ["UNTOC"]),
    party("WF", "WEOG"),
  ],
  limits,
};

/**
 * Redraws a seat of a party's review outside; returns the changes of the seats, and the broken rules with their
 * parties.
 */
const drawOutside = (
  under: string,
  from: string,
  seats: Pick<OutsideDrawing, "additional" | "narrowed" | "leaving">,
  to: Seat,
) => {
  const paired = live.groups.flatMap(({ reviews }) => reviews).find(({ party: of }) => of === under);
  const { review } = new Play(paired?.seats);
  const old = review.seats[id(from)];
  if (old === undefined) throw new Error(`${from} holds no seat`);
  const { party: newcomer, instruments } = to;
  const held = { party: newcomer, instruments, drawnOn: day, document: "CTOC/COP/WG.12/2020/3" };
  const { changes } = redrawOutside(old, { ...held, ...seats });
  const rules = brokenByRedraw(review, changes, live).map(({ rule, party: of }) => `${rule} ${of}`);
  return { changes, broken: [...new Set(rules)] };
};

describe("an additional reviewer of a redraw held outside", () => {
  test("that is superfluous is named as a deviation, and is none where it left", () => {
    expect(drawOutside("AA", "WA", {}, reviewerSeat("WF")).broken).toEqual([
      "one-from-each-side AA",
      "additional-where-lacking AA",
    ]);
    expect(drawOutside("AA", "WA", { leaving: [id("WB")] }, reviewerSeat("WF")).broken).toEqual([]);
  });

  test("that is missing is named as a deviation, and is none where it was drawn", () => {
    const lacking = reviewerSeat("AD", ["UNTOC"]);
    expect(drawOutside("AB", "AC", {}, lacking).broken).toEqual(["one-from-each-side AB"]);
    const additional = [{ party: id("AE"), instruments: ["FP" as const] }];
    expect(drawOutside("AB", "AC", { additional }, lacking).broken).toEqual([]);
  });

  test("continues as it was recorded, and no party leaves by rule", () => {
    const narrowed = [{ party: id("WB"), instruments: ["FP" as const] }];
    expect(drawOutside("AA", "WA", { narrowed }, reviewerSeat("WE", ["UNTOC"])).changes).toEqual({
      ...drawing("WA", reviewerSeat("WE", ["UNTOC"])).changes,
      narrowed: [additionalSeat("WB", ["FP"])],
    });
  });
});
