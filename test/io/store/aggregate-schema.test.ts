import { beforeEach, describe, expect, test } from "vitest";
import * as z from "zod";
import { hashOf } from "../../../domain/base/hash.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { stateSchemas } from "../../../lambdas/io/store/aggregates.ts";
import { aggregateSchema } from "../../../lambdas/io/store/keys/aggregates.ts";
import { UnreadableRow } from "../../../lambdas/io/unreadable-row.ts";
import { at, drawOf, onePage, reviewId } from "../../fixtures/changes.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import type { RawTables } from "./tables.ts";

/** The number of the stored shapes of states, and the hash of these shapes. */
const stored = { aggregateSchema: 1, hash: "5b59d0aa3427b37642fb34d44e2dbd81a16f95cb8a2b06450ee0f61102ea764e" };

/** Members of a JSON schema that describe a value and permit or refuse none. */
const describing = new Set(["description", "title", "examples", "id", "$defs", "$ref"]);
const shapeOf = (schema: z.ZodType): unknown =>
  JSON.parse(
    JSON.stringify(z.toJSONSchema(schema, { unrepresentable: "any", reused: "inline" }), (name, value: unknown) =>
      describing.has(name) ? undefined : value,
    ),
  );

test("The states of aggregates have the shapes of their number: if not, raise `aggregateSchema` and set the hash", async () => {
  const shapes = await Promise.all(
    Object.entries(stateSchemas).map(async ([kind, load]) => [kind, shapeOf(await load())] as const),
  );
  expect({ aggregateSchema, hash: hashOf(Object.fromEntries(shapes)) }).toEqual(stored);
});

describe.runIf(engineRunsHere)("an aggregate with an unknown stage", () => {
  const emptyStore = openEngineStore();
  let store: Store;
  let raw: RawTables;
  const key = { pk: "review#c1-FR", sk: "aggregate" };
  const id = reviewId("FR");
  beforeEach(async () => {
    ({ store, raw } = await emptyStore());
    await store.commit({ changes: [drawOf("FR", "BR")], by: "react", at: at("2020-12-01T10:00:00.000Z") });
    const item = await raw.get("records", key);
    await raw.put("records", { ...item, state: { M: { ...item["state"]?.M, stage: { S: "unknown" } } } });
  });

  test("is not parsed where it is read by its id, if it has the number of this version", async () => {
    expect(await store.load("review", id)).toMatchObject({ id, state: { stage: "unknown" } });
    expect(await store.loadMany("review", [id])).toMatchObject([{ id, state: { stage: "unknown" } }]);
  });

  test("is refused in a list, which parses every row", async () => {
    await expect(store.list("review", onePage)).rejects.toThrow(UnreadableRow);
  });

  test.each([{ N: String(aggregateSchema + 1) }, { S: String(aggregateSchema) }, undefined])(
    "is refused if its number is %o",
    async (schema) => {
      const { schema: _, ...item } = await raw.get("records", key);
      await raw.put("records", { ...item, ...(schema === undefined ? {} : { schema }) });
      await expect(store.load("review", id)).rejects.toThrow(UnreadableRow);
      await expect(store.loadMany("review", [id])).rejects.toThrow(UnreadableRow);
    },
  );

  test("is refused if the row has its number but is of another kind or has no state", async () => {
    const item = await raw.get("records", key);
    for (const damaged of [
      { ...item, kind: { S: "user" } },
      { ...item, state: { S: "started" } },
    ]) {
      await raw.put("records", damaged);
      await expect(store.load("review", id)).rejects.toThrow(UnreadableRow);
    }
  });
});
