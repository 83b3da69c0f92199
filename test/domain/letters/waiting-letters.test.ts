import { expect, test } from "vitest";
import { plannedLetter, moveLetter } from "../../../domain/letters/lifecycle.ts";
import { later } from "../../../domain/base/time.ts";
import { waitingLetters } from "../../../domain/letters/waiting-letters.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import { at, day, party, userId } from "../../fixtures/changes.ts";

const now = at("2020-12-10T12:00:00.000Z");
const letter = (content: LetterContent, planned: string, plannedFor = planned): Letter =>
  plannedLetter(
    { content, recipient: { kind: "user", user: userId(1) }, plannedFor: at(plannedFor), rule: "a rule" },
    at(planned),
  );
const invitation = (number: number, planned: string, plannedFor?: string): Letter =>
  letter({ kind: "invitation", user: userId(number) }, planned, plannedFor);

test("no letter that waits is no age", () => {
  expect(waitingLetters([], now)).toEqual({ count: 0 });
});

test("the oldest is the one that should have left first, whenever it is tried again", () => {
  const young = invitation(1, "2020-12-10T11:00:00.000Z");
  const old = invitation(2, "2020-12-01T09:00:00.000Z");
  const claimed = moveLetter(old, "claimed", { at: later(now, { minutes: -1 }) });
  const putBack = moveLetter(claimed, "planned", { at: now, notBefore: later(now, { minutes: 14 }), why: "paused" });
  expect(putBack.attentionAt > young.attentionAt).toBe(true);
  expect(waitingLetters([young, putBack], now)).toEqual({
    count: 2,
    oldest: { letter: old.id, since: "2020-12-01T09:00:00.000Z", seconds: (9 * 24 + 3) * 3600 },
  });
});

test("a letter that was written down after its moment has waited since then", () => {
  const late = invitation(1, "2020-12-10T11:30:00.000Z", "2020-12-01T08:00:00.000Z");
  expect(waitingLetters([late], now).oldest).toMatchObject({ since: "2020-12-10T11:30:00.000Z", seconds: 1800 });
});

test("a digest that waits for its Monday is not past its time", () => {
  const digest = { kind: "digest", party: party("FR"), on: day("2020-12-14") } as const;
  const digestLetter = letter(digest, "2020-12-08T10:00:00.000Z", "2020-12-14T08:00:00.000Z");
  expect(waitingLetters([digestLetter], now)).toEqual({ count: 0 });
  expect(waitingLetters([digestLetter], at("2020-12-14T08:00:01.000Z")).count).toBe(1);
});
