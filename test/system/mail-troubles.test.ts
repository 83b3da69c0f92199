import { afterAll, beforeAll, expect, test } from "vitest";
import { type TestApi, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

let api: TestApi;
beforeAll(async () => {
  api = await startTestSystem();
});
afterAll(() => api.close());

/** Returns the number of mails of each letter. */
const mailsOf = (): ReadonlyMap<string, number> => {
  const counts = new Map<string, number>();
  for (const { tags } of api.app.mailbox.find({})) {
    const letter = tags["letter"] ?? "none";
    counts.set(letter, (counts.get(letter) ?? 0) + 1);
  }
  return counts;
};
const lettersIn = async (state: string) => (await api.pages(`/v1/letters?state=${state}`, secretariat, 100)).items;

// The first letter's sender waits as long as the mail client does, in real time.
test("letters meet a timeout after acceptance, a broken connection, a throttle, and a mailbox that is full: each leaves once", async () => {
  const { app } = api;
  app.faults.add({ kind: "timeoutAfterAccept" });
  app.faults.add({ kind: "mailReset", skip: 1 });
  app.faults.add({ kind: "throttle", skip: 1 });
  app.faults.add({ effect: "transientBounce", address: "mission@ie.example.org" });
  await api.startGroup();
  await app.moveTo("2020-12-01T12:00:00Z");
  expect(app.faults.all()).toEqual([]);

  const [bounced, delivered] = [await lettersIn("bounced"), await lettersIn("delivered")];
  expect(bounced).toMatchObject([{ party: "IE" }]);
  expect(delivered.length).toBeGreaterThan(3);
  for (const state of ["planned", "claimed", "unknown", "accepted", "failed"])
    expect(await lettersIn(state)).toEqual([]);
  const letters = [...bounced, ...delivered].map(({ id }) => id);
  expect(mailsOf()).toEqual(new Map(letters.map((id) => [id, 1])));

  const explained = await Promise.all(
    letters.map((id) => api.get(`/v1/letters/${id}?include=explanation`, secretariat)),
  );
  const moves = explained
    .flatMap(({ body }) => body.explanation.history.slice(1))
    .map(({ state, why }) => `${state} ${why ?? ""}`);
  expect(moves.filter((move) => /^(?:planned|unknown)/u.test(move)).toSorted()).toEqual([
    "planned TooManyRequestsException",
    expect.stringMatching(/^unknown /u),
  ]);
});
