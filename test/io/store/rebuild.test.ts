import type { DynamoDB } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { foldVersion } from "../../../domain/audit/fold-version.ts";
import { linkAccount } from "../../../domain/parties/users.ts";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { toAttribute } from "../../../lambdas/io/store/attributes.ts";
import { type AggregateRebuilder, type Rebuilt, rebuildingAggregates } from "../../../lambdas/io/store/rebuild.ts";
import { auditAll } from "../../fixtures/audit.ts";
import {
  at,
  change,
  drawOf,
  factsOf,
  mandateIn,
  party,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { recordEveryKind } from "../../fixtures/recorded-subjects.ts";
import { engineRunsHere, type TestTables } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import type { RawTables } from "./tables.ts";

const recordedAt = at("2020-12-01T10:00:00.000Z");
const subject = "review#c1-FR";
const aggregateRowKey = { pk: subject, sk: "aggregate" };
const entryKey = (version: number) => ({ subject, version: String(version).padStart(10, "0") });

describe.runIf(engineRunsHere)("rebuilding aggregates from the journal", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDB;
  let tables: TestTables;
  let store: Store;
  let raw: RawTables;
  let rebuilding: AggregateRebuilder;
  beforeEach(async () => {
    ({ client, tables, store, raw } = await emptyStore());
    rebuilding = rebuildingAggregates({ client, tables });
  });
  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by: "react", at: recordedAt });
  const review = async (code: string) => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };
  const rebuildAll = async (write: boolean): Promise<ReadonlyMap<string, Rebuilt>> => {
    const found = new Map<string, Rebuilt>();
    for (const each of await rebuilding.subjects()) {
      const rebuilt = await rebuilding.rebuild(each, { write });
      if (rebuilt.kind !== "same") found.set(each, rebuilt);
    }
    return found;
  };

  /** Records subjects of every kind, one by one, and two reviews with open obligations and nominations to check. */
  const givenSubjects = async () => {
    await recordEveryKind(store, recordedAt);
    await commit(drawOf("DE", "BR"), drawOf("AT", "BR"), registeredUser(1));
    await commit(startIn(await review("DE")), startIn(await review("AT")));
    await commit(mandateIn(await review("DE"), "focal-point", "BR", 1));
    const user = await store.load("user", userId(1));
    if (user === undefined) throw new Error("No user");
    await commit(change("user", user.id, user, factsOf(linkAccount(user.state, "sub-1", recordedAt))));
  };

  test("finds nothing where everything is as it was written", async () => {
    await givenSubjects();
    const before = await raw.all("records");
    expect(await rebuildAll(true)).toEqual(new Map());
    expect(await raw.all("records")).toEqual(before);
  });

  test("restores every derived item that is missing or was changed, and nothing a second time", async () => {
    await givenSubjects();
    const before = await raw.all("records");
    // A row that ended earlier stays as an item that no index shows, and that no query reads.
    const isDerived = (key: string) =>
      / (?:aggregate|account|blocked|(?:seat|obligation|check|delay)#)/u.test(`${key} `);
    // So does the account of an address that a user gave up.
    const isOwned = (key: string, item: string) => key.endsWith(" account") && item.includes('"user"');
    const derived = [...before]
      .filter(([key, item]) => isDerived(key) && (isOwned(key, item) || item.includes('Key":')))
      .map(([key]) => key);
    expect(derived.length).toBeGreaterThan(25);
    for (const [place, key] of derived.entries()) {
      const [pk, sk] = key.split(" ");
      if (place % 2 === 0) await raw.remove("records", { pk, sk });
      else {
        const item = await raw.get("records", { pk, sk });
        await raw.put("records", {
          ...item,
          ...(sk === "aggregate" ? { state: { M: { ...item["state"]?.M, name: toAttribute("another") } } } : {}),
          ...(sk?.includes("#") === true || sk === "blocked" ? { dueAt: toAttribute("2021-01-01T00:00:00.000Z") } : {}),
          ...(sk === "account" ? { schema: toAttribute(2) } : {}),
        });
      }
    }
    const dry = await rebuildAll(false);
    expect([...dry.values()].every((one) => one.kind === "differs" && !one.written)).toBe(true);
    expect(dry.get("review#c1-DE")).toMatchObject({ rows: expect.arrayContaining([expect.stringMatching(/^seat#/u)]) });
    expect(await rebuildAll(true)).toEqual(new Map([...dry].map(([each, one]) => [each, { ...one, written: true }])));
    expect(await raw.all("records")).toEqual(before);
    expect(await rebuildAll(true)).toEqual(new Map());
    expect(
      (await auditAll(store, at("2022-01-01T00:00:00.000Z"))).broken.filter(
        ({ fault }) => !/c1-(?:FR|JP)/u.test(fault),
      ),
    ).toEqual([]);
  });

  test("brings all aggregates back where only the journal is left", async () => {
    await givenSubjects();
    const before = await raw.all("records");
    const lists = async () => [
      await store.due({ limit: 100 }),
      await store.reviewsInStage("nomination", { limit: 10 }),
    ];
    const listed = await lists();
    for (const key of before.keys()) {
      const [pk, sk] = key.split(" ");
      if (sk !== "person" && sk !== "address") await raw.remove("records", { pk, sk });
    }
    await rebuildAll(true);
    expect(await lists()).toEqual(listed);
    const after = await raw.all("records");
    // A row that ended earlier leaves an item that no index shows; it is not restored.
    const gone = [...before].filter(([key]) => !after.has(key)).map(([, item]) => item);
    expect(gone.filter((item) => /Key":/u.test(item))).toEqual([]);
    for (const [key, item] of after) expect([key, item]).toEqual([key, before.get(key)]);
  });

  test("brings aggregates of an earlier version up to date, once", async () => {
    await commit(drawOf("FR", "BR"));
    const before = await raw.all("records");
    await raw.put("records", {
      ...(await raw.get("records", aggregateRowKey)),
      foldVersion: toAttribute(foldVersion - 1),
    });
    expect(await rebuildAll(true)).toEqual(
      new Map([
        [subject, { kind: "differs", rows: ["aggregate is of an earlier version of the fold"], written: true }],
      ]),
    );
    expect(await raw.all("records")).toEqual(before);
    expect(await rebuildAll(true)).toEqual(new Map());
  });

  test("brings an older aggregate that was put back to the end of its journal", async () => {
    await commit(drawOf("FR", "BR"));
    const older = await raw.get("records", aggregateRowKey);
    await commit(startIn(await review("FR")));
    const before = await raw.all("records");
    await raw.put("records", older);
    expect(await rebuilding.rebuild(subject, { write: true })).toEqual({
      kind: "differs",
      rows: ["aggregate is at version 1 of 2"],
      written: true,
    });
    expect(await raw.all("records")).toEqual(before);
  });

  test("removes a seat that was given away from the indexes", async () => {
    await givenSubjects();
    const seat = await raw.get("records", { pk: "review#c1-DE", sk: "seat#BR" });
    const stray = { ...seat, sk: toAttribute("seat#PE"), party: toAttribute("PE") };
    await raw.put("records", { ...stray, partyKey: toAttribute("PE") });
    expect(await store.reviewsOfParty(party("PE"))).toContain(reviewId("DE"));
    await rebuildAll(true);
    expect(await store.reviewsOfParty(party("PE"))).not.toContain(reviewId("DE"));
    expect(await rebuildAll(true)).toEqual(new Map());
  });

  describe("refuses, and writes nothing of it, where", () => {
    const spoilt: readonly (readonly [string, () => Promise<void>, string])[] = [
      [
        "an entry was changed",
        async () => raw.put("journal", { ...(await raw.get("journal", entryKey(1))), by: toAttribute("intruder") }),
        "entry 1: the content of entry 1 does not give its hash",
      ],
      ["an entry is missing", () => raw.remove("journal", entryKey(1)), "entry 1: entry 1 is missing"],
      [
        "the journal ends before the aggregate",
        () => raw.remove("journal", entryKey(2)),
        "the aggregate is at version 2, the journal ends with 1",
      ],
      [
        "the aggregate carries another hash than its entry",
        async () =>
          raw.put("records", { ...(await raw.get("records", aggregateRowKey)), hash: toAttribute("0".repeat(64)) }),
        "the aggregate carries another hash than entry 2",
      ],
      [
        "the aggregate was folded by a later version",
        async () =>
          raw.put("records", {
            ...(await raw.get("records", aggregateRowKey)),
            foldVersion: toAttribute(foldVersion + 1),
          }),
        "a later one",
      ],
      [
        "the aggregate says no version",
        async () => {
          const { version: _, ...aggregate } = await raw.get("records", aggregateRowKey);
          await raw.put("records", aggregate);
        },
        "the aggregate says no version",
      ],
    ];
    test.each(spoilt)("%s", async (_, spoil, why) => {
      await commit(drawOf("FR", "BR"), drawOf("DE", "BR"));
      await commit(startIn(await review("FR")));
      await spoil();
      await raw.remove("records", { pk: subject, sk: "seat#BR" });
      await raw.remove("records", { pk: "review#c1-DE", sk: "aggregate" });
      const before = await raw.all("records");
      const found = await rebuildAll(true);
      expect(found.get(subject)).toEqual({ kind: "refused", why: expect.stringContaining(why) });
      expect(found.get("review#c1-DE")).toEqual({ kind: "differs", rows: ["aggregate is missing"], written: true });
      const after = new Map(await raw.all("records"));
      after.delete("review#c1-DE aggregate");
      expect(after).toEqual(before);
    });
  });

  describe("on a running system", () => {
    /** Runs `what` right before a call of this name. */
    const before = (name: string, what: () => Promise<unknown>, times = 1) => {
      let left = times;
      const send = client.send.bind(client);
      return Object.assign(Object.create(client) as DynamoDB, {
        send: async (command: { constructor: { name: string } }) => {
          if (command.constructor.name === name && left-- > 0) await what();
          return send(command as never);
        },
      });
    };

    test("reports no difference for facts that are recorded while it runs", async () => {
      await commit(drawOf("FR", "BR"));
      let queries = 0;
      // Between the reading of the rows and that of the entries.
      const busy = before(
        "QueryCommand",
        async () => (++queries === 2 ? commit(startIn(await review("FR"))) : undefined),
        2,
      );
      expect(await rebuildingAggregates({ client: busy, tables }).rebuild(subject, { write: false })).toEqual({
        kind: "same",
      });
      expect(queries).toBe(2);
    });

    test("overwrites nothing that was recorded between its read and its write", async () => {
      await commit(drawOf("FR", "BR"));
      await raw.remove("records", { pk: subject, sk: "seat#BR" });
      const busy = before("TransactWriteItemsCommand", async () => commit(startIn(await review("FR"))));
      const rebuilt = await rebuildingAggregates({ client: busy, tables }).rebuild(subject, { write: true });
      expect(rebuilt).toMatchObject({ kind: "differs", written: true });
      expect((await review("FR")).version).toBe(2);
      expect((await auditAll(store, at("2020-12-02T00:00:00.000Z"))).broken).toEqual([]);
      expect(await rebuilding.rebuild(subject, { write: false })).toEqual({ kind: "same" });
    });
  });
});
