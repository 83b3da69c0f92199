import { beforeAll, describe, expect, test, vi } from "vitest";
import { boxFor } from "../../domain/lots/box.ts";
import { drawAgain } from "../../domain/lots/redraw-candidates.ts";
import type * as Random from "../../lambdas/io/random.ts";
import { livePairings } from "../../lambdas/use-cases/oversight/live-pairings.ts";
import { PartyId, phaseIdOf } from "../../schemas/base/ids.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import {
  addressOf,
  byNote,
  freshKey,
  missionOf,
  personOf,
  type Role,
  secretariat,
  startGroup,
} from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";

/** The lots are drawn by a seed that the test chooses, so that both an additional draw and a leave come of it. */
const chance = vi.hoisted(() => ({ seed: 0 }));
vi.mock("../../lambdas/io/random.ts", async (original) => {
  const random = await original<typeof Random>();
  const randomIds: typeof random.randomIds = (clock) => ({ ...random.randomIds(clock), seed: () => chance.seed });
  return { ...random, randomIds };
});

/**
 * Sweden has the seat of Syria drawn again while feedback is being written: Syria lacks the Firearms Protocol, on which
 * Barbados as an additional reviewer has cleared its feedback.
 */
let api: InProcess;
let life: Life;
const unneeded = "BB";
let drawn: any;
const review = "c1-SE";
const obligationsOf = async (party: string) =>
  (await life.read()).obligations
    .filter((obligation: any) => obligation.party === party)
    .map(({ kind, state, dueAt }: any) => [kind, state, dueAt.slice(0, 10)]);
const status = async (path: string, as: string) => (await api.get(life.at(path), as)).status;
const name = (party: string, role: Role) => {
  const body = { role, person: personOf(party, role), reviews: [review], ...byNote(party, "2021-08-04") };
  return api.request("POST", `/v1/parties/${party}/mandates`, { as: secretariat, key: freshKey(), body });
};
const newcomers = (): readonly string[] => [drawn.to, ...drawn.additional.map(({ party }: any) => party)];

beforeAll(async () => {
  api = await openInProcess();
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  life = await lifeOf(api, review);
  await life.nominate();
  await api.app.moveTo("2020-12-10T12:00:00.000Z");
  await life.conclude();
  await api.app.moveTo("2021-03-01T12:00:00.000Z");
  await life.submit();
  await api.app.moveTo("2021-06-01T12:00:00.000Z");
  expect((await life.clear(unneeded)).status).toBe(200);
  await api.app.moveTo("2021-08-04T12:00:00.000Z");
});

test("lots drawn again bring an additional reviewer and let one go, in the same act", async () => {
  const request = await life.post("/redraw-requests", missionOf("SE"), { seat: "SY" });
  expect(request.status).toBe(200);
  const aggregate = (await api.behind.store.load("review", review))?.state;
  const { pairings } = await livePairings(api.behind.store, phaseIdOf(1), api.behind.clock.now());
  const isBoth = (seed: number): boolean => {
    const changes = aggregate && drawAgain(aggregate, PartyId.parse("SY"), pairings, seed)?.changes;
    return changes !== undefined && changes.additional.length > 0 && changes.leaving.length > 0;
  };
  while (!isBoth(chance.seed) && chance.seed < 2000) chance.seed += 1;
  const answer = await life.post("/redraws", secretariat, { from: "SY" }, { key: freshKey() });
  expect([answer.status, answer.problem]).toEqual([201, undefined]);
  drawn = answer.body;
  expect(drawn.leaving.map(({ party }: any) => party)).toEqual([unneeded]);
  expect(drawn.draw.seed).toBe(chance.seed);
  const [one] = drawn.additional;
  const [lots] = drawn.draw.additional;
  expect(lots.candidates.map(({ party }: any) => party)).toContain(one.party);
  expect(lots.instruments).toEqual(one.instruments);
  expect([...drawn.instruments, ...one.instruments].toSorted()).toEqual(["FP", "SOM", "TIP", "UNTOC"]);
  await api.app.rest();
});

describe("after it", () => {
  test("every instrument has two reviewers, and the party four at most", async () => {
    const { reviewers } = await life.read();
    for (const instrument of ["UNTOC", "TIP", "SOM", "FP"])
      expect([instrument, reviewers.filter(({ instruments }: any) => instruments.includes(instrument)).length]).toEqual(
        [instrument, 2],
      );
    expect(reviewers.length).toBeLessThanOrEqual(4);
  });

  test("all users read the new and the former reviewer, the lots of each draw, and the number of requests", async () => {
    const { status: given, body } = await api.get(`/v1/pairings/${review}`);
    expect([given, body.redraws.length]).toEqual([200, 1]);
    const { review: _of, version: _version, ...published } = drawn;
    expect(body.redraws).toEqual([{ drawnOn: "2021-08-04", ...published }]);
    expect(body.reviewers).toEqual((await life.read()).reviewers);
    const { items } = (await api.get("/v1/pairings?limit=100")).body;
    const ofSweden = items.find(({ review: of }: any) => of === review);
    expect(ofSweden.redraws).toMatchObject([{ from: "SY", to: drawn.to, drawnOn: "2021-08-04" }]);
    const profiles = await Promise.all(["SE", "DE"].map((party) => api.get(`/v1/country-profiles/${party}`)));
    expect(profiles.map(({ body: { redraws } }) => redraws)).toEqual([
      { asked: 1, most: 4 },
      { asked: 0, most: 4 },
    ]);
    expect((await api.get("/v1/pairings/c1-ZZ")).status).toBe(404);
  });

  test("the record lets any reader repeat the draw, with the same result", async () => {
    const [{ draw, to, additional }] = (await api.get(`/v1/pairings/${review}`)).body.redraws;
    const box = boxFor(draw.seed);
    const again = [draw, ...draw.additional].map(({ candidates }: any) => box.oneOf<any>(candidates).party);
    expect(again).toEqual([to, ...additional.map(({ party }: any) => party)]);
  });

  test("the obligations and the access of those who left have ended", async () => {
    for (const party of ["SY", unneeded]) {
      expect((await obligationsOf(party)).filter(([, state]: string[]) => state === "open")).toEqual([]);
      for (const as of [addressOf(party, "focal-point"), addressOf(party, "expert"), missionOf(party)])
        expect([as, await status("", as)]).toEqual([as, 404]);
    }
  });

  test("the clearances of the additional reviewer are shown as those of a former reviewer", async () => {
    for (const as of [secretariat, addressOf("SE", "focal-point")]) {
      const { body } = await api.get(life.at("/feedback"), as);
      const [former] = body.items.filter(({ party }: any) => party === unneeded);
      expect(former.formerReviewer).toMatchObject({ replacedBy: drawn.to });
      expect(former.texts[0].text).not.toBe("");
    }
  });

  test("the new reviewer must make nominations in two and four weeks and feedback in six months", async () => {
    for (const party of newcomers())
      expect([party, await obligationsOf(party)]).toEqual([
        party,
        [
          ["focal-point", "open", "2021-08-18"],
          ["experts", "open", "2021-09-01"],
          ["feedback", "open", "2022-02-04"],
        ],
      ]);
  });

  test("the missions of all four get a letter, each with the effect of the drawing on it", async () => {
    const letters = (await api.behind.letters()).filter(({ content }) => content.kind === "seat-redrawn");
    const parts = letters.map(({ party, content }) => [
      party,
      content.kind === "seat-redrawn" ? content.additional?.part : undefined,
    ]);
    expect(parts.toSorted()).toEqual(
      [
        ["SY", undefined],
        [drawn.to, undefined],
        [drawn.additional[0].party, "drawn"],
        [unneeded, "leaving"],
      ].toSorted(),
    );
  });

  test("the additional reviewer reads the answers of its instruments and clears feedback on them", async () => {
    const [one] = drawn.additional;
    for (const party of newcomers())
      for (const role of ["focal-point", "expert"] as const) expect((await name(party, role)).status).toBe(201);
    await api.app.rest();
    const { body } = await api.get(life.at("/answers"), addressOf(one.party, "expert"));
    expect(body.texts.map(({ instrument }: any) => instrument)).toEqual(one.instruments);
    const now = await lifeOf(api, review);
    for (const { party } of now.reviewers) expect([party, (await now.clear(party)).status]).toEqual([party, 200]);
    expect((await life.read()).stage).toBe("observations");
  });

  test("nothing that is promised is broken, and the checker finds nothing", async () => {
    await api.app.moveTo("2021-08-06T12:00:00.000Z");
    await api.behind.sweep("full");
    await api.app.rest();
    expect([...(await brokenNow(api.behind)), ...(await brokenAtRest(api.behind))]).toEqual([]);
    expect(await findingsOf(api.behind)).toEqual([]);
  });
});
