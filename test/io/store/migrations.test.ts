import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import { toAttribute } from "../../../lambdas/io/store/attributes.ts";
import { migrationKey } from "../../../lambdas/io/store/keys/system.ts";
import { letterRow } from "../../../lambdas/io/store/keys/letters.ts";
import { recordKindOf } from "../../../lambdas/io/store/keys/row-kinds.ts";
import { type Migration, migrateRow, migrating, migrations, tablesOf } from "../../../lambdas/io/store/migrations.ts";
import type { Row } from "../../../lambdas/io/store/rewriting.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { at, onePage, userId } from "../../fixtures/changes.ts";
import { inFourLists } from "../../fixtures/own-migration.ts";
import { beforeCalls } from "./before-calls.ts";
import { engineRunsHere, type TestTables } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import type { RawTables } from "./tables.ts";
import { letter, mark, tally } from "./twins.ts";

const now = at("2020-12-01T10:00:00.000Z");
const endOfTime = at("9999-12-31T23:59:59.999Z");
const invitation = (number: number): Letter => {
  const [when, user] = [later(now, { minutes: number }), userId(number)];
  const planned = plannedLetter(
    { content: { kind: "invitation", user }, recipient: { kind: "user", user }, plannedFor: when, rule: "invitation" },
    when,
  );
  return number % 2 === 0 ? planned : moveLetter(planned, "skipped", { at: when, reason: "done" });
};
const letters = Array.from({ length: 24 }, (_, number) => invitation(number));

/** A letter as a row could be that lists it by its state alone. */
const oldRow = (each: Letter): Row => ({ ...letterRow(each), state: each.state });

describe("migrations", () => {
  test("have numbers from one on, each with a name and a reason, and change something", () => {
    expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, at0) => at0 + 1));
    expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
    expect(migrations.filter((each) => each.why.length < 40 || tablesOf(each).length === 0)).toEqual([]);
  });

  test.each(letters.slice(0, 6))("change where a letter is listed, once, and nothing else of it", (each) => {
    const migrated = migrateRow(inFourLists, "letter", oldRow(each));
    expect(migrated).toEqual(letterRow(each));
    expect(migrateRow(inFourLists, "letter", migrated ?? {})).toBeUndefined();
  });

  test("leave other rows of the table of letters unchanged", () => {
    const row = { ...mark, id: `address#${mark.hash}`, state: "address-suppressed" };
    expect(migrateRow(inFourLists, "mark", row)).toBeUndefined();
    expect(migrateRow(inFourLists, "tally", { ...tally, id: "tally#1" })).toBeUndefined();
    expect(migrateRow(inFourLists, "letter", { ...row, state: "a-later-state#1" })).toBeUndefined();
  });

  test("that would change the content of a letter or the key of a row are refused", () => {
    const made = (changes: Migration["changes"]): Migration => ({ number: 9, name: "wrong", why: "A test.", changes });
    const readdressed = made({ letter: (row) => ({ ...row, address: "another@example.org" }) });
    expect(() => migrateRow(readdressed, "letter", oldRow(letter))).toThrow("changes what must stay of a letter");
    const moved = made({ draft: (row) => ({ ...row, sk: "draft#another" }) });
    expect(() => migrateRow(moved, "draft", { pk: "review#c1-FR", sk: "draft#one" })).toThrow("must stay of a draft");
  });

  test("are written down under a key of their own kind", () => {
    expect(recordKindOf(migrationKey(12))).toBe("migration");
  });
});

describe.runIf(engineRunsHere)("a migration on tables", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDB;
  let tables: TestTables;
  let ledger: Ledger;
  let raw: RawTables;
  beforeEach(async () => {
    ({ client, tables, ledger, raw } = await emptyStore());
    for (const each of letters) {
      await ledger.plan(each);
      const item = await raw.get("letters", { id: each.id });
      await raw.put("letters", { ...item, state: toAttribute(each.state) });
    }
  });
  const run = async (write: boolean, on: DynamoDB = client) => {
    const { tables: found, isDone } = await migrating({ client: on, tables }).run(inFourLists, now, { write });
    return {
      changed: found.map(({ kinds }) => kinds.get("letter")?.changed),
      left: found.flatMap(({ left }) => left),
      isDone,
    };
  };
  const done = () => migrating({ client, tables }).done(1);
  const states = async () => {
    const rows = [...(await raw.all("letters")).values()];
    return new Set(rows.map((row) => JSON.parse(row).state.S));
  };
  const listed = async () => {
    const found = [];
    for (const state of ["planned", "skipped"] as const)
      found.push(...(await ledger.needingAttention(state, endOfTime, onePage)).items);
    return found.toSorted((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1));
  };

  test("is counted first, done once, and written down: a second time it changes nothing", async () => {
    const old = await states();
    expect(old).toEqual(new Set(["planned", "skipped"]));
    expect(await run(false)).toEqual({ changed: [24], left: [], isDone: false });
    expect([await states(), await done()]).toEqual([old, undefined]);
    expect(await run(true)).toEqual({ changed: [24], left: [], isDone: true });
    expect([...(await states())].filter((state) => !/^(?:planned|skipped)#[0-3]$/u.test(String(state)))).toEqual([]);
    expect(await listed()).toEqual(letters);
    expect(await done()).toMatchObject({ number: 1, name: inFourLists.name, doneAt: now });
    const after = await raw.all("letters");
    expect(await run(true)).toEqual({ changed: [0], left: [], isDone: true });
    expect(await raw.all("letters")).toEqual(after);
  });

  test("that was interrupted is not done, and continues", async () => {
    const ending = beforeCalls(client, "UpdateItemCommand", async (call) => {
      if (call > 10) throw new Error("Ended");
    });
    await expect(run(true, ending)).rejects.toThrow("Ended");
    expect(await done()).toBeUndefined();
    const { changed, isDone } = await run(true);
    expect([changed[0]! < 24, changed[0]! > 0, isDone]).toEqual([true, true, true]);
    expect(await listed()).toEqual(letters);
  });

  test("is done by two at once without harm", async () => {
    const both = await Promise.all([run(true), run(true)]);
    expect(both.map(({ left, isDone }) => [left, isDone])).toEqual([
      [[], true],
      [[], true],
    ]);
    expect(await listed()).toEqual(letters);
  });

  test("never overwrites a letter that moved since it was read, and keeps the id of the write that put it there", async () => {
    const moving = letters[2]!;
    const next = moveLetter(moving, "skipped", { at: later(now, { hours: 2 }), reason: "delayed" });
    const first = await raw.get("letters", { id: letters[1]!.id });
    const busy = beforeCalls(client, "UpdateItemCommand", async (call) => {
      if (call === 1) expect(await ledger.move(next)).toBe(true);
    });
    expect(await run(true, busy)).toMatchObject({ left: [], isDone: true });
    expect(await ledger.letter(moving.id)).toEqual(next);
    expect((await raw.get("letters", { id: letters[1]!.id }))["writeId"]).toEqual(first["writeId"]);
  });

  test("is not done while a letter changes each time that it is to be written", async () => {
    const stubborn = letters[4]!;
    const busy = beforeCalls(client, "UpdateItemCommand", async (call) => {
      const item = await raw.get("letters", { id: stubborn.id });
      await raw.put("letters", { ...item, revision: toAttribute(call + 100) });
    });
    const { left, isDone } = await run(true, busy);
    expect([left, isDone]).toEqual([[{ row: stubborn.id, why: "others change it at the same time" }], false]);
    expect(await done()).toBeUndefined();
  });
});
