import { afterAll, beforeAll, expect, test } from "vitest";
import { freshKey, missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** The addresses of one party fail one after the other. */
let api: TestApi;
const first = "mission@de.example.org";
const second = "second@de.example.org";
beforeAll(async () => {
  api = await openTestApi();
  const { body, headers } = await api.get("/v1/parties/DE/mission", missionOf("DE"));
  const match = headers.get("etag") ?? "";
  const contacts = { ...body.contacts, secondAddress: second };
  const set = await api.request("PUT", "/v1/parties/DE/mission", { as: missionOf("DE"), match, body: contacts });
  expect(set.status).toBe(200);
});
afterAll(() => api.close());

const letters = async () =>
  (await api.pages("/v1/letters?party=DE", secretariat, 50)).items.filter(
    ({ kind }: any) => kind === "nomination-reminder",
  );
const suppressed = async () => (await api.pages("/v1/suppressed-addresses", secretariat, 1)).items;
const mailsTo = (to: string) => api.app.mailbox.find({ to, limit: 1000 });
const explanation = async (id: string) => {
  const { body } = await api.get(`/v1/letters/${id}?include=explanation`, secretariat);
  return { ...body.explanation, letter: body };
};
const releasing = (id: string, as: string = secretariat, key = freshKey()) =>
  ["POST", `/v1/suppressed-addresses/${id}/unsuppression`, { as, key }] as const;

test("the first address bounces: it is marked, and the letter is written again to the second", async () => {
  api.app.faults.add({ effect: "bounce", address: first, times: 1 });
  await api.startGroup();
  const marks = await suppressed();
  expect(marks).toMatchObject([
    { recipient: { kind: "mission", party: "DE" }, party: "DE", address: first, contact: "first", why: "bounced" },
  ]);
  const [{ letter }] = marks;
  expect(await explanation(letter)).toMatchObject({ letter: { state: "bounced" }, attempt: 1, contact: "first" });
  expect(mailsTo(second).length).toBeGreaterThan(0);
  const again = await Promise.all((await letters()).map(({ id }: any) => explanation(id)));
  expect(again.find(({ attempt, before }) => attempt === 2 && before === letter)).toMatchObject({
    letter: { state: "delivered" },
    before: letter,
    contact: "second",
    inWords: expect.stringContaining("Written again, because it failed at another address."),
  });
});

test("the mission reads which of its addresses is marked, since when and why", async () => {
  const [{ letter, since }] = await suppressed();
  const { body } = await api.get("/v1/parties/DE/mission", missionOf("DE"));
  expect(body.suppressed).toEqual([{ contact: "first", why: "bounced", since, letter }]);
});

test("the next letter goes to the second address at once", async () => {
  const before = { first: mailsTo(first).length, second: mailsTo(second).length };
  await api.app.moveTo("2020-12-08T12:00:00Z");
  expect(mailsTo(first)).toHaveLength(before.first);
  expect(mailsTo(second).length).toBeGreaterThan(before.second);
  const [latest] = await letters();
  expect(await explanation(latest.id)).toMatchObject({
    attempt: 1,
    contact: "second",
    inWords: expect.stringContaining("To the second address, because letters failed at the first."),
  });
});

test("the second bounces too: no address is reachable, and the letter after that says so", async () => {
  api.app.faults.add({ effect: "bounce", address: second, times: 1 });
  await api.app.moveTo("2020-12-14T12:00:00Z");
  expect((await suppressed()).map(({ address }) => address)).toEqual([first, second]);
  const mails = api.app.mailbox.count();
  const before = new Set((await letters()).map(({ id }: any) => id));
  await api.app.moveTo("2020-12-16T12:00:00Z");
  const later = (await letters()).filter(({ id }: any) => !before.has(id));
  expect(later.length).toBeGreaterThan(0);
  for (const letter of later) expect(letter).toMatchObject({ state: "skipped", reason: "suppressed" });
  expect(api.app.mailbox.count()).toBeGreaterThan(mails);
  expect([...mailsTo(first), ...mailsTo(second)].filter(({ at }) => at > "2020-12-15")).toEqual([]);
});

test("only the secretariat sees the addresses and releases one", async () => {
  const [{ letter }] = await suppressed();
  for (const as of [missionOf("DE"), president]) {
    const refusal = { status: 403, problem: "not-yours" } as const;
    await api.expectRefusal(["GET", "/v1/suppressed-addresses", { as }], refusal);
    await api.expectRefusal(releasing(letter, as), refusal);
  }
});

test("a letter that suppressed nothing, or that does not exist, releases nothing", async () => {
  const [latest] = await letters();
  for (const id of [latest.id, "0".repeat(40)])
    await api.expectRefusal(releasing(id), { status: 404, problem: "not-found" });
});

test("a release without a key is refused; with one it is answered again as it was, and recorded once", async () => {
  const [, { letter }] = await suppressed();
  const path = `/v1/suppressed-addresses/${letter}/unsuppression`;
  await api.expectRefusal(["POST", path, { as: secretariat }], {
    status: 400,
    problem: "idempotency-key-missing",
  });
  const { version } = (await api.get("/v1/parties/DE", secretariat)).body;
  const key = freshKey();
  const answer = await api.request(...releasing(letter, secretariat, key));
  expect([answer.status, answer.body]).toEqual([
    200,
    expect.objectContaining({ letter, address: second, released: expect.stringMatching(/^2020-12-16T12:00/u) }),
  ]);
  await api.app.rest();
  const before = await api.storedRows();
  expect((await api.request(...releasing(letter, secretariat, key))).text).toBe(answer.text);
  expect(await api.changedSince(before)).toEqual([]);
  await api.expectRefusal(releasing(letter), { status: 404, problem: "not-found" });
  expect((await api.get("/v1/parties/DE", secretariat)).body.version).toBe(version + 1);
  expect((await suppressed()).map(({ address }) => address)).toEqual([first]);
  expect(api.app.mailbox.suppressed().map(({ address }) => address)).toEqual([first]);
});

test("the party is reached again by the letter after that", async () => {
  const before = mailsTo(second).length;
  await api.app.moveTo("2020-12-24T12:00:00Z");
  expect(mailsTo(second).length).toBeGreaterThan(before);
  const [latest] = await letters();
  expect(await explanation(latest.id)).toMatchObject({ letter: { state: "delivered" }, contact: "second" });
});

test("a corrected address is used at once, and is no suppressed one", async () => {
  const { body, headers } = await api.get("/v1/parties/DE/mission", missionOf("DE"));
  const contacts = { ...body.contacts, address: "new.mission@de.example.org" };
  const match = headers.get("etag") ?? "";
  await api.request("PUT", "/v1/parties/DE/mission", { as: missionOf("DE"), match, body: contacts });
  await api.app.moveTo("2021-01-07T12:00:00Z");
  expect(mailsTo("new.mission@de.example.org").length).toBeGreaterThan(0);
  expect((await suppressed()).map(({ address }) => address)).toEqual([first]);
});

test("both operations on addresses have answered with success", () => {
  for (const operation of ["listSuppressedAddresses", "unsuppressAddress"])
    expect(api.succeededOperations).toContain(operation);
});
