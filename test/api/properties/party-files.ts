import { readFileSync } from "node:fs";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openTestApi, type TestApi, secretariat } from "../../harness/test-api.ts";
import { codePoint } from "../../generators/values.ts";

/** Checks the import of a party file, which is not JSON, by the rules of the other operations. */
export const holdsForPartyFiles = (times: number): void => {
  let api: TestApi;
  beforeAll(async () => {
    api = await openTestApi();
  });
  afterAll(() => api.close());
  const runs = { numRuns: times };

  describe("importParties", () => {
    const [header = "", ...rows] = readFileSync("data/parties.csv", "utf8").trim().split("\n");
    const columns = header.split(",");
    const request = (lines: readonly string[]) =>
      api.request("POST", "/v1/parties/imports", { as: secretariat, raw: lines.join("\n"), type: "text/csv" });
    const simple = rows.filter((row) => !row.includes('"') && !row.startsWith("France,"));
    const some = fc.uniqueArray(fc.constantFrom(...simple), { minLength: 1, maxLength: 8 });

    test("refuses a file with one broken cell, names its row and column, and imports nothing", async () => {
      const before = await api.storedRows();
      const broken = fc.record({
        lines: some,
        row: fc.nat(),
        column: fc.constantFrom(...columns.filter((name) => name !== "name" && !name.startsWith("date_basis"))),
        value: fc.constantFrom("?", "2003-02-30", "fr", "9", "x".repeat(300)),
      });
      await fc.assert(
        fc.asyncProperty(broken, async ({ lines, row, column, value }) => {
          const which = row % lines.length;
          const cells = (lines[which] ?? "").split(",").with(columns.indexOf(column), value);
          const answer = await request([header, ...lines.with(which, cells.join(","))]);
          expect([answer.status, answer.problem]).toEqual([422, "invalid-party-file"]);
          expect(answer.body.errors).toEqual([expect.objectContaining({ row: which + 2, column })]);
        }),
        runs,
      );
      expect(await api.changedSince(before)).toEqual([]);
    });

    test("refuses any text that is no party file, and imports nothing", async () => {
      const before = await api.storedRows();
      await fc.assert(
        fc.asyncProperty(fc.string({ unit: codePoint, maxLength: 300 }), async (anything) => {
          const answer = await request([anything.toWellFormed()]);
          expect([answer.status, answer.problem]).toEqual([422, "invalid-party-file"]);
        }),
        runs,
      );
      expect(await api.changedSince(before)).toEqual([]);
    });

    test("takes rows in any order, and finds nothing new in a register that has them already", async () => {
      const before = await api.storedRows();
      await fc.assert(
        fc.asyncProperty(some, async (lines) => {
          const { status, body } = await request([header, ...lines]);
          expect([status, body]).toEqual([200, { registered: [], corrected: [], unchanged: lines.length }]);
        }),
        runs,
      );
      expect(await api.changedSince(before)).toEqual([]);
    });
  });
};
