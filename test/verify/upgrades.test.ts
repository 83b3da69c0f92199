import { beforeAll, describe, expect, test } from "vitest";
import type { Finding } from "../../bin/verify/finding.ts";
import { later } from "../../domain/base/time.ts";
import { denounce } from "../fixtures/denounce.ts";
import { requestsTo } from "../harness/app-requests.ts";
import { freshKey, secretariat, startGroup } from "../harness/test-api.ts";
import { openInProcess } from "../permissions/in-process.ts";
import { itemsOf, letters } from "./answer-changes.ts";
import { type PlantedDefect, type PlayedCourse, rememberAnswers, verifyWith } from "./course.ts";

/** A start that was recorded late and then corrected, a mission with another address, and a denunciation that was corrected. */
const play = async (): Promise<PlayedCourse> => {
  const api = await openInProcess();
  const { request, app } = api;
  api.behind.mail.usually = "accepts";
  const as = secretariat;
  await app.moveTo("2020-12-16T05:00:00.000Z");
  await startGroup(api);
  await app.moveTo("2020-12-17T11:00:00.000Z");
  const correction = { what: "start", to: "2020-12-07", reason: "The day of the note verbale was recorded" };
  await request("POST", "/v1/groups/c1-g1/corrections", { as, body: correction });
  await app.moveTo("2020-12-18T11:00:00.000Z");
  const { body, headers } = await request("GET", "/v1/parties/GR/mission", { as });
  const contacts = { ...body.contacts, address: "moved.mission@gr.example.org" };
  await request("PUT", "/v1/parties/GR/mission", { as, match: headers.get("etag") ?? "", body: contacts });
  await app.rest();
  await app.moveTo("2020-12-29T11:00:00.000Z");
  const denunciation = { leftOn: "2020-12-28", document: "C.N.55.2020" };
  await denounce(api, "DE", denunciation);
  await app.rest();
  const reason = "The depositary notified another day.";
  const corrected = { what: "denunciation", to: { ...denunciation, leftOn: "2020-12-27" }, reason };
  await request("POST", "/v1/parties/DE/corrections", { as, key: freshKey(), body: corrected });
  await app.rest();
  await app.moveTo("2021-01-20T11:00:00.000Z");
  return { ...api, log: [], send: rememberAnswers(requestsTo(api.behind)) };
};

let course: PlayedCourse;
beforeAll(async () => {
  course = await play();
});

type Fits = (explanation: any) => boolean;
const ofKind =
  (kind: string): Fits =>
  ({ letter }) =>
    letter.kind === kind;
const toGreece: Fits = ({ letter }) =>
  letter.recipient.beforeChange !== undefined && letter.kind !== "mission-readdressed";

const isAboutLetters = ({ kind }: Finding): boolean => /^(?:reminder|notice)-/u.test(kind);
const kindsFound = async (planted: PlantedDefect, judgedFrom?: string): Promise<readonly string[]> => {
  const { findings } = await verifyWith(course, planted, judgedFrom === undefined ? {} : { judgedFrom });
  return [...new Set(findings.filter(isAboutLetters).map(({ kind }) => kind))].toSorted();
};

/** Removes letters as if an earlier version had not planned them. */
const leftOut = (fits: Fits): PlantedDefect => ({
  answers: [{ path: letters, change: (body) => itemsOf(body, (items) => items.filter((one) => !fits(one))) }],
});

/** Plans letters an hour later, as if an earlier version had done so. */
const plannedLater = (fits: Fits): PlantedDefect => ({
  answers: [
    {
      path: letters,
      change: (body) =>
        itemsOf(body, (items) =>
          items.map((one) => (fits(one) ? { ...one, plannedFor: later(one.plannedFor, { hours: 1 }) } : one)),
        ),
    },
  ],
});

describe("the checker, of letters before an upgrade and since,", () => {
  test.each([
    ["late starts", ofKind("late-start")],
    ["corrected starts", ofKind("start-corrected")],
    ["changes of addresses", ofKind("mission-readdressed")],
    ["copies to former addresses", toGreece],
    ["corrected denunciations", ofKind("departure-corrected")],
  ])("judges %s by the rules of this version only where they are of it", async (_what, fits) => {
    expect(await kindsFound(leftOut(fits))).toContainEqual(expect.stringMatching(/-missing$/u));
    expect(await kindsFound(plannedLater(fits))).toContainEqual(expect.stringMatching(/-unfounded$/u));
    const now = course.behind.clock.now();
    expect([await kindsFound(leftOut(fits), now), await kindsFound(plannedLater(fits), now)]).toEqual([[], []]);
  });
});
