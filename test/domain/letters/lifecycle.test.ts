import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  IllegalMove,
  letterTransitions,
  mayBeClaimed,
  type Move,
  moveLetter,
  overtakingReports,
  plannedLetter,
  settledStates,
} from "../../../domain/letters/lifecycle.ts";
import { type Receipt, receive } from "../../../domain/letters/receipts.ts";
import { later } from "../../../domain/base/time.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { Letter, LetterContent, LetterState } from "../../../schemas/model/letter.ts";
import { EmailAddress, Instant } from "../../../schemas/base/values.ts";

const noon = Instant.parse("2020-12-16T12:00:00.000Z");
const minutes = (count: number) => later(noon, { minutes: count });
const france = PartyId.parse("FR");

const planned = plannedLetter(
  {
    content: LetterContent.parse({
      kind: "nomination-reminder",
      reminderSubject: {
        kind: "focal-point",
        party: "FR",
        group: "c1-g1",
        dueAt: "2020-12-15T22:59:59.999Z",
        generation: 1,
      },
      stepName: "d+1",
    }),
    recipient: { kind: "mission", party: france },
    party: france,
    plannedFor: Instant.parse("2020-12-16T08:00:00.000Z"),
    rule: "G5",
  },
  noon,
);

const to = (state: LetterState, at: Instant): Move => {
  switch (state) {
    case "planned":
      return [state, { at, notBefore: later(at, { minutes: 1 }) }];
    case "claimed":
    case "unknown":
      return [state, { at }];
    case "accepted":
    case "delivered":
    case "bounced":
    case "complained":
      return [state, { at, messageId: "m-1" }];
    case "skipped":
      return [state, { at, reason: "done" }];
    case "failed":
      return [state, { at, reason: "550" }];
    case "settled":
      return [state, { at, reason: "superseded" }];
  }
};

/** The shortest honest way into each state. */
const paths: Record<LetterState, readonly LetterState[]> = {
  planned: [],
  claimed: ["claimed"],
  unknown: ["claimed", "unknown"],
  accepted: ["claimed", "accepted"],
  delivered: ["claimed", "accepted", "delivered"],
  bounced: ["claimed", "accepted", "bounced"],
  complained: ["claimed", "accepted", "complained"],
  skipped: ["skipped"],
  failed: ["claimed", "failed"],
  settled: ["claimed", "unknown", "settled"],
};
const letterIn = (state: LetterState): Letter =>
  paths[state].reduce((letter, next, step) => moveLetter(letter, ...to(next, minutes(step + 1))), planned);

const pairs = LetterState.options.flatMap((from) => LetterState.options.map((into) => [from, into] as const));
const overtaking: Partial<Record<LetterState, readonly LetterState[]>> = overtakingReports;
const isLegal = (from: LetterState, into: LetterState) =>
  Object.hasOwn(letterTransitions[from], into) || overtaking[from]?.includes(into) === true;

describe("the table", () => {
  test.each(pairs.filter(([from, into]) => isLegal(from, into)))("%s may become %s", (from, into) => {
    const before = letterIn(from);
    const after = moveLetter(before, ...to(into, minutes(30)));
    expect(after).toMatchObject({ state: into, revision: before.revision + 1, changedAt: minutes(30) });
    expect(after.history).toEqual([...before.history, { at: minutes(30), state: into }]);
    expect(() => Letter.parse(after)).not.toThrow();
  });

  test.each(pairs.filter(([from, into]) => !isLegal(from, into)))("%s never becomes %s", (from, into) => {
    expect(() => moveLetter(letterIn(from), ...to(into, minutes(30)))).toThrow(IllegalMove);
  });

  test("never lets a letter that may have been sent be planned again or skipped", () => {
    for (const state of ["unknown", "accepted", "delivered", "bounced", "complained", "failed", "settled"] as const)
      for (const back of ["planned", "skipped"] as const) expect(isLegal(state, back)).toBe(false);
  });

  test("leads from every state to one that says why", () => {
    const reached = (from: LetterState, seen: ReadonlySet<LetterState>): boolean =>
      settledStates.has(from) ||
      LetterState.options.some(
        (next) => isLegal(from, next) && !seen.has(next) && reached(next, new Set([...seen, next])),
      );
    for (const state of LetterState.options) expect([state, reached(state, new Set([state]))]).toEqual([state, true]);
  });

  test("lets nothing but reports move a settled letter", () => {
    for (const state of settledStates)
      for (const next of ["planned", "claimed", "unknown", "skipped", "settled"] as const)
        expect(isLegal(state, next)).toBe(false);
    for (const state of settledStates)
      if (state !== "bounced") expect(Object.keys(letterTransitions[state])).not.toContain("accepted");
  });
});

describe("a row", () => {
  test("is planned under the id that its content gives it", () => {
    expect(() => Letter.parse(planned)).not.toThrow();
    expect(planned).toMatchObject({ state: "planned", revision: 1, claims: 0, attentionAt: minutes(30) });
  });

  test("keeps the address and the language it was composed for", () => {
    const address = EmailAddress.parse("mission@fr.example.org");
    const claimed = moveLetter(planned, "claimed", { at: noon, address, language: "en", reference: "RM/c1-g1/FR" });
    const accepted = moveLetter(claimed, "accepted", { at: minutes(1), messageId: "m-1" });
    expect(accepted).toMatchObject({ address, language: "en", reference: "RM/c1-g1/FR", messageId: "m-1" });
  });

  test("holds a lease while it is claimed and no longer", () => {
    const claimed = letterIn("claimed");
    expect(claimed).toMatchObject({ lease: minutes(6), attentionAt: minutes(6), claims: 1 });
    for (const next of ["planned", "accepted", "unknown", "failed"] as const)
      expect(moveLetter(claimed, ...to(next, minutes(2)))).not.toHaveProperty("lease");
  });

  test("that was surely not accepted waits until the later time and may be claimed again", () => {
    const back = moveLetter(letterIn("claimed"), "planned", {
      at: minutes(2),
      notBefore: minutes(9),
      why: "throttled",
    });
    expect(back).toMatchObject({ state: "planned", attentionAt: minutes(9), claims: 1 });
    expect(back.history.at(-1)).toEqual({ at: minutes(2), state: "planned", why: "throttled" });
    expect(moveLetter(back, "claimed", { at: minutes(9) }).claims).toBe(2);
  });

  test("that is unknown is sent once more after the settling time, and never a third time", () => {
    const unknown = letterIn("unknown");
    expect(unknown.attentionAt).toBe(minutes(2 + 15));
    expect(mayBeClaimed(unknown, minutes(16))).toBe(false);
    expect(mayBeClaimed(unknown, minutes(17))).toBe(true);
    const again = moveLetter(unknown, "claimed", { at: minutes(17) });
    expect(again).toMatchObject({ resentAfterUnknown: true, claims: 2 });
    const unknownAgain = moveLetter(again, "unknown", { at: minutes(18) });
    expect(mayBeClaimed(unknownAgain, minutes(999))).toBe(false);
    expect(() => moveLetter(unknownAgain, "claimed", { at: minutes(60) })).toThrow("once more already");
    const parked = moveLetter(unknownAgain, "unknown", { at: minutes(60), why: "waits for a person" });
    expect(parked.attentionAt > minutes(1_000_000)).toBe(true);
  });

  test("only planned and once unknown letters may be claimed", () => {
    const claimable = LetterState.options.filter((state) => mayBeClaimed(letterIn(state), minutes(999)));
    expect(claimable).toEqual(["planned", "unknown"]);
  });

  test("says why it ended, until a report says otherwise", () => {
    expect(letterIn("skipped").reason).toBe("done");
    const failed = letterIn("failed");
    expect(failed.reason).toBe("550");
    expect(receive(failed, "delivery", minutes(9), "m-2")).not.toHaveProperty("reason");
  });

  test("is not changed by a move, a new row is made", () => {
    const before = structuredClone(planned);
    moveLetter(planned, "claimed", { at: noon });
    expect(planned).toEqual(before);
  });

  test("does not go back in time when a report is older than the last change", () => {
    const delivered = receive(letterIn("accepted"), "delivery", minutes(-5), "m-1");
    expect(delivered?.changedAt).toBe(minutes(2));
    expect(delivered?.history.at(-1)?.at).toBe(minutes(-5));
  });
});

describe("reports of the mail service", () => {
  test.each<[LetterState, Receipt, LetterState | undefined]>([
    ["claimed", "send", "accepted"],
    ["claimed", "delivery", "delivered"],
    ["claimed", "bounce", "bounced"],
    ["unknown", "send", "accepted"],
    ["unknown", "delivery", "delivered"],
    ["unknown", "reject", "failed"],
    ["planned", "delivery", "delivered"],
    ["accepted", "send", undefined],
    ["accepted", "reject", "failed"],
    ["delivered", "send", undefined],
    ["delivered", "delivery", undefined],
    ["delivered", "bounce", "bounced"],
    ["delivered", "complaint", "complained"],
    ["bounced", "delivery", undefined],
    ["bounced", "complaint", "complained"],
    ["complained", "bounce", undefined],
    ["failed", "reject", undefined],
    ["failed", "send", undefined],
    ["failed", "delivery", "delivered"],
    ["skipped", "delivery", undefined],
    ["planned", "transient-bounce", "bounced"],
    ["claimed", "transient-bounce", "bounced"],
    ["unknown", "transient-bounce", "bounced"],
    ["accepted", "transient-bounce", "bounced"],
    ["failed", "transient-bounce", "bounced"],
    ["delivered", "transient-bounce", undefined],
    ["bounced", "transient-bounce", undefined],
    ["bounced", "bounce", undefined],
    ["complained", "transient-bounce", undefined],
  ])("%s and %s give %s", (state, receipt, expected) => {
    expect(receive(letterIn(state), receipt, minutes(30), "m-1")?.state).toBe(expected);
  });

  test("leave the first message's id on the row and name themselves in the history", () => {
    const first = receive(letterIn("unknown"), "send", minutes(5), "m-1");
    expect(first?.history.at(-1)?.why).toBe("reported by the mail service: send");
    if (first === undefined) throw new Error("the report was lost");
    expect(receive(first, "bounce", minutes(6), "m-2", "permanent: mailbox full")).toMatchObject({
      state: "bounced",
      messageId: "m-1",
      history: expect.arrayContaining([{ at: minutes(6), state: "bounced", why: "permanent: mailbox full" }]),
    });
  });

  // "out of office": SES reports the answer to a mail that it delivered as a transient bounce.
  test.each<readonly [...Receipt[], LetterState]>([
    ["transient-bounce", "delivery", "delivered"],
    ["delivery", "transient-bounce", "delivered"],
    ["transient-bounce", "bounce", "delivery", "bounced"],
    ["transient-bounce", "delivery", "bounce", "bounced"],
    ["bounce", "transient-bounce", "delivery", "bounced"],
    ["transient-bounce", "reject", "bounced"],
  ])("%s, then %s: a transient bounce gives way to what else is known", (...events) => {
    const expected = events.pop();
    expect(apply(letterIn("accepted"), events as Receipt[]).state).toBe(expected);
  });

  test("distinguish a transient bounce from a lasting one on the row, while the row exists", () => {
    const transient = apply(letterIn("accepted"), ["transient-bounce"]);
    expect(transient).toMatchObject({ state: "bounced", bounceIsTransient: true });
    expect(() => Letter.parse(transient)).not.toThrow();
    expect(apply(transient, ["bounce"])).not.toHaveProperty("bounceIsTransient");
    expect(apply(transient, ["delivery"])).not.toHaveProperty("bounceIsTransient");
  });

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

  test("end in the state of the strongest of them, in any order and any number", () => {
    fc.assert(
      fc.property(fc.constantFrom("planned", "claimed", "unknown", "accepted" as const), receipts, (state, events) => {
        const strongest = strength.findLast((event) => events.includes(event));
        if (strongest === undefined) throw new Error("there was no event");
        expect(apply(letterIn(state), events).state).toBe(means[strongest]);
        expect(apply(letterIn(state), [...events, ...events]).state).toBe(means[strongest]);
      }),
    );
  });

  test("change a row at most once each, however often they repeat", () => {
    fc.assert(
      fc.property(receipts, (events) => {
        const before = letterIn("claimed");
        const after = apply(before, events);
        expect(after.revision - before.revision).toBeLessThanOrEqual(new Set(events).size);
        expect(after.history).toHaveLength(after.revision);
      }),
    );
  });
});
