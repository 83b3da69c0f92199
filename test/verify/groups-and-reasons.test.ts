import { beforeAll, describe, expect, test } from "vitest";
import { requestsTo } from "../harness/app-requests.ts";
import { freshKey, missionOf, personOf, secretariat, startGroup } from "../harness/test-api.ts";
import { findingsOf } from "../harness/verification.ts";
import { type InProcess, openInProcess } from "../permissions/in-process.ts";
import { expectReported } from "./answer-changes.ts";
import { logging, type PlantedDefect, type PlayedCourse, verifyWith } from "./course.ts";

/** Focal points change for several reasons, in a Mechanism with three groups. */

const person = (party: string, name: string) => ({
  ...personOf(party, "focal-point"),
  name,
  email: `${name.toLowerCase().replaceAll(" ", ".")}@${party.toLowerCase()}.example.org`,
});

const change = async (api: InProcess, location: string, what: "replacement" | "removal", body: object) => {
  const [, , , party = ""] = location.split("/");
  const answer = await api.request("POST", `${location}/${what}`, { as: missionOf(party), key: freshKey(), body });
  expect([answer.status, answer.text]).toEqual([200, answer.text]);
  await api.app.rest();
};

let course: PlayedCourse;
beforeAll(async () => {
  const log: PlayedCourse["log"][number][] = [];
  const api = logging(await openInProcess(), log);
  api.behind.mail.usually = "accepts";
  await startGroup(api);
  await api.app.moveTo("2020-12-02T11:00:00.000Z");
  const at: Record<string, string> = {};
  for (const party of ["FR", "GR", "IE"]) {
    at[party] = (await api.name(party, "focal-point")).headers.get("location") ?? "";
    await api.app.rest();
  }
  await api.app.moveTo("2020-12-20T11:00:00.000Z");
  await change(api, at["FR"]!, "replacement", { person: person("FR", "A successor"), reason: "transferred" });
  await change(api, at["GR"]!, "replacement", { person: person("GR", "Another successor") });
  await change(api, at["IE"]!, "removal", { reason: "left-service" });
  await api.app.moveTo("2021-01-05T11:00:00.000Z");
  expect((await api.name("IE", "focal-point", { person: person("IE", "A third successor") })).status).toBe(201);
  await api.app.moveTo("2021-01-20T11:00:00.000Z");
  await api.app.rest();
  course = { ...api, log, send: requestsTo(api.behind) };
});

type MeasureView = { readonly total: number; readonly parts: readonly { count: number; endReason?: string }[] };

/** The statistics with one measure changed: of several groups together, or of the whole Mechanism. */
const inStatistics = (name: string, isTogether: boolean, changed: (one: MeasureView) => object): PlantedDefect => ({
  answers: [
    {
      path: /^\/v1\/statistics$/u,
      change: (body, search) =>
        search.has("groups") === isTogether && search.get("asAt") === "2021-01-20"
          ? {
              ...body,
              measures: body.measures.map((one: any) => (one.measure === name ? { ...one, ...changed(one) } : one)),
            }
          : body,
    },
  ],
});

describe("the checker, over changes of focal points and groups that are counted together,", () => {
  test("finds nothing wrong, in the statistics or in a status paper", async () => {
    const { findings, counts } = await verifyWith(course, {});
    expect(findings).toEqual([]);
    expect(counts.get("measures of several groups counted again")).toBeGreaterThan(40);
    const { body } = await course.get("/v1/statistics", secretariat);
    const { total, parts } = body.measures.find(({ measure }: any) => measure === "changes-of-focal-point");
    const reasons = parts.flatMap(({ endReason, count }: any) => (endReason === undefined ? [] : [[endReason, count]]));
    expect([total, Object.fromEntries(reasons)]).toEqual([3, { transferred: 1, "left-service": 1, "not-recorded": 1 }]);
    expect(await findingsOf(course.behind)).toEqual([]);
  });

  test("reports a change that counts under another reason", () =>
    expectReported(course, [
      "a reason of another change",
      inStatistics("changes-of-focal-point", false, ({ parts }) => ({
        parts: parts.map((part) => (part.endReason === "left-service" ? { ...part, endReason: "other" } : part)),
      })),
      "statistic-wrong",
      /^changes-of-focal-point by endReason left-service as at 2021-01-20$/u,
    ]));

  test("reports reasons that do not add up", () =>
    expectReported(course, [
      "no column for changes without a recorded reason",
      inStatistics("changes-of-focal-point", false, ({ parts }) => ({
        parts: parts.filter(({ endReason }) => endReason !== "not-recorded"),
      })),
      "statistic-parts-wrong",
      /^changes-of-focal-point as at 2021-01-20$/u,
    ]));

  test("reports a party of two groups that counts twice in both together", () =>
    expectReported(course, [
      "a party too many",
      inStatistics("parties-in-reviews", true, ({ total }) => ({ total: total + 1 })),
      "statistic-wrong",
      /^parties-in-reviews of c1-g1 and c1-g2 as at 2021-01-20$/u,
    ]));
});
