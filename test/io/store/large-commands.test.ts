import { describe, expect, test } from "vitest";
import { refuse } from "../../../domain/base/decision.ts";
import { executeCommand } from "../../../lambdas/commands/execute-command.ts";
import { TooManyConflicts } from "../../../lambdas/commands/outcomes.ts";
import { Conflict, type DayUse, TooManyItems } from "../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import { at, day, drawOf, userId } from "../../fixtures/changes.ts";
import { bothStores } from "./stores.ts";

const now = at("2020-12-01T10:00:00.000Z");
const changes = ["AD", "AE", "AF"].map((code) => drawOf(code, "FR", "JP"));
const use = (of: string, most = 10): DayUse => ({
  of,
  day: day("2020-12-01"),
  counts: { commands: { amount: 1, most } },
});

/** A store whose transactions have room for `beyond` fewer items. */
const withRoomFor = (store: Store, beyond: number): Store => ({
  ...store,
  commit: (commit) =>
    (commit.uses ?? []).length > 0 ? Promise.reject(new TooManyItems(100 + beyond)) : store.commit(commit),
});

describe.each(bothStores())("a command that fits only without its count, $name", ({ make }) => {
  const uses = [use(userId(1)), use("FR")];
  const used = async (store: Store) => Promise.all(uses.map((one) => store.usedOn(one)));

  test("is counted before it is made, and once", async () => {
    const store = withRoomFor((await make()).store, 2);
    const decide = async () => ({ ok: true as const, changes, outcome: undefined });
    expect((await executeCommand(store)({ by: userId(1), now, uses: () => uses, decide })).ok).toBe(true);
    expect(await used(store)).toEqual([{ commands: 1 }, { commands: 1 }]);
  });

  test("costs nothing if it is refused when it is decided again", async () => {
    const store = withRoomFor((await make()).store, 2);
    let decisions = 0;
    const decide = async () => {
      decisions += 1;
      return decisions === 1 ? { ok: true as const, changes, outcome: undefined } : refuse("not-yours");
    };
    expect(await executeCommand(store)({ by: userId(1), now, uses: () => uses, decide })).toMatchObject({ ok: false });
    expect([decisions, await used(store)]).toEqual([2, [{ commands: 0 }, { commands: 0 }]]);
  });

  test("costs nothing if it does not fit without its count, or loses its race", async () => {
    const store = withRoomFor((await make()).store, 2);
    const decide = async () => ({ ok: true as const, changes, outcome: undefined });
    const full: Store["commit"] = () => Promise.reject(new TooManyItems(102));
    const tooLarge = executeCommand({ ...store, commit: full })({ by: userId(1), now, uses: () => uses, decide });
    await expect(tooLarge).rejects.toBeInstanceOf(TooManyItems);
    const losing = { ...store, commit: failing(store) };
    const lost = executeCommand(losing)({ by: userId(1), now, uses: () => uses, decide });
    await expect(lost).rejects.toBeInstanceOf(TooManyConflicts);
    expect(await used(store)).toEqual([{ commands: 0 }, { commands: 0 }]);
  });

  test("returns the use that it counted for the user where the limit of the party is reached", async () => {
    const store = withRoomFor((await make()).store, 2);
    const limited = [use(userId(1)), use("FR", 1)];
    expect(await store.spend(use("FR", 1))).toBe(true);
    const decide = async () => ({ ok: true as const, changes, outcome: undefined });
    await expect(executeCommand(store)({ by: userId(1), now, uses: () => limited, decide })).rejects.toThrow("A limit");
    expect(await used(store)).toEqual([{ commands: 0 }, { commands: 1 }]);
  });

  test("remains counted if it is not known whether it was made", async () => {
    const store = withRoomFor((await make()).store, 2);
    const lostReply: Store["commit"] = (commit) =>
      (commit.uses ?? []).length > 0 ? store.commit(commit) : Promise.reject(new Error("No reply"));
    const decide = async () => ({ ok: true as const, changes, outcome: undefined });
    const unknown = executeCommand({ ...store, commit: lostReply })({ by: userId(1), now, uses: () => uses, decide });
    await expect(unknown).rejects.toThrow("No reply");
    expect(await used(store)).toEqual([{ commands: 1 }, { commands: 1 }]);
  });
});

/** Commits that others are always faster than, once their use is counted. */
const failing =
  (store: Store): Store["commit"] =>
  (commit) =>
    (commit.uses ?? []).length > 0 ? store.commit(commit) : Promise.reject(new Conflict("busy", "Others are faster"));
