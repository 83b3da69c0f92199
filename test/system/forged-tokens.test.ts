import { createHmac, generateKeyPairSync, randomUUID } from "node:crypto";
import { decodeJwt, decodeProtectedHeader, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Answer } from "../harness/contract.ts";
import {
  addressOf,
  byNote,
  type Call,
  freshKey,
  missionOf,
  personOf,
  president,
  type TestSystem,
  secretariat,
} from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

let api: TestSystem;
let good = "";
beforeAll(async () => {
  api = await startTestSystem();
  await api.startGroup();
  good = await api.token(secretariat);
});
afterAll(() => api.close());

describe("a token", () => {
  const parts = (token: string) => token.split(".") as [string, string, string];
  const encoded = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString("base64url");
  const signedByAnother = async (): Promise<string> => {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    return new SignJWT(decodeJwt(good))
      .setProtectedHeader({ ...decodeProtectedHeader(good), alg: "RS256" })
      .sign(privateKey);
  };
  const signedWithThePublicKey = async (): Promise<string> => {
    const keys: any = await (await fetch(`${api.app.url}/_local/.well-known/jwks.json`)).json();
    const [, payload] = parts(good);
    const aggregate = encoded({ ...decodeProtectedHeader(good), alg: "HS256" });
    const mac = createHmac("sha256", JSON.stringify(keys.keys[0]))
      .update(`${aggregate}.${payload}`)
      .digest("base64url");
    return `${aggregate}.${payload}.${mac}`;
  };
  const changed = (): string => {
    const [aggregate, , signature] = parts(good);
    return `${aggregate}.${encoded({ ...decodeJwt(good), sub: randomUUID() })}.${signature}`;
  };

  /** Each must not get as far as a function: the gateway answers, in its own words. */
  const forged: readonly (readonly [string, () => string | undefined | Promise<string>, string])[] = [
    ["that is missing", () => undefined, "Bearer"],
    ["that has expired", () => api.token(secretariat, { expiresInSeconds: -60 }), "the token has expired"],
    ["signed with a foreign key", signedByAnother, "unable to verify the token's signature"],
    ["without a signature", () => `${parts(good)[0]}.${parts(good)[1]}.`, "unable to verify the token's signature"],
    ["that says it needs none", () => new UnsecuredJWT(decodeJwt(good)).encode(), "signing method is invalid"],
    ["signed with the published key as a secret", signedWithThePublicKey, "signing method is invalid"],
    ["that was changed", changed, "unable to verify the token's signature"],
    [
      "of another client",
      () => api.token(secretariat, { clientId: "another" }),
      "the token does not have a valid audience",
    ],
    ["of another pool", () => api.token(secretariat, { issuer: "https://example.org/pool" }), "invalid issuer"],
    ["that is none", () => "secretariat", "unable to decode the token"],
  ];
  const expectUnauthorized = (answer: Answer, why: string): void => {
    expect([answer.status, answer.body]).toEqual([401, { message: "Unauthorized" }]);
    expect(answer.headers.get("www-authenticate")).toContain(why);
  };

  test.each(forged)("%s neither reads nor writes", async (_, make, why) => {
    const before = await api.storedRows();
    const token = await make();
    const as = token === undefined ? {} : { as: token };
    expectUnauthorized(await api.request("GET", "/v1/me", as), why);
    const body = { role: "president", person: { name: "X", email: "x@example.org", language: "en" } };
    expectUnauthorized(await api.request("POST", "/v1/users", { ...as, key: freshKey(), body }), why);
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("that names the person, and is not for access, is refused by the function", async () => {
    const as = await api.token(secretariat, { tokenUse: "id" });
    await api.expectRefusal(["GET", "/v1/me", { as }], { status: 401, problem: "wrong-token-use" });
    const start: Call = [
      "POST",
      "/v1/groups/c1-g2/start",
      { as, body: { startedOn: "2020-12-01", preview: "0".repeat(64) } },
    ];
    await api.expectRefusal(start, { status: 401, problem: "wrong-token-use" });
  });

  test("of an account without a registered user is refused", async () => {
    // A person named a moment ago must repeat the request: the account is linked a little later.
    const detail = expect.stringContaining("if you were named a moment ago, try again in a few seconds");
    const refusal = { status: 403, problem: "no-account", more: { detail } } as const;
    await api.expectRefusal(["GET", "/v1/me", { as: "nobody@example.org" }], refusal);
    await api.expectRefusal(["GET", "/v1/parties", { as: "nobody@example.org" }], refusal);
  });

  test("is good until it ends, by the clock of the system", async () => {
    const as = await api.token(secretariat, { expiresInSeconds: 3600 });
    expect((await api.get("/v1/me", as)).status).toBe(200);
    await api.app.moveTo("2020-12-01T10:00:00Z");
    expectUnauthorized(await api.get("/v1/me", as), "the token has expired");
  });
});

describe("an Idempotency-Key", () => {
  const path = "/v1/parties/FR/mandates";
  const named = { role: "expert", person: personOf("FR", "expert") };
  const key = freshKey();
  const asking = (more: object): Call => ["POST", path, { as: missionOf("FR"), key, body: named, ...more }];
  beforeAll(async () => {
    expect((await api.request(...asking({}))).status).toBe(201);
    await api.app.rest();
  });

  test("that comes again with another body is refused", async () => {
    for (const body of [
      { ...named, reviews: ["c1-GR"] },
      { ...named, person: personOf("FR", "observer") },
    ])
      await api.expectRefusal(asking({ body }), { status: 422, problem: "key-reused" });
  });

  test("that is missing where something is created is refused", async () => {
    const without: Call = ["POST", path, { as: missionOf("FR"), body: named }];
    await api.expectRefusal(without, { status: 400, problem: "idempotency-key-missing" });
  });

  test.each(["short", "with spaces in it", "ключ-ключ".normalize("NFD"), "a;b;c;d;e;f", ""])(
    "that is none, '%s', is refused by the header's name",
    async (none) => {
      const places = [{ header: "Idempotency-Key" }];
      const header = Buffer.from(none).toString("latin1");
      await api.expectRefusal(asking({ key: header }), { status: 400, problem: "idempotency-key-invalid", places });
    },
  );

  test("of another caller, or of another path, is another key", async () => {
    const before = await api.request(...asking({}));
    const byAnother = await api.request(
      ...asking({ as: secretariat, body: { ...named, ...byNote("FR", "2020-12-01") } }),
    );
    expect([byAnother.status, byAnother.body.reviews]).toEqual([201, []]);
    expect(before.body.reviews).not.toEqual([]);
    const body = { ...named, person: personOf("DE", "expert"), ...byNote("DE", "2020-12-01") };
    const elsewhere = await api.request("POST", "/v1/parties/DE/mandates", { as: secretariat, key, body });
    expect([elsewhere.status, elsewhere.body.party]).toEqual([201, "DE"]);
  });

  test("does not repeat a refusal: a refused command may succeed later", async () => {
    const again = freshKey();
    const ahead: Call = [
      "POST",
      path,
      {
        as: missionOf("FR"),
        key: again,
        body: { role: "observer", person: personOf("FR", "observer"), namedOn: "2020-12-02" },
      },
    ];
    await api.expectRefusal(ahead, { status: 422, problem: "date-in-the-future" });
    await api.app.moveTo("2020-12-02T09:00:00Z");
    expect((await api.request(...ahead)).status).toBe(201);
  });

  test("is forgotten after a week", async () => {
    const first = await api.request(...asking({}));
    await api.app.moveTo("2020-12-09T10:00:00Z");
    const later = await api.request(...asking({}));
    expect([later.status, later.body.reviews]).toEqual([201, []]);
    expect(first.body.reviews).not.toEqual([]);
  });
});

describe("a cursor", () => {
  const nextOf = async (path: string, as?: string): Promise<string> => {
    const { body } = await api.get(path, as);
    expect(body.next).toEqual(expect.any(String));
    return body.next;
  };
  const refusedCursor = (path: string, cursor: string, as?: string) =>
    api.expectRefusal(
      [
        "GET",
        `${path}${path.includes("?") ? "&" : "?"}cursor=${encodeURIComponent(cursor)}`,
        as === undefined ? {} : { as },
      ],
      {
        status: 400,
        problem: "invalid-cursor",
      },
    );

  test.each(["x", "", ".", "a.b", "bnVsbA.bnVsbA", "%00", "..", `${"a".repeat(1000)}.${"b".repeat(43)}`])(
    "that was made up, '%s', is refused",
    async (cursor) => {
      for (const path of ["/v1/parties", "/v1/reviews", "/v1/letters?state=delivered", "/v1/journal/review/c1-GR"])
        await refusedCursor(path, cursor, secretariat);
      await refusedCursor("/v1/pairings", cursor);
    },
  );

  test("whose position was changed is refused", async () => {
    const cursor = await nextOf("/v1/parties?limit=2", secretariat);
    const [position = "", signature = ""] = cursor.split(".");
    const inside = Buffer.from(Buffer.from(position, "base64url").toString(), "base64").toString();
    expect(inside).toContain("party#AE");
    const elsewhere = Buffer.from(inside.replaceAll("AE", "ZW")).toString("base64");
    const moved = Buffer.from(elsewhere).toString("base64url");
    await refusedCursor("/v1/parties?limit=2", `${moved}.${signature}`, secretariat);
    await refusedCursor("/v1/parties?limit=2", position, secretariat);
  });

  test("of another list is refused", async () => {
    const cursor = await nextOf("/v1/parties?limit=2", secretariat);
    await refusedCursor("/v1/reviews?limit=2", cursor, secretariat);
    const letters = await nextOf("/v1/letters?party=DE&limit=1", secretariat);
    await refusedCursor("/v1/letters?party=GR&limit=1", letters, secretariat);
  });

  test("of the same list under another filter is refused", async () => {
    const cursor = await nextOf("/v1/reviews?limit=1&stage=nomination", secretariat);
    await refusedCursor("/v1/reviews?limit=1", cursor, secretariat);
    await refusedCursor("/v1/reviews?limit=1&stage=scheduled", cursor, secretariat);
  });

  test("of another caller is refused", async () => {
    const cursor = await nextOf("/v1/parties?limit=2", secretariat);
    await refusedCursor("/v1/parties?limit=2", cursor, president);
    const open = await nextOf("/v1/pairings?limit=2");
    await refusedCursor("/v1/parties?limit=2", open, addressOf("FR", "expert"));
  });

  test("is good for another number of items", async () => {
    const cursor = await nextOf("/v1/parties?limit=2", secretariat);
    expect((await api.get(`/v1/parties?limit=3&cursor=${cursor}`, secretariat)).body.items).toHaveLength(3);
  });
});
