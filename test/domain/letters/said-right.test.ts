import { expect, test } from "vitest";
import { dayOf } from "../../../bin/verify/calendar.ts";
import { saidWrong } from "../../../bin/verify/said-wrong.ts";
import { compose } from "../../harness/compose-letter.ts";
import { Language } from "../../../schemas/base/values.ts";
import { letterWriter } from "../../../domain/letters/content/letter-writer.ts";
import labels from "../../../domain/labels/en.json" with { type: "json" };
import { letterWordings } from "../../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { everySample } from "./every-sample.ts";

/** Internal codes of the system, except those that are also English words. */
const codes = new Set(
  Object.values(labels)
    .flatMap((words) => Object.keys(words))
    .filter((word) => word.includes("-") && word !== "e-mail" && word !== "in-person"),
);

/** Returns the parts of a sample that quote a person's own words. */
const quotesIn = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    typeof inner === "string" && /reason|explanation|quote|words/iu.test(key) ? [inner] : quotesIn(inner),
  );
};

test.each(Language.options)("letters in %s say everything right", async (language) => {
  const writer = letterWriter(await loadWords(letterWordings, language));
  for (const [name, input] of Object.entries(everySample)) {
    const { subject, text, html } = compose(input, writer);
    const known = { codes, quotes: quotesIn(input), isOwnWords: input.kind === "bulletin" };
    expect(saidWrong({ subject, text, html }, dayOf(input.now), language, known), name).toEqual([]);
  }
});
