import { ScanCommand, type DynamoDB } from "@aws-sdk/client-dynamodb";
import { beforeEach, describe, expect, test } from "vitest";
import { recordContact } from "../../../domain/parties/follow-ups.ts";
import { assignOfficer } from "../../../domain/review/commands/assign-officer.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { indexingOf } from "../../../lambdas/io/store/indexing.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { AnyChange } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { toAttribute } from "../../../lambdas/io/store/attributes.ts";
import { type RewritableTable, rewriteRows } from "../../../lambdas/io/store/rewriting.ts";
import { lettersTable, recordsTable } from "../../../schemas/model/tables.ts";
import {
  at,
  change,
  day,
  drawOf,
  factsOf,
  mandateIn,
  onePage,
  party,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { recordEveryKind } from "../../fixtures/recorded-subjects.ts";
import { beforeCalls } from "./before-calls.ts";
import { engineRunsHere, type TestTables } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import type { RawTables } from "./tables.ts";
import { mark } from "./twins.ts";

const now = at("2020-12-01T10:00:00.000Z");
const endOfTime = at("9999-12-31T23:59:59.999Z");
const officer = userId(7);
const user = { kind: "user", user: userId(1) } as const;
const invitation = plannedLetter(
  { content: { kind: "invitation", user: userId(1) }, recipient: user, plannedFor: now, rule: "invitation" },
  now,
);
const handover = plannedLetter(
  {
    content: { kind: "digest", party: party("BR"), on: day("2020-12-04") },
    recipient: { kind: "mission", party: party("BR") },
    party: party("BR"),
    plannedFor: now,
    rule: "digest",
  },
  now,
);
const reached = { schema: 1, recipient: user, letter: invitation.id, since: now } as const;
const returned = { ...reached, contact: "first", hash: mark.hash } as const;

const indexKeys: Readonly<Record<RewritableTable, readonly string[]>> = {
  records: [...recordsTable.indexes.flatMap((index) => [index.partitionKey, index.sortKey]), "work", "dueAt"],
  // The state of a letter is all that says how it ended.
  letters: lettersTable.indexes
    .flatMap((index): readonly string[] => [index.partitionKey, index.sortKey])
    .filter((name) => name !== "state"),
};

describe.runIf(engineRunsHere)("rows that are older than an index", () => {
  const emptyStore = openEngineStore();
  let client: DynamoDB;
  let tables: TestTables;
  let store: Store;
  let ledger: Ledger;
  let raw: RawTables;
  beforeEach(async () => {
    ({ client, tables, store, ledger, raw } = await emptyStore());
  });
  const commit = (...changes: readonly AnyChange[]) => store.commit({ changes, by: "react", at: now });
  const review = async (code: string) => {
    const aggregate = await store.load("review", reviewId(code));
    if (aggregate === undefined) throw new Error(`No review of ${code}`);
    return aggregate;
  };
  /** A row for each list. */
  const givenRows = async () => {
    await commit(drawOf("DE", "BR"), registeredUser(1, { party: "BR" }));
    const drawn = await review("DE");
    await commit(change("review", drawn.id, drawn, factsOf(assignOfficer(drawn.state, officer, now))));
    await commit(startIn(await review("DE")));
    await commit(mandateIn(await review("DE"), "focal-point", "BR", 1));
    const contact = {
      way: "call",
      outcome: "promised",
      officer,
      nextOn: day("2020-12-09"),
      review: reviewId("DE"),
    } as const;
    const recorded = recordContact(party("JP"), undefined, contact, undefined, now);
    if (!recorded.ok) throw new Error(recorded.refusal);
    const besides = [{ kind: "contact", contact: recorded.contact }] as const;
    await commit(change("contact-log", "JP", undefined, recorded.facts, besides));
    await ledger.plan(invitation);
    await ledger.plan(handover);
    await ledger.move(moveLetter(handover, "skipped", { at: now, reason: "done" }));
    await ledger.writeMark(mark);
    await ledger.writeUnreachable({ ...reached, why: "no-address" });
    await ledger.writeReturned(returned);
  };
  const everyRow = async () => [...(await raw.all("records")), ...(await raw.all("letters"))];
  /** Lists the contents of each index of the product. */
  const lists = async () => ({
    groups: (await store.list("group", onePage)).items.length,
    bulletins: (await store.list("bulletin", onePage)).items.length,
    nomination: (await store.reviewsInStage("nomination", onePage)).items.map(({ id }) => id),
    reviewsOfBrazil: await store.reviewsOfParty(party("BR")),
    usersOfBrazil: await store.usersOfParty(party("BR")),
    contacts: (await store.contactsAbout(reviewId("DE"), onePage)).items,
    due: (await store.due(onePage)).items,
    pending: (await store.pending("focal-point", onePage)).items,
    overdue: (await store.work({ kind: "duty-overdue" }, { ...onePage, until: endOfTime })).items,
    toFollow: (await store.work({ kind: "follow-up-due" }, { ...onePage, until: endOfTime, officer })).items,
    listed: (await store.listedReviews(onePage)).items.map(({ id }) => id),
    planned: (await ledger.needingAttention("planned", endOfTime, onePage)).items,
    skipped: (await ledger.needingAttention("skipped", endOfTime, onePage)).items,
    lettersOfBrazil: (await ledger.ofParty(party("BR"), onePage)).items,
    ofTheYear: (
      await ledger.list({ from: at("2020-01-01T00:00:00.000Z"), until: at("2021-01-01T00:00:00.000Z") }, onePage)
    ).items,
    aboutUser: (await ledger.ofSubject(`user#${userId(1)}`, onePage)).items,
    suppressed: (await ledger.suppressed(onePage)).items,
    unreachable: (await ledger.unreachable(onePage)).items,
    returned: (await ledger.returned(onePage)).items,
    notArriving: (await ledger.work({ kind: "address-bounced" }, { ...onePage, until: endOfTime })).items,
  });
  /** Removes the index attributes, so that the rows look older than the indexes. */
  const makeOld = async (): Promise<number> => {
    let old = 0;
    for (const table of ["records", "letters"] as const) {
      const { Items: items = [] } = await client.send(new ScanCommand({ TableName: tables[table] }));
      for (const item of items) {
        const rest = Object.fromEntries(Object.entries(item).filter(([name]) => !indexKeys[table].includes(name)));
        if (Object.keys(rest).length === Object.keys(item).length) continue;
        await raw.put(table, rest);
        old += 1;
      }
    }
    return old;
  };
  const reindex = async (write: boolean, on: DynamoDB = client) => {
    const access = { client: on, tables };
    const found = [];
    for (const table of ["records", "letters"] as const)
      found.push(await rewriteRows(access, { ...indexingOf(access, table), write }));
    const kinds = found.flatMap((each) => [...each.kinds]).filter(([, { changed }]) => changed > 0);
    const changed = kinds.reduce((sum, [, count]) => sum + count.changed, 0);
    return { kinds: kinds.map(([kind]) => kind).toSorted(), changed, left: found.flatMap(({ left }) => left) };
  };
  const nothing = { kinds: [], changed: 0, left: [] };

  test("are found by every list again once they are indexed, and are as if they had been written today", async () => {
    await recordEveryKind(store, now);
    await givenRows();
    const [before, listed] = [await everyRow(), await lists()];
    expect(await reindex(true), "rows of today").toEqual(nothing);
    expect(
      Object.entries(listed).filter(([, list]) => list === 0 || (Array.isArray(list) && list.length === 0)),
    ).toEqual([]);
    const old = await makeOld();
    const lost = await lists();
    expect(
      Object.values(lost)
        .flat()
        .filter((one) => one !== 0),
    ).toEqual([]);
    expect(await reindex(false)).toMatchObject({ changed: old, left: [] });
    expect(await lists(), "counting changes nothing").toEqual(lost);
    expect(await reindex(true)).toEqual({
      kinds: ["aggregate", "contact", "index-row", "letter", "mark", "returned", "unreachable"],
      changed: old,
      left: [],
    });
    expect(await lists()).toEqual(listed);
    expect(await everyRow()).toEqual(before);
    expect(await reindex(true)).toEqual(nothing);
  });

  test("are removed from indexes in which today's code would not put them", async () => {
    await givenRows();
    const before = await everyRow();
    const seat = await raw.get("records", { pk: "review#c1-DE", sk: "seat#BR" });
    await raw.put("records", { ...seat, obligationKey: toAttribute("focal-point"), obligationSort: toAttribute("1") });
    const letter = await raw.get("letters", { id: invitation.id });
    await raw.put("letters", {
      ...letter,
      state: toAttribute("planned"),
      partyKey: toAttribute("FR"),
      partySort: toAttribute("1"),
    });
    expect(await reindex(true)).toEqual({ kinds: ["index-row", "letter"], changed: 2, left: [] });
    expect(await everyRow()).toEqual(before);
  });

  test("continue to be indexed after an interrupted run", async () => {
    await givenRows();
    const before = await everyRow();
    const old = await makeOld();
    const ending = beforeCalls(client, "UpdateItemCommand", async (call) => {
      if (call > 3) throw new Error("Ended");
    });
    await expect(reindex(true, ending)).rejects.toThrow("Ended");
    const { changed } = await reindex(true);
    expect([changed < old, changed > 0]).toEqual([true, true]);
    expect(await everyRow()).toEqual(before);
    expect(await reindex(true)).toEqual(nothing);
  });

  test("are indexed by two at once without harm", async () => {
    await givenRows();
    const before = await everyRow();
    await makeOld();
    const both = await Promise.all([reindex(true), reindex(true)]);
    expect(both.flatMap(({ left }) => left)).toEqual([]);
    expect(await everyRow()).toEqual(before);
  });

  test("are not written where they were written since they were read: the newer rows stay", async () => {
    await givenRows();
    await makeOld();
    const busy = beforeCalls(client, "TransactWriteItemsCommand", async (call) => {
      if (call !== 1) return;
      await commit(mandateIn(await review("DE"), "focal-point", "DE", 2));
      await ledger.move(moveLetter(invitation, "skipped", { at: now, reason: "done" }));
    });
    expect((await reindex(true, busy)).left).toEqual([]);
    expect((await store.reviewsInStage("consultation", onePage)).items.map(({ id }) => id)).toContain(reviewId("DE"));
    expect((await store.pending("focal-point", onePage)).items.filter((row) => row.review === reviewId("DE"))).toEqual(
      [],
    );
    expect((await ledger.letter(invitation.id))?.state).toBe("skipped");
    expect(await reindex(true)).toEqual(nothing);
  });

  test("stay as they are where they cannot be read or are of no known kind, and the first are named", async () => {
    await givenRows();
    const mission = await raw.get("records", { pk: "review#c1-DE", sk: "aggregate" });
    await raw.put("records", { ...mission, state: toAttribute({ stage: "gone" }) });
    await raw.put("records", { pk: toAttribute("later#1"), sk: toAttribute("later"), kindKey: toAttribute("later") });
    const before = await everyRow();
    const { left, changed } = await reindex(true);
    expect(left.map(({ row }) => row)).toContain("review#c1-DE#aggregate");
    expect([changed, await everyRow()]).toEqual([0, before]);
  });
});
