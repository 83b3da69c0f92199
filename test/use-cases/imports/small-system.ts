import { expect } from "vitest";
import { loadParties } from "../../../bin/load/subjects.ts";
import { previewResumption } from "../../../domain/letters/release-letters.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { planGroup } from "../../../domain/parties/groups.ts";
import { resumeGroup } from "../../../domain/parties/resume-group.ts";
import { continueReview } from "../../../domain/review/commands/continue-review.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import {
  checkImport,
  decideImport,
  keepWhileApplying,
  readImport,
} from "../../../lambdas/use-cases/imports/order-import.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { groupIdOf, type ImportId, reviewIdOf } from "../../../schemas/base/ids.ts";
import { factsOf } from "../../fixtures/changes.ts";
import { registerTestUser, secretariat } from "../../fixtures/group.ts";
import { smallSource, smallTakeOver } from "../../fixtures/small-take-over.ts";
import { parties } from "../../domain/lots/few-parties.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { findingsOf } from "../../harness/verification.ts";
import { makeApp, type TestApp } from "../../harness/test-app.ts";

export const opened = async (): Promise<TestApp> => {
  const app = makeApp({ now: "2023-06-09T10:00:00.000Z" });
  app.accounts.open = true;
  app.mail.usually = "accepts";
  await registerTestUser(app, { id: secretariat, role: "secretariat" }, "secretariat@example.org");
  await loadParties({ store: app.store, now: app.clock.now(), by: "load" }, parties);
  await app.settle();
  return app;
};

export const takeOver = async (app: TestApp, sheets = smallTakeOver): Promise<ImportId> => {
  const now = app.clock.now();
  const read = readImport({ source: smallSource, sheets }, secretariat, now);
  const { id } = read.order;
  const before = await app.store.load("import", id);
  if (before !== undefined) {
    await keepWhileApplying(app.store, read, before);
    return id;
  }
  const plan = await checkImport(app.store, read);
  expect(plan.errors).toEqual([]);
  await executeCommand(app.store)({ by: secretariat, now, decide: () => decideImport(app.store, read, plan) });
  return id;
};

export const release = async (app: TestApp, id: "c1-g1" | "c1-g2") => {
  const { store, clock } = app;
  const group = (await store.load("group", id))?.state;
  if (group === undefined) throw new Error(`There is no ${id}`);
  const reviews = (await store.loadMany("review", group.reviews)).map(({ state }) => state);
  const users = (await store.list("user", { limit: 100 })).items.map(({ state }) => state);
  const reachable = new Set((await store.missions(parties.map((party) => party.id))).keys());
  const counted = previewResumption(group, { reviews, users, reachable, resuming: [] }, clock.now());
  if (!counted.ok) throw new Error(counted.refusal);
  const order = { preview: counted.preview.hash, releasedBy: secretariat };
  const decide = (state: typeof group) => resumeGroup(state, order, counted.preview, clock.now());
  const done = await executeOnAggregate(store)({ kind: "group", id, by: secretariat, now: clock.now(), decide });
  expect(done.ok).toBe(true);
  return counted.preview;
};

export const stateOf = async ({ store }: TestApp, id: ImportId) => (await store.load("import", id))?.state;
export const whole = async (app: TestApp) => {
  await app.sweep("full");
  await app.settle();
  return [...(await brokenNow(app)), ...(await brokenAtRest(app)), ...(await findingsOf(app))];
};
export const sentLetters = async (app: TestApp) =>
  (await app.letters()).filter(({ messageId }) => messageId !== undefined);
export const kindsOf = (letters: readonly Letter[]) =>
  Object.fromEntries(
    [...Map.groupBy(letters, ({ content }) => content.kind)].map(([kind, those]) => [kind, those.length]),
  );

/** Plans and starts the next review of an imported review's party, in another cluster and a separate group. */
export const continued = async (app: TestApp): Promise<void> => {
  const now = app.clock.now();
  const before = (await app.store.load("review", "c1-AA"))?.state;
  if (before === undefined) throw new Error("There is no c1-AA");
  const group = groupIdOf(4, 1);
  const id = reviewIdOf(4, before.party);
  const review = factsOf(continueReview(before, { id, cluster: 4, group }, now));
  const planned = factsOf(planGroup({ cluster: 4, group: 1, plannedFor: dayOf(now), reviews: [id] }, now));
  const changes = [changeOf("review", id, undefined, review), changeOf("group", group, undefined, planned)];
  await app.store.commit({ changes, by: "load", at: now });
  await app.settle();
};
