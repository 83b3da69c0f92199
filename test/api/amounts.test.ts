import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { contactsPerDay, inForce, invitationsPerDay, keysPerDay, mostErrorsTold } from "../../domain/base/policy.ts";
import { dayOf, instantOf } from "../../domain/base/time.ts";
import type { Allowance } from "../../lambdas/io/ports/store.ts";
import {
  type Call,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** What somebody may ask for is bounded, and who comes to a bound is told which it is, and when to come again. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const today = () => dayOf(instantOf(api.app.clock.now()));
const idOf = async (as: string): Promise<string> => (await api.get("/v1/me", as)).body.id;

/** Counts so much of an allowance today, as that many requests would. */
const spend = async (allowance: Omit<Allowance, "day">, amount: number, most: number): Promise<void> => {
  const kept = api.contents();
  try {
    expect(await kept.store.spend({ ...allowance, day: today() }, amount, most)).toBe(true);
  } finally {
    kept.close();
  }
};

const naming = (as: string, body: object): Call => [
  "POST",
  `/v1/parties/${as}/mandates`,
  { as: missionOf(as), key: freshKey(), body },
];

describe("what does not fit in a request", () => {
  const manyKeys = (count: number, name: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), 1]));

  test("names the first of 80,000 unknown members, and counts the rest", async () => {
    const { status, problem, body, text } = await api.ask(
      ...naming(
        "FR",
        manyKeys(80_000, (at) => `k${at}`),
      ),
    );
    expect([status, problem]).toEqual([400, "invalid-request"]);
    expect(body.errors).toHaveLength(mostErrorsTold);
    // Besides, role and person are missing.
    expect(body.errorsLeftOut).toBe(80_002 - mostErrorsTold);
    expect(text.length).toBeLessThan(20_000);
  });

  test("names a member of a million letters by its beginning", async () => {
    const { status, text } = await api.ask(
      ...naming(
        "FR",
        manyKeys(1, () => "x".repeat(1_000_000)),
      ),
    );
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(2_000);
  });

  test("counts nothing where all places are named", async () => {
    const { body } = await api.ask(...naming("FR", {}));
    expect([body.errors.length, body.errorsLeftOut]).toEqual([2, undefined]);
  });
});

describe("requests with a key", () => {
  const most = () => inForce(keysPerDay, today());

  test("are refused once their caller has recorded as many as a day takes, until the next day", async () => {
    const as = missionOf("GR");
    await spend({ what: "keys", of: await idOf(as) }, most() - 1, most());
    const earlier = naming("GR", {
      role: "expert",
      person: { ...personOf("GR", "expert"), email: "1@gr.example.org" },
    });
    expect((await api.ask(...earlier)).status).toBe(201);
    const call = naming("GR", { role: "expert", person: { ...personOf("GR", "expert"), email: "2@gr.example.org" } });
    const until = "2020-12-01T23:00:00.000Z";
    const refused = await api.expectRefusal(call, {
      status: 429,
      problem: "keys-used-up",
      more: { most: most(), until },
    });
    const seconds = Number(refused.headers.get("retry-after"));
    expect(Math.abs(seconds - (Date.parse(until) - api.app.clock.now()) / 1000)).toBeLessThan(2);

    // What was answered is answered again, and what has no key needs none.
    expect((await api.ask(...earlier)).status).toBe(201);
    expect((await api.get("/v1/me", as)).status).toBe(200);
    expect((await api.ask(...naming("FR", { role: "expert", person: personOf("FR", "expert") }))).status).toBe(201);

    await api.app.moveTo("2020-12-01T23:00:01.000Z");
    expect((await api.ask(...call)).status).toBe(201);
  });

  test("that are refused, or answered before, are not counted", async () => {
    const as = missionOf("DE");
    await spend({ what: "keys", of: await idOf(as) }, most() - 1, most());
    const foreign: Call = [
      "POST",
      "/v1/parties/DE/mandates",
      { as, key: freshKey(), body: { role: "expert", person: personOf("DE", "expert"), reviews: ["c1-AF"] } },
    ];
    for (let times = 0; times < 3; times += 1) expect((await api.ask(...foreign)).status).toBe(422);
    const named = naming("DE", { role: "expert", person: personOf("DE", "expert") });
    for (let times = 0; times < 3; times += 1) expect((await api.ask(...named)).status).toBe(201);
  });
});

describe("a request with a key that changes nothing", () => {
  const path = "/v1/reviews/c1-IE/redraw-requests";
  const as = missionOf("IE");
  const asking = (key: string): Call => ["POST", path, { as, key, body: { seat: "FR" } }];
  const record = async (key: string) => {
    const kept = api.contents();
    try {
      return await kept.store.repeated(`${await idOf(as)} POST ${path} ${key}`, kept.clock.now());
    } finally {
      kept.close();
    }
  };

  test("leaves a small record, and its repeat the same answer as long as that holds", async () => {
    const keys = [freshKey(), freshKey()];
    const [firstCall, repeating] = keys.map(asking) as [Call, Call];
    const first = await api.ask(...firstCall);
    const second = await api.ask(...repeating);
    expect([second.status, second.text.length > 1_000, second.text]).toEqual([200, true, first.text]);
    // What is kept holds no names: they are written as a reply leaves.
    expect(first.body).toMatchObject(JSON.parse((await record(keys[0] ?? ""))?.reply.body ?? ""));
    expect(JSON.stringify(await record(keys[1] ?? "")).length).toBeLessThan(1_000);
    const before = await api.storedRows();
    const again = await api.ask(...repeating);
    const summarizeAnswer = ({ status, text, headers }: typeof again) => [status, text, headers.get("etag")];
    expect(summarizeAnswer(again)).toEqual(summarizeAnswer(second));
    expect(await api.changedSince(before)).toEqual([]);

    const other = { as, key: freshKey(), body: { seat: "TD" } };
    expect((await api.ask("POST", path, other)).status).toBe(200);
    await api.expectRefusal(repeating, { status: 409, problem: "answer-outdated" });
    const reused: Call = ["POST", path, { as, key: keys[1] ?? "", body: { seat: "GR" } }];
    await api.expectRefusal(reused, { status: 422, problem: "key-reused" });
    expect((await api.ask(...firstCall)).text).toBe(first.text);
  });

  test("counts like any other", async () => {
    const most = inForce(keysPerDay, today());
    await api.app.moveTo("2020-12-04T09:00:00.000Z");
    await spend({ what: "keys", of: await idOf(as) }, most - 1, most);
    expect((await api.ask(...asking(freshKey()))).status).toBe(200);
    await api.expectRefusal(asking(freshKey()), { status: 429, problem: "keys-used-up" });
  });
});

describe("contact details of others", () => {
  test("are read of so many people a day, and no more until the next, but for one's own party", async () => {
    const as = missionOf("SE");
    const { party: most, office } = inForce(contactsPerDay, today());
    for (const role of ["expert", "observer"] as const) expect((await api.name("FR", role)).status).toBe(201);
    await spend({ what: "contacts", of: await idOf(as) }, most - 2, most);
    const read = (path: string): Call => ["GET", path, { as }];
    const { body } = await api.ask(...read("/v1/parties/FR/mandates"));
    expect(new Set(body.items.map(({ person }: any) => person.id)).size).toBe(1);
    expect((await api.name("FR", "expert", { person: personOf("FR", "focal-point") })).status).toBe(201);
    const refusal = { status: 429, problem: "contacts-used-up", more: { most } } as const;
    await api.expectRefusal(read("/v1/parties/FR/mandates"), refusal);
    expect((await api.ask(...read("/v1/parties/FR/mandates?limit=1"))).status).toBe(200);
    await api.expectRefusal(read("/v1/parties/FR/mandates?limit=1"), refusal);
    expect((await api.ask(...read("/v1/parties/SE/mandates"))).status).toBe(200);

    await spend({ what: "contacts", of: await idOf(secretariat) }, office - 1, office);
    const { id } = (await api.get("/v1/me", as)).body;
    expect((await api.get(`/v1/users/${id}`, secretariat)).status).toBe(200);
    for (const path of [`/v1/users/${id}`, "/v1/users?role=president"])
      await api.expectRefusal(["GET", path, { as: secretariat }], { ...refusal, more: { most: office } });
    const own = (await api.get("/v1/me", secretariat)).body.id;
    expect((await api.get(`/v1/users/${own}`, secretariat)).status).toBe(200);

    await api.app.moveTo("2020-12-05T09:00:00.000Z");
    expect((await api.ask(...read("/v1/parties/FR/mandates"))).status).toBe(200);
  });
});

describe("people", () => {
  const person = (more: object) => ({ role: "expert", person: { ...personOf("FR", "expert"), ...more } });

  test.each([
    [{ name: "Verify your mailbox: http://mail.example" }, "#/person/name"],
    [{ name: "\u200D\u200D" }, "#/person/name"],
    [{ title: "see mail.example" }, "#/person/title"],
    [{ institution: "mail.example" }, "#/person/institution"],
    [{ phone: "tel://1" }, "#/person/phone"],
  ])("are not named with what looks like a link or like nothing: %j", async (more, pointer) => {
    const refusal = { status: 400, problem: "invalid-request", places: [{ pointer }] } as const;
    await api.expectRefusal(naming("FR", person(more)), refusal);
  });

  test("are invited up to a number a day, and no more until the next", async () => {
    const most = inForce(invitationsPerDay, today());
    await spend({ what: "invitations", of: "FR" }, most - 1, most);
    const named = (local: string) => naming("FR", person({ email: `${local}@fr.example.org` }));
    const first = named("first");
    expect((await api.ask(...first)).status).toBe(201);
    const refusal = { status: 429, problem: "invitations-used-up", more: { most } } as const;
    await api.expectRefusal(named("second"), refusal);
    // Whoever is known already is not invited again, so not counted.
    expect((await api.ask(...named("first"))).status).toBe(201);
    const { body } = await api.ask(...first);
    const path = `/v1/parties/FR/mandates/${body.mandate}/replacement`;
    const replacing = (local: string): Call => [
      "POST",
      path,
      { as: missionOf("FR"), key: freshKey(), body: { person: person({ email: `${local}@fr.example.org` }).person } },
    ];
    await api.expectRefusal(replacing("third"), refusal);
    await api.app.moveTo("2020-12-06T09:00:00.000Z");
    expect((await api.ask(...replacing("third"))).status).toBe(200);
  });
});
