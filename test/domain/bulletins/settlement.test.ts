import { describe, expect, test } from "vitest";
import { bulletinLetter, failedLetters, isAtRest } from "../../../domain/bulletins/progress.ts";
import {
  cancelBulletin,
  completeBulletin,
  evolveBulletin,
  orderBulletin,
  refuseSettling,
  resendBulletin,
  settleBulletin,
  stopBulletin,
} from "../../../domain/bulletins/bulletin.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { sha256 } from "../../../domain/base/hash.ts";
import { receive } from "../../../domain/letters/receipts.ts";
import { settleLetter } from "../../../domain/letters/settlement.ts";
import { moveLetter } from "../../../domain/letters/lifecycle.ts";
import { endOfTime, later } from "../../../domain/base/time.ts";
import { bulletinWork } from "../../../domain/oversight/work-items.ts";
import type { Bulletin } from "../../../schemas/model/bulletin.ts";
import { BulletinId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { factsOf, party, userId } from "../../fixtures/changes.ts";

const noon = Instant.parse("2020-12-01T12:00:00.000Z");
const hours = (count: number): Instant => later(noon, { hours: count });
const id = BulletinId.parse(`b-${"7".padStart(26, "0")}`);
const officer = userId(1);

const after = (bulletin: Bulletin | undefined, decision: Decision): Bulletin => {
  const next = factsOf(decision).reduce<Bulletin | undefined>(evolveBulletin, bulletin);
  if (next === undefined) throw new Error("No facts");
  return next;
};
const refusal = (decision: Decision) => (decision.ok ? decision.facts : [decision.refusal, decision.details]);
const ordered = (recipients: number, sendAt?: Instant) =>
  after(
    undefined,
    orderBulletin(
      { bulletin: id, preview: sha256("p"), text: sha256("t"), recipients, pages: 2, orderedBy: officer, sendAt },
      noon,
    ),
  );

const sendingBulletin = ordered(90);
const sent = after(sendingBulletin, completeBulletin(sendingBulletin, 0, hours(2)));
const unsettled = after(sendingBulletin, completeBulletin(sendingBulletin, 45, hours(2)));
const inState = {
  "awaiting-approval": ordered(1_000),
  scheduled: ordered(90, hours(4)),
  stopped: after(sendingBulletin, stopBulletin(sendingBulletin, { results: 50, bounced: 3 }, hours(1))),
  cancelled: after(sendingBulletin, cancelBulletin(sendingBulletin, [], hours(1))),
} as const;

describe("a bulletin", () => {
  test("is not sent while the delivery of some of its letters is unknown: it is a work item of the user who ordered it", () => {
    expect(unsettled).toMatchObject({ state: "unsettled", unsettledAt: hours(2) });
    expect(bulletinWork(unsettled)).toEqual({
      kind: "bulletin-unsettled",
      id,
      since: hours(2),
      bulletin: id,
      officer,
    });
    expect(completeBulletin(unsettled, 3, hours(3))).toEqual({ ok: true, facts: [] });
    const reported = after(unsettled, completeBulletin(unsettled, 0, hours(3)));
    expect(reported.state).toBe("sent");
    expect(reported).not.toHaveProperty("unsettledAt");
    // A list showed these letters only after the bulletin was recorded as sent.
    expect(after(sent, completeBulletin(sent, 2, hours(3))).state).toBe("unsettled");
  });

  test("continues, and is not ordered again, while a list shows only the previous attempt of a letter", () => {
    const one = ordered(1);
    const recipient = { kind: "mission", party: party("FR") } as const;
    const reason = { code: "registered", as: "mission", party: recipient.party } as const;
    const planned = bulletinLetter(one, 1, { recipient, party: recipient.party, reviews: [], reason }, noon);
    const claimed = moveLetter(planned, "claimed", { at: hours(1) });
    const unknown = moveLetter(claimed, "unknown", { at: hours(1), notBefore: endOfTime });
    const request = { outcome: "send-again", by: officer } as const;
    const decision = settleLetter(unknown, request, hours(2));
    if (!decision.ok || decision.isDone || decision.successor === undefined) throw new Error("Nothing takes its place");
    const { next, successor } = decision;
    const refused = moveLetter(moveLetter(successor, "claimed", { at: hours(3) }), "failed", {
      at: hours(3),
      reason: "BadRequestException",
    });
    expect([isAtRest(one, [unknown]), failedLetters([unknown])]).toEqual([true, []]);
    expect([isAtRest(one, [next]), failedLetters([next])]).toEqual([false, []]);
    expect([isAtRest(one, [next, successor]), failedLetters([next, successor])]).toEqual([false, []]);
    expect([isAtRest(one, [next, refused]), failedLetters([next, refused])]).toEqual([true, [refused]]);
    // A report on the letter before moves its row, and changes nothing about the one that takes its place.
    const bounced = receive(next, "bounce", hours(3), "m-1");
    if (bounced === undefined) throw new Error("The report was lost");
    expect([isAtRest(one, [bounced]), failedLetters([bounced])]).toEqual([false, []]);
  });

  test("of which letters are settled is sent, or continues; nothing is settled of one that waits or was given up", () => {
    const settle = (bulletin: Bulletin, outcome: "went-out" | "send-again", letters = 45) =>
      settleBulletin(bulletin, { outcome, letters }, hours(4));
    expect(after(unsettled, settle(unsettled, "went-out")).state).toBe("sent");
    expect(after(unsettled, settle(unsettled, "send-again")).state).toBe("sending");
    expect(after(sendingBulletin, settle(sendingBulletin, "went-out")).state).toBe("sending");
    expect(after(sent, settle(sent, "went-out")).state).toBe("sent");
    expect(settle(unsettled, "went-out", 0)).toEqual({ ok: true, facts: [] });
    expect(after(unsettled, resendBulletin(unsettled, { recipients: 3, pages: 1 }, noon)).state).toBe("sending");
    for (const state of ["awaiting-approval", "scheduled", "stopped", "cancelled"] as const) {
      expect(refusal(settle(inState[state], "send-again"))).toEqual(["wrong-bulletin-state", { state }]);
      expect(refuseSettling(inState[state])).toMatchObject({ refusal: "wrong-bulletin-state" });
    }
  });
});
