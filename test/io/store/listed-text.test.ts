import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listedReview } from "../../../domain/views/listed-reviews.ts";
import { listedText, readListedText } from "../../../lambdas/io/store/listed-text.ts";
import { UnreadableRow } from "../../../lambdas/io/unreadable-row.ts";
import { GroupId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import { Instrument } from "../../../schemas/base/values.ts";
import { FigureKind } from "../../../schemas/model/figure-kind.ts";
import type { ListedReview } from "../../../schemas/model/listed-review.ts";
import { SeatRole, Stage } from "../../../schemas/model/review.ts";
import { at, Play, seat } from "../../domain/review/play.ts";
import { day, instant, optional, party } from "./listed-fields.ts";

const someReview: fc.Arbitrary<ListedReview> = fc
  .record({
    under: party,
    prefix: fc.constantFrom("c1-", "c4-", "untoc2-c3-"),
    group: fc.option(fc.integer({ min: 1, max: 99 })),
    seats: fc.array(
      fc.record({
        party,
        role: fc.constantFrom(...SeatRole.options),
        instruments: fc.shuffledSubarray(Instrument.options),
      }),
    ),
    stage: fc.constantFrom(...Stage.options),
    stageSince: instant,
    blocking: fc.array(
      fc
        .tuple(
          fc.record({
            blocker: fc.constantFrom(...FigureKind.options),
            from: instant,
            dues: fc.array(fc.record({ from: instant, dueAt: instant })),
          }),
          optional("party", party),
          optional("to", instant),
          fc.boolean(),
        )
        .map(([one, under, to, isSet]) => ({
          ...one,
          ...under,
          ...to,
          dues: isSet ? one.dues.map((due) => ({ ...due, from: one.from })) : one.dues,
        })),
    ),
    version: fc.nat(),
    rest: fc
      .tuple(
        optional("startedOn", day),
        optional("discontinuedOn", day),
        optional(
          "officer",
          fc.stringMatching(/^u-[0-9a-z]{26}$/).map((id) => UserId.parse(id)),
        ),
        optional("reviewerLimitWaivedOn", day),
        optional("redraws", fc.array(fc.record({ from: party, to: party, drawnOn: day }), { minLength: 1 })),
      )
      .map((parts) => Object.assign({}, ...parts) as Pick<ListedReview, "startedOn">),
  })
  .map(({ under, prefix, group, rest, ...fields }) => ({
    ...fields,
    ...rest,
    id: ReviewId.parse(`${prefix}${under}`),
    party: under,
    group: GroupId.parse(group === null ? "untoc3-c2-g4" : `${prefix}g${group}`),
  }));

describe("the row of a review in lists", () => {
  test("gives back every review", () => {
    fc.assert(
      fc.property(someReview, (listed) => {
        expect(readListedText(listed.id, listedText(listed))).toEqual(listed);
      }),
    );
  });

  test("is short: a review that waits for three nominations takes at most 130 bytes", () => {
    const play = new Play(
      [seat("FR", "under-review"), seat("JP", "reviewing"), seat("BR", "reviewing")],
      at("2020-11-02"),
    );
    play.start();
    const text = listedText(listedReview({ state: play.review, version: 2 }));
    expect(readListedText(play.review.id, text).blocking).toHaveLength(3);
    expect(text.length).toBeLessThanOrEqual(130);
  });

  test.each(["", "g1", "g1|9", "g1|0|!!|1", "g1|0|k|1|FR", "c9|0|k|1", "g1|0|k|1||0FR.!.k"])("cannot be %j", (text) => {
    expect(() => readListedText(ReviewId.parse("c1-FR"), text)).toThrow(UnreadableRow);
  });
});
