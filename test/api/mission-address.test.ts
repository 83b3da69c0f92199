import { afterAll, beforeAll, expect, test } from "vitest";
import { freshKey, missionOf, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** A new address of a mission: the former one is notified, and gets the letters too until the new one is confirmed. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const contactsOf = async (party: string) => {
  const { body, headers } = await api.get(`/v1/parties/${party}/mission`, secretariat);
  return { body, match: headers.get("etag") ?? "" };
};
const address = async (party: string): Promise<string> => (await contactsOf(party)).body.contacts.address;
const readdress = async (party: string, to: string, as: string = secretariat) => {
  const { body, match } = await contactsOf(party);
  const contacts = { ...body.contacts, address: to };
  const answer = await api.request("PUT", `/v1/parties/${party}/mission`, { as, match, body: contacts });
  expect(answer.status).toBe(200);
  await api.app.rest();
  return answer;
};
const confirm = async (party: string, note: object) => {
  const { match } = await contactsOf(party);
  return api.request("POST", `/v1/parties/${party}/mission/confirmation`, { as: secretariat, match, body: { note } });
};
const subjectsTo = (to: string): readonly string[] =>
  api.app.mailbox
    .find({ to, limit: 100 })
    .filter((mail) => mail.to.includes(to))
    .map(({ subject }) => subject);
const reminders = (to: string): number => subjectsTo(to).filter((one) => /^(?:Reminder:|Rappel\s:)/u.test(one)).length;
const notices = (to: string): number =>
  subjectsTo(to).filter((one) => /^(?:Another e-mail address was set|Une autre adresse électronique)/u.test(one))
    .length;

const signedIn = "mission.by.sign-in@fr.example.org";
const noted = "mission.by.note@gr.example.org";
const mistyped = "mistyped@ie.example.org";
const corrected = "corrected@ie.example.org";

test("the former address is notified once, and reminders go to both until the account is used or a note recorded", async () => {
  const [fr, gr, ie] = [await address("FR"), await address("GR"), await address("IE")];
  const before = new Map([fr, gr, ie].map((one) => [one, reminders(one)]));
  const since = (to: string): number => reminders(to) - (before.get(to) ?? 0);
  expect((await readdress("FR", signedIn)).body.unconfirmedSince).toEqual(expect.any(String));
  await readdress("GR", noted);
  await readdress("IE", mistyped);
  await readdress("IE", corrected);
  // The mistyped one, which was never confirmed, gets no letter: a stranger may read there.
  expect([fr, gr, ie, signedIn, noted, mistyped, corrected].map(notices)).toEqual([1, 1, 2, 0, 0, 0, 0]);
  const [letter] = api.app.mailbox.find({ to: fr, limit: 1 });
  const text = (letter?.text ?? "").replaceAll(/\s+/gu, " ");
  expect(text).toContain("une autre adresse électronique a été enregistrée pour elle");
  expect(text).toContain("Elle a été enregistrée par le secrétariat (compte u-");
  expect(text).toContain("les lettres destinées à la Mission permanente de la France sont envoyées aux deux adresses");

  await api.app.moveTo("2020-12-08T09:30:00.000Z");
  await api.app.rest();
  expect([fr, gr, ie].map(since)).toEqual([1, 1, 1]);
  expect([signedIn, noted, mistyped, corrected].map(reminders)).toEqual([1, 1, 0, 1]);

  // The account of the mission signs in with the new address.
  const { items } = (await api.get("/v1/users?party=FR&role=permanent-mission", secretariat)).body;
  const { headers } = await api.get(`/v1/users/${items[0].id}`, secretariat);
  const match = headers.get("etag") ?? "";
  const moving = { as: secretariat, match, body: { person: { email: signedIn } } };
  expect((await api.request("PATCH", `/v1/users/${items[0].id}`, moving)).status).toBe(200);
  await api.app.rest();
  expect((await contactsOf("FR")).body.unconfirmedSince).toEqual(expect.any(String));
  const me = await api.get("/v1/me", signedIn);
  expect([me.status, me.body.person.language]).toEqual([200, "fr"]);
  expect((await contactsOf("FR")).body.unconfirmedSince).toBeUndefined();

  expect((await confirm("GR", { number: "12/2020", date: "2020-12-24" })).problem).toBe("date-in-the-future");
  const confirmed = await confirm("GR", { number: "12/2020", date: "2020-12-07" });
  expect([confirmed.status, confirmed.body.unconfirmedSince]).toEqual([200, undefined]);
  const again = await confirm("GR", { number: "13/2020", date: "2020-12-07" });
  expect([again.status, again.body.version]).toEqual([200, confirmed.body.version]);

  await api.app.moveTo("2020-12-14T09:30:00.000Z");
  await api.app.rest();
  expect([fr, gr, ie].map(since)).toEqual([1, 1, 2]);
  expect([signedIn, noted, mistyped, corrected].map(reminders)).toEqual([2, 2, 0, 2]);

  await api.sweep("full");
  await api.app.rest();
  expect([fr, gr, ie, signedIn, noted, mistyped, corrected].map(notices)).toEqual([1, 1, 2, 0, 0, 0, 0]);
  expect([signedIn, noted, mistyped, corrected].map(reminders)).toEqual([2, 2, 0, 2]);
});

test("the proof of notice shows the letter to either address, and each explains itself", async () => {
  const { items } = await api.pages("/v1/reviews/c1-IE/notices", secretariat, 100);
  const both = items.filter(
    ({ party, rung, recipient }: any) => party === "IE" && rung === "d-1" && recipient.kind === "mission",
  );
  const ireland = { kind: "mission", party: "IE", partyName: "Ireland" };
  const inOrder = both.toSorted((one, other) => (one.contact < other.contact ? 1 : -1));
  expect(inOrder.map(({ recipient, contact, state }: any) => [recipient, contact, state])).toEqual([
    [{ ...ireland, beforeChange: 1 }, "former", "delivered"],
    [ireland, "first", "delivered"],
  ]);
  const former = both.find(({ contact }: any) => contact === "former");
  const { body } = await api.get(`/v1/letters/${former.letter}?include=explanation`, secretariat);
  expect(body.explanation.inWords).toContain("To the address before");
});

test("set back to the address before, nothing waits any more, and only that one gets letters", async () => {
  const ie = "mission@ie.example.org";
  const counted = [reminders(ie), reminders(corrected)];
  const back = await readdress("IE", ie, missionOf("IE"));
  expect(back.body.unconfirmedSince).toBeUndefined();
  expect([notices(ie), notices(corrected)]).toEqual([2, 0]);
  await api.app.moveTo("2020-12-16T09:30:00.000Z");
  await api.app.rest();
  expect([reminders(ie) - (counted[0] ?? 0), reminders(corrected) - (counted[1] ?? 0)]).toEqual([1, 0]);
  const unchanged = await readdress("IE", ie, missionOf("IE"));
  expect(unchanged.body.unconfirmedSince).toBeUndefined();
});

test("only the secretariat records a note, of a day that has come, for the state that it has seen", async () => {
  const path = "/v1/parties/FR/mission/confirmation";
  const note = { number: "12/2020", date: "2020-12-07" };
  const { match } = await contactsOf("FR");
  const asking = { match, key: freshKey(), body: { note } };
  await api.expectRefusal(["POST", path, { ...asking, as: missionOf("TD") }], { status: 403, problem: "not-yours" });
  await api.expectRefusal(["POST", path, { as: secretariat, match: '"v1"', body: { note } }], {
    status: 412,
    problem: "stale-version",
  });
  const early = { number: "1/2019", date: "2019-12-07" };
  await api.expectRefusal(["POST", path, { as: secretariat, match, body: { note: early } }], {
    status: 422,
    problem: "date-too-early",
    more: { earliest: "2020-10-16" },
  });
});
