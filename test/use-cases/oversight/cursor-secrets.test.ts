import { expect, test } from "vitest";
import { given } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { signedCursors } from "../../../lambdas/shell/http/cursors.ts";
import { firstSecrets } from "../../../lambdas/io/cursor-secrets.ts";
import { at } from "../../fixtures/changes.ts";

/** Returns a function instance that has just read the secrets and caches them. */
const functionOf = async ({ store, clock }: TestApp, scope = "a list") => {
  const read = await store.cursorSecrets(() => firstSecrets("first", clock.now()));
  return signedCursors({ cursorSecrets: () => Promise.resolve(read), clock }, scope);
};
const isTaken = async (app: TestApp, { next = "" }: { next?: string }): Promise<boolean> =>
  (await functionOf(app)).open(next).then(
    ({ after }) => after === "here",
    () => false,
  );

const appOn = async (instant: string): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] } });
  await app.moveTo(instant);
  return app;
};

test("a cursor is taken after the secret was replaced once, and not when it was replaced twice", async () => {
  const app = await appOn("2020-12-01T02:05:00.000Z");
  const cursor = await (await functionOf(app)).seal("here");
  await app.moveTo("2020-12-31T02:05:00.000Z");
  await app.sweep("full");
  expect(await isTaken(app, cursor)).toBe(true);
  await app.moveTo("2021-01-30T03:05:00.000Z");
  await app.sweep("full");
  expect(await isTaken(app, cursor)).toBe(false);
});

test("a function that has read no new secret yet takes what the others sign, and they what it signs", async () => {
  const app = await appOn("2020-12-01T02:05:00.000Z");
  await functionOf(app);
  await app.moveTo("2020-12-31T02:05:00.000Z");
  const late = await functionOf(app);
  await app.sweep("full");
  const early = await functionOf(app);
  // The time for which a function caches the secrets, and that the sweep may take.
  await app.moveTo("2020-12-31T02:24:00.000Z");
  const [ofLate, ofEarly] = await Promise.all([late.seal("here"), early.seal("here")]);
  expect(await early.open(ofLate.next)).toEqual({ after: "here" });
  expect(await late.open(ofEarly.next)).toEqual({ after: "here" });
});

test("the secret stays while it is younger than thirty days, and in every sweep but the nightly", async () => {
  const app = await appOn("2020-12-01T02:05:00.000Z");
  await functionOf(app);
  const before = await app.store.cursorSecrets(() => firstSecrets("none", app.clock.now()));
  await app.moveTo("2020-12-30T02:05:00.000Z");
  await app.sweep("full");
  await app.moveTo("2021-01-01T02:17:00.000Z");
  await app.sweep("hourly");
  await app.sweep("morning");
  expect(await app.store.cursorSecrets(() => firstSecrets("none", app.clock.now()))).toEqual(before);
  await app.sweep("full");
  const after = await app.store.cursorSecrets(() => firstSecrets("none", app.clock.now()));
  expect(after).toMatchObject({ previous: before.newest, signsFrom: at("2021-01-01T03:17:00.000Z") });
});

test("a cursor of another list is taken under no secret", async () => {
  const app = await appOn("2020-12-01T02:05:00.000Z");
  const { next } = await (await functionOf(app, "another list")).seal("here");
  await expect((await functionOf(app)).open(next)).rejects.toMatchObject({ kind: "invalid-cursor" });
});
