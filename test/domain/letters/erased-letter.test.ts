import { describe, expect, test } from "vitest";
import { erasedLetter, withoutAddress, withoutText } from "../../../domain/letters/erased-letter.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { Letter } from "../../../schemas/model/letter.ts";
import { address, at, userId } from "../../fixtures/changes.ts";

const now = at("2022-03-10T10:00:00.000Z");
const user = { kind: "user", user: userId(1) } as const;
const planned = plannedLetter(
  { content: { kind: "invitation", user: userId(1) }, recipient: user, plannedFor: now, rule: "A rule." },
  now,
);
const written = {
  address: address("a.person@example.org"),
  recipientName: "A. Person",
  contact: "first",
  language: "en",
} as const;
const claimed = moveLetter(planned, "claimed", {
  at: now,
  ...written,
  subjectLine: "Your access",
  reference: "RM/access/1",
  why: "to a.person@example.org",
});
const failed = moveLetter(claimed, "failed", {
  at: now,
  reason: "refused",
  settlement: { outcome: "went-out", by: userId(2), at: now, reason: "A. Person has it." },
});

describe("a letter to a person who was erased", () => {
  test("keeps what it was and what became of it, and states neither address nor text", () => {
    const erased = erasedLetter(failed, now);
    if (erased === undefined) throw new Error("Nothing was erased");
    expect(JSON.stringify(erased)).not.toMatch(/a\.person|A\. Person|Your access/u);
    expect(erased).toMatchObject({
      id: failed.id,
      state: "failed",
      recipient: user,
      reference: "RM/access/1",
      settlement: { outcome: "went-out", by: userId(2), at: now },
      revision: failed.revision + 1,
    });
    expect(erased.history.map(({ state }) => state)).toEqual(failed.history.map(({ state }) => state));
    expect(() => Letter.parse(erased)).not.toThrow();
    expect(erasedLetter(erased, now)).toBeUndefined();
  });

  test("that was never written has nothing to erase", () => {
    expect([erasedLetter(planned, now), withoutAddress(planned, now), withoutText(planned, now)]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });

  test("loses the address alone, or the text alone, where the time of one is over", () => {
    const addressless = withoutAddress(failed, now);
    expect(addressless).toMatchObject({ subjectLine: "Your access", addressErasedAt: now });
    expect([addressless?.address, addressless?.recipientName]).toEqual([undefined, undefined]);
    expect(withoutText(failed, now)).toMatchObject({ address: "a.person@example.org", textErasedAt: now });
  });
});
