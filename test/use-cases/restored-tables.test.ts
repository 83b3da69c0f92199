import { beforeEach, describe, expect, test } from "vitest";
import { decidePausedLetters, pausedLetters } from "../../lambdas/use-cases/sending/paused-letters.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { at } from "../fixtures/changes.ts";
import { planTestGroup, startOf } from "../fixtures/group.ts";
import { type MemoryLedger, memoryLedger } from "../fakes/memory/ledger.ts";
import { type MemoryStore, memoryStore } from "../fakes/memory/store.ts";
import { type TestApp, makeApp } from "../harness/test-app.ts";

const restoredTo = at("2020-12-02T12:00:00.000Z");
const adoptedAt = at("2020-12-16T12:00:00.000Z");
const parties = ["BR", "DE", "FR"];

/** Returns the subjects of mails with their missions, from any row. */
const subjectsOf = (app: TestApp, since: Instant = at("2020-01-01T00:00:00.000Z")) =>
  app.mail.inbox
    .filter((mail) => mail.at >= since && mail.to.startsWith("mission@"))
    .map(({ to, letter }) => `${to} ${letter}`)
    .toSorted();

/**
 * A group starts, its missions get letters, and the tables are restored to the second day. They are taken into use a
 * fortnight later. Meanwhile reminders left a week before, a day before and a day after the date of the focal points.
 */
describe("tables that were restored to an earlier second", () => {
  let mailedMeanwhile: readonly string[];
  let restored: { readonly store: MemoryStore; readonly ledger: MemoryLedger };
  beforeEach(async () => {
    const store = memoryStore();
    const ledger = memoryLedger(store);
    const app = makeApp({ kept: { store, ledger } });
    await planTestGroup(app, { reviews: { FR: ["DE", "BR"] } });
    app.mail.usually = "accepts";
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    await app.moveTo(restoredTo);
    const kept = store.copy();
    restored = { store: kept, ledger: ledger.copy(kept) };
    await app.moveTo(adoptedAt);
    mailedMeanwhile = subjectsOf(app, restoredTo);
    expect(mailedMeanwhile.length).toBeGreaterThanOrEqual(parties.length * 2);
  });

  /** Starts the system on the restored tables, with the restoration recorded unless `adopted` is false. */
  const resume = async ({ adopted = true } = {}): Promise<TestApp> => {
    if (adopted) await restored.ledger.writeRestoration({ schema: 1, restoredTo, adoptedAt });
    const app = makeApp({ kept: restored, now: adoptedAt });
    app.mail.usually = "accepts";
    return app;
  };
  const sweepUntil = async (app: TestApp, until: string): Promise<void> => {
    await app.sweep("full");
    await app.rest();
    await app.moveTo(until);
    await app.sweep("hourly");
    await app.rest();
  };

  test("mail again what had left, where the restoration is not recorded", async () => {
    const app = await resume({ adopted: false });
    await sweepUntil(app, "2020-12-16T14:00:00.000Z");
    const again = subjectsOf(app).filter((mail) => mailedMeanwhile.includes(mail));
    expect(again).not.toEqual([]);
  });

  test("mail nothing of what was due in between, list it, and measure no delay of it", async () => {
    const app = await resume();
    await sweepUntil(app, "2020-12-16T14:00:00.000Z");
    expect(app.mail.inbox).toEqual([]);
    const held = await pausedLetters(restored.ledger);
    const missions = held.flatMap(({ recipient }) => (recipient.kind === "mission" ? [recipient.party] : []));
    expect([...new Set(missions)].toSorted()).toEqual(parties);
    expect(held.every(({ plannedFor }) => plannedFor <= adoptedAt)).toBe(true);
    expect(app.metrics.recorded("oldestWaitingLetter").at(-1)).toBe(0);
    expect(app.logged("LETTERS_PAUSED").at(-1)).toMatchObject({ letters: held.length });
    expect(app.logged("FAILED")).toEqual([]);
  });

  test("continue with what falls due later, to all recipients", async () => {
    const app = await resume();
    await sweepUntil(app, "2020-12-31T12:00:00.000Z");
    const mailed = subjectsOf(app);
    expect(new Set(mailed.map((mail) => mail.split(" ")[0]))).toEqual(
      new Set(parties.map((code) => `mission@${code.toLowerCase()}.example.org`)),
    );
    expect(mailed.filter((mail) => mailedMeanwhile.includes(mail))).toEqual([]);
    expect(mailed).toEqual([...new Set(mailed)]);
  });

  test("send the one that a person releases, once, and count as sent what is settled", async () => {
    const app = await resume();
    await sweepUntil(app, "2020-12-16T14:00:00.000Z");
    const [chosen, ...others] = await pausedLetters(restored.ledger);
    if (chosen === undefined || others.length === 0) throw new Error("Too few letters are held");
    const now = app.clock.now();
    const resumed = await decidePausedLetters(restored.ledger, "resume", now, new Set([chosen.id]));
    expect(resumed).toEqual([chosen.id]);
    // A repeated request finds nothing left to release.
    expect(await decidePausedLetters(restored.ledger, "resume", now, new Set([chosen.id]))).toEqual([]);
    const settled = await decidePausedLetters(restored.ledger, "settle", now);
    expect(settled.toSorted()).toEqual(others.map(({ id }) => id).toSorted());
    await sweepUntil(app, "2020-12-16T16:00:00.000Z");
    expect(app.mail.inbox.map(({ letter }) => letter)).toEqual([chosen.id]);
    expect(await pausedLetters(restored.ledger)).toEqual([]);
    const ends = await Promise.all(others.map(({ id }) => restored.ledger.letter(id)));
    expect(new Set(ends.map((letter) => `${letter?.state} ${letter?.reason}`))).toEqual(new Set(["settled went-out"]));
  });

  test("leave alone a letter whose sender died while it claimed it, until a person decides", async () => {
    const app = await resume();
    await app.sweep("full");
    const [found] = await pausedLetters(restored.ledger);
    if (found === undefined) throw new Error("No letter is held");
    const lease = at("2020-12-02T12:01:00.000Z");
    const claimed = { ...found, state: "claimed" as const, lease, attentionAt: lease, revision: found.revision + 1 };
    expect(await restored.ledger.move(claimed)).toBe(true);
    await sweepUntil(app, "2020-12-17T02:00:00.000Z");
    expect(app.mail.inbox.filter(({ letter }) => letter === found.id)).toEqual([]);
    expect((await restored.ledger.letter(found.id))?.state).toBe("claimed");
    await decidePausedLetters(restored.ledger, "resume", app.clock.now(), new Set([found.id]));
    await sweepUntil(app, "2020-12-17T03:00:00.000Z");
    expect(app.mail.inbox.filter(({ letter }) => letter === found.id)).toHaveLength(1);
  });
});
