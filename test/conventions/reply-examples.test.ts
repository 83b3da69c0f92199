import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openValidator } from "../../bin/reply-validator.ts";
import { listOf, objectAt } from "../../schemas/api/document/json.ts";
import { replyPlaces, type ReplyPlace } from "../../schemas/api/document/reply-examples.ts";

/** Examples of replies in the API document, which `bin/print-replies.ts` takes from replies of tests. */
const document = objectAt(JSON.parse(readFileSync("docs/openapi.json", "utf8")));
const schemas = objectAt(document, "components", "schemas");
/** Returns the example of a reply: its own, or that of the schema that several replies share. */
const exampleOf = ({ name, content }: ReplyPlace): unknown =>
  content["example"] ?? listOf(objectAt(schemas, name)["examples"])[0];
const places = replyPlaces(document);
const validator = openValidator(document);

const howTo =
  "record it with `RECORD_REPLIES=FILE npx vitest run PATH`, then `npx node bin/print-replies.ts FILE` and `npm run docs`";

test("every successful reply has an example that a test received", () => {
  expect(places.length).toBeGreaterThan(150);
  const lacking = places.filter((place) => exampleOf(place) === undefined);
  expect(
    lacking.map(({ operation, type }) => `${operation} ${type}`),
    howTo,
  ).toEqual([]);
});

test("every example fits the schema of each reply that refers to it", () => {
  const wrong = places.filter(
    (place) => exampleOf(place) !== undefined && !validator.fits(place.pointer, exampleOf(place)),
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
  expect(Math.max(...places.flatMap((place) => listsIn(exampleOf(place))))).toBe(2);
});
