import { describe, expect, test } from "vitest";
import { hashOf } from "../../../domain/base/hash.ts";
import { dataFormat } from "../../../local/base/data-format.ts";
import { at } from "../../fixtures/changes.ts";
import { recordEveryKind } from "../../fixtures/recorded-subjects.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import { letter } from "./twins.ts";

/** The format of stored data, and the hash of these rows in it. Until a release is deployed, both change together. */
const stored = { dataFormat: 10, hash: "c22fe63c93477786a8c3d2bebe1f1d50cd0c06fc0484b7b55d4bc913a0990196" };

describe.runIf(engineRunsHere)("stored rows", () => {
  const emptyStore = openEngineStore();

  test("are those of their format: if not, raise `dataFormat` and set the hash; old data folders are refused then", async () => {
    const { store, ledger, raw } = await emptyStore();
    await recordEveryKind(store, at("2020-12-01T10:00:00.000Z"));
    await ledger.plan(letter);
    const rows = [];
    for (const table of ["records", "journal", "letters"] as const)
      rows.push(...[...(await raw.all(table))].toSorted(([one], [other]) => (one < other ? -1 : 1)));
    expect(rows.length).toBeGreaterThan(40);
    expect({ dataFormat, hash: hashOf(rows) }).toEqual(stored);
  });
});
