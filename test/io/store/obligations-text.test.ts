import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { listedObligations } from "../../../domain/views/listed-reviews.ts";
import { obligationsText, readObligationsText } from "../../../lambdas/io/store/obligations-text.ts";
import { UnreadableRow } from "../../../lambdas/io/unreadable-row.ts";
import { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import { DelayReason, Instrument } from "../../../schemas/base/values.ts";
import { ListedObligation } from "../../../schemas/model/listed-obligation.ts";
import { ObligationKind, ObligationState } from "../../../schemas/model/review.ts";
import { endOfDay } from "../../../domain/base/time.ts";
import { at, Play, seat } from "../../domain/review/play.ts";
import { day, instant, optional, party } from "./listed-fields.ts";

const due = fc.oneof(instant, day.map(endOfDay));
const someDelay = fc
  .tuple(
    fc.record({ reason: fc.constantFrom(...DelayReason.options), on: day }),
    optional("explanation", fc.string({ unit: "grapheme", minLength: 1 })),
    optional("beyondRules", fc.constant(true)),
  )
  .map((parts) => Object.assign({}, ...parts) as object);

const someObligation = fc
  .tuple(
    fc.record({
      kind: fc.constantFrom(...ObligationKind.options),
      number: fc.constantFrom("", "-2", "-17"),
      party,
      state: fc.constantFrom(...ObligationState.options),
      generation: fc.integer({ min: 1, max: 99 }),
      openedOn: day,
      dueAt: due,
    }),
    fc.option(due),
    optional("settledAt", instant),
    optional("instruments", fc.subarray(Instrument.options)),
    optional("delay", someDelay),
  )
  .map(([{ number, ...fields }, original, ...rest]) => ({
    ...fields,
    id: `${fields.kind}${number}:${fields.party}`,
    originalDueAt: original ?? fields.dueAt,
    ...Object.assign({}, ...rest),
  }));

describe("the row of a review's obligations in lists", () => {
  test("gives back all obligations of every review", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("c1-", "untoc2-c3-"),
        fc.constantFrom("c1-g1", "untoc2-c3-g12"),
        fc.array(someObligation, { minLength: 1, maxLength: 6 }),
        (prefix, group, obligations) => {
          const review = ReviewId.parse(`${prefix}FR`);
          const listed = obligations.flatMap((obligation) => {
            const { data } = ListedObligation.safeParse({ ...obligation, review, group: GroupId.parse(group) });
            return data ?? [];
          });
          fc.pre(listed.length > 0);
          expect(readObligationsText(review, obligationsText(listed))).toEqual(listed);
        },
      ),
    );
  });

  test("is short: three parties that have to name two kinds of people take at most 120 bytes", () => {
    const play = new Play(
      [seat("FR", "under-review"), seat("JP", "reviewing"), seat("BR", "reviewing")],
      at("2020-11-02"),
    );
    play.start();
    const obligations = listedObligations(play.review);
    const text = obligationsText(obligations);
    expect(readObligationsText(play.review.id, text)).toEqual(obligations);
    expect(obligations).toHaveLength(6);
    expect(text.length).toBeLessThanOrEqual(120);
  });

  test.each([
    ["without a status", "g1|0FR,e0a,e0o"],
    ["without a date", "g1|0FR0,e0a"],
    ["with a kind that no obligation has", "g1|zFR0,e0a,e0o"],
    ["with a day that does not exist", "g1|0FR0,!,e0o"],
    ["with a date that does not exist", "g1|0FR0,e0a,zzzzzzzzz"],
    ["with an instant that is none", "g1|0FR0,e0a,@!"],
    ["with a delay for no reason", "g1|0FR0,e0a,e0o,,,,ze0a"],
    ["with a delay whose explanation is missing", "g1|0FR0,e0a,e0o,,,,0+e0a\n[]"],
    ["with explanations that are none", "g1|0FR0,e0a,e0o,,,,0+e0a\n["],
  ])("cannot be one %s", (_, text) => {
    expect(() => readObligationsText(ReviewId.parse("c1-FR"), text)).toThrow(UnreadableRow);
  });
});
