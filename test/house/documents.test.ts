import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openApiDocument } from "../../schemas/openapi.ts";

test("docs/openapi.json is what the endpoint registry says; npm run docs:api prints it anew", () => {
  expect(JSON.parse(readFileSync("docs/openapi.json", "utf8"))).toEqual(JSON.parse(JSON.stringify(openApiDocument())));
});
