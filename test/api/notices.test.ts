import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Life, lifeOf } from "../fixtures/review-life.ts";
import { missionOf, president, openTestApi, type TestApi, secretariat } from "../harness/test-api.ts";

/** The letters of one review and their recipients, with the receipts. */
let api: TestApi;
let life: Life;
const path = "/v1/reviews/c1-IE/notices";
beforeAll(async () => {
  api = await openTestApi();
  api.app.faults.add({ effect: "bounce", address: missionOf("FR"), times: 1 });
  await api.startGroup();
  life = await lifeOf(api, "c1-IE");
  await life.nominate();
  await life.conclude();
  const delay = { dueOn: "2021-08-31", reason: "translation" };
  await life.post("/obligations/questionnaire:IE/delay", life.focalPoint("IE"), delay);
  await api.app.rest();
  // The letter of the first step of the new date.
  await api.app.moveTo("2021-08-03T12:00:00.000Z");
});
afterAll(() => api.close());

const notices = async (as: string = secretariat, limit = 100) => (await api.pages(path, as, limit)).items;
const rowsOf = (text: string): Record<string, string>[] =>
  parse(text, { columns: true, bom: true, relax_column_count: false });

describe("the proof of notice of a review", () => {
  test("has every party's letters with obligation, date, moment, state and receipt, the oldest first", async () => {
    const all = await notices();
    expect(new Set(all.map(({ party }: any) => party))).toEqual(
      new Set(["IE", ...life.reviewers.map(({ party }) => party)]),
    );
    const reminder = all.find(
      ({ party, rung, recipient }: any) => party === "IE" && rung === "d-28" && recipient.kind === "mission",
    );
    expect(reminder).toMatchObject({
      kind: "duty-reminder",
      recipient: { kind: "mission", party: "IE", partyName: "Ireland" },
      obligation: "questionnaire:IE",
      duty: "questionnaire",
      dueAt: "2021-08-31T21:59:59.999Z",
      generation: 2,
      plannedFor: "2021-08-03T07:00:00.000Z",
      receipt: expect.stringMatching(/delivered/u),
      messageId: expect.any(String),
    });
    expect(reminder.sentAt <= reminder.receiptAt).toBe(true);
    const { body: explained } = await api.get(`/v1/letters/${reminder.letter}?include=explanation`, missionOf("IE"));
    expect(explained.explanation).toMatchObject({
      basis: [{ source: "S30", document: "Background paper of the secretariat, 2023", paragraph: 30 }, { source: "D" }],
      ladder: { kind: "questionnaire", effectiveFrom: "2020-10-16" },
      obligations: [{ kind: "questionnaire", dueAt: reminder.dueAt, generation: 2, now: "open" }],
      messageId: reminder.messageId,
    });
    const delayNotices = all.filter(({ kind }: any) => kind === "delay-notified");
    expect(delayNotices.length).toBeGreaterThan(life.reviewers.length);
    for (const letter of delayNotices) expect(letter).toMatchObject({ obligation: "questionnaire:IE", generation: 2 });
    const letters = await Promise.all(all.map(({ letter }: any) => api.get(`/v1/letters/${letter}`, secretariat)));
    const planned = letters.map(({ body }) => body.plannedAt);
    expect(planned).toEqual(planned.toSorted());
  });

  test("says that one came back, and from which of the mission's addresses, without naming it", async () => {
    const bounced = (await notices()).find(({ receipt }: any) => receipt === "bounced");
    expect(bounced).toMatchObject({ party: "FR", state: "bounced", attempt: 1, contact: "first" });
    expect(bounced.sentAt <= bounced.receiptAt).toBe(true);
    expect(JSON.stringify(await notices())).not.toContain("example.org");
  });

  test("covers one review: a reminder about several reviews is in each of them under its own obligation", async () => {
    const [mine, others] = await Promise.all(
      ["c1-IE", "c1-FR"].map(async (id) => (await api.pages(`/v1/reviews/${id}/notices`, secretariat, 100)).items),
    );
    const about = (items: any[] = []) => new Set(items.map(({ obligation }) => obligation));
    expect(about(mine)).toContain("focal-point:IE");
    expect(about(others)).not.toContain("questionnaire:IE");
  });

  test("comes in pages without a gap or a repetition", async () => {
    const whole = await notices();
    const { items, pages } = await api.pages(path, secretariat, 3);
    expect(items).toEqual(whole);
    expect(pages).toBe(Math.ceil(whole.length / 3));
  });

  test("shows a permanent mission the letters to its own party, and no others", async () => {
    const own = await notices(missionOf("IE"));
    expect(own).toEqual((await notices()).filter(({ party }: any) => party === "IE"));
    expect(own.length).toBeGreaterThan(0);
  });

  test("is not for those who serve, and does not exist for a user who may not read the review", async () => {
    for (const headers of [{ accept: "application/json" }, { accept: "text/csv" }]) {
      const denied = { status: 403, problem: "not-yours" } as const;
      await api.expectRefusal(["GET", path, { as: life.focalPoint("IE"), headers }], denied);
      for (const as of [missionOf("DE"), president])
        await api.expectRefusal(["GET", path, { as, headers }], { status: 404, problem: "not-found" });
    }
    const nowhere = ["GET", "/v1/reviews/c1-XX/notices", { as: secretariat }] as const;
    await api.expectRefusal(nowhere, { status: 404, problem: "not-found" });
  });

  test("refuses a cursor of another list", async () => {
    const { body } = await api.get("/v1/parties?limit=1", secretariat);
    const call = ["GET", `${path}?cursor=${body.next}`, { as: secretariat }] as const;
    await api.expectRefusal(call, { status: 400, problem: "invalid-cursor" } as never);
  });
});

describe("the letters of one review as a file", () => {
  test.each([
    ["the secretariat", () => secretariat],
    ["a permanent mission", () => missionOf("IE")],
  ])("gives %s the data of the list, cell by cell", async (_, who) => {
    const answer = await api.request("GET", path, { as: who(), headers: { accept: "text/csv" } });
    expect([answer.status, answer.type]).toEqual([200, "text/csv"]);
    expect(answer.headers.get("content-disposition")).toBe('attachment; filename="notices.csv"');
    const inWords = (row: Record<string, unknown>) =>
      Object.fromEntries(Object.entries(row).map(([name, said]) => [name, String(said)]));
    const listed = (await notices(who())).map(({ recipient, ...notice }: any) => {
      const { kind, user, personName } = recipient;
      const person = user === undefined ? {} : { "recipient.user": user, "recipient.personName": personName };
      return inWords({ ...notice, "recipient.kind": kind, ...person });
    });
    const rows = rowsOf(answer.text).map((row) =>
      Object.fromEntries(Object.entries(row).filter(([, said]) => said !== "")),
    );
    expect(rows).toEqual(listed);
  });

  test("begins with a byte order mark, which a spreadsheet needs to read names", async () => {
    const response = await api.fetch("GET", path, { as: secretariat, headers: { accept: "text/csv" } });
    const bytes = new Uint8Array(await response.arrayBuffer());
    expect(Array.from(bytes.slice(0, 3))).toEqual([0xef, 0xbb, 0xbf]);
  });
});
