import { beforeEach, describe, expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import { assignOfficer } from "../../../domain/review/commands/assign-officer.ts";
import { linkAccount } from "../../../domain/parties/users.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { toAttribute, toItem } from "../../../lambdas/io/store/attributes.ts";
import { workEntries } from "../../../lambdas/io/store/keys/work.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import type { DynamoDb } from "../../../lambdas/io/store/tables.ts";
import { type WorklistQuery, worklistPage } from "../../../lambdas/use-cases/oversight/worklist.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { WorkItem, WorkKind } from "../../../schemas/model/work-item.ts";
import {
  at,
  bulletinId,
  change,
  drawOf,
  factsOf,
  mandateId,
  mandateIn,
  party,
  registeredUser,
  reviewId,
  startIn,
  userId,
} from "../../fixtures/changes.ts";
import { labelsIn } from "../../harness/labels.ts";
import { engineRunsHere } from "./engine.ts";
import { type EngineStore, openEngineStore } from "./engine-store.ts";
import { mark } from "./twins.ts";

const now = at("2021-03-01T10:00:00.000Z");
const longAgo = at("2020-12-01T10:00:00.000Z");
const officer = userId(700_000);
/** The number of a party by its code; each has a mission of its own. */
const codeOf = (number: number): string => String.fromCodePoint(65 + Math.floor(number / 26), 65 + (number % 26));

const invitationTo = (number: number) =>
  plannedLetter(
    {
      content: { kind: "invitation", user: userId(number) },
      recipient: { kind: "user", user: userId(number) },
      party: party("ZZ"),
      plannedFor: longAgo,
      rule: "invitation",
    },
    longAgo,
  );

/** A task of a kind, of an officer if that kind has one. */
const taskOf = (kind: WorkKind, number: number, since = later(longAgo, { minutes: number })): WorkItem =>
  WorkItem.parse({
    kind,
    id: `${kind}-${String(number).padStart(4, "0")}`,
    since,
    party: party("ZZ"),
    review: reviewId("ZZ"),
    user: userId(1),
    mandate: mandateId(number),
    bulletin: bulletinId(number),
    group: GroupId.parse("c1-g1"),
    officer: number % 2 === 0 ? officer : userId(700_001),
  });

describe.runIf(engineRunsHere)("the worklist", () => {
  const emptyStore = openEngineStore();
  let opened: EngineStore;
  let queries: string[];
  let io: Parameters<typeof worklistPage>[0];
  beforeEach(async () => {
    opened = await emptyStore();
    queries = [];
    const query: DynamoDb["query"] = (input) => {
      queries.push(input.IndexName ?? "own keys");
      return opened.client.query(input);
    };
    const client = new Proxy<DynamoDb>(opened.client, {
      get: (target, name: keyof DynamoDb) => (name === "query" ? query : target[name].bind(target)),
    });
    const access = { client, tables: opened.tables };
    io = { store: dynamoStore(access), ledger: dynamoLedger(access) };
  });

  /** An invited user: a delegate of a party, or of the secretariat if none is named. */
  const putInvitation = async (number: number, of: { readonly party?: string } = {}): Promise<void> => {
    const when = later(longAgo, { minutes: number });
    const registered = registeredUser(number, of);
    await opened.store.commit({ changes: [registered], by: "load", at: when });
    const user = await opened.store.load("user", registered.id);
    if (user === undefined) throw new Error("There is no user");
    const linked = change("user", user.id, user, factsOf(linkAccount(user.state, `sub-${number}`, when)));
    await opened.store.commit({ changes: [linked], by: "load", at: when });
  };
  const putTask = ({ officer: whose, ...work }: WorkItem) =>
    opened.raw.put("records", {
      ...toItem({ pk: `task#${work.kind}`, sk: work.id }),
      ...toItem(workEntries(isCommon(work.kind) || whose === undefined ? work : { ...work, officer: whose })),
    });
  const isCommon = (kind: WorkKind) => /-to-approve$|^group-|^invitation-/u.test(kind);
  /** An invitation of a user of the secretariat, an address, a recipient or a letter with its task. */
  const putRow = async (kind: WorkKind, number: number): Promise<void> => {
    const when = later(longAgo, { minutes: number });
    const mission = { kind: "mission", party: party(codeOf(number)) } as const;
    const reached = {
      schema: 1,
      recipient: mission,
      party: mission.party,
      letter: invitationTo(0).id,
      since: when,
    } as const;
    switch (kind) {
      case "invitation-unused": {
        await putInvitation(number);
        return;
      }
      case "address-bounced":
        return opened.ledger.writeReturned({ ...reached, contact: "first", hash: mark.hash });
      case "recipient-unreachable":
        return opened.ledger.writeUnreachable({ ...reached, why: "no-address" });
      case "letter-unknown": {
        const planned = invitationTo(number);
        const claimed = moveLetter(planned, "claimed", { at: when });
        const unknown = moveLetter(claimed, "unknown", { at: when, why: "server-error" });
        const unsettled = moveLetter(unknown, "unknown", { at: when, why: "no-report" });
        await opened.ledger.plan(planned);
        for (const next of [claimed, unknown, unsettled]) await opened.ledger.move(next);
        return;
      }
      default:
        return putTask(taskOf(kind, number));
    }
  };
  const fill = async (each: number): Promise<void> => {
    for (const kind of WorkKind.options) for (let number = 1; number <= each; number += 1) await putRow(kind, number);
  };

  const readPage = async (wanted: Partial<WorklistQuery>, limit: number, after?: string) => {
    queries = [];
    const page = await worklistPage(
      io,
      { now, words: labelsIn("en"), ...wanted },
      { limit, ...(after === undefined ? {} : { after }) },
    );
    return { ...page, queries };
  };
  const everyPage = async (wanted: Partial<WorklistQuery>, limit: number) => {
    const pages = [await readPage(wanted, limit)];
    for (let last = pages.at(-1); last?.next !== undefined; last = pages.at(-1))
      pages.push(await readPage(wanted, limit, last.next));
    return { items: pages.flatMap(({ items }) => items), most: Math.max(...pages.map((page) => page.queries.length)) };
  };
  const inOrder = (items: readonly { readonly kind: WorkKind; readonly since: string; readonly id: string }[]) =>
    items.toSorted(
      (one, other) =>
        WorkKind.options.indexOf(one.kind) - WorkKind.options.indexOf(other.kind) ||
        one.since.localeCompare(other.since) ||
        (one.id < other.id ? -1 : 1),
    );

  test("takes four queries where its tasks fit in a page, and shows none ahead of its time", async () => {
    await fill(2);
    for (const kind of ["follow-up-due", "group-behind-plan"] as const)
      for (let number = 10; number < 20; number += 1)
        await putTask(taskOf(kind, number, later(now, { minutes: number })));
    const { items, next, queries: made } = await readPage({}, 50);
    expect(items.map(({ kind }) => kind)).toEqual(WorkKind.options.flatMap((kind) => [kind, kind]));
    expect(next).toBeUndefined();
    expect(made).toEqual(["byWork", "byWork", "byWork", "byWork"]);
  });

  test("takes one query more for tasks ahead of their time that fill one", async () => {
    await fill(1);
    for (let number = 10; number < 120; number += 1)
      await putTask(taskOf("follow-up-due", number, later(now, { minutes: number })));
    const { items, next, queries: made } = await readPage({}, 50);
    expect([items.map(({ kind }) => kind), next, made.length]).toEqual([WorkKind.options, undefined, 5]);
  });

  test("lists each of many tasks once, in pages of any size, of which none takes more than four queries", async () => {
    await fill(12);
    const whole = await everyPage({}, 200);
    expect(whole.items).toHaveLength(12 * WorkKind.options.length);
    expect(whole.items).toEqual(inOrder(whole.items));
    expect(new Set(whole.items.map(({ kind, id }) => `${kind} ${id}`)).size).toBe(whole.items.length);
    for (const limit of [7, 12, 50]) {
      const paged = await everyPage({}, limit);
      expect(paged.items).toEqual(whole.items);
      expect(paged.most).toBeLessThanOrEqual(4);
    }
    expect((await readPage({}, 10)).queries, "a page that the first kind fills").toEqual(["byWork"]);
  });

  test("takes one query for a page of one kind, of all officers or of one", async () => {
    await fill(3);
    for (const kind of WorkKind.options) {
      const all = await readPage({ kind }, 2);
      expect([all.items.length, all.queries]).toEqual([2, ["byWork"]]);
      const rest = await readPage({ kind }, 2, all.next);
      expect([rest.items.length, rest.next, rest.queries]).toEqual([1, undefined, ["byWork"]]);
      expect((await readPage({ kind, officer }, 50)).queries.filter((index) => index !== "byList")).toHaveLength(1);
    }
  });

  test("of an officer takes four queries, and one of the reviews for tasks about parties", async () => {
    await opened.store.commit({ changes: [drawOf("ZZ", "BR")], by: "load", at: longAgo });
    const drawn = await opened.store.load("review", reviewId("ZZ"));
    if (drawn === undefined) throw new Error("There is no review");
    const assigned = change("review", drawn.id, drawn, factsOf(assignOfficer(drawn.state, officer, longAgo)));
    await opened.store.commit({ changes: [assigned], by: "load", at: longAgo });
    await fill(4);
    const { items, next, queries: made } = await readPage({ officer }, 50);
    const own = (kind: WorkKind) => [kind, kind] as const;
    const each = (kind: WorkKind) => [...own(kind), ...own(kind)] as const;
    expect(items.map(({ kind }) => kind)).toEqual([
      ...own("duty-overdue"),
      ...own("review-blocked"),
      ...own("nomination-to-check"),
      ...each("letter-unknown"),
      ...own("follow-up-due"),
      ...each("bulletin-to-approve"),
      ...own("bulletin-stopped"),
      ...own("bulletin-unsettled"),
      ...each("group-behind-plan"),
      ...each("group-start-to-approve"),
      ...each("denunciation-to-approve"),
      ...each("erasure-to-approve"),
    ]);
    expect([next, made.toSorted()]).toEqual([undefined, ["byList", "byOfficer", "byOfficer", "byOfficer", "byWork"]]);
    const paged = await everyPage({ officer }, 5);
    expect(paged.items).toEqual(items);
    expect(paged.most).toBeLessThanOrEqual(5);
  });

  test.each([
    [3, ["byParty", "byParty", "byParty"]],
    [5, ["byList"]],
  ])("finds the mandates of %i invited delegates in %j", async (delegates, further) => {
    for (let number = 1; number <= delegates; number += 1) {
      const [code, id] = [codeOf(number), reviewId(codeOf(number))];
      const reviewNow = async () => {
        const found = await opened.store.load("review", id);
        if (found === undefined) throw new Error(`There is no review ${id}`);
        return found;
      };
      await putInvitation(number, { party: code });
      await opened.store.commit({ changes: [drawOf(code, "ZZ")], by: "load", at: longAgo });
      await opened.store.commit({ changes: [startIn(await reviewNow())], by: "load", at: longAgo });
      // The last one is in no review, so the invitation is no longer needed.
      if (number === delegates) continue;
      const named = mandateIn(await reviewNow(), "focal-point", code, number);
      await opened.store.commit({ changes: [named], by: "load", at: longAgo });
    }
    const { items, queries: made } = await readPage({ kind: "invitation-unused" }, 50);
    expect(items.map(({ user }) => user)).toEqual(
      Array.from({ length: delegates - 1 }, (_, place) => userId(place + 1)),
    );
    expect(made).toEqual(["byWork", ...further]);
    // A row in lists that cannot be read keeps no invitation from being listed: the review itself can be read.
    const key = { pk: `review#${reviewId(codeOf(1))}`, sk: "listed" };
    await opened.raw.put("records", { ...(await opened.raw.get("records", key)), listed: toAttribute("spoilt") });
    expect((await readPage({ kind: "invitation-unused" }, 50)).items).toEqual(items);
  });
});
