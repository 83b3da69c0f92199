import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Call, freshKey, missionOf, personOf, type TestApi } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestSystem();
  await api.startGroup();
});
afterAll(() => api.close());

const naming = (party: string, body: object): Call => [
  "POST",
  `/v1/parties/${party}/mandates`,
  { as: missionOf(party), key: freshKey(), body },
];

describe("failures of the service", () => {
  const call = naming("IE", { role: "expert", person: personOf("IE", "expert") });

  test("a change that others are always faster than is refused, may be sent again, and is then made", async () => {
    const always = { caller: "review-api", action: "dynamodb:PutItem", times: 1000 };
    api.app.faults.add({ kind: "transactionConflict", ...always });
    await api.expectRefusal(call, { status: 409, problem: "conflict" });
    api.app.faults.clear();
    expect((await api.request(...call)).status).toBe(201);
  });

  test("a failing database is reported without its message, and changes nothing", async () => {
    const secret = "the words of the database";
    const broken = { effect: "error", error: "InternalServerError", status: 500, message: secret, times: 1000 };
    api.app.faults.add({ ...broken, action: "dynamodb:PutItem", caller: "review-api" });
    const again = naming("IE", { role: "observer", person: personOf("IE", "observer") });
    const { text } = await api.expectRefusal(again, { status: 503, problem: "unavailable" });
    expect(text).not.toContain(secret);
    api.app.faults.clear();
    expect((await api.request(...again)).status).toBe(201);
  });

  test("a function that dies is reported by the gateway, and the request may be repeated", async () => {
    // The transaction is the first that it writes: the daily count is part of it.
    const commit = { action: "dynamodb:PutItem", caller: "review-api" };
    api.app.faults.add({ effect: "kill", when: "after", ...commit });
    const named = naming("TD", { role: "expert", person: personOf("TD", "expert") });
    const answer = await api.request(...named);
    expect([answer.status, answer.body]).toEqual([500, { message: "Internal Server Error" }]);
    await api.app.rest();
    const before = await api.storedRows();
    // It had been done before the function died: the repeat gets the answer that was lost.
    const again = await api.request(...named);
    expect([again.status, again.body.reviews]).toEqual([201, [expect.objectContaining({ id: "c1-IE" })]]);
    expect(await api.changedSince(before)).toEqual([]);
  });
});
