import { beforeEach, describe, expect, test } from "vitest";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { changesOf, executeCommand, executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { closeUser } from "../../../domain/parties/users.ts";
import { erasePerson } from "../../../domain/oversight/erase-person.ts";
import { decideErasure } from "../../../lambdas/use-cases/accounts/decide-erasure.ts";
import { erasuresLeft, erasuresSince, repeatErasure } from "../../../lambdas/use-cases/accounts/repeat-erasures.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import { at, mandateId, party, userId } from "../../fixtures/changes.ts";
import {
  missionUser,
  nameDelegate,
  planTestGroup,
  registerTestUser,
  secretariat,
  startOf,
} from "../../fixtures/group.ts";
import { memoryLedger } from "../../fakes/memory/ledger.ts";
import { memoryStore } from "../../fakes/memory/store.ts";
import { type TestApp, makeApp } from "../../harness/test-app.ts";

const restoredTo = at("2020-12-03T12:00:00.000Z");
const adoptedAt = at("2020-12-05T12:00:00.000Z");
const why = { reason: "asked-by-person", source: "letter" } as const;
const left = missionUser("FR");
const serving = userId(100);
const addressOf = { [left]: "secretary@fr.example.org", [serving]: "delegate@de.example.org" };

const close = (app: TestApp, id: UserId) =>
  executeOnAggregate(app.store)({
    kind: "user",
    id,
    by: secretariat,
    now: app.clock.now(),
    decide: (user) => closeUser(user, "left-service", { confirmedOfficers: 2 }, app.clock.now()),
  });
const erase = ({ store, ledger, clock }: TestApp, id: UserId) =>
  executeCommand(store)({
    by: secretariat,
    now: clock.now(),
    decide: async () => {
      const aggregate = await store.load("user", id);
      if (aggregate === undefined) throw new Error("No user");
      return decideErasure({ store, ledger }, aggregate, await store.person(id), (user, grounds) =>
        erasePerson(user, grounds, why, clock.now()),
      );
    },
  });
const endMandate = ({ store, clock }: TestApp) =>
  executeCommand(store)({
    by: missionUser("DE"),
    now: clock.now(),
    decide: async () => {
      const aggregates = await store.loadMany("review", await store.reviewsOfParty(party("DE")));
      const actor = await store.load("user", missionUser("DE"));
      if (actor === undefined) throw new Error("No mission");
      const removed = removeMandate(
        aggregates.map(({ state }) => state),
        actor.state,
        { party: party("DE"), mandate: mandateId(1000) },
        clock.now(),
      );
      return removed.ok ? { ok: true, changes: changesOf(aggregates, removed.changes), outcome: undefined } : removed;
    },
  });

/**
 * A secretary of a mission leaves after the second to which tables are restored, and is erased. A person whose mandate
 * ended then is erased as well.
 */
describe("users that restored tables bring back", () => {
  let before: TestApp;
  let app: TestApp;
  beforeEach(async () => {
    const store = memoryStore();
    const ledger = memoryLedger(store);
    before = makeApp({ kept: { store, ledger } });
    await planTestGroup(before, { reviews: { FR: ["DE", "BR"] } });
    before.mail.usually = "accepts";
    await before.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(before, "2020-12-01");
    await registerTestUser(before, { id: serving, role: "delegate", party: party("DE") }, addressOf[serving] ?? "");
    expect(await nameDelegate(before, "focal-point", "DE")).toBeUndefined();
    await before.moveTo(restoredTo);
    const copy = store.copy();
    const restored = { store: copy, ledger: ledger.copy(copy) };
    await before.moveTo("2020-12-04T12:00:00.000Z");
    await close(before, left);
    expect(await erase(before, left)).toMatchObject({ ok: true });
    const erased = [
      { user: left, ...why },
      { user: serving, ...why },
      { user: userId(999), ...why },
    ];
    await restored.ledger.writeRestoration({ schema: 1, restoredTo, adoptedAt, erased });
    app = makeApp({ kept: restored, now: adoptedAt });
    app.mail.usually = "accepts";
  });
  const repeat = (user: UserId) => repeatErasure({ ...app.io }, { user, ...why });
  const listErasuresLeft = async () => (await erasuresLeft(app.store, app.ledger)).map(({ user }) => user);
  const traces = async (user: UserId) => {
    const { rows } = app.store as unknown as { rows: () => readonly string[] };
    const letters = (await app.letters()).map((letter) => JSON.stringify(letter));
    return [...rows(), ...letters].filter((row) => row.includes(addressOf[user] ?? "unknown"));
  };

  test("are named by the journal of before, from an hour before the second that was restored", async () => {
    const now = before.clock.now();
    const found = { erasures: [{ user: left, ...why }], unreadable: [] };
    expect(await erasuresSince(before.store, restoredTo, now)).toEqual(found);
    await before.moveTo("2021-01-05T12:00:00.000Z");
    expect(await erasuresSince(before.store, restoredTo, before.clock.now()), "months later").toEqual(found);
    // Recorded as of the start of its request, the erasure may have been committed after the second that was restored.
    expect(await erasuresSince(before.store, at("2020-12-04T12:00:20.000Z"), now)).toEqual(found);
    expect((await erasuresSince(before.store, at("2020-12-04T13:00:00.001Z"), now)).erasures).toEqual([]);
  });

  test("are erased again, whole, once, and left are those who are not", async () => {
    expect(await traces(left)).not.toEqual([]);
    expect(await listErasuresLeft()).toEqual([left, serving]);
    expect(await repeat(left)).toEqual({ kind: "erased" });
    expect(await app.store.person(left)).toBeUndefined();
    await app.rest();
    await app.sweep("full");
    await app.rest();
    expect(await traces(left)).toEqual([]);
    expect(app.accounts.made).toEqual([]);
    expect(await listErasuresLeft()).toEqual([serving]);
    const version = (await app.store.load("user", left))?.version;
    expect(await repeat(left)).toEqual({ kind: "nothing" });
    expect((await app.store.load("user", left))?.version).toBe(version);
  });

  test("wait with their access closed where a mandate runs again, and are erased once its end is recorded", async () => {
    expect(await repeat(serving)).toMatchObject({
      kind: "waits",
      obstacles: { mandates: [{ mandate: mandateId(1000), reviews: ["c1-FR"] }] },
    });
    expect((await app.store.load("user", serving))?.state.closedAt).toBe(adoptedAt);
    await app.moveTo("2021-01-20T12:00:00.000Z");
    expect(app.mail.inbox.filter(({ to }) => to === addressOf[serving])).toEqual([]);
    expect(await listErasuresLeft()).toContain(serving);
    expect(await endMandate(app)).toMatchObject({ ok: true });
    expect(await repeat(serving)).toEqual({ kind: "erased" });
    expect(await listErasuresLeft()).toEqual([left]);
  });

  test("are none where the tables never knew them", async () => {
    expect(await repeat(userId(999))).toEqual({ kind: "nothing" });
  });
});
