import { describe, expect, test } from "vitest";
import { compose } from "../../harness/compose-letter.ts";
import { Language } from "../../../schemas/base/values.ts";
import { letterWriter } from "../../../domain/letters/content/letter-writer.ts";
import { letterWordings } from "../../../lambdas/io/letter-writers.ts";
import { loadWords } from "../../../lambdas/io/words.ts";
import { ReviewPage } from "../../../schemas/model/review-page.ts";
import { bulletinSamples } from "./bulletin-samples.ts";
import { everySample } from "./every-sample.ts";

const reviewPage = ReviewPage.parse("https://reviews.example.org/{language}/reviews/{review}?of={party}");

/** Returns the reviews that a letter names, with the party under review, at any depth of its input. */
const reviewsIn = (value: unknown): readonly string[] => {
  if (typeof value !== "object" || value === null) return [];
  const inside = Object.values(value).flatMap(reviewsIn);
  const { id, review, underReview } = value as Readonly<Record<string, unknown>>;
  const named = typeof id === "string" ? id : review;
  if (typeof underReview !== "object" || underReview === null || typeof named !== "string") return inside;
  return [`${named}?of=${String((underReview as Readonly<Record<string, unknown>>)["id"])}`, ...inside];
};

const samples = Object.entries(everySample);

describe.each(Language.options)("with a page for each review, letters in %s", async (language) => {
  const wording = await loadWords(letterWordings, language);
  const writer = letterWriter(wording, { reviewPage });
  const plain = letterWriter(wording);
  const pageOf = (review: string): string => `https://reviews.example.org/${language}/reviews/${review}`;
  const pages = /https:\/\/reviews\.example\.org\/\w\w\/reviews\/[^"\s<]*/gu;

  test("lead to each review that they name, and to no other", () => {
    for (const [name, input] of samples) {
      const { html, text } = compose(input, writer);
      const named = new Set(reviewsIn(input).map(pageOf));
      const isBulletin = input.kind === "bulletin";
      const wanted = isBulletin && !input.text.body.includes("{{reviews}}") ? new Set<string>() : named;
      expect(new Set(html.match(pages)), name).toEqual(wanted);
      // A mail program without HTML makes a link of an address that is alone on its line.
      const lines = new Set(text.split("\n").map((line) => line.trim()));
      for (const page of wanted) expect(lines, name).toContain(page);
      expect(new Set(text.match(pages)), name).toEqual(wanted);
    }
  });

  test("say the same but for the addresses where the stage names no page", () => {
    for (const [, input] of samples) {
      const without = compose(input, plain);
      expect(without.html.match(pages)).toBeNull();
      expect(compose(input, writer).subject).toBe(without.subject);
    }
  });
});

test("in Arabic a visible address runs from left to right in its own element, and bare in the text", async () => {
  const writer = letterWriter(await loadWords(letterWordings, "ar"), { reviewPage });
  const about = Object.values(everySample).filter((input) => "review" in input && input.kind !== "seat-redrawn");
  expect(about.length).toBeGreaterThan(5);
  for (const input of about) {
    const { html, text } = compose(input, writer);
    const [address = ""] = reviewsIn(input).map((review) => `https://reviews.example.org/ar/reviews/${review}`);
    expect(html).toContain(` dir="ltr">${address}</a>`);
    expect(text.split("\n")).toContain(address);
  }
});

test("a bulletin that names reviews lists their pages below what was written", async () => {
  const writer = letterWriter(await loadWords(letterWordings, "en"), { reviewPage });
  const input = bulletinSamples["bulletin-of-many-reviews"];
  if (input === undefined) throw new Error("There is no such sample");
  expect(compose(input, writer).text).toContain("  https://reviews.example.org/en/reviews/c1-CI?of=CI\n");
});

describe("the page of a review in the settings of a stage", () => {
  test.each([
    "https://reviews.example.org/reviews/{review}",
    "http://localhost:8787/v1/pages/{language}/parties/{party}",
    "https://reviews.example.org/#/{language}/{party}/{review}",
  ])("may be %s", (pattern) => {
    expect(ReviewPage.safeParse(pattern).success).toBe(true);
  });

  test.each([
    ["reviews/{review}", "an address that is none"],
    ["javascript:alert({review})", "another protocol"],
    ["https://{party}.example.org/{review}", "a host with a placeholder"],
    ["https://reviews.example.org/reviews", "one page for all reviews"],
    ["https://reviews.example.org/{review}/{code}", "a placeholder that is none"],
    ["https://reviews.example.org/{review}/{", "a brace alone"],
  ])("may not be %s: %s", (pattern) => {
    expect(ReviewPage.safeParse(pattern).success).toBe(false);
  });
});
