import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { statesPage } from "../../../bin/states-page.ts";

test("docs/states.md is what the transition tables say; npm run docs prints it again", async () => {
  expect(await readFile(new URL("../../../docs/states.md", import.meta.url), "utf8")).toBe(statesPage());
});
