import { afterAll, beforeAll, expect, test } from "vitest";
import { freshKey, openTestApi, type TestApi, secondSecretariat, secretariat } from "../harness/test-api.ts";

/** A change of the access of a user of the secretariat is notified by letter to all its other users. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
});
afterAll(() => api.close());

const joined = "joined.officer@example.org";
const moved = "moved.officer@example.org";
const readers = [secretariat, secondSecretariat, joined, moved];

const isNotice = ({ subject }: { readonly subject: string }): boolean =>
  subject.startsWith("The account of a user of the secretariat was") || subject.startsWith("Your account was");
/** Letters of this kind to exactly this address, the newest first. */
const noticesTo = (address: string) =>
  api.app.mailbox.find({ to: address, limit: 100 }).filter((mail) => mail.to.includes(address) && isNotice(mail));
/** Returns the number of letters of each recipient. */
const counts = (): readonly number[] => readers.map((to) => noticesTo(to).length);
/** The newest of them to a reader, its text on one line. */
const latestTo = (to: string): { readonly subject: string; readonly text: string } => {
  const [newest] = noticesTo(to);
  return { subject: newest?.subject ?? "", text: (newest?.text ?? "").replaceAll(/\s+/gu, " ") };
};
const idOf = async (as: string): Promise<string> => (await api.get("/v1/me", as)).body.id;

test("registering, closing, reopening and readdressing one notifies all others, once, and the former address", async () => {
  const before = counts();
  const since = () => counts().map((count, place) => count - (before[place] ?? 0));
  const [first, second] = [await idOf(secretariat), await idOf(secondSecretariat)];

  const person = { name: "An officer who joins", email: joined, language: "en" };
  const registering = { as: secretariat, key: freshKey(), body: { role: "secretariat", person } };
  const { body: user, status } = await api.request("POST", "/v1/users", registering);
  expect(status).toBe(201);
  await api.app.rest();
  expect(since()).toEqual([1, 1, 0, 0]);
  expect(latestTo(secondSecretariat).subject).toBe(
    `The account of a user of the secretariat was registered [RM/access/${user.id}]`,
  );
  expect(latestTo(secondSecretariat).text).toContain(`An officer who joins (user code ${user.id})`);
  expect(latestTo(secondSecretariat).text).toContain(`POST /v1/users/${user.id}/closure`);
  // The user who did it is notified as well, because the account may have been used by an intruder.
  expect(latestTo(secretariat).text).toContain(`It was done with your account`);
  expect(latestTo(secretariat).text).toContain(`POST /v1/users/${first}/closure`);

  const closing = { as: secondSecretariat, body: { reason: "left-service" } };
  expect((await api.request("POST", `/v1/users/${user.id}/closure`, closing)).status).toBe(200);
  await api.app.rest();
  // The closed user is notified, too.
  expect(since()).toEqual([2, 2, 1, 0]);
  expect(latestTo(joined).subject).toBe(`Your account was closed [RM/access/${user.id}]`);
  expect(latestTo(secretariat).text).toContain(`POST /v1/users/${user.id}/reopening`);
  expect(latestTo(secretariat).text).toContain(second);

  expect((await api.request("POST", `/v1/users/${user.id}/reopening`, { as: secretariat })).status).toBe(200);
  await api.app.rest();
  expect(since()).toEqual([3, 3, 1, 0]);

  const { headers } = await api.get(`/v1/users/${user.id}`, secretariat);
  const match = headers.get("etag") ?? "";
  const body = { person: { email: moved } };
  expect((await api.request("PATCH", `/v1/users/${user.id}`, { as: secretariat, match, body })).status).toBe(200);
  await api.app.rest();
  expect(since()).toEqual([4, 4, 2, 0]);
  expect(latestTo(joined).subject).toBe(`Your account was given another address [RM/access/${user.id}]`);
  expect(latestTo(joined).text).toContain("Inform another user of the secretariat at once");

  await api.sweep("hourly");
  await api.sweep("full");
  await api.app.rest();
  expect(since()).toEqual([4, 4, 2, 0]);
});

test("other corrections of one, and acts on users outside the secretariat, are notified to none", async () => {
  const before = counts();
  const { items } = (await api.get("/v1/users?role=secretariat", secretariat)).body;
  const { id } = items.find(({ person }: any) => person.email === moved);
  const { headers } = await api.get(`/v1/users/${id}`, secretariat);
  const match = headers.get("etag") ?? "";
  const renaming = { as: secretariat, match, body: { person: { name: "The same by another name" } } };
  expect((await api.request("PATCH", `/v1/users/${id}`, renaming)).status).toBe(200);
  const person = { name: "A President", email: "another.president@example.org", language: "en" };
  const registering = { as: secretariat, key: freshKey(), body: { role: "president", person } };
  const { body: president } = await api.request("POST", "/v1/users", registering);
  const closing = { as: secretariat, body: { reason: "other" } };
  expect((await api.request("POST", `/v1/users/${president.id}/closure`, closing)).status).toBe(200);
  await api.app.rest();
  expect(counts()).toEqual(before);
});
