import { expect, test } from "vitest";
import { closeUser, correctUser, registerUser, reopenUser } from "../../../domain/parties/users.ts";
import type { Decision } from "../../../domain/base/decision.ts";
import { changeOf } from "../../../lambdas/commands/execute-command.ts";
import { UnreadableRow } from "../../../lambdas/io/unreadable-row.ts";
import { accessLettersOf } from "../../../lambdas/use-cases/planning/on-user-entry.ts";
import type { SideRecord } from "../../../lambdas/io/ports/commit.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { User } from "../../../schemas/model/user.ts";
import { address, factsOf, onePage, userId } from "../../fixtures/changes.ts";
import { given, secretariat as chief } from "../../fixtures/group.ts";
import { brokenAtRest } from "../../harness/invariants.ts";
import type { TestApp } from "../../harness/test-app.ts";

const [deputy, officer, latecomer] = [userId(602), userId(603), userId(604)];
const personOf = (user: UserId, email = `${user}@example.org`) =>
  ({ name: `Officer ${user.slice(-3)}`, email: address(email), language: "en" }) as const;

const register = async (app: TestApp, user: UserId, by: string): Promise<void> => {
  const facts = factsOf(registerUser({ id: user, role: "secretariat" }, app.clock.now()));
  const change = changeOf("user", user, undefined, facts, [{ kind: "person", user, person: personOf(user) }]);
  await app.store.commit({ changes: [change], by, at: app.clock.now() });
};

const decideOn = async (
  app: TestApp,
  by: UserId,
  decide: (user: User) => Decision,
  sideRecords: readonly SideRecord[] = [],
): Promise<void> => {
  const aggregate = await app.store.load("user", officer);
  if (aggregate === undefined) throw new Error("no officer");
  const change = changeOf("user", officer, aggregate, factsOf(decide(aggregate.state)), sideRecords);
  await app.store.commit({ changes: [change], by, at: app.clock.now() });
};

/**
 * Returns an app with one imported member of the secretariat, and a third who is registered, closed, opened and
 * readdressed at one instant.
 */
const changed = async (): Promise<TestApp> => {
  const app = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
  app.accounts.open = true;
  await register(app, deputy, "load");
  await app.rest();
  app.sleepUntil("2020-11-20T10:05:00.000Z");
  await register(app, officer, chief);
  await decideOn(app, chief, (user) => closeUser(user, "other", { confirmedOfficers: 2 }, app.clock.now()));
  await decideOn(app, deputy, (user) => reopenUser(user, { id: deputy }, app.clock.now()));
  for (const [before, after, number] of [
    [`${officer}@example.org`, "second@example.org", 1],
    ["second@example.org", "third@example.org", 2],
  ] as const)
    await decideOn(
      app,
      chief,
      (user) => correctUser(user, personOf(officer, before), personOf(officer, after), { id: chief }, app.clock.now()),
      [
        { kind: "person", user: officer, person: personOf(officer, after) },
        { kind: "former-address", of: { kind: "user", id: officer }, number, address: address(before) },
      ],
    );
  return app;
};

const listNotices = (app: TestApp): readonly string[] =>
  app.mail.inbox
    .filter(({ subject }) => subject.includes("secretariat was") || subject.startsWith("Your account was"))
    .map(({ to, subject }) => `${to}: ${subject.replace(/ \[.*/u, "")}`)
    .toSorted();
const wanted = [
  ...["secretariat@example.org", `${deputy}@example.org`].flatMap((reader) =>
    ["registered", "closed", "opened again", "given another address", "given another address"].map(
      (change) => `${reader}: The account of a user of the secretariat was ${change}`,
    ),
  ),
  "third@example.org: Your account was closed",
  `${officer}@example.org: Your account was given another address`,
  "second@example.org: Your account was given another address",
].toSorted();

test("every change at one instant is notified once by the stream, each former address among the recipients", async () => {
  const app = await changed();
  await app.rest();
  expect(listNotices(app)).toEqual(wanted);
  await app.sweep("full");
  await app.rest();
  expect(listNotices(app)).toEqual(wanted);
  expect(await brokenAtRest(app)).toEqual([]);
});

test("the next hourly sweep notifies what the stream put aside, to equal recipients", async () => {
  const app = await changed();
  app.stream.putAside.push(...app.stream.pending.splice(0));
  expect(listNotices(app)).toEqual([]);
  app.sleepUntil("2020-11-20T11:00:00.000Z");
  const report = await app.sweep("hourly");
  expect(report).toMatchObject({ noticesPlanned: wanted.length, failed: [] });
  await app.rest();
  expect(listNotices(app)).toEqual(wanted);
  await app.sweep("hourly");
  app.stream.pending.push(...app.stream.putAside.splice(0));
  await app.rest();
  expect(listNotices(app)).toEqual(wanted);
});

test("a journal that cannot be read keeps no user's letters back except those about its own user", async () => {
  const app = await changed();
  const journalOf: typeof app.store.journalOf = async (kind, id, paging) => {
    if (id === deputy) throw new UnreadableRow("of a later version", `user#${id}#0000000001`);
    return app.store.journalOf(kind, id, paging);
  };
  const io = { ...app.io, store: { ...app.store, journalOf } };
  const entries = (await app.store.journalOf("user", officer, onePage)).items;
  const letters = await accessLettersOf(io, officer, entries);
  expect(new Set(letters.flatMap(({ recipient }) => (recipient.kind === "user" ? [recipient.user] : [])))).toEqual(
    new Set([chief, deputy, officer]),
  );
  expect(app.logged("ROW_UNREADABLE")).toEqual([expect.objectContaining({ row: `user#${deputy}#0000000001` })]);
  const aboutDeputy = (await app.store.journalOf("user", deputy, onePage)).items.map((entry) => ({
    ...entry,
    by: chief,
  }));
  await expect(accessLettersOf(io, deputy, aboutDeputy)).rejects.toThrow(UnreadableRow);
});

test("a member who joins later gets no earlier letters, a member who was closed meanwhile gets all letters", async () => {
  const app = await changed();
  app.stream.putAside.push(...app.stream.pending.splice(0));
  app.sleepUntil("2020-11-20T10:30:00.000Z");
  await register(app, latecomer, chief);
  const aggregate = await app.store.load("user", deputy);
  if (aggregate === undefined) throw new Error("no deputy");
  const facts = factsOf(closeUser(aggregate.state, "other", { confirmedOfficers: 2 }, app.clock.now()));
  const change = changeOf("user", deputy, aggregate, facts);
  await app.store.commit({ changes: [change], by: chief, at: app.clock.now() });
  app.stream.putAside.push(...app.stream.pending.splice(0));
  await app.sweep("hourly");
  await app.rest();
  const letters = (await app.letters()).filter(({ content }) => content.kind === "access-changed");
  const about = letters.filter(({ content }) => content.kind === "access-changed" && content.user === officer);
  const reading = (user: UserId) =>
    about.filter(({ recipient }) => recipient.kind === "user" && recipient.user === user);
  expect(reading(latecomer)).toEqual([]);
  const isSent = ({ state }: Letter): boolean => state === "delivered" || state === "accepted";
  expect(reading(deputy).map(isSent)).toEqual(Array.from({ length: 5 }, () => true));
  expect(reading(chief).every(isSent)).toBe(true);
  const subjects = app.mail.inbox.filter(({ to }) => to === `${deputy}@example.org`).map(({ subject }) => subject);
  expect(subjects).toContainEqual(expect.stringMatching(/^Your account was closed/u));
  expect(await brokenAtRest(app)).toEqual([]);
});
