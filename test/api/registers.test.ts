import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { registerCounts } from "../../domain/registers/register-counts.ts";
import type { Register } from "../../schemas/model/register.ts";
import { day } from "../fixtures/changes.ts";
import { entryOf } from "../fixtures/register-entries.ts";
import { checkerFindings } from "../harness/api-verification.ts";
import {
  freshKey,
  missionOf,
  openTestApi,
  president,
  type Refusal,
  secretariat,
  type TestApi,
} from "../harness/test-api.ts";

/** Records of the secretariat outside the reviews, as they are recorded, corrected and withdrawn over the API. */
let api: TestApi;
const ids = new Map<Register, string>();
const path = "/v1/register-entries";
const record = (body: object) => api.request("POST", path, { as: secretariat, key: freshKey(), body });
const idOf = (register: Register): string => ids.get(register) ?? "";
const session = entryOf["training-session"];

beforeAll(async () => {
  api = await openTestApi();
  for (const [register, body] of Object.entries(entryOf)) {
    const answer = await record(body);
    expect([register, answer.status, answer.problem]).toEqual([register, 201, undefined]);
    expect(answer.headers.get("location")).toBe(`${path}/${answer.body.id}`);
    ids.set(answer.body.content.register, answer.body.id);
  }
});
afterAll(() => api.close());

const namedStates = [
  { party: "FR", partyName: "France" },
  { party: "PE", partyName: "Peru" },
];

describe("a recorded entry", () => {
  test("reads as it was submitted, with the names of the parties", async () => {
    const { items } = await api.pages(path, secretariat, 2);
    expect(items.map(({ content }) => content)).toEqual(
      Object.values(entryOf).map((written) => ({
        ...written,
        ...("states" in written ? { states: { named: namedStates } } : {}),
        ...("party" in written ? { partyName: "Peru" } : {}),
        ...("donor" in written ? { donor: { party: "FR", partyName: "France" } } : {}),
      })),
    );
    expect(items.every((entry) => entry.version === 1 && entry.withdrawn === undefined)).toBe(true);
  });

  test("is listed register by register, and as a table", async () => {
    const { items } = (await api.get(`${path}?register=pilot-initiative`, secretariat)).body;
    // With a limit of one, each entry of a register is a page, whatever rows are between them.
    const onePage = (await api.get(`${path}?register=pilot-initiative&limit=1`, secretariat)).body.items;
    expect(onePage).toEqual(items.slice(0, 1));
    expect(items.map(({ id }: any) => id)).toEqual([idOf("pilot-initiative")]);
    const asTable = { as: secretariat, headers: { accept: "text/csv" } };
    const { type, text } = await api.request("GET", `${path}?register=training-session`, asTable);
    const [aggregate = "", row = "", ...more] = text.trim().split("\r\n");
    expect([type, more]).toEqual(["text/csv", []]);
    const cells = (line: string) => line.split(",").map((cell) => cell.replaceAll(/["\u{FEFF}]/gu, ""));
    const said = Object.fromEntries(cells(aggregate).map((column, place) => [column, cells(row)[place]]));
    expect(said).toMatchObject({
      "content.register": "training-session",
      "content.happenedOn": "2020-11-02",
      "content.officials": "24",
      "content.states.named.party": "FR; PE",
      "content.language": "pt",
      "content.party": "",
    });
  });

  test("is recorded once, however often the request is sent", async () => {
    const asking = { as: secretariat, key: freshKey(), body: { ...session, happenedOn: "2020-11-10" } };
    const [first, again] = [await api.request("POST", path, asking), await api.request("POST", path, asking)];
    expect([first.status, again.status, again.body.id]).toEqual([201, 201, first.body.id]);
  });

  test("is in its journal, with the day on which it happened and the one on which it was recorded", async () => {
    const { items } = (await api.get(`/v1/journal/register-entry/${idOf("training-session")}`, secretariat)).body;
    expect(items).toMatchObject([
      {
        version: 1,
        recordedAt: expect.stringMatching(/^2020-12-01T07:5/u),
        facts: [{ kind: "register-entry-recorded", happenedAt: "2020-11-01T23:00:00.000Z", content: session }],
      },
    ]);
  });
});

describe("a wrong entry", () => {
  test("is corrected with a reason on the version that was read; a repetition changes nothing", async () => {
    const at = `${path}/${idOf("training-session")}`;
    const body = {
      what: "content",
      to: { ...session, officials: 22, states: { number: 3 } },
      reason: "Two were counted twice",
    };
    await api.expectRefusal(["POST", `${at}/corrections`, { as: secretariat, body }], {
      status: 428,
      problem: "version-missing",
    });
    const corrected = await api.request("POST", `${at}/corrections`, { as: secretariat, match: '"v1"', body });
    expect([corrected.status, corrected.body]).toMatchObject([200, { content: body.to, version: 2 }]);
    const again = await api.request("POST", `${at}/corrections`, { as: secretariat, match: '"v2"', body });
    expect([again.status, again.body.version]).toEqual([200, 2]);
    await api.expectRefusal(["POST", `${at}/corrections`, { as: secretariat, match: '"v1"', body }], {
      status: 412,
      problem: "stale-version",
      more: { version: 2 },
    });
    const { items } = (await api.get(`/v1/journal/register-entry/${idOf("training-session")}`, secretariat)).body;
    expect(items.flatMap(({ facts }: any) => facts)).toMatchObject([
      { kind: "register-entry-recorded", content: session },
      { kind: "register-entry-corrected", content: body.to, reason: body.reason },
    ]);
  });

  test("is withdrawn with a reason, stays to be read, and is corrected no more", async () => {
    const at = `${path}/${idOf("voluntary-contribution")}`;
    const withdraw = () => api.request("POST", `${at}/reversal`, { as: secretariat, body: { reason: "Never came" } });
    const withdrawn = await withdraw();
    const current = {
      withdrawn: { at: expect.stringMatching(/^2020-12-01T07:5/u), reason: "Never came" },
      version: 2,
    };
    expect([withdrawn.status, withdrawn.body]).toMatchObject([200, current]);
    expect((await withdraw()).body).toMatchObject(current);
    expect((await api.get(at, secretariat)).body).toMatchObject(current);
    const body = { what: "content", to: entryOf["voluntary-contribution"], reason: "It came" };
    await api.expectRefusal(["POST", `${at}/corrections`, { as: secretariat, match: '"v2"', body }], {
      status: 409,
      problem: "entry-withdrawn",
      more: { withdrawnOn: "2020-12-01" },
    });
  });

  test("is not moved to another register", async () => {
    const at = `${path}/${idOf("pilot-initiative")}/corrections`;
    const body = { what: "content", to: entryOf["constructive-dialogue"], reason: "A slip" };
    await api.expectRefusal(["POST", at, { as: secretariat, match: '"v1"', body }], {
      status: 422,
      problem: "other-register",
      more: { register: "pilot-initiative" },
    });
  });

  test("is not found for an unknown entry", async () => {
    const at = `${path}/e-${"0".repeat(26)}`;
    const correction = { as: secretariat, match: '"v1"', body: { what: "content", to: session, reason: "A slip" } };
    for (const call of [
      ["GET", at, { as: secretariat }],
      ["POST", `${at}/corrections`, correction],
      ["POST", `${at}/reversal`, { as: secretariat, body: { reason: "A slip" } }],
    ] as const)
      await api.expectRefusal([...call], { status: 404, problem: "not-found" });
  });
});

const { attendance } = entryOf["constructive-dialogue"];

test.each<[string, object, Refusal]>([
  ["a day ahead", { ...session, happenedOn: "2020-12-02" }, { status: 422, problem: "date-in-the-future" }],
  [
    "a day before the launch",
    { ...session, happenedOn: "2020-10-15" },
    { status: 422, problem: "date-too-early", more: { earliest: "2020-10-16" } },
  ],
  [
    "an unknown language",
    { ...session, language: "de" },
    { status: 400, problem: "invalid-request", places: [{ pointer: "#/language" }] },
  ],
  [
    "a negative number",
    { ...session, officials: -1 },
    { status: 400, problem: "invalid-request", places: [{ pointer: "#/officials" }] },
  ],
  [
    "a negative attendance",
    { ...entryOf["constructive-dialogue"], attendance: { ...attendance, academia: -7 } },
    { status: 400, problem: "invalid-request", places: [{ pointer: "#/attendance/academia" }] },
  ],
  [
    "an unknown register",
    { ...session, register: "press-conference" },
    { status: 400, problem: "invalid-request", places: [{ pointer: "#/register" }] },
  ],
  [
    "a State that is no party",
    { ...session, states: { named: ["XX"] } },
    { status: 422, problem: "unknown-party", more: { party: "XX" } },
  ],
  [
    "a country that is none",
    { ...entryOf["pilot-initiative"], country: "ZZ" },
    { status: 422, problem: "unknown-country", more: { country: "ZZ" } },
  ],
  [
    "a currency that is none",
    { ...entryOf["voluntary-contribution"], currency: "XYZ" },
    { status: 422, problem: "unknown-currency", more: { currency: "XYZ" } },
  ],
  [
    "a review that is none",
    { ...entryOf["translation-need"], review: "c1-XX" },
    { status: 422, problem: "unknown-review", more: { review: "c1-XX" } },
  ],
])("%s is recorded in no register", async (_, body, refusal) => {
  await api.expectRefusal(["POST", path, { as: secretariat, key: freshKey(), body }], refusal);
});

test("a register that is none is not listed", async () => {
  await api.expectRefusal(["GET", `${path}?register=press-conference`, { as: secretariat }], {
    status: 400,
    problem: "invalid-request",
    places: [{ parameter: "register" }],
  });
});

test("only the secretariat reads the registers or writes in them", async () => {
  for (const as of [missionOf("FR"), president])
    for (const call of [
      ["GET", path, { as }],
      ["POST", path, { as, key: freshKey(), body: session }],
    ] as const)
      await api.expectRefusal([...call], { status: 403, problem: "not-yours" });
});

test("the listed entries are counted as at a day, and the checker finds nothing", async () => {
  const { items } = await api.pages(path, secretariat, 50);
  const counts = registerCounts(items as never, day("2020-12-01"));
  expect(counts).toMatchObject({
    training: {
      sessions: 2,
      officials: { sum: 46, notKnown: 0 },
      states: { atLeast: 3, atMost: 5 },
      languages: ["pt"],
    },
    dialogues: { held: 1, attendance: { academia: { sum: attendance.academia, known: 1 } } },
    stakeholders: { people: { sum: 60 }, countries: { atLeast: 2, atMost: 2 } },
    pilots: { initiatives: 1, countries: 1 },
    contributions: { number: 0 },
  });
  expect(await checkerFindings(api)).toEqual([]);
});
