import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  approveBulletin,
  bulletinTransitions,
  cancelBulletin,
  completeBulletin,
  evolveBulletin,
  needsApproval,
  type BulletinOrder,
  orderBulletin,
  refusedTime,
  dispatchBulletin,
  resendBulletin,
  resumeBulletin,
  settleBulletin,
  stopBulletin,
} from "../../../domain/bulletins/bulletin.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { sha256 } from "../../../domain/base/hash.ts";
import { breaker, bulletinAhead, recipientsPerDay } from "../../../domain/policy/bulletins.ts";
import { later } from "../../../domain/base/time.ts";
import { bulletinWork } from "../../../domain/oversight/work-items.ts";
import { Bulletin, BulletinState } from "../../../schemas/model/bulletin.ts";
import { Fact } from "../../../schemas/model/fact.ts";
import { BulletinId, type UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { at, factsOf, userId } from "../../fixtures/changes.ts";

const noon = at("2021-03-01T12:00:00.000Z");
const hours = (count: number): Instant => later(noon, { hours: count });
const id = BulletinId.parse(`b-${"7".padStart(26, "0")}`);
const [officer, chief] = [userId(1), userId(2)];
/** Returns the approver of a bulletin and the officer who ordered it, both confirmed long ago. */
const by = (approver: UserId) => ({ approver: { id: approver }, orderer: { id: officer } });

const ordered = (more: Partial<BulletinOrder> = {}): BulletinOrder => ({
  bulletin: id,
  preview: sha256("the preview"),
  text: sha256("the text"),
  recipients: 90,
  pages: 2,
  orderedBy: officer,
  ...more,
});

const after = (bulletin: Bulletin | undefined, decision: Decision): Bulletin => {
  const next = factsOf(decision).reduce<Bulletin | undefined>(evolveBulletin, bulletin);
  if (next === undefined) throw new Error("No facts");
  return next;
};
const refusal = (decision: Decision) => (decision.ok ? decision.facts : [decision.refusal, decision.details]);

const sendingBulletin = after(undefined, orderBulletin(ordered(), noon));
const scheduled = after(undefined, orderBulletin(ordered({ sendAt: hours(4) }), noon));
const awaiting = after(undefined, orderBulletin(ordered({ recipients: 1_000, pages: 10 }), noon));
const stopped = after(sendingBulletin, stopBulletin(sendingBulletin, { results: 50, bounced: 3 }, hours(1)));
const sent = after(sendingBulletin, completeBulletin(sendingBulletin, 0, hours(2)));
const unsettled = after(sendingBulletin, completeBulletin(sendingBulletin, 45, hours(2)));
const cancelled = after(sendingBulletin, cancelBulletin(sendingBulletin, [], hours(1)));
const inState = {
  "awaiting-approval": awaiting,
  scheduled,
  sending: sendingBulletin,
  stopped,
  unsettled,
  sent,
  cancelled,
} as const;

describe("a bulletin", () => {
  test("that is ordered for now to few is sent with the order", () => {
    expect(sendingBulletin).toEqual({
      id,
      state: "sending",
      preview: sha256("the preview"),
      text: sha256("the text"),
      orderedBy: officer,
      orderedAt: noon,
      sendAt: noon,
      releasedAt: noon,
      rounds: [{ recipients: 90, pages: 2, at: noon }],
      countedFrom: { results: 0, bounced: 0 },
    });
  });

  test("that is ordered for later waits for its time, and for nothing else", () => {
    expect(scheduled).toMatchObject({ state: "scheduled", sendAt: hours(4) });
    expect(dispatchBulletin(scheduled, later(hours(4), { milliseconds: -1 }))).toEqual({ ok: true, facts: [] });
    expect(after(scheduled, dispatchBulletin(scheduled, hours(4)))).toMatchObject({
      state: "sending",
      releasedAt: hours(4),
    });
    expect(dispatchBulletin(sendingBulletin, hours(5))).toEqual({ ok: true, facts: [] });
  });

  test("cannot be ordered for a time that has passed, nor for one months ahead, nor without recipients", () => {
    expect(refusal(orderBulletin(ordered({ sendAt: hours(-1) }), noon))).toEqual(["send-time-past", { now: noon }]);
    expect(refusal(orderBulletin(ordered({ sendAt: at("2021-06-02T00:00:00.000Z") }), noon))).toEqual([
      "date-too-late",
      { latest: "2021-06-01" },
    ]);
    expect(refusedTime(at("2021-06-01T10:00:00.000Z"), noon)).toBeUndefined();
    expect(refusedTime(undefined, noon)).toBeUndefined();
    expect(refusedTime(noon, noon)).toBeUndefined();
    expect(refusal(orderBulletin(ordered({ recipients: 0 }), noon))).toEqual(["empty-audience", undefined]);
  });

  test("above the number of the policy waits for a second person, who is not the one who ordered it", () => {
    expect([100, 101].map((recipients) => needsApproval(recipients, noon))).toEqual([false, true]);
    expect([40, 41].map((recipients) => needsApproval(recipients, noon, 60))).toEqual([false, true]);
    expect(awaiting.state).toBe("awaiting-approval");
    expect(refusal(approveBulletin(awaiting, by(officer), noon))).toEqual(["second-person-needed", undefined]);
    expect(dispatchBulletin(awaiting, hours(1))).toEqual({ ok: true, facts: [] });
    const approved = after(awaiting, approveBulletin(awaiting, by(chief), hours(1)));
    expect(approved).toMatchObject({ state: "sending", approvedBy: chief, releasedAt: hours(1) });
    expect(approveBulletin(approved, by(chief), hours(2))).toEqual({ ok: true, facts: [] });
    expect(refusal(approveBulletin(approved, by(userId(3)), hours(2)))).toEqual([
      "wrong-bulletin-state",
      { state: "sending" },
    ]);
  });

  test("that waits for a second person is a work item of all, a stopped one of the user who ordered it", () => {
    const late = after(undefined, orderBulletin(ordered({ recipients: 1_000, sendAt: hours(4) }), noon));
    expect(bulletinWork(late)).toEqual({
      kind: "bulletin-to-approve",
      id,
      since: noon,
      bulletin: id,
      sendAt: hours(4),
    });
    expect(bulletinWork(stopped)).toEqual({
      kind: "bulletin-stopped",
      id,
      since: hours(1),
      bulletin: id,
      officer,
    });
    const given = after(late, cancelBulletin(late, [], hours(5)));
    const approved = after(late, approveBulletin(late, by(chief), hours(5)));
    for (const none of [given, approved, scheduled, sendingBulletin, sent, cancelled])
      expect(bulletinWork(none)).toBeUndefined();
  });

  test("that is approved before its time waits for it", () => {
    const late = after(undefined, orderBulletin(ordered({ recipients: 101, sendAt: hours(4) }), noon));
    expect(after(late, approveBulletin(late, by(chief), hours(1)))).toMatchObject({
      state: "scheduled",
      approvedBy: chief,
    });
    expect(after(late, approveBulletin(late, by(chief), hours(4))).state).toBe("sending");
  });

  test("is given up in any state but when all of it has left, once", () => {
    const outcomes = BulletinState.options.map((state) => {
      const decision = cancelBulletin(inState[state], [], noon);
      return [state, decision.ok ? decision.facts.map(({ kind }) => kind) : decision.refusal];
    });
    expect(outcomes).toEqual([
      ["awaiting-approval", ["bulletin-cancelled"]],
      ["scheduled", ["bulletin-cancelled"]],
      ["sending", ["bulletin-cancelled"]],
      ["stopped", ["bulletin-cancelled"]],
      ["unsettled", "wrong-bulletin-state"],
      ["sent", "wrong-bulletin-state"],
      ["cancelled", []],
    ]);
    expect(approveBulletin(after(awaiting, cancelBulletin(awaiting, [], noon)), by(chief), noon).ok).toBe(false);
    expect(dispatchBulletin(cancelled, hours(1))).toEqual({ ok: true, facts: [] });
  });

  test("is ordered once more only while it is sent or when it was, and only with recipients", () => {
    const again = after(sent, resendBulletin(sent, { recipients: 3, pages: 1 }, hours(30)));
    expect(again).toMatchObject({ state: "sending", rounds: [{ recipients: 90 }, { recipients: 3, at: hours(30) }] });
    expect(after(again, resendBulletin(again, { recipients: 1, pages: 1 }, hours(40))).rounds).toHaveLength(3);
    expect(refusal(resendBulletin(sent, { recipients: 0, pages: 0 }, noon))).toEqual(["nobody-to-resend", undefined]);
    for (const state of ["awaiting-approval", "scheduled", "stopped", "cancelled"] as const)
      expect(refusal(resendBulletin(inState[state], { recipients: 1, pages: 1 }, noon))).toEqual([
        "wrong-bulletin-state",
        { state },
      ]);
  });

  test("has left when nothing of its last sending is under way", () => {
    expect(sent).toMatchObject({ state: "sent" });
    expect(factsOf(completeBulletin(sendingBulletin, 0, hours(2)))).toEqual([
      { kind: "bulletin-completed", happenedAt: hours(2), bulletin: id, round: 1 },
    ]);
    for (const state of ["awaiting-approval", "scheduled", "stopped", "sent", "cancelled"] as const)
      expect(completeBulletin(inState[state], 0, noon)).toEqual({ ok: true, facts: [] });
  });
});

describe("the breaker", () => {
  test("checks when fifty results are in, and stops at five in a hundred", () => {
    const stops = (results: number, bounced: number) =>
      factsOf(stopBulletin(sendingBulletin, { results, bounced }, noon)).length === 1;
    expect([stops(49, 49), stops(50, 2), stops(50, 3), stops(100, 4), stops(100, 5)]).toEqual([
      false,
      false,
      true,
      false,
      true,
    ]);
    expect(stopped).toMatchObject({ state: "stopped", stoppedFor: { results: 50, bounced: 3 } });
  });

  test("stops nothing that is not being sent", () => {
    for (const state of ["awaiting-approval", "scheduled", "stopped", "sent", "cancelled"] as const)
      expect(stopBulletin(inState[state], { results: 100, bounced: 100 }, noon)).toEqual({ ok: true, facts: [] });
  });

  test("restarts its count when the secretariat resumes it", () => {
    const resumed = after(stopped, resumeBulletin(stopped, { results: 60, bounced: 6 }, hours(3)));
    expect(resumed).toMatchObject({ state: "sending", countedFrom: { results: 60, bounced: 6 } });
    expect(resumed.stoppedFor).toBeUndefined();
    expect(stopBulletin(resumed, { results: 109, bounced: 20 }, noon)).toEqual({ ok: true, facts: [] });
    expect(stopBulletin(resumed, { results: 110, bounced: 8 }, noon)).toEqual({ ok: true, facts: [] });
    expect(factsOf(stopBulletin(resumed, { results: 110, bounced: 9 }, noon))).toHaveLength(1);
    expect(resumeBulletin(resumed, { results: 60, bounced: 6 }, noon)).toEqual({ ok: true, facts: [] });
    expect(refusal(resumeBulletin(sent, { results: 0, bounced: 0 }, noon))).toEqual([
      "wrong-bulletin-state",
      { state: "sent" },
    ]);
  });
});

test("the numbers are dated policy of our own", () => {
  for (const setting of [recipientsPerDay, breaker, bulletinAhead])
    expect(setting.map(({ effectiveFrom, sources }) => [effectiveFrom, sources])).toEqual([["2020-10-16", ["D"]]]);
});

describe("any commands to a bulletin, in any order", () => {
  const count = fc.record({ results: fc.nat(300), bounced: fc.nat(300) });
  const act = fc.oneof(
    fc.constantFrom(
      (one: Bulletin, now: Instant) => approveBulletin(one, by(officer), now),
      (one: Bulletin, now: Instant) => approveBulletin(one, by(chief), now),
      dispatchBulletin,
      (one: Bulletin, now: Instant) => cancelBulletin(one, [], now),
      (one: Bulletin, now: Instant) => completeBulletin(one, 0, now),
      (one: Bulletin, now: Instant) => completeBulletin(one, 7, now),
    ),
    count.map((bounces) => (one: Bulletin, now: Instant) => stopBulletin(one, bounces, now)),
    count.map((bounces) => (one: Bulletin, now: Instant) => resumeBulletin(one, bounces, now)),
    fc.nat(5).map((recipients) => (one: Bulletin, now: Instant) => resendBulletin(one, { recipients, pages: 1 }, now)),
  );
  const settling = fc
    .constantFrom("went-out" as const, "send-again" as const)
    .map((outcome) => (one: Bulletin, now: Instant) => settleBulletin(one, { outcome, letters: 3 }, now));
  const order = fc.record({ recipients: fc.integer({ min: 1, max: 400 }), wait: fc.nat(48) });

  test("it goes the ways of the table, its facts are what can be stored, and none is released unapproved", () => {
    fc.assert(
      fc.property(
        order,
        fc.array(fc.tuple(fc.oneof(act, settling), fc.nat(12)), { maxLength: 25 }),
        ({ recipients, wait }, acts) => {
          let now = noon;
          let bulletin = after(undefined, orderBulletin(ordered({ recipients, sendAt: hours(wait) }), now));
          for (const [decide, pause] of acts) {
            now = later(now, { hours: pause });
            const decision = decide(bulletin, now);
            if (!decision.ok) continue;
            for (const fact of decision.facts) {
              expect(Fact.parse(fact)).toEqual(fact);
              const next = evolveBulletin(bulletin, fact);
              expect(Object.keys(bulletinTransitions[bulletin.state])).toContain(next.state);
              bulletin = next;
            }
            expect(Bulletin.parse(bulletin)).toEqual(bulletin);
            if (bulletin.releasedAt === undefined) continue;
            expect(bulletin.releasedAt >= bulletin.sendAt).toBe(true);
            expect(recipients > 100).toBe(bulletin.approvedBy !== undefined);
            expect(bulletin.approvedBy).not.toBe(bulletin.orderedBy);
          }
        },
      ),
    );
  });

  test("it is given up for good, and a second request changes nothing", () => {
    fc.assert(
      fc.property(fc.constantFrom(...BulletinState.options), act, (state, decide) => {
        const first = decide(inState[state], noon);
        if (!first.ok) return;
        const next = first.facts.reduce(evolveBulletin, inState[state]);
        if (state === "cancelled") expect(first.facts).toEqual([]);
        const kinds = first.facts.map(({ kind }) => kind);
        if (kinds.includes("bulletin-resent")) return;
        const again = decide(next, noon);
        expect(again.ok && again.facts).toEqual([]);
      }),
    );
  });

  test("it takes in no fact to which there is no way", () => {
    const facts = [
      ...factsOf(orderBulletin(ordered(), noon)),
      ...factsOf(approveBulletin(awaiting, by(chief), noon)),
      ...factsOf(stopBulletin(sendingBulletin, { results: 50, bounced: 50 }, noon)),
      ...factsOf(resumeBulletin(stopped, { results: 50, bounced: 50 }, noon)),
      ...factsOf(cancelBulletin(sendingBulletin, [], noon)),
      ...factsOf(completeBulletin(sendingBulletin, 0, noon)),
      ...factsOf(settleBulletin(unsettled, { outcome: "went-out", letters: 1 }, noon)),
      ...factsOf(resendBulletin(sent, { recipients: 1, pages: 1 }, noon)),
    ];
    const taken = BulletinState.options.flatMap((state) =>
      facts.flatMap((fact) => {
        try {
          return [`${state} ${fact.kind}`, evolveBulletin(inState[state], fact)].slice(0, 1);
        } catch {
          return [];
        }
      }),
    );
    expect([...new Set(taken)].toSorted()).toEqual([
      "awaiting-approval bulletin-approved",
      "awaiting-approval bulletin-cancelled",
      "scheduled bulletin-cancelled",
      "scheduled bulletin-released",
      "sending bulletin-cancelled",
      "sending bulletin-completed",
      "sending bulletin-resent",
      "sending bulletin-settled",
      "sending bulletin-stopped",
      "sent bulletin-completed",
      "sent bulletin-resent",
      "sent bulletin-settled",
      "stopped bulletin-cancelled",
      "stopped bulletin-resumed",
      "unsettled bulletin-completed",
      "unsettled bulletin-resent",
      "unsettled bulletin-settled",
    ]);
    const user = Fact.parse({ kind: "person-updated", happenedAt: noon, user: officer });
    expect(() => evolveBulletin(sendingBulletin, user)).toThrow("cannot take in");
    expect(() => evolveBulletin(undefined, user)).toThrow("not ordered");
  });
});
