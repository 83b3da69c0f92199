import { describe, expect, test } from "vitest";
import { denunciationCorrections } from "../../../domain/letters/denunciation-corrections.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { startUndoneLetters } from "../../../domain/letters/start-letters.ts";
import { groupIdOf } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { at, party, reviewId } from "../../fixtures/changes.ts";

const recordedAt = at("2020-12-01T09:00:00.000Z");
const correctedAt = at("2020-12-01T10:00:00.000Z");

/** Returns a claimed letter to the mission of a party, with the version that it states. */
const claimed = (content: LetterContent, to: string, statedVersion?: number, plannedAt = recordedAt): Letter => {
  const recipient = { kind: "mission", party: party(to) } as const;
  const planned = plannedLetter({ content, recipient, party: party(to), plannedFor: plannedAt, rule: "" }, plannedAt);
  const stated = statedVersion === undefined ? {} : { statedVersion };
  return { ...moveLetter(planned, "claimed", { at: correctedAt }), ...stated };
};
const accepted = (letter: Letter): Letter => moveLetter(letter, "accepted", { at: correctedAt, messageId: "one" });
const partiesOf = (letters: readonly Letter[]) => letters.map(({ party: of }) => of).toSorted();

describe("the correction of a denunciation", () => {
  const content: LetterContent = { kind: "party-left", party: party("PE"), recordedAt, reviews: [reviewId("PE")] };
  const denunciationCorrected = { at: correctedAt, recordedAt, from: "2020-11-30", reason: "A slip", reviews: [] };
  const leaving = { id: party("PE"), denunciationCorrected } as unknown as Party;
  const seats = Object.fromEntries(["DE", "FR", "JP", "BR"].map((code) => [code, {}]));
  const reviews = [{ id: reviewId("PE"), seats } as unknown as Review];
  const correctionsOf = (...letters: Letter[]) =>
    partiesOf(denunciationCorrections(leaving, 5, reviews, letters, correctedAt));

  test("concerns letters that state an earlier version, left or claimed, whatever the clocks of their senders", () => {
    const later = at("2020-12-01T10:00:01.000Z");
    expect(
      correctionsOf(
        claimed(content, "DE", 4),
        accepted(claimed(content, "FR", 4, later)),
        accepted(claimed(content, "JP", 5)),
        claimed(content, "BR", 6),
      ),
    ).toEqual(["DE", "FR"]);
  });
});

test("a start that is undone concerns the letter that is claimed at that moment", () => {
  const group = groupIdOf(1, 1);
  const undone = { at: correctedAt, startedOn: "2020-12-01", lettersAt: recordedAt, reason: "A slip" };
  const content = { kind: "late-start", group, party: party("DE"), at: recordedAt } as const;
  const state = { id: group, state: "planned", undone } as unknown as Group;
  const letters = startUndoneLetters(state, [claimed(content, "DE")], correctedAt);
  expect(letters.map(({ content: { kind }, corrects }) => [kind, corrects?.letters.length])).toEqual([
    ["start-undone", 1],
  ]);
});
