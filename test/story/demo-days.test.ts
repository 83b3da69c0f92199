import { expect, test } from "vitest";
import { sendPatiently } from "../../demo/callers.ts";
import { playPlan } from "../../demo/run-scenario.ts";
import { settingsOf } from "../../local/open-runtime.ts";
import { day } from "../fixtures/changes.ts";

test("a plan is played on every day, whether a party acts on it or not, and the sweep runs on each", async () => {
  const moves: (readonly [string, string])[] = [];
  const stage = {
    url: "http://localhost:1",
    token: async () => "token",
    rest: async () => undefined,
    moveTo: async (instant: string, { recurring }: { readonly recurring: string }) => {
      moves.push([instant, recurring]);
    },
  };
  const between = { seed: 1, progress: () => undefined, from: day("2021-03-26"), until: day("2021-03-29") };
  await playPlan(stage, [], between);
  expect(moves).toEqual([
    ["2021-03-26T08:00:00.000Z", "on-arrival"],
    ["2021-03-27T08:00:00.000Z", "on-arrival"],
    ["2021-03-28T07:00:00.000Z", "on-arrival"],
    ["2021-03-29T07:00:00.000Z", "on-arrival"],
  ]);
});

test("a read that is answered 503 is repeated, a write and a 503 that stays are not", async () => {
  const send = (statuses: number[]) => {
    const sent: string[] = [];
    const reply = async (request: Request) => {
      sent.push(request.method);
      return new Response("{}", { status: statuses.shift() ?? 503 });
    };
    return { sent, reply: reply as typeof fetch };
  };
  const read = () => new Request("http://localhost/v1/letters");
  const once = send([503, 200]);
  expect((await sendPatiently(read(), once.reply, 1)).status).toBe(200);
  expect(once.sent).toEqual(["GET", "GET"]);
  const never = send([]);
  expect((await sendPatiently(read(), never.reply, 1)).status).toBe(503);
  expect(never.sent).toHaveLength(4);
  const write = send([503, 200]);
  const post = new Request("http://localhost/v1/bulletins", { method: "POST", body: "{}" });
  expect((await sendPatiently(post, write.reply, 1)).status).toBe(503);
});

test("links of letters lead to where the system is read later on, not to the port at which it is played", () => {
  const { FRONT_END_URL: frontEnd, REVIEW_PAGE: page } = settingsOf(
    { publicUrl: "http://localhost:8787" },
    "http://localhost:41234",
  );
  expect(frontEnd).toMatch(/^http:\/\/localhost:8787\/_local\/example\//u);
  expect(page).toMatch(/^http:\/\/localhost:8787\/v1\/pages\//u);
  expect(settingsOf({}, "http://localhost:41234").REVIEW_PAGE).toContain("localhost:41234");
});
