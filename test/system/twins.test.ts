import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { untilNoConflict } from "../harness/conflicts.ts";
import { addressOf, freshKey, missionOf, personOf, type TestSystem, secretariat } from "../harness/test-api.ts";
import { startTestSystem } from "../harness/over-http.ts";

/** Two who do the same in the same millisecond, and letters that are ordered twice. */
let api: TestSystem;
beforeAll(async () => {
  api = await startTestSystem();
});
afterAll(() => api.close());

const pairs = Array.from({ length: 40 }, (_, number) => number);
/** The first tries of two commits fail on their way, so that both are tried again. */
const firstTriesFail = () => {
  api.app.faults.clear();
  api.app.faults.add({ effect: "error", action: "dynamodb:PutItem", resource: "Journal", times: 2 });
};
const statusesOf = (answers: readonly { readonly status: number }[]) => answers.map(({ status }) => status);

describe("of two at a time by one person", () => {
  test("every contact that was answered with success is on the list, as the reply showed it", async () => {
    const acknowledgedNotes: string[] = [];
    for (const pair of pairs) {
      firstTriesFail();
      const notes = [`First of ${pair}`, `Second of ${pair}`];
      const answers = await Promise.all(
        notes.map((note) =>
          api.request("POST", "/v1/contacts", {
            as: secretariat,
            key: freshKey(),
            body: { contacts: [{ party: "GR", way: "call", outcome: "informed", note }] },
          }),
        ),
      );
      acknowledgedNotes.push(...notes.filter((_, at) => answers[at]?.status === 201));
    }
    api.app.faults.clear();
    expect(acknowledgedNotes.length).toBeGreaterThanOrEqual(pairs.length);
    const { items } = await api.pages("/v1/contacts?party=GR", secretariat, 100);
    expect(items.map(({ note }) => note).toSorted()).toEqual(acknowledgedNotes.toSorted());
    expect(new Set(items.map(({ number }) => number)).size).toBe(items.length);
  });

  test("one sets how a mission is reached, and the other is refused because of the change", async () => {
    const read = () => api.get("/v1/parties/IE/mission", missionOf("IE"));
    for (const pair of pairs) {
      const { body, headers } = await read();
      firstTriesFail();
      const wanted = [`a${pair}@ie.example.org`, `b${pair}@ie.example.org`];
      const answers = await Promise.all(
        wanted.map((address) =>
          untilNoConflict(() =>
            api.request("PUT", "/v1/parties/IE/mission", {
              as: missionOf("IE"),
              match: headers.get("etag") ?? "",
              body: { ...body.contacts, address },
            }),
          ),
        ),
      );
      expect(statusesOf(answers).toSorted()).toEqual([200, 412]);
      const { address } = (await read()).body.contacts;
      expect(address).toBe(wanted[statusesOf(answers).indexOf(200)]);
    }
    api.app.faults.clear();
  });
});

describe("letters", () => {
  let parties: readonly string[] = [];
  beforeAll(async () => {
    await api.startGroup();
    const { items } = await api.pages("/v1/pairings", secretariat, 100);
    const seats = items
      .filter(({ group }) => group === "c1-g1")
      .flatMap(({ party, reviewers }) => [party, ...reviewers.map((seat: { party: string }) => seat.party)]);
    parties = [...new Set<string>(seats)];
  });
  const mailsOf = (letter: string): number =>
    api.app.mailbox.find({ limit: 10_000 }).filter(({ tags }) => tags["letter"] === letter).length;

  test("about all who are replaced on a day ahead leave once each", async () => {
    const roles = ["focal-point", "expert"] as const;
    for (const party of parties)
      for (const role of roles) {
        const { status, text } = await api.name(party, role);
        expect([status, text]).toEqual([201, text]);
      }
    await api.app.rest();
    for (const party of parties) {
      const { items } = (await api.get(`/v1/parties/${party}/mandates`, secretariat)).body;
      for (const role of roles) {
        const { id } = items.find(({ person }: any) => person.email === addressOf(party, role));
        const answer = await api.request("POST", `/v1/parties/${party}/mandates/${id}/replacement`, {
          as: missionOf(party),
          key: freshKey(),
          body: {
            person: { ...personOf(party, role), email: `second.${role}@${party.toLowerCase()}.example.org` },
            effectiveOn: "2020-12-03",
          },
        });
        expect(answer.status).toBe(200);
      }
    }
    await api.app.moveTo("2020-12-04T12:00:00.000Z");
    const sent = api.app.mailbox.find({ limit: 10_000 }).map(({ tags }) => tags["letter"] ?? "");
    expect(sent.length).toBeGreaterThan(parties.length * roles.length * 2);
    expect(sent.filter((letter, at) => sent.indexOf(letter) !== at)).toEqual([]);
  });

  test("that one batch orders twice are one order, with one answer", async () => {
    const { app } = api;
    const sender = app.functions.find("send");
    if (sender === undefined) throw new Error("The app has no sender");
    // Two letters wait, because their orders were lost on the way.
    app.faults.add({ effect: "error", action: "sqs:SendMessage", resource: "DeadlineLetters", times: 1_000 });
    for (const party of parties.slice(0, 2)) await api.name(party, "observer");
    await app.rest();
    app.faults.clear();
    const { items } = (await api.get("/v1/letters?state=planned", secretariat)).body;
    const [first, second] = items.map(({ id }: any) => String(id));
    const Records = [first, second, first].map((letter, number) => ({
      messageId: `order-${number}`,
      body: JSON.stringify({ letter }),
    }));
    expect(await app.functions.invoke(sender, { Records })).toMatchObject({
      ok: true,
      payload: JSON.stringify({ batchItemFailures: [] }),
    });
    const lines = readFileSync(app.functions.logOf("send"), "utf8").trim().split("\n");
    const ended = lines
      .map((line) => JSON.parse(line))
      .filter(({ code, message = "" }) => code === "COMPLETED" && message.startsWith("order-"));
    expect(Object.fromEntries(ended.map(({ message, outcome }) => [message, outcome]))).toEqual({
      "order-0": "accepted",
      "order-1": "accepted",
      "order-2": "accepted",
    });
    expect([mailsOf(first), mailsOf(second)]).toEqual([1, 1]);
  });
});
