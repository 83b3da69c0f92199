import { expect, test } from "vitest";
import type { TableProtection } from "../../../lambdas/io/ports/table-protections.ts";
import { checkTables } from "../../../lambdas/use-cases/oversight/check-tables.ts";
import { muteLog } from "../sending/campaign/muted-log.ts";

const table = (more: Partial<TableProtection>): TableProtection => ({
  table: "restored-letters",
  isProtectedFromDeletion: true,
  deletesExpired: true,
  stage: "prod",
  ...more,
});
const checked = (...found: readonly TableProtection[]) => {
  const lines = muteLog();
  const protections = { read: async () => found };
  return checkTables({ ownTables: { protections, stage: "prod", expiring: "restored-records" } }).then((count) => [
    count,
    lines.get("TABLE_UNPROTECTED") ?? 0,
  ]);
};

test.each([
  ["protection against deletion", table({ isProtectedFromDeletion: false })],
  ["time to live", table({ table: "restored-records", deletesExpired: false })],
  ["tags", table({ stage: undefined })],
  ["the tag of this stage", table({ stage: "test" })],
])("a stage that runs on a table without %s is reported", async (_, lacking) => {
  expect(await checked(table({}), lacking)).toEqual([1, 1]);
});

test("a stage whose tables have all is not reported, nor one that keeps no data", async () => {
  expect(await checked(table({ deletesExpired: false }), table({ table: "restored-records" }))).toEqual([0, 0]);
  expect(await checkTables({})).toBe(0);
});
