import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openValidator } from "../../bin/reply-validator.ts";
import { objectAt } from "../../schemas/api/document/json.ts";
import { replyPlaces } from "../../schemas/api/document/reply-examples.ts";

/** Examples of replies in the API document, which `bin/print-replies.ts` takes from replies of tests. */
const document = objectAt(JSON.parse(readFileSync("docs/openapi.json", "utf8")));
const examples = objectAt(document, "components", "examples");
const places = replyPlaces(document);
const validator = openValidator(document);

const howTo =
  "record it with `RECORD_REPLIES=FILE npx vitest run PATH`, then `npx node bin/print-replies.ts FILE` and `npm run docs`";

test("every successful reply has an example that a test received", () => {
  expect(places.length).toBeGreaterThan(150);
  const lacking = places.filter(({ name }) => !(name in examples));
  expect(
    lacking.map(({ operation, type }) => `${operation} ${type}`),
    howTo,
  ).toEqual([]);
});

test("every example fits the schema of each reply that refers to it", () => {
  const wrong = places.filter(
    ({ name, pointer }) => name in examples && !validator.fits(pointer, objectAt(examples, name)["value"]),
  );
  expect(
    wrong.map(({ operation, name }) => `${operation} ${name}`),
    howTo,
  ).toEqual([]);
});

test("examples are short: no list has more than two items", () => {
  const listsIn = (value: unknown): readonly number[] => {
    if (typeof value !== "object" || value === null) return [];
    return [...(Array.isArray(value) ? [value.length] : []), ...Object.values(value).flatMap(listsIn)];
  };
  expect(Math.max(...listsIn(examples))).toBe(2);
});
