import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { typesOf } from "../../client/types-of.ts";
import { openApiDocument } from "../../schemas/api/openapi.ts";

test("docs/openapi.json agrees with the endpoint registry; npm run docs prints it again", async () => {
  const document: unknown = JSON.parse(JSON.stringify(await openApiDocument()));
  expect(JSON.parse(readFileSync("docs/openapi.json", "utf8"))).toEqual(document);
});

test("client/api-types.ts agrees with docs/openapi.json; npm run docs prints it again", async () => {
  expect(readFileSync("client/api-types.ts", "utf8")).toBe(await typesOf(readFileSync("docs/openapi.json", "utf8")));
});

/** Bytes of the document without white space. The number may only fall; the aim is 600,000. */
const largestDocument = 601_000;

test("docs/openapi.json is no larger than it was, and the number falls with it", () => {
  const text = JSON.stringify(JSON.parse(readFileSync("docs/openapi.json", "utf8")));
  const size = Buffer.byteLength(text);
  expect(size).toBeLessThanOrEqual(largestDocument);
  expect(size, "lower `largestDocument`").toBeGreaterThan(largestDocument - 50_000);
});
