import { describe, expect, test } from "vitest";
import { engineRunsHere } from "../io/store/engine.ts";
import { openEngineStore } from "../io/store/engine-store.ts";
import { given, nameDelegate } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";

const reviews = { FR: ["DE"], JP: ["DE"], BR: ["DE"] };

describe.runIf(engineRunsHere)("nominations at the same time, on the engine", () => {
  const emptyStore = openEngineStore();
  const app = async (): Promise<TestApp> => given.group({ reviews, kept: await emptyStore() });
  const focalPoints = async ({ store }: TestApp, code: string) => {
    const aggregate = await store.load("review", `c1-${code}`);
    return Object.values(aggregate?.state.mandates ?? {}).filter(({ role }) => role === "focal-point");
  };

  // Guarantees 2 and 3: two accepted commands never share a version, a refused one changes nothing.
  test("race for one seat: one is named, the other is refused because there is a focal point", async () => {
    const one = await app();
    for (const code of ["FR", "JP", "BR"]) {
      const before = await one.store.load("review", `c1-${code}`);
      const outcomes = await Promise.all(
        [201, 202, 203].map((number) => nameDelegate(one, "focal-point", code, { number, in: [code] })),
      );
      expect(outcomes.filter((outcome) => outcome === undefined)).toHaveLength(1);
      expect(outcomes.filter((outcome) => outcome === "focal-point-exists")).toHaveLength(2);
      expect(await focalPoints(one, code)).toHaveLength(1);
      expect((await one.store.load("review", `c1-${code}`))?.version).toBe((before?.version ?? 0) + 1);
    }
  });

  test("for different reviews both win, and neither is lost", async () => {
    const one = await app();
    const outcomes = await Promise.all([
      nameDelegate(one, "focal-point", "DE", { number: 301, in: ["FR"] }),
      nameDelegate(one, "focal-point", "DE", { number: 302, in: ["JP", "BR"] }),
    ]);
    expect(outcomes).toEqual([undefined, undefined]);
    expect([await focalPoints(one, "FR"), await focalPoints(one, "JP")].flat().map(({ user }) => user.at(-1))).toEqual([
      (301).toString(36).at(-1),
      (302).toString(36).at(-1),
    ]);
  });

  test("of different parties in one review both win: the later decides again on what the earlier left", async () => {
    const one = await app();
    const outcomes = await Promise.all([
      nameDelegate(one, "focal-point", "FR", { number: 401, in: ["FR"] }),
      nameDelegate(one, "focal-point", "DE", { number: 402, in: ["FR"] }),
      nameDelegate(one, "expert", "FR", { number: 403, in: ["FR"] }),
    ]);
    expect(outcomes).toEqual([undefined, undefined, undefined]);
    expect(Object.keys((await one.store.load("review", "c1-FR"))?.state.mandates ?? {})).toHaveLength(3);
  });

  test("for all reviews at once against one of them: all or nothing", async () => {
    const one = await app();
    const [all, single] = await Promise.all([
      nameDelegate(one, "focal-point", "DE", { number: 501 }),
      nameDelegate(one, "focal-point", "DE", { number: 502, in: ["BR"] }),
    ]);
    expect([all, single].toSorted()).toEqual(["focal-point-exists", undefined]);
    const named = await Promise.all(["FR", "JP", "BR"].map((code) => focalPoints(one, code)));
    expect(named.map(({ length }) => length)).toEqual(all === undefined ? [1, 1, 1] : [0, 0, 1]);
  });
});
