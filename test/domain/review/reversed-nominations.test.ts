import { describe, expect, test } from "vitest";
import { replaceMandate, type MandateChanges } from "../../../domain/review/commands/change-mandates.ts";
import { reverseNomination } from "../../../domain/review/commands/reverse-nomination.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import { lettersOn } from "../../../domain/letters/notifications.ts";
import { isActive, mandatesOf } from "../../../domain/review/mandates.ts";
import { reviewHistory } from "../../../domain/statistics/review-history.ts";
import type { Actor } from "../../../domain/base/actor.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import { at, delegate, expert, focalPoint, mandateId, mission, party, Play, recording, secretariat } from "./play.ts";

const reason = "The note named another person.";
const wrong = mandateId("wrong");
const started = () => new Play().start("2020-12-01");
const name = (play: Play, on = "2020-12-03", mandate = wrong, user = delegate("FR", "wrong").id) =>
  play.do((review) => nominate(review, { role: "focal-point", party: party("FR"), mandate, user, at: at(on) }, at(on)));
const reverse = (
  play: Play,
  on: string,
  { by = secretariat, mandate = wrong, acted = 0 }: { by?: Actor; mandate?: typeof wrong; acted?: number } = {},
) => reverseNomination([play.review], by, { party: party("FR"), mandate, reason }, acted, at(on));
const take = (play: Play, outcome: MandateChanges | Refused) => {
  if (!outcome.ok) throw new Error(outcome.refusal);
  return play.take({ ok: true, facts: outcome.changes.flatMap(({ facts }) => facts) });
};
const refusal = (outcome: MandateChanges | Refused) => (outcome.ok ? "accepted" : outcome.refusal);
/** Returns the letters that facts require, by kind and recipient. */
const letters = (play: Play, facts: readonly Play["facts"][number][], on: string) =>
  lettersOn({ review: play.review, facts, at: at(on), by: "someone" } as never, at(on)).map(
    ({ content, recipient }) => [content.kind, recipient.kind === "user" ? recipient.user : recipient.kind] as const,
  );

describe("a nomination that was recorded by mistake", () => {
  test("never was: the obligation to nominate is open again, with the dates that it had", () => {
    const play = started();
    const before = play.obligation("focal-point:FR");
    name(play);
    expect(play.obligation("focal-point:FR").state).toBe("met");
    const facts = take(play, reverse(play, "2020-12-10"));
    const { state, generation, dueAt, openedOn, settledAt } = play.obligation("focal-point:FR");
    expect({ state, generation, dueAt, openedOn, settledAt }).toEqual({
      state: "open",
      generation: before.generation + 1,
      dueAt: before.dueAt,
      openedOn: before.openedOn,
      settledAt: undefined,
    });
    expect(play.review.mandates[wrong]).toMatchObject({ until: at("2020-12-03"), reversedAt: at("2020-12-10") });
    expect(letters(play, facts, "2020-12-10")).toEqual([["mandate-ended", delegate("FR", "wrong").id]]);
    expect(play.replayed()).toEqual(play.review);
    const { mandates, obligations } = reviewHistory(play.facts);
    expect(mandates.filter((one) => one.user === delegate("FR", "wrong").id)).toEqual([]);
    expect(obligations.filter(({ id }) => id === "focal-point:FR").map(({ to }) => to)).toEqual([undefined]);
  });

  test("gives the replaced person the mandate back, and is no change of focal point", () => {
    const play = started();
    const first = mandateId("first");
    name(play, "2020-12-02", first, delegate("FR", "first").id);
    const successor = { mandate: wrong, user: delegate("FR", "wrong").id };
    const replacement = { party: party("FR"), mandate: first, successor };
    take(play, replaceMandate([play.review], mission("FR"), replacement, at("2020-12-05")));
    const served = () => reviewHistory(play.facts).mandates.filter(({ role }) => role === "focal-point");
    expect(served()).toHaveLength(2);
    const facts = take(play, reverse(play, "2020-12-20"));
    expect(served()).toMatchObject([{ user: delegate("FR", "first").id, from: at("2020-12-02") }]);
    expect(served()[0]?.to).toBeUndefined();
    expect(mandatesOf(play.review, party("FR"), "focal-point", at("2020-12-21")).map(({ id }) => id)).toEqual([first]);
    expect(play.obligation("focal-point:FR").state).toBe("met");
    expect(letters(play, facts, "2020-12-20")).toEqual([
      ["mandate-ended", delegate("FR", "wrong").id],
      ["handover", delegate("FR", "first").id],
    ]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("makes the next focal point the first: invited, without a handover brief", () => {
    const play = started();
    name(play);
    take(play, reverse(play, "2020-12-10"));
    const facts = name(play, "2020-12-11", mandateId("right"), delegate("FR", "right").id);
    expect(letters(play, facts, "2020-12-11").filter(([kind]) => kind === "handover")).toEqual([]);
    expect(play.obligation("focal-point:FR").state).toBe("met");
    const right = play.review.mandates[mandateId("right")];
    expect(right !== undefined && isActive(right, at("2020-12-12"))).toBe(true);
  });

  test("is reversed by the mission or the secretariat, once, and not after its holder acted", () => {
    const play = started();
    name(play);
    const by = (actor: Actor) => refusal(reverse(play, "2020-12-10", { by: actor }));
    expect([mission("FR"), secretariat, mission("PE"), focalPoint("FR"), expert("FR")].map(by)).toEqual([
      "accepted",
      "accepted",
      "not-yours",
      "not-yours",
      "not-yours",
    ]);
    expect(by(recording("FR", "2020-12-09"))).toBe("accepted");
    expect(refusal(reverse(play, "2020-12-10", { acted: 1 }))).toBe("acted-since");
    expect(refusal(reverse(play, "2020-12-10", { mandate: mandateId("none") }))).toBe("unknown-mandate");
    take(play, reverse(play, "2020-12-10"));
    expect(refusal(reverse(play, "2020-12-11"))).toBe("mandate-ended");
  });
});
