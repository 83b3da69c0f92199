import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Receipt, receive } from "../../../domain/letters/receipts.ts";
import { settleLetter, successorLetterId } from "../../../domain/letters/settlement.ts";
import {
  mayBeClaimed,
  moveLetter,
  needsSettlement,
  requestNewAttempt,
  outcomeOf,
  plannedLetter,
  supersededLetter,
} from "../../../domain/letters/lifecycle.ts";
import { endOfTime, later } from "../../../domain/base/time.ts";
import { Letter, LetterContent, LetterState } from "../../../schemas/model/letter.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { party, userId } from "../../fixtures/changes.ts";

const noon = Instant.parse("2020-12-16T12:00:00.000Z");
const minutes = (count: number) => later(noon, { minutes: count });
const france = party("FR");

const planned = plannedLetter(
  {
    content: LetterContent.parse({ kind: "list-published", review: "c1-FR" }),
    recipient: { kind: "mission", party: france },
    party: france,
    plannedFor: noon,
    rule: "S35",
  },
  noon,
);
const claimed = moveLetter(planned, "claimed", { at: minutes(1) });
const unknown = moveLetter(claimed, "unknown", { at: minutes(2) });
/** It waits for a person: it was repeated, and no report came of that either. */
const parked: Letter = moveLetter(unknown, "unknown", { at: minutes(3) });
const accepted = moveLetter(claimed, "accepted", { at: minutes(2), messageId: "m-1" });

describe("a letter whose delivery is unknown", () => {
  const [officer, other] = [userId(1), userId(2)];
  const refusal = (letter: Letter, outcome: "went-out" | "send-again") => {
    const decision = settleLetter(letter, { outcome, by: other }, minutes(9));
    return decision.ok ? decision.isDone : [decision.refusal, decision.details];
  };

  test("is settled by a person as one that went out, and counts as sent", () => {
    const request = { outcome: "went-out", by: officer, reason: "The mission has it" } as const;
    const decision = settleLetter(parked, request, minutes(8));
    if (!decision.ok || decision.isDone) throw new Error("It was not settled");
    const settlement = { ...request, at: minutes(8) };
    expect(decision.next).toMatchObject({ state: "settled", reason: "went-out", settlement });
    expect([decision.successor, outcomeOf(decision.next), needsSettlement(decision.next)]).toEqual([
      undefined,
      "sent",
      false,
    ]);
    expect(Letter.parse(decision.next)).toEqual(decision.next);
    expect(decision.next.history.at(-1)).toEqual({
      at: minutes(8),
      state: "settled",
      why: "a person found out that it went out",
    });
  });

  test("fails where a person lets it be sent again, and a new letter of its own id takes its place", () => {
    const decision = settleLetter(parked, { outcome: "send-again", by: officer }, minutes(8));
    if (!decision.ok || decision.isDone || decision.successor === undefined) throw new Error("Nothing takes its place");
    const { next, successor } = decision;
    expect(next).toMatchObject({ state: "failed", reason: requestNewAttempt, settlement: { by: officer } });
    expect(successor).toMatchObject({
      id: successorLetterId(parked),
      state: "planned",
      attempt: 2,
      claims: 0,
      content: parked.content,
      plannedAt: minutes(8),
      plannedFor: parked.plannedFor,
      requested: true,
    });
    expect(mayBeClaimed(successor, minutes(8))).toBe(true);
    expect(Letter.parse(successor)).toEqual(successor);
  });

  test("is settled once: a repetition is done, anything else is refused, whatever was reported since", () => {
    for (const outcome of ["went-out", "send-again"] as const) {
      const decision = settleLetter(parked, { outcome, by: officer }, minutes(8));
      if (!decision.ok || decision.isDone) throw new Error("It was not settled");
      const reported = receive(decision.next, "delivery", minutes(9), "m-1");
      if (reported === undefined) throw new Error("The report was lost");
      for (const row of [decision.next, reported])
        for (const again of ["went-out", "send-again"] as const)
          expect(refusal(row, again)).toEqual(again === outcome ? true : ["settled-otherwise", { outcome }]);
    }
  });

  test("is settled by a person only while it waits for one", () => {
    const superseded = supersededLetter(parked, "done", minutes(4));
    for (const letter of [planned, claimed, unknown, accepted, superseded ?? parked])
      expect(refusal(letter, "send-again")).toEqual(["nothing-to-settle", { state: letter.state }]);
    expect(parked.attentionAt).toBe(endOfTime);
    expect(refusal({ ...parked, attentionAt: minutes(30) }, "went-out")).toEqual([
      "nothing-to-settle",
      { state: "unknown" },
    ]);
  });

  test("is superseded by what would keep it from being sent now, unless it is for want of an address", () => {
    for (const reason of ["done", "delayed", "replaced", "duplicate", "cancelled"] as const) {
      const row = supersededLetter(parked, reason, minutes(8));
      expect(row).toMatchObject({ state: "settled", reason: "superseded" });
      expect(row?.history.at(-1)?.why).toBe(`superseded: ${reason}`);
      expect(row && outcomeOf(row)).toBe("unknown");
    }
    for (const reason of ["suppressed", "no-address", "digest"] as const)
      expect(supersededLetter(parked, reason, minutes(8))).toBeUndefined();
  });
});

describe("reports of the mail service", () => {
  const strength: readonly Receipt[] = ["send", "reject", "transient-bounce", "delivery", "bounce", "complaint"];
  const means: Record<Receipt, LetterState> = {
    delay: "accepted",
    send: "accepted",
    reject: "failed",
    delivery: "delivered",
    bounce: "bounced",
    "transient-bounce": "bounced",
    complaint: "complained",
  };
  const receipts = fc.array(fc.constantFrom(...strength), { minLength: 1, maxLength: 12 });
  const apply = (letter: Letter, events: readonly Receipt[]) =>
    events.reduce((row, event, place) => receive(row, event, minutes(place), `m-${place}`) ?? row, letter);
  const supersededRow = moveLetter(parked, "settled", { at: minutes(4), reason: "superseded" });
  const settled = (outcome: "went-out" | "send-again"): Letter => {
    const decision = settleLetter(parked, { outcome, by: userId(1) }, minutes(3));
    if (!decision.ok || decision.isDone) throw new Error("It was not settled");
    return decision.next;
  };
  const ended: Record<"went out" | "superseded" | "to be sent again", Letter> = {
    "went out": settled("went-out"),
    superseded: supersededRow,
    "to be sent again": settled("send-again"),
  };

  test.each(Object.keys(ended) as (keyof typeof ended)[])(
    "override what a person or a rule decided on a letter of unknown delivery: %s",
    (how) => {
      fc.assert(
        fc.property(receipts, (events) => {
          const strongest = strength.findLast((event) => events.includes(event));
          const row = apply(ended[how], events);
          expect(row.state).toBe(strongest === undefined ? "" : means[strongest]);
          expect(row.settlement).toEqual(ended[how].settlement);
          expect(() => Letter.parse(row)).not.toThrow();
        }),
      );
    },
  );

  test("never bring a letter to life that the mail service refused or rejected", () => {
    const rejected = apply(accepted, ["reject"]);
    for (const receipt of ["send", "delay", "reject"] as const)
      expect(receive(rejected, receipt, noon, "m")).toBeUndefined();
  });
});
