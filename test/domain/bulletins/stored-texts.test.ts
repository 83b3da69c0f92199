import { englishWriter } from "../../harness/compose-letter.ts";
import { expect, test } from "vitest";
import { orderBulletin } from "../../../domain/bulletins/bulletin.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { checkWords } from "../../../domain/bulletins/check-text.ts";
import { defaultTexts, presidentReminder } from "../../../domain/bulletins/default-texts.ts";
import { evolveText, storeText } from "../../../domain/bulletins/stored-texts.ts";
import { letterWritersIn } from "../../../lambdas/io/letter-writers.ts";
import { Language } from "../../../schemas/base/values.ts";
import { at, bulletinId, factsOf, userId } from "../../fixtures/changes.ts";

const now = at("2021-01-20T08:00:00.000Z");
const text = { subject: "A reminder to {{party}}", body: "Nominations are awaited." };
const written = { id: presidentReminder, words: { text }, writtenBy: userId(1) };

test("The journal states a stored text by its hash and version, and nothing of what it says", () => {
  const facts = factsOf(storeText(undefined, written, now, () => englishWriter));
  expect(facts).toEqual([
    {
      kind: "text-stored",
      happenedAt: now,
      text: presidentReminder,
      version: 1,
      hash: hashOf(text),
      writtenBy: userId(1),
    },
  ]);
  const [fact] = facts;
  if (fact === undefined) throw new Error("Nothing was stored");
  const first = evolveText(undefined, fact);
  expect(factsOf(storeText(first, written, now, () => englishWriter))).toEqual([]);
  expect(() => evolveText(first, fact)).toThrow("A text of version 1");
});

test("A default of a text is no new version, and every default can be sent in each language", async () => {
  for (const [id, byDefault] of defaultTexts) {
    expect(factsOf(storeText(undefined, { ...written, id, words: byDefault }, now, () => englishWriter))).toEqual([]);
    expect(Object.keys(byDefault.texts ?? {})).toEqual(Language.options);
    expect(checkWords(byDefault, now, await letterWritersIn(Language.options))).toEqual([]);
  }
});

test("The order of a bulletin says in the journal which version of which text it took", () => {
  const stored = { id: presidentReminder, version: 3 };
  const order = { bulletin: bulletinId(1), preview: hashOf("preview"), text: hashOf(text), recipients: 1, pages: 1 };
  const [ordered] = factsOf(orderBulletin({ ...order, stored, orderedBy: userId(1) }, now));
  expect(ordered).toMatchObject({ kind: "bulletin-ordered", stored });
});
