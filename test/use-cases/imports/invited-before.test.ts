import { expect, test } from "vitest";
import { dayOf } from "../../../domain/base/time.ts";
import { startGroup } from "../../../domain/parties/groups.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import type { Group } from "../../../schemas/model/group.ts";
import { secretariat } from "../../fixtures/group.ts";
import { smallTakeOver } from "../../fixtures/small-take-over.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { continued, opened, release, sentLetters, takeOver, whole } from "./small-system.ts";

/** Persons with a mandate in an imported review who were invited for another group before its resumption. */

/** The small take-over, with an expert of AA in its review. */
const [focalPoint] = smallTakeOver["people"]?.rows.filter(({ party }) => party === "AA") ?? [];
const withExpert = {
  ...smallTakeOver,
  people: {
    rows: [
      ...(smallTakeOver["people"]?.rows ?? []),
      { ...focalPoint, role: "expert", reviews: "c1-AA", name: "Expert of AA", email: "expert@aa.example.org" },
    ],
  },
};

const startNext = async (app: TestApp): Promise<void> => {
  const now = app.clock.now();
  const decide = (group: Group) => startGroup(group, dayOf(now), now);
  await executeOnAggregate(app.store)({ kind: "group", id: "c4-g1", by: secretariat, now, decide });
  await app.settle();
};

/** Returns the users with a role in the imported review of AA. */
const usersIn = async (app: TestApp, role: string): Promise<readonly string[]> =>
  Object.values((await app.store.load("review", "c1-AA"))?.state.mandates ?? {})
    .filter((mandate) => mandate.role === role)
    .map(({ user }) => user);
const lettersTo = async (app: TestApp, user: string): Promise<readonly string[]> =>
  (await sentLetters(app))
    .filter(({ recipient }) => recipient.kind === "user" && recipient.user === user)
    .map(({ content }) => content.kind)
    .filter((kind) => kind === "invitation" || kind === "state-of-reviews")
    .toSorted();

test("an expert who was invited for another group gets the letter about the state of the reviews once, and no second invitation", async () => {
  const app = await opened();
  await takeOver(app, withExpert);
  await app.settle();
  await continued(app);
  await startNext(app);
  const experts = await usersIn(app, "expert");
  expect(experts.length).toBeGreaterThan(0);
  await app.moveTo("2023-06-20T10:00:00.000Z");
  for (const user of experts) expect(await lettersTo(app, user)).toEqual(["invitation"]);
  const preview = await release(app, "c1-g1");
  expect(preview.expertsAndObservers).toBe(preview.toNotify.length);
  expect(preview.toNotify).toEqual(expect.arrayContaining([...experts]));
  await app.moveTo("2023-06-21T07:30:00.000Z");
  for (const user of experts) expect(await lettersTo(app, user)).toEqual(["invitation", "state-of-reviews"]);
  expect(await whole(app)).toEqual([]);
  await app.sweep("full");
  await app.settle();
  for (const user of experts) expect(await lettersTo(app, user)).toEqual(["invitation", "state-of-reviews"]);
  const texts = app.mail.inbox.filter(({ subject }) => subject.startsWith("State of")).map(({ text }) => text);
  const toExperts = texts.filter((text) => text.startsWith("Secretariat") && text.includes("Dear "));
  expect(toExperts.length).toBeGreaterThanOrEqual(experts.length);
});

test("an expert who is invited with the release gets the invitation alone", async () => {
  const app = await opened();
  await takeOver(app, withExpert);
  await app.settle();
  const experts = await usersIn(app, "expert");
  await app.moveTo("2023-06-20T10:00:00.000Z");
  expect(await release(app, "c1-g1")).toMatchObject({ expertsAndObservers: 0, toNotify: [] });
  await app.moveTo("2023-06-21T07:30:00.000Z");
  for (const user of experts) expect(await lettersTo(app, user)).toEqual(["invitation"]);
  expect((await app.store.load("group", "c1-g1"))?.state.resumed?.toNotify).toEqual([]);
  expect(await whole(app)).toEqual([]);
});
