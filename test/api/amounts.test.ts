import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Counted, dayLimits } from "../../domain/policy/day-limits.ts";
import { inForce } from "../../domain/base/settings.ts";
import { maxReportedErrors } from "../../domain/policy/limits.ts";
import { dayOf, instantOf } from "../../domain/base/time.ts";
import {
  type Call,
  freshKey,
  missionOf,
  openTestApi,
  personOf,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** Daily limits on requests. A refusal states which limit is reached and when the next request is accepted. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const today = () => dayOf(instantOf(api.app.clock.now()));
const idOf = async (as: string): Promise<string> => (await api.get("/v1/me", as)).body.id;

/** The daily limits in force today: the role, the kind and the amount. */
const limits = () => inForce(dayLimits, today());

/** Counts as much of one thing today as that many requests would. */
const spend = async (of: string, what: Counted, amount: number): Promise<void> => {
  const kept = api.contents();
  try {
    const counts = { [what]: { amount, most: Number.MAX_SAFE_INTEGER } };
    expect(await kept.store.spend({ of, day: today(), counts })).toBe(true);
  } finally {
    kept.close();
  }
};

const naming = (as: string, body: object): Call => [
  "POST",
  `/v1/parties/${as}/mandates`,
  { as: missionOf(as), key: freshKey(), body },
];

describe("input that exceeds the limits of a request", () => {
  const manyKeys = (count: number, name: (at: number) => string) =>
    Object.fromEntries(Array.from({ length: count }, (_, at) => [name(at), 1]));

  test("names the first of 80,000 unknown members, and counts the rest", async () => {
    const { status, problem, body, text } = await api.request(
      ...naming(
        "FR",
        manyKeys(80_000, (at) => `k${at}`),
      ),
    );
    expect([status, problem]).toEqual([400, "invalid-request"]);
    expect(body.errors).toHaveLength(maxReportedErrors);
    // Besides, role and person are missing.
    expect(body.errorsLeftOut).toBe(80_002 - maxReportedErrors);
    expect(text.length).toBeLessThan(20_000);
  });

  test("names a member of a million letters by its beginning", async () => {
    const { status, text } = await api.request(
      ...naming(
        "FR",
        manyKeys(1, () => "x".repeat(1_000_000)),
      ),
    );
    expect(status).toBe(400);
    expect(text.length).toBeLessThan(2_000);
  });

  test("counts nothing where all places are named", async () => {
    const { body } = await api.request(...naming("FR", {}));
    expect([body.errors.length, body.errorsLeftOut]).toEqual([2, undefined]);
  });
});

/** Returns what a user or a party has used today. */
const usedBy = async (of: string) => {
  const kept = api.contents();
  try {
    return await kept.store.usedOn({ of, day: today() });
  } finally {
    kept.close();
  }
};

/** The request of a mission that sets another address. */
const readdressing = async (party: string, address: string): Promise<Call> => {
  const path = `/v1/parties/${party}/mission`;
  const { headers, body } = await api.get(path, missionOf(party));
  const contacts = { ...body.contacts, address };
  return ["PUT", path, { as: missionOf(party), match: headers.get("etag") ?? "", body: contacts }];
};

describe("accepted commands", () => {
  const until = "2020-12-01T23:00:00.000Z";
  const most = () => limits().person.commands ?? 0;

  test("are refused once the caller has used those of a day, until the next day", async () => {
    const as = missionOf("GR");
    await spend(await idOf(as), "commands", most() - 1);
    const expert = (local: string) => ({
      role: "expert",
      person: { ...personOf("GR", "expert"), email: `${local}@gr.example.org` },
    });
    const earlier = naming("GR", expert("1"));
    expect((await api.request(...earlier)).status).toBe(201);
    const call = naming("GR", expert("2"));
    const refused = await api.expectRefusal(call, {
      status: 429,
      problem: "commands-used-up",
      more: { most: most(), until },
    });
    const seconds = Number(refused.headers.get("retry-after"));
    expect(Math.abs(seconds - (Date.parse(until) - api.app.clock.now()) / 1000)).toBeLessThan(2);
    expect([refused.headers.get("ratelimit"), refused.headers.get("ratelimit-policy")]).toEqual([
      `"commands";r=0;t=${seconds}`,
      `"commands";q=${most()};w=86400`,
    ]);
    // A command without a key is counted too, and a repeated one gets the stored reply.
    await api.expectRefusal(["POST", "/v1/me/calendar", { as }], { status: 429, problem: "commands-used-up" });
    expect((await api.request(...earlier)).status).toBe(201);
    expect((await api.get("/v1/me", as)).status).toBe(200);
    expect((await api.request(...naming("FR", { role: "expert", person: personOf("FR", "expert") }))).status).toBe(201);

    await api.app.moveTo("2020-12-01T23:00:01.000Z");
    expect((await api.request(...call)).status).toBe(201);
  });

  test("are counted for the user and for the party, and not where they are refused or were answered before", async () => {
    const as = missionOf("DE");
    const foreign: Call = [
      "POST",
      "/v1/parties/DE/mandates",
      { as, key: freshKey(), body: { role: "expert", person: personOf("DE", "expert"), reviews: ["c1-AF"] } },
    ];
    for (let times = 0; times < 3; times += 1) expect((await api.request(...foreign)).status).toBe(422);
    const named = naming("DE", { role: "expert", person: personOf("DE", "expert") });
    for (let times = 0; times < 3; times += 1) expect((await api.request(...named)).status).toBe(201);
    expect((await usedBy(await idOf(as))).commands).toBe(1);
    expect(await usedBy("DE")).toMatchObject({ commands: 1, namings: 1 });
  });

  test("of the people of one party share the limit of the party", async () => {
    const { commands = 0 } = await usedBy("DE");
    await spend("DE", "commands", (limits().party.commands ?? 0) - commands - 1);
    expect((await api.request("POST", "/v1/me/calendar", { as: missionOf("DE") })).status).toBe(201);
    const refusal = { status: 429, problem: "commands-used-up", more: { most: limits().party.commands } } as const;
    await api.expectRefusal(["POST", "/v1/me/calendar", { as: missionOf("DE") }], refusal);
  });

  test("that send the same request at the same time use the limit once", async () => {
    const as = missionOf("SE");
    const before = (await usedBy(await idOf(as))).commands ?? 0;
    const call = naming("SE", {
      role: "observer",
      person: { ...personOf("SE", "expert"), email: "race@se.example.org" },
    });
    const answers = await Promise.all(Array.from({ length: 5 }, () => api.request(...call)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([201]));
    expect((await usedBy(await idOf(as))).commands).toBe(before + 1);
  });
});

describe("letters that commands cause", () => {
  test("are counted for the user and the party, and stop the next command once a day's are used", async () => {
    const as = missionOf("GR");
    const before = await usedBy("GR");
    expect((await api.request(...(await readdressing("GR", "other@gr.example.org")))).status).toBe(200);
    await api.app.rest();
    const { letters = 0 } = await usedBy("GR");
    expect(letters).toBeGreaterThan(before.letters ?? 0);
    const user = await idOf(as);
    await spend(user, "letters", limits().person.letters ?? 0);
    const call = naming("GR", { role: "expert", person: { ...personOf("GR", "expert"), email: "2@gr.example.org" } });
    const refusal = { status: 429, problem: "letters-used-up", more: { most: limits().person.letters } } as const;
    await api.expectRefusal(call, refusal);
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
    const first = await api.request(...firstCall);
    const second = await api.request(...repeating);
    expect([second.status, second.text.length > 1_000, second.text]).toEqual([200, true, first.text]);
    // Stored replies hold no names: these are added when a reply leaves.
    expect(first.body).toMatchObject(JSON.parse((await record(keys[0] ?? ""))?.reply.body ?? ""));
    expect(JSON.stringify(await record(keys[1] ?? "")).length).toBeLessThan(1_000);
    const before = await api.storedRows();
    const again = await api.request(...repeating);
    const summarizeAnswer = ({ status, text, headers }: typeof again) => [status, text, headers.get("etag")];
    expect(summarizeAnswer(again)).toEqual(summarizeAnswer(second));
    expect(await api.changedSince(before)).toEqual([]);

    const other = { as, key: freshKey(), body: { seat: "TD" } };
    expect((await api.request("POST", path, other)).status).toBe(200);
    await api.expectRefusal(repeating, { status: 409, problem: "answer-outdated" });
    const reused: Call = ["POST", path, { as, key: keys[1] ?? "", body: { seat: "GR" } }];
    await api.expectRefusal(reused, { status: 422, problem: "key-reused" });
    expect((await api.request(...firstCall)).text).toBe(first.text);
  });

  test("counts like any other", async () => {
    await api.app.moveTo("2020-12-04T09:00:00.000Z");
    await spend(await idOf(as), "commands", (limits().person.commands ?? 0) - 1);
    expect((await api.request(...asking(freshKey()))).status).toBe(200);
    await api.expectRefusal(asking(freshKey()), { status: 429, problem: "commands-used-up" });
  });
});

describe("contact details of others", () => {
  test("are read of a limited number of people a day, and without limit for one's own party", async () => {
    const as = missionOf("SE");
    const [most = 0, office = 0] = [limits().person.contacts, limits().officer.contacts];
    for (const role of ["expert", "observer"] as const) expect((await api.name("FR", role)).status).toBe(201);
    await spend(await idOf(as), "contacts", most - 2);
    const read = (path: string): Call => ["GET", path, { as }];
    const { body } = await api.request(...read("/v1/parties/FR/mandates"));
    expect(new Set(body.items.map(({ person }: any) => person.id)).size).toBe(1);
    expect((await api.name("FR", "expert", { person: personOf("FR", "focal-point") })).status).toBe(201);
    const refusal = { status: 429, problem: "contacts-used-up", more: { most } } as const;
    await api.expectRefusal(read("/v1/parties/FR/mandates"), refusal);
    expect((await api.request(...read("/v1/parties/FR/mandates?limit=1"))).status).toBe(200);
    await api.expectRefusal(read("/v1/parties/FR/mandates?limit=1"), refusal);
    expect((await api.request(...read("/v1/parties/SE/mandates"))).status).toBe(200);

    await spend(await idOf(secretariat), "contacts", office - 1);
    const { id } = (await api.get("/v1/me", as)).body;
    expect((await api.get(`/v1/users/${id}`, secretariat)).status).toBe(200);
    for (const path of [`/v1/users/${id}`, "/v1/users?role=president"])
      await api.expectRefusal(["GET", path, { as: secretariat }], { ...refusal, more: { most: office } });
    const own = (await api.get("/v1/me", secretariat)).body.id;
    expect((await api.get(`/v1/users/${own}`, secretariat)).status).toBe(200);

    await api.app.moveTo("2020-12-05T09:00:00.000Z");
    expect((await api.request(...read("/v1/parties/FR/mandates"))).status).toBe(200);
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

  test("are named, replaced and removed, and given addresses, up to a number a day, and no more until the next", async () => {
    const most = limits().party.namings ?? 0;
    const as = missionOf("FR");
    const expert = (local: string) => person({ email: `${local}@fr.example.org` });
    const named = (local: string) => naming("FR", expert(local));
    const { body } = await api.request(...named("zero"));
    await spend("FR", "namings", most - 1 - ((await usedBy("FR")).namings ?? 0));
    const first = named("first");
    expect((await api.request(...first)).status).toBe(201);
    expect((await usedBy("FR")).namings).toBe(most);
    const refusal = { status: 429, problem: "namings-used-up", more: { most } } as const;
    await api.expectRefusal(named("second"), refusal);
    // A person who is named again, with no change, is not counted.
    expect((await api.request(...named("first"))).status).toBe(201);
    const replacing = (local: string): Call => [
      "POST",
      `/v1/parties/FR/mandates/${body.mandate}/replacement`,
      { as, key: freshKey(), body: { person: expert(local).person } },
    ];
    await api.expectRefusal(replacing("third"), refusal);
    const removing: Call = [
      "POST",
      `/v1/parties/FR/mandates/${body.mandate}/removal`,
      { as, key: freshKey(), body: {} },
    ];
    await api.expectRefusal(removing, refusal);
    await api.expectRefusal(await readdressing("FR", "other@fr.example.org"), refusal);
    await api.app.moveTo("2020-12-06T09:00:00.000Z");
    expect((await api.request(...replacing("third"))).status).toBe(200);
  });
});
