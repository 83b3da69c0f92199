import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { denounce } from "../../fixtures/denounce.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { addressOf, freshKey, missionOf, secretariat, openTestApi, type TestApi } from "../../harness/test-api.ts";
import { checkerFindings } from "../../harness/api-verification.ts";
import type { StackContents } from "../../harness/stack-contents.ts";

/** Germany, which is under review and reviews Sweden and Austria, is said to have left while reviews wait for answers. */
let api: TestApi;
let kept: StackContents;
let own: Life;
let other: Life;
let third: Life;

const post = (path: string, body: object, as: string = secretariat, party = "DE") =>
  api.request("POST", `/v1/parties/${party}/${path}`, { as, key: freshKey(), body });
const leave = async () => {
  const left = await denounce(api, "DE", { leftOn: "2020-12-14", document: "C.N.55.2020" });
  await api.app.rest();
  return left;
};
const correct = (leftOn: string, as?: string) =>
  post(
    "corrections",
    {
      what: "denunciation",
      to: { leftOn, document: "C.N.55.2020" },
      reason: "The depositary notified another day.",
    },
    as,
  );
const undo = (more: object = {}, as?: string, party?: string) =>
  post("denunciation/reversal", { reason: "Another party was meant.", ...more }, as, party);
const outcomeOf = ({ status, problem, body }: { status: number; problem?: string | undefined; body: any }) =>
  problem ?? `${status} ${body.participation}`;
const correctionsTo = async () => {
  const letters = (await kept.letters()).filter(({ content }) => content.kind === "departure-corrected");
  return letters.map(({ party, recipient, state }) => `${recipient.kind} ${party} ${state}`).toSorted();
};
/** Returns the status of all parties in the reviews concerned, without versions and times. */
const statuses = async () =>
  Promise.all(
    [own, other, third].map(async (life) => {
      const { stage, seats, obligations, discontinuedOn } = await life.read();
      const open = obligations.filter(({ state }: any) => state === "open");
      const pending = open.map(({ id, dueAt, openedOn }: any) => [id, dueAt, openedOn]);
      return { stage, seats, pending, discontinuedOn };
    }),
  );
let before: Awaited<ReturnType<typeof statuses>>;

beforeAll(async () => {
  api = await openTestApi();
  kept = api.contents();
  await api.startGroup();
  own = await lifeOf(api, "c1-DE");
  other = await lifeOf(api, "c1-SE");
  third = await lifeOf(api, "c1-AT");
  for (const life of [own, other]) await life.nominate();
  await api.app.moveTo("2020-12-08T12:00:00.000Z");
  for (const life of [own, other]) await life.conclude();
  await api.app.moveTo("2020-12-14T12:00:00.000Z");
  await api.app.rest();
  before = await statuses();
});
afterAll(async () => {
  kept.close();
  await api.close();
});

test("there is nothing to correct or to undo where no denunciation is recorded, nor for any other party", async () => {
  expect([await correct("2020-12-10"), await undo()].map(outcomeOf)).toEqual(["no-denunciation", "no-denunciation"]);
  expect((await undo({}, secretariat, "ZZ")).problem).toBe("not-found");
  expect((await leave()).status).toBe(200);
  for (const as of [missionOf("DE"), addressOf("DE", "focal-point"), missionOf("SE")])
    expect([await correct("2020-12-10", as), await undo({}, as)].map(outcomeOf)).toEqual(["not-yours", "not-yours"]);
});

test("a corrected day holds everywhere, and each recipient of the former letter gets one about the correction", async () => {
  expect([await correct("2020-12-15"), await correct("2004-01-01")].map(outcomeOf)).toEqual([
    "date-in-the-future",
    "date-too-early",
  ]);
  const denunciationLetters = (await kept.letters()).filter(({ content }) => content.kind === "party-left");
  expect((await correct("2020-12-10")).body.participation).toBe("not-taking-part");
  await api.app.rest();
  expect((await own.read()).discontinuedOn).toBe("2020-12-10");
  const counted = async (asAt: string) =>
    (await api.pages(`/v1/statistics/parties-taking-part/members?asAt=${asAt}`, secretariat, 100)).items.some(
      ({ party }) => party === "DE",
    );
  expect([await counted("2020-12-09"), await counted("2020-12-10")]).toEqual([true, false]);
  const missions = new Set(denunciationLetters.map(({ party }) => `mission ${party} delivered`));
  expect(await correctionsTo()).toEqual([...missions].toSorted());
  expect((await correct("2020-12-10")).status).toBe(200);
  await api.app.rest();
  expect(await correctionsTo()).toHaveLength(missions.size);
  const mail = api.app.mailbox.find({ limit: 10_000 }).find(({ subject }) => subject.startsWith("Correction: the day"));
  expect(mail?.text.replaceAll(/\s+/gu, " ")).toContain("as of 10 December 2020, and not as of 14 December 2020");
});

describe("a denunciation that is undone", () => {
  test("leaves the reviews as they were, and its people have access again", async () => {
    const ended = (await kept.letters()).filter(({ content }) => content.kind === "mandate-ended");
    expect(ended.length).toBeGreaterThan(0);
    const undone = await undo();
    expect([undone.problem, undone.body.participation]).toEqual([undefined, "takes-part"]);
    await api.app.rest();
    expect(await statuses()).toEqual(before);
    for (const life of [own, other])
      for (const as of [addressOf("DE", "focal-point"), addressOf("DE", "expert")])
        expect([as, (await api.get(life.at(""), as)).status]).toEqual([as, 200]);
    const users = new Set(ended.flatMap(({ recipient }) => (recipient.kind === "user" ? [recipient.user] : [])));
    expect((await correctionsTo()).filter((line) => line.startsWith("user"))).toHaveLength(users.size);
    const mails = api.app.mailbox
      .find({ limit: 10_000 })
      .filter(({ subject }) => subject.startsWith("Correction: a party has not left"));
    expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length);
  });

  test("is none any more, and nothing of it is on any list", async () => {
    expect([await undo(), await correct("2020-12-11")].map(outcomeOf)).toEqual(["no-denunciation", "no-denunciation"]);
    const { items } = (await api.get("/v1/worklist?limit=200", secretariat)).body;
    const lots = items.filter(({ blockedBy = [] }: any) =>
      blockedBy.some(({ why }: any) => why === "redraw-to-carry-out"),
    );
    expect(lots).toEqual([]);
  });

  test("twice at once is undone once, and of an undoing and lots for a seat one is first", async () => {
    expect((await leave()).status).toBe(200);
    const both = await Promise.all([undo(), undo()]);
    expect(both.map(outcomeOf).toSorted()).toEqual(["200 takes-part", "no-denunciation"]);
    expect((await leave()).status).toBe(200);
    const drawing = other.post("/redraws", secretariat, { from: "DE" }, { key: freshKey() });
    const [undone, drawn] = await Promise.all([undo(), drawing]);
    expect([undone.status === 200, drawn.status === 201].filter(Boolean)).toHaveLength(1);
    if (undone.status === 200) expect((await leave()).status).toBe(200);
    if (drawn.status !== 201)
      expect((await other.post("/redraws", secretariat, { from: "DE" }, { key: freshKey() })).status).toBe(201);
    await api.app.rest();
  });

  test("is refused while lots were drawn for a seat, unless the party comes back without that", async () => {
    const refused = await undo();
    expect([refused.problem, refused.body.what, refused.body.seats.map(({ review }: any) => review)]).toEqual([
      "denunciation-overtaken",
      "seat-redrawn",
      [other.review],
    ]);
    expect((await own.read()).discontinuedOn).toBe("2020-12-14");
    const late = await correct("2020-12-15");
    expect(late.problem).toBe("date-in-the-future");
    expect(outcomeOf(await undo({ seatsGivenUp: [other.review] }))).toBe("200 takes-part");
    await api.app.rest();
    expect((await other.read()).seats.map(({ party }: any) => party)).not.toContain("DE");
    const [first, , last] = await statuses();
    expect([first, last]).toEqual([before[0], before[2]]);
  });

  test("breaks nothing that is promised, and the checker finds nothing", async () => {
    await api.app.moveTo("2021-01-05T12:00:00.000Z");
    await api.sweep("full");
    await api.app.rest();
    expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
    expect(await checkerFindings(api)).toEqual([]);
  });
});
