import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { missionRows, realTakeOver } from "../fixtures/real-take-over.ts";
import { asCsv, type Sheets } from "../fixtures/take-over.ts";
import { withLongTexts, withoutText } from "../fixtures/take-over-texts.ts";
import { checkerFindings } from "../harness/api-verification.ts";
import { problemText } from "../harness/labels.ts";
import { openTestApi, secretariat, type TestApi } from "../harness/test-api.ts";
import type { Language } from "../../schemas/base/values.ts";

const source = "Files of the secretariat";
const path = "/v1/imports";

let api: TestApi;
let sheets: Sheets;
beforeAll(async () => {
  api = await openTestApi();
  const taken = await realTakeOver({
    1: { startedOn: "2020-10-19", stages: ["concluded", "feedback", "consultation", "observations"] },
    2: { startedOn: "2020-10-20", stages: ["observations", "questionnaire", "nomination"] },
  });
  sheets = { ...taken, missions: { rows: await missionRows(taken) } };
});
afterAll(() => api.close());

const order = (body: object) => api.request("POST", path, { as: secretariat, body: { source, ...body } });
const rowsOf = (sheet: string) => sheets[sheet]?.rows ?? [];
/** Returns the sheets with other cells in the first row that a condition picks, and the position of that row. */
const changed = (sheet: string, picks: (row: Sheets[string]["rows"][number]) => boolean, cells: object) => {
  const at = rowsOf(sheet).findIndex(picks);
  const rows = rowsOf(sheet).map((row, place) => (place === at ? { ...row, ...cells } : row));
  return { sheets: { ...sheets, [sheet]: { rows } }, row: at + 1 };
};
const groupOf = async (id: string) => (await api.get(`/v1/groups/${id}`, secretariat)).body;
/** Returns the parties that are behind the indicative timeline of a group, by step, and by the measure of that name. */
const behindIn = async (group: string) => {
  const { steps } = (await api.get(`/v1/groups/${group}/timeline`, secretariat)).body;
  const members = await api.get(`/v1/statistics/reviews-behind-timeline/members?group=${group}&limit=100`, secretariat);
  return {
    steps: steps.map(({ step, expectedOn, passed, reviews }: any) => [step, expectedOn, passed, reviews]),
    measured: members.body.items,
  };
};
const mailsTo = (text: string) =>
  api.app.mailbox.find({ limit: 10_000 }).filter(({ subject }) => subject.includes(text));

describe("an import with anything wrong", () => {
  test("is refused by sheet, row and column, and reported by a dry run; nothing is recorded of either", async () => {
    const { sheets: broken, row } = changed("steps", ({ step }) => step === "answers", { day: "2020-10-20" });
    const before = await api.storedRows();
    const dry = await order({ dryRun: true, sheets: broken });
    const errors = [
      { sheet: "steps", row, column: "day", message: "The review is in another stage (stage: nomination)" },
    ];
    expect(dry.status).toBe(200);
    expect(dry.body).toMatchObject({ known: false, errors, summary: { groups: ["c4-g1", "c4-g2"] } });
    // A part of the cluster: the refusal names each party reviewed in the cluster before and missing in this one.
    const [missing, ...others] = dry.body.summary.withoutReview;
    const imported = new Set(rowsOf("pairings").map((seat) => seat["review_of"]));
    const before1 = (await api.pages("/v1/reviews?cluster=1", secretariat, 100)).items.map(({ party }) => party);
    expect([missing.cluster, others]).toEqual([4, []]);
    expect(missing.parties.map(({ party }: any) => party)).toEqual(
      before1.filter((one) => !imported.has(one)).toSorted(),
    );
    expect(missing.parties).toContainEqual({ party: "FR", partyName: "France" });
    await api.expectRefusal(["POST", path, { as: secretariat, body: { source, sheets: broken } }], {
      status: 422,
      problem: "invalid-import",
      places: errors.map(({ message: _words, ...place }) => place),
    });
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("and without a source of two letters is refused, with the permitted length", async () => {
    const { status, body } = await api.request("POST", path, { as: secretariat, body: { source: "x", sheets: {} } });
    expect([status, body.errors.map(({ pointer }: any) => pointer)]).toEqual([400, ["#/source"]]);
    expect(body.errors[0].message).toContain("must be 2 to 120 letters");
  });

  test("names parties that are none, columns that are none, and rules of the lots that a draw breaks without a reason", async () => {
    const unknown = changed("pairings", ({ role }) => role === "reviewing", { party: "XX" });
    const stranger = await order({ dryRun: true, sheets: unknown.sheets });
    expect(stranger.body.errors).toContainEqual({
      sheet: "pairings",
      row: unknown.row,
      column: "party",
      message: "is no registered party; add it to the sheet parties",
    });
    const coloured = changed("steps", () => true, { colour: "red" });
    expect((await order({ dryRun: true, sheets: coloured.sheets })).body.errors).toEqual([
      { sheet: "steps", row: 1, column: "colour", message: "is no column of steps" },
    ]);
    const reviewsSeveral = ({ role, instruments }: Sheets[string]["rows"][number]) =>
      role === "reviewing" && String(instruments).includes(" ");
    const partly = changed("pairings", reviewsSeveral, { instruments: "UNTOC" });
    const { body } = await order({ dryRun: true, sheets: partly.sheets });
    expect(body.errors[0]).toMatchObject({ sheet: "pairings", column: "party" });
    expect(body.errors[0].message).toMatch(/\(rule [a-z-]+ of the lots\); give the reason in the sheet deviations$/u);
  });

  test.each([
    [
      "fr",
      "n’est pas une partie inscrite\u202F; ajoutez-la à la feuille parties",
      "L’examen se trouve à une autre étape",
    ],
    [
      "ru",
      "не является зарегистрированным участником; добавьте его на лист parties",
      "Обзор находится на другом этапе",
    ],
    ["ar", "ليس طرفا مسجلا؛ أضفه إلى الورقة parties", "الاستعراض في مرحلة أخرى"],
  ])("is reported in the requested language: %s", async (language, unregistered, inAnotherStage) => {
    const unknown = changed("pairings", ({ role }) => role === "reviewing", { party: "XX" });
    const early = changed("steps", ({ step }) => step === "answers", { day: "2020-10-20" });
    const inLanguage = async (body: object) =>
      api.request("POST", path, {
        as: secretariat,
        body: { source, ...body },
        headers: { "accept-language": language },
      });
    const dry = await inLanguage({ dryRun: true, sheets: unknown.sheets });
    expect(dry.body.errors).toContainEqual(expect.objectContaining({ column: "party", message: unregistered }));
    const refused = await inLanguage({ sheets: early.sheets });
    const message = `${problemText("wrong-stage", language as Language).title} (stage: nomination)`;
    expect(message).toContain(inAnotherStage);
    expect(refused.body.errors).toEqual([{ sheet: "steps", row: early.row, column: "day", message }]);
  });

  test("is reported with the values that a cell can hold, and the rows that contradict each other", async () => {
    const boss = changed("people", () => true, { role: "boss" });
    const [answers] = rowsOf("steps").filter(({ step }) => step === "answers");
    const steps = { rows: [...rowsOf("steps"), { ...answers, day: "2020-11-02" }] };
    const whole = { ...boss.sheets, steps };
    await api.expectRefusal(["POST", path, { as: secretariat, body: { source, sheets: whole } }], {
      status: 422,
      problem: "invalid-import",
      places: [
        { sheet: "people", row: 1, column: "role" },
        { sheet: "steps", row: steps.rows.length, column: "day" },
      ],
    });
    const { body } = await order({ dryRun: true, sheets: whole });
    expect(body.errors.map(({ message }: any) => message)).toEqual([
      "must be one of focal-point, expert, observer",
      `differs from row ${rowsOf("steps").indexOf(answers as never) + 1}, which tells of the same; leave one of them out`,
    ]);
  });

  test("names a party that has its review of the cluster already, and the group that is there", async () => {
    const rows = rowsOf("pairings").map((row) => ({ ...row, cluster: 1, review_of: "DE" }));
    const { body } = await order({ dryRun: true, sheets: { pairings: { rows: rows.slice(0, 1) } } });
    expect(body.errors.map(({ column, message }: any) => [column, message])).toEqual(
      expect.arrayContaining([
        ["review_of", "has its review of this cluster already: c1-DE"],
        ["group", "is there already; a group is imported whole"],
      ]),
    );
  });

  test("is refused as no request where a sheet is none", async () => {
    await api.expectRefusal(["POST", path, { as: secretariat, body: { source, sheets: { colours: { csv: "" } } } }], {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/sheets/colours" }],
    });
  });

  test("is refused above 5.75 MB with how to split it, and read up to there", async () => {
    const ofBytes = (bytes: number) => JSON.stringify({ source, dryRun: true, sheets: {} }).padEnd(bytes, " ");
    const request = (raw: string) => api.request("POST", path, { as: secretariat, raw, type: "application/json" });
    const most = 5.75 * 1024 * 1024;
    expect((await request(ofBytes(most))).status).toBe(200);
    const { status, body } = await request(ofBytes(most + 1));
    expect([status, body.type]).toEqual([413, "urn:review-mechanism:problem:import-too-large"]);
    expect(body.detail).toContain("Split it by groups");
  });

  test("names the first fifty places, and counts the others", async () => {
    const party = (place: number) => `X${String.fromCodePoint(65 + (place % 26))}`;
    const rows = Array.from({ length: 60 }, (_row, place) => ({
      cluster: 1 + Math.floor(place / 26),
      party: party(place),
      rule: "load",
      reason: "So drawn.",
    }));
    const { body } = await order({ dryRun: true, sheets: { deviations: { rows } } });
    expect([body.errors.length, body.errorsLeftOut]).toEqual([50, 10]);
  });
});

describe("a sound import", () => {
  test("is applied review by review, and the same file once more changes nothing", async () => {
    const steps = { csv: asCsv(withLongTexts(sheets)) };
    const whole = { ...sheets, steps };
    expect(Buffer.byteLength(JSON.stringify(whole))).toBeGreaterThan(4_900_000);
    const { status, headers, body } = await order({ sheets: whole });
    expect([status, body.errors, body.known]).toEqual([202, [], false]);
    expect(body.import.work).toEqual({ state: "running", progress: { done: 0, of: 7 } });
    expect(body.summary.stages).toHaveLength(6);
    await api.app.rest();
    const { body: done } = await api.get(headers.get("location") ?? "", secretariat);
    const work = { state: "done", progress: { done: 7, of: 7 } };
    expect(done).toMatchObject({ state: "applied", work, groups: ["c4-g1", "c4-g2"] });
    expect(done.refused).toBeUndefined();
    const entries = (await api.pages("/v1/journal?month=2020-12", secretariat, 200)).items;
    const registered = entries
      .flatMap(({ facts }) => facts)
      .filter(({ kind, import: by }) => kind === "user-registered" && by === done.id);
    expect(new Set(registered.map(({ institutionKind }) => institutionKind))).toEqual(new Set(["justice"]));
    const phase = (await api.get("/v1/phases/c4", secretariat)).body;
    expect(phase).toMatchObject({ state: "open", openedOn: "2020-10-19", decision: { document: "CTOC/COP/2020/10" } });
    await api.expectRefusal(["POST", "/v1/phases/c4/opening", { as: secretariat, body: { preview: "0".repeat(64) } }], {
      status: 409,
      problem: "phase-already-open",
      more: { openedOn: "2020-10-19" },
    });
    const concluded = (await api.get("/v1/reviews?stage=concluded", secretariat)).body.items[0].id;
    const { body: list } = await api.get(`/v1/reviews/${concluded}/observations`, secretariat);
    expect(list.version).toBe(1);
    expect(list.summary).toHaveLength(50_000);
    const { body: publication } = await api.get(`/v1/publications/${concluded}`);
    expect(publication.observations.list).toMatch(/^List of c4-.*文$/u);
    expect((await api.get(path, secretariat)).body.items.map(({ id }: any) => id)).toEqual([done.id]);
    const before = await api.storedRows();
    expect(await order({ dryRun: true, sheets: whole })).toMatchObject({ status: 200, body: { known: true } });
    const again = await order({ sheets: whole });
    expect(again.body).toMatchObject({ known: true, errors: [], import: { id: done.id, state: "applied" } });
    await api.app.rest();
    expect(await api.changedSince(before)).toEqual([]);
  });

  test("is held against the indicative timeline of each of its groups, and who is behind is named", async () => {
    await api.app.moveTo("2020-12-22T08:00:00.000Z");
    const first = await behindIn("c4-g1");
    const [late] = first.measured;
    expect(first.steps.slice(0, 3)).toEqual([
      ["nomination", "2020-11-16", 4, []],
      ["consultation", "2020-12-19", 3, [late.review]],
      ["questionnaire", "2021-04-19", 3, []],
    ]);
    expect(first.measured).toEqual([
      expect.objectContaining({ group: "c4-g1", cluster: 4, step: "consultation", sinceDay: "2020-12-20" }),
    ]);
    const second = await behindIn("c4-g2");
    // A review is counted once, at the first step that it is behind with; the timeline names it at each.
    const shown = second.steps.flatMap(([step, , , reviews]: any) => reviews.map((review: string) => [review, step]));
    const measured = second.measured.map(({ review, step }: any) => [review, step]);
    expect(shown).toEqual(expect.arrayContaining(measured));
    expect(measured.length).toBeGreaterThan(0);
    expect(new Set(shown.map(([review]: any) => review))).toEqual(new Set(measured.map(([review]: any) => review)));
  });

  test("sends no letter, invites no user, and the checker finds nothing three weeks later", async () => {
    await api.app.moveTo("2020-12-22T10:00:00.000Z");
    expect(mailsTo("c4-")).toEqual([]);
    expect(mailsTo("RM/access/")).toEqual([]);
    expect((await groupOf("c4-g1")).reminders).toBe("paused");
    const pending = (await api.get("/v1/reviews?stage=feedback", secretariat)).body.items[0].party;
    const { body: absence } = await api.get(`/v1/parties/${pending}/letters/absence?date=2020-12-21`, secretariat);
    const whys = ({ reasons }: typeof absence) => new Set(reasons.map(({ why }: any) => why));
    expect(whys(absence)).toEqual(new Set(["paused"]));
    const before = await api.get(`/v1/parties/${pending}/letters/absence?date=2020-11-05`, secretariat);
    expect(before.body.reasons.find(({ review }: any) => review === `c4-${pending}`)).toMatchObject({
      why: "paused",
      inWords:
        "Letters about reviews that were taken over are paused until the secretariat resumes the reminders of the group",
    });
    await api.expectRefusal(
      [
        "POST",
        "/v1/groups/c4-g1/corrections",
        { as: secretariat, body: { what: "start", to: "2020-10-18", reason: "A slip" } },
      ],
      { status: 409, problem: "reminders-paused" },
    );
    for (const [opening, body] of [
      ["/v1/phases/c2/opening/previews", undefined],
      ["/v1/phases/c2/opening", { preview: "0".repeat(64) }],
    ] as const)
      await api.expectRefusal(["POST", opening, { as: secretariat, body }], {
        status: 409,
        problem: "reminders-paused",
        more: { groups: ["c4-g1", "c4-g2"] },
      });
    expect(await checkerFindings(api)).toEqual([]);
  });

  test("is released by group: each party gets one letter, those who serve are invited, and another group stays held", async () => {
    const release = "/v1/groups/c4-g1/reminders/resumption";
    const { body: preview } = await api.request("POST", `${release}/previews`, { as: secretariat });
    await api.expectRefusal(["POST", release, { as: secretariat, body: { preview: "0".repeat(64) } }], {
      status: 409,
      problem: "resumption-preview-changed",
      more: { recipients: preview.letters },
    });
    const asking = { as: secretariat, body: { preview: preview.hash } };
    expect((await api.request("POST", release, asking)).status).toBe(202);
    await api.app.rest();
    expect(await groupOf("c4-g1")).not.toHaveProperty("reminders");
    expect(mailsTo("RM/access/")).toHaveLength(preview.invitations);
    expect(mailsTo("c4-")).toEqual([]);
    await api.app.moveTo("2020-12-23T09:00:00.000Z");
    const letters = mailsTo("RM/c4-g1/");
    expect(letters).toHaveLength(preview.letters);
    expect(letters.every(({ subject }) => /\/state\W*\]$/u.test(subject))).toBe(true);
    expect(mailsTo("c4-g2")).toEqual([]);
    expect((await groupOf("c4-g2")).reminders).toBe("paused");
    const { body: once } = await api.request("POST", release, asking);
    expect(once.id).toBe("c4-g1");
    await api.expectRefusal(["POST", "/v1/groups/c1-g1/reminders/resumption", asking], {
      status: 409,
      problem: "nothing-paused",
    });
    expect(await checkerFindings(api)).toEqual([]);
  });

  test("is completed by a text that arrives after it: reviewers read it, and no date moves", async () => {
    const review = `/v1/reviews/${withoutText(sheets)}`;
    const readReview = async () => (await api.get(review, secretariat)).body;
    const { seats, obligations } = await readReview();
    const reviewer = seats.find(({ role }: any) => role === "reviewing").party;
    const person = rowsOf("people").find(({ party, role }) => party === reviewer && role === "focal-point");
    const readTexts = async () => (await api.get(`${review}/answers`, String(person?.["email"]))).body.texts;
    const [{ instrument, text }] = await readTexts();
    expect(text).toBe("");
    const body = {
      of: "answers",
      texts: [{ instrument, text: "Answers that were found later." }],
      source: { kind: "e-mail", date: "2020-12-22" },
    };
    const attach = () => api.request("POST", `${review}/texts`, { as: secretariat, body });
    const answer = await attach();
    expect(answer.status, answer.text).toBe(200);
    const attached = (await readTexts()).find((one: any) => one.instrument === instrument);
    expect(attached.text).toBe("Answers that were found later.");
    expect((await readReview()).obligations).toEqual(obligations);
    await api.app.rest();
    const stored = await api.storedRows();
    expect((await attach()).status).toBe(200);
    expect(await api.changedSince(stored)).toEqual([]);
  });

  test("is reminded of by the usual reminder schedule from then on, in the released group alone", async () => {
    await api.app.moveTo("2021-01-20T09:00:00.000Z");
    const reminders = mailsTo("RM/c4-g1/").filter(({ subject }) => !subject.startsWith("State of"));
    expect(reminders.length).toBeGreaterThan(0);
    expect(mailsTo("c4-g2")).toEqual([]);
    expect(await checkerFindings(api)).toEqual([]);
  });
});
