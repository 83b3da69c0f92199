import { describe, expect, test } from "vitest";
import { loadWords } from "../../../lambdas/io/words.ts";
import { calendarMessages } from "../../../lambdas/use-cases/base/calendar-of-obligations.ts";
import { Language } from "../../../schemas/base/values.ts";

const variablesOf = (message: string): readonly string[] =>
  [...message.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name).toSorted();

const english = await loadWords(calendarMessages, "en");

describe.each(Language.options)("the words of calendars in %s", (language) => {
  test("are those of English, with the same values in each, and none is empty or English", async () => {
    const messages = await loadWords(calendarMessages, language);
    expect(Object.keys(messages)).toEqual(Object.keys(english));
    for (const [key, message] of Object.entries(messages)) {
      const said = new Map(Object.entries(english)).get(key) ?? "";
      expect([key, variablesOf(message)]).toEqual([key, variablesOf(said)]);
      expect([key, message]).toEqual([key, expect.stringMatching(/^\S(?:.*\S)?$/u)]);
      if (language !== "en") expect([key, message]).not.toEqual([key, said]);
    }
  });
});
