import { describe, expect, test } from "vitest";
import { askRedraw, carryOutRedraw } from "../../../domain/review/commands/redraw-seat.ts";
import { withdrawRedraw } from "../../../domain/review/commands/withdraw.ts";
import type { LivePairings } from "../../../domain/lots/redraw-rules.ts";
import { inQuestionnaire, partyNamed } from "./journey.ts";
import { at, drawing, mission, party, type Play, refusalOf, seat, secretariat } from "./play.ts";

/** Rules of lots that nothing breaks. */
const free: LivePairings = { groups: [], parties: [], limits: { mostReviewers: 4, load: { min: 1, max: 3 } } };
const toItaly = drawing("PE", seat("IT", "reviewing"));

/** Requests a redraw of the seat of Peru, as France under review and as Peru, which reviews it. */
const askedByBoth = (play: Play) =>
  ["FR", "PE"].map((code) => {
    const request = askRedraw(
      play.review,
      partyNamed(party(code)),
      mission(code),
      { seat: party("PE") },
      at("2021-02-01"),
    );
    if (!request.ok) throw new Error(request.refusal);
    play.take({ ok: true, facts: request.review });
    return request.party;
  });

describe("two requests for one seat", () => {
  test("wait both, each counted for its party, until one redraw answers them", () => {
    const play = inQuestionnaire();
    expect(askedByBoth(play)).toMatchObject([
      [{ kind: "redraw-counted", party: "FR", number: 1 }],
      [{ kind: "redraw-counted", party: "PE", number: 1 }],
    ]);
    expect(play.review.redrawsAsked).toMatchObject([
      { by: "FR", seat: "PE" },
      { by: "PE", seat: "PE" },
    ]);
    play.do((review) => carryOutRedraw(review, secretariat, toItaly, free, at("2021-02-03")));
    expect(play.review.redrawsAsked).toBeUndefined();
    expect(play.replayed()).toEqual(play.review);
  });

  test("leave the other where one is taken back", () => {
    const play = inQuestionnaire();
    askedByBoth(play);
    const what = { seat: party("PE") };
    const taken = withdrawRedraw(play.review, partyNamed(party("FR")), mission("FR"), what, at("2021-02-03"));
    play.take(taken.ok ? { ok: true, facts: taken.review } : taken);
    expect(play.review.redrawsAsked).toMatchObject([{ by: "PE", seat: "PE" }]);
    expect(refusalOf(carryOutRedraw(play.review, secretariat, toItaly, free, at("2021-02-04")))).toBe("accepted");
  });
});
