import { expect, test, describe } from "vitest";
import type { BounceTally } from "../../../schemas/model/bulletin.ts";
import { BulletinId, LetterId } from "../../../schemas/base/ids.ts";
import { LetterState } from "../../../schemas/model/letter.ts";
import { endOfTime } from "../../../domain/base/time.ts";
import { onePage } from "../../fixtures/changes.ts";
import { everyStore } from "./stores.ts";

describe.each(everyStore())("the letter ledger $name", ({ make }) => {
  test("keeps the count of the breaker for a bulletin and the awaited letter, and neither in a list of letters", async () => {
    const { ledger } = await make();
    const bulletin = BulletinId.parse(`b-${"1".repeat(26)}`);
    const tally: BounceTally = {
      schema: 1,
      bulletin,
      version: 3,
      counted: { results: 100, bounced: 2 },
      reported: 1,
      revision: 1,
    };
    expect(await ledger.tally(bulletin)).toBeUndefined();
    const answers = await Promise.all(Array.from({ length: 4 }, () => ledger.writeTally(tally)));
    expect(answers.filter((written) => written)).toHaveLength(1);
    expect(await ledger.tally(bulletin)).toEqual(tally);
    const more = { ...tally, reported: 2, revision: 2 };
    expect(await ledger.writeTally(more)).toBe(true);
    expect(await ledger.writeTally({ ...more, reported: 3 })).toBe(false);
    expect(await ledger.tally(bulletin)).toEqual(more);
    const [one, other] = ["1", "2"].map((digit) => LetterId.parse(digit.repeat(40))) as [LetterId, LetterId];
    expect(await ledger.awaitedLetter(bulletin)).toBeUndefined();
    await ledger.writeAwaitedLetter(bulletin, one);
    await ledger.writeAwaitedLetter(bulletin, other);
    expect(await ledger.awaitedLetter(bulletin)).toBe(other);
    for (const state of LetterState.options)
      expect((await ledger.needingAttention(state, endOfTime, onePage)).items).toEqual([]);
    expect((await ledger.ofSubject(`bulletin#${bulletin}`, onePage)).items).toEqual([]);
  });
});
