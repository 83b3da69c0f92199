import { afterAll, beforeAll, expect } from "vitest";
import { missionOf, openTestApi, president, secretariat, type TestApi } from "./test-api.ts";
import type { StoredRows } from "./database.ts";

/** Opened by the first file of a worker that only reads; vitest ends the worker with its memory. */
let shared: Promise<TestApi> | undefined;

const openShared = async (): Promise<TestApi> => {
  const api = await openTestApi();
  await api.startGroup();
  // The first request of a user is recorded; it is not a change of the test file.
  for (const as of [secretariat, president, missionOf("FR")]) await api.get("/v1/me", as);
  return api;
};

/**
 * Returns the API on a system whose first group has started, one for all files of a worker that only read, once the
 * tests run. A file that changes what is stored, or moves the clock by an hour, fails, and the next one gets another
 * system.
 */
export const sharedTestApi = (): (() => TestApi) => {
  let api: TestApi;
  let before: StoredRows;
  let at: number;
  beforeAll(async () => {
    api = await (shared ??= openShared());
    before = await api.storedRows();
    at = api.app.clock.now();
  });
  afterAll(async () => {
    const changed = await api.changedSince(before);
    const hours = Math.floor((api.app.clock.now() - at) / 3_600_000);
    if (changed.length > 0 || hours > 0) {
      shared = undefined;
      await api.close();
    }
    expect({ changed, hours }, "what a file changed that only reads").toEqual({ changed: [], hours: 0 });
  });
  return () => api;
};
