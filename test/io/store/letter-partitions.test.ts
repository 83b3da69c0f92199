import { type DynamoDB, ScanCommand } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { all } from "../../../lambdas/io/pages.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { at, userId } from "../../fixtures/changes.ts";
import { engineRunsHere, type TestTables } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";

const now = at("2020-12-01T10:00:00.000Z");
const endOfTime = at("9999-12-31T23:59:59.999Z");
const invitation = (number: number): Letter => {
  const when = later(now, { minutes: number });
  const user = userId(number);
  return plannedLetter(
    { content: { kind: "invitation", user }, recipient: { kind: "user", user }, plannedFor: when, rule: "invitation" },
    when,
  );
};
const letters = Array.from({ length: 24 }, (_, number) => invitation(number));

describe.runIf(engineRunsHere)("letters of one state", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDB;
  let tables: TestTables;
  let ledger: Ledger;
  beforeEach(async () => {
    ({ client, tables, ledger } = await emptyStore());
    for (const letter of letters) await ledger.plan(letter);
  });
  test("are under several keys of the index, none of which is the state alone", async () => {
    const { Items: items = [] } = await client.send(new ScanCommand({ TableName: tables.letters }));
    const keys = new Set(items.map((item) => item["state"]?.S));
    expect([...keys].toSorted()).toEqual(["planned#0", "planned#1", "planned#2", "planned#3"]);
  });

  test.each([1, 2, 5, 24, 100])("come in one order over all of them, in pages of %i", async (limit) => {
    expect(await all((paging) => ledger.needingAttention("planned", endOfTime, paging), limit)).toEqual(letters);
  });

  test("come up to an instant and not after it, in pages as well", async () => {
    const until = letters[10]?.attentionAt ?? now;
    expect(await all((paging) => ledger.needingAttention("planned", until, paging), 3)).toEqual(letters.slice(0, 11));
  });
});
