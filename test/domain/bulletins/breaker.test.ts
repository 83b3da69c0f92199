import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  couldStop,
  evolveBulletin,
  orderBulletin,
  stopBulletin,
  tallyOf,
  tallyWithMore,
} from "../../../domain/bulletins/bulletin.ts";
import { bouncesOf, bulletinLetter } from "../../../domain/bulletins/progress.ts";
import { sha256 } from "../../../domain/base/hash.ts";
import type { BounceTally, Bulletin } from "../../../schemas/model/bulletin.ts";
import { BulletinId } from "../../../schemas/base/ids.ts";
import { at, factsOf, party, userId } from "../../fixtures/changes.ts";

const noon = at("2021-03-01T12:00:00.000Z");
const order = {
  bulletin: BulletinId.parse(`b-${"7".padStart(26, "0")}`),
  preview: sha256("the preview"),
  text: sha256("the text"),
  recipients: 90,
  pages: 2,
  orderedBy: userId(1),
};
const sent = factsOf(orderBulletin(order, noon)).reduce<Bulletin | undefined>(evolveBulletin, undefined);
if (sent === undefined) throw new Error("Nothing was ordered");
const sendingBulletin = sent;

describe("the breaker's tally", () => {
  const version = 7;
  const addReports = (tally: BounceTally, more: number): BounceTally => {
    const next = tallyWithMore({ state: sendingBulletin, version }, tally, more);
    if (next === undefined) throw new Error("It is of another version");
    return next;
  };
  /**
   * The results that the mail service reports for successive letters. A bounce is sometimes reported to the breaker
   * twice.
   */
  const said = fc.oneof(
    { weight: 8, arbitrary: fc.constant("delivered") },
    fc.constantFrom(
      "bounced",
      "bounced and reported twice",
      "bounced after all",
      "reported again",
      "complained after all",
    ),
  );

  test("never keeps it from counting where a count would stop the bulletin, whatever is reported in whatever order", () => {
    fc.assert(
      fc.property(
        fc.array(said, { minLength: 60, maxLength: 400 }),
        fc.boolean(),
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1 }),
        (reports, wasResumed, batches) => {
          const countedFrom = wasResumed ? { results: 40, bounced: 9 } : { results: 0, bounced: 0 };
          const state: Bulletin = { ...sendingBulletin, countedFrom };
          const truth = { ...countedFrom };
          let tally = tallyOf({ state, version }, truth, 0, undefined);
          let pendingReports = 0;
          let batch = 0;
          for (const report of reports) {
            const isNew = report === "delivered" || report === "bounced" || report === "bounced and reported twice";
            if (isNew) truth.results += 1;
            if (report.startsWith("bounced") && truth.bounced < truth.results) truth.bounced += 1;
            if (report === "complained after all" && truth.bounced > 0) truth.bounced -= 1;
            pendingReports +=
              report === "bounced and reported twice" ? 2 : Number(!/^delivered|^complained/u.test(report));
            if (pendingReports < (batches[batch % batches.length] ?? 1)) continue;
            const kept = addReports(tally, pendingReports);
            batch += 1;
            pendingReports = 0;
            if (!couldStop(state, kept, noon))
              expect(stopBulletin(state, truth, noon)).toEqual({ ok: true, facts: [] });
            if (factsOf(stopBulletin(state, truth, noon)).length > 0) return;
            tally = couldStop(state, kept, noon) ? tallyOf({ state, version }, { ...truth }, 0, tally) : kept;
          }
        },
      ),
    );
  });

  test("gives no tally of a bulletin whose state has changed since, nor where nothing was counted yet", () => {
    const tally = tallyOf({ state: sendingBulletin, version }, { results: 100, bounced: 1 }, 1, undefined);
    expect(tallyWithMore({ state: sendingBulletin, version }, tally, 1)).toEqual({
      ...tally,
      reported: 2,
      revision: 2,
    });
    expect(tallyWithMore({ state: sendingBulletin, version: version + 1 }, tally, 1)).toBeUndefined();
    expect(tallyWithMore({ state: sendingBulletin, version }, undefined, 1)).toBeUndefined();
  });

  test("lets it count when the share of what was counted could be reached, and of fifty results at least", () => {
    const most = (results: number, bounced: number): number => {
      const tally = tallyOf({ state: sendingBulletin, version }, { results, bounced }, 0, undefined);
      for (let more = 1; ; more++) if (couldStop(sendingBulletin, addReports(tally, more), noon)) return more;
    };
    expect([most(10, 1), most(50, 1), most(1_000, 40), most(10_000, 400), most(100, 5)]).toEqual([2, 2, 10, 100, 1]);
  });
});

test("the breaker counts a bounce that passes as a result, and as no lasting one", () => {
  const letterTo = (code: string) => {
    const reason = { code: "registered", as: "mission", party: party(code) } as const;
    const recipient = { kind: "mission", party: party(code) } as const;
    return bulletinLetter(sendingBulletin, 1, { recipient, party: party(code), reviews: [], reason }, noon);
  };
  const bounced = { state: "bounced" } as const;
  const letters = [
    { ...letterTo("FR"), ...bounced },
    { ...letterTo("DE"), ...bounced, bounceIsTransient: true as const },
    { ...letterTo("IT"), state: "delivered" as const },
    letterTo("ES"),
  ];
  expect(bouncesOf(letters)).toEqual({ results: 3, bounced: 1 });
});
