import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { drawAgain } from "../../../domain/lots/redraw-candidates.ts";
import { dayOf, readInstant } from "../../../domain/base/time.ts";
import { livePairings } from "../../../lambdas/use-cases/oversight/live-pairings.ts";
import { PartyId, phaseIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import { addressOf, freshKey, missionOf, personOf, type Role, byNote, secretariat } from "../../harness/test-api.ts";
import { heldOutside } from "../../fixtures/outside-drawings.ts";
import { LotsRule } from "../../../schemas/model/lots.ts";
import { each, type Story, storyOf } from "./story.ts";

/** Germany has the seat of Singapore drawn again while feedback is being written, and others after it. */
let story: Story;
/** The party that was drawn for the seat of Singapore, in lower case for addresses. */
let newcomer = "";
beforeAll(async () => {
  story = await storyOf("c1-DE");
  await story.nominate();
  await story.to("2020-12-10");
  await story.conclude();
  await story.to("2021-03-01");
  await story.submit();
  await story.to("2021-06-01");
  await story.clear("CA");
  await story.draftFeedback("SG");
  const clarification = await story.post("/clarifications", story.expert("SG"), { text: "Why?" }, { key: freshKey() });
  expect(clarification.status).toBe(201);
  await story.api.app.moveTo("2021-08-04T06:59:00.000Z");
  await story.readNewLetters();
});
afterAll(() => story.close());

const request = (seat: string, as = missionOf("DE")) => story.post("/redraw-requests", as, { seat });
const carryOut = (body: object) => story.post("/redraws", secretariat, body, { key: freshKey() });
const carryingOut = (body: object) =>
  ["POST", story.at("/redraws"), { as: secretariat, key: freshKey(), body }] as const;
const status = async (path: string, as: string) => (await story.api.get(story.at(path), as)).status;
const dayNow = () => dayOf(readInstant(story.api.app.clock.instant()));
const name = (party: string, role: Role) =>
  story.api.request("POST", `/v1/parties/${party}/mandates`, {
    as: secretariat,
    key: freshKey(),
    body: { role, person: personOf(party, role), reviews: ["c1-DE"], ...byNote(party, dayNow()) },
  });
/** Returns the present lots for a seat, by seed. */
const readLots = async (seat: string) => {
  const kept = story.api.contents();
  const id = reviewIdOf(1, PartyId.parse("DE"));
  const review = (await kept.store.load("review", id))?.state;
  const { pairings } = await livePairings(kept.store, phaseIdOf(1), kept.clock.now());
  kept.close();
  return (seed: number) => review && drawAgain(review, PartyId.parse(seat), pairings, seed);
};
const countObligations = async (party: string) =>
  (await story.read()).obligations
    .filter((obligation: any) => obligation.party === party)
    .map(({ kind, state, dueAt }: any) => [kind, state, dueAt]);

describe("a seat that is drawn again in the middle of feedback", () => {
  test("must have been requested, by the party under review or the one in the seat", async () => {
    await story.api.expectRefusal(carryingOut({ from: "SG" }), { status: 409, problem: "redraw-not-asked" });
    for (const [as, seat] of [
      ["BF", "SG"],
      ["DE", "DE"],
      ["DE", "FR"],
    ] as const)
      await story.api.expectRefusal(["POST", story.at("/redraw-requests"), { as: missionOf(as), body: { seat } }], {
        status: 422,
        problem: "unknown-seat",
      });
    const redrawRequest = await request("SG");
    expect([redrawRequest.status, redrawRequest.body.redraws ?? redrawRequest.body.stage]).toEqual([200, "feedback"]);
    expect((await story.read()).redraws).toMatchObject([{ by: "DE", seat: "SG" }]);
    expect(await story.actions(secretariat)).toContain("redraw.carry-out");
  });

  test("goes to a party that the lot names, here one with the gaps of the old reviewer", async () => {
    const lot = await readLots("SG");
    const alike = Array.from({ length: 200 }, (_, seed) => lot(seed)?.changes).find((changes) =>
      [changes?.additional, changes?.narrowed, changes?.leaving].every((seats) => seats?.length === 0),
    );
    // The mail service takes nothing while the reminders of that morning leave.
    story.api.app.faults.add({ kind: "throttle", times: 50 });
    await story.api.app.moveTo("2021-08-04T07:00:05.000Z");
    const { party, instruments } = alike?.seat ?? {};
    const drawn = await carryOut({ from: "SG", drawn: { party, instruments, ...heldOutside("2021-08-04") } });
    story.api.app.faults.clear();
    expect([drawn.status, drawn.problem]).toEqual([201, undefined]);
    newcomer = drawn.body.to;
    await story.api.app.rest();
  });

  test("ends obligations, drafts, questions and access of the old reviewer in that step", async () => {
    for (const as of [story.focalPoint("SG"), story.expert("SG"), missionOf("SG")])
      expect([as, await status("", as), await status("/feedback", as)]).toEqual([as, 404, 404]);
    const obligations = await countObligations("SG");
    expect(obligations.filter(([, state]: string[]) => state === "open")).toEqual([]);
    expect(obligations).toContainEqual(["feedback", "void", "2021-09-01T21:59:59.999Z"]);
    const { clarifications } = await story.read();
    expect(clarifications).toMatchObject([{ askedBy: "SG", state: "closed" }]);
    expect((await story.obligation("clarification-1:DE")).state).toBe("void");
    const drafts = (await story.api.get(story.at("/feedback/drafts"), story.expert("CA"))).body.items;
    expect(drafts.map(({ party }: any) => party)).not.toContain("SG");
    const { items } = await story.api.pages(story.journal, secretariat, 100);
    expect(items.at(-1).facts.map(({ kind }: any) => kind)).toEqual(
      expect.arrayContaining(["obligation-voided", "mandate-ended", "clarification-closed", "seat-redrawn"]),
    );
  });

  test("keeps the answers, and the clearances of others", async () => {
    const { stage, answers, feedback } = await story.read();
    expect([stage, answers.receivedOn, feedback.map(({ party }: any) => party)]).toEqual([
      "feedback",
      "2021-03-01",
      ["CA"],
    ]);
  });

  test("sets the dates of the newcomer two weeks, four weeks and six months after that day", async () => {
    expect(await countObligations(newcomer)).toEqual([
      ["focal-point", "open", "2021-08-18T21:59:59.999Z"],
      ["experts", "open", "2021-09-01T21:59:59.999Z"],
      ["feedback", "open", "2022-02-04T22:59:59.999Z"],
    ]);
    expect(await story.blockers()).toEqual([`${newcomer} focal-point`, "BF feedback", `${newcomer} feedback`]);
  });

  test("notifies those who leave and those who come, and sends no reminder of ended obligations", async () => {
    await story.to("2021-08-04");
    const notifiedLetters = await story.readNewLetters();
    const [old, fresh] = ["sg", newcomer.toLowerCase()];
    expect(notifiedLetters).toEqual(
      expect.arrayContaining([
        ...each(["mandate-ended"], [`expert@${old}`, `focal-point@${old}`]),
        ...each(["feedback d-28"], ["focal-point@bf", "mission@bf", `focal-point@${old}: skipped replaced`]),
        ...each(["feedback d-28"], [`mission@${old}: skipped replaced`]),
        ...each(["seat-redrawn"], [`mission@${old}`]),
      ]),
    );
    const toNewcomer = notifiedLetters.filter((letter) => letter.includes(`mission@${fresh}`));
    expect(toNewcomer.map((letter) => letter.split(" to ")[0])).toEqual(["seat-redrawn"]);
    expect(
      notifiedLetters.filter(
        (letter) => letter.includes(old) && letter.startsWith("feedback") && !letter.includes("skipped"),
      ),
    ).toEqual([]);
    await story.to("2021-09-01");
    expect((await story.readNewLetters()).filter((letter) => letter.includes(`@${old}`))).toEqual([]);
  });

  test("confirms languages and division of work with the newcomer again", async () => {
    expect((await story.read()).consultation).toMatchObject({
      languages: ["en", "fr"],
      toConfirmWith: [expect.objectContaining({ party: newcomer, partyName: expect.any(String) })],
    });
    const same = { languages: ["en", "fr"] };
    const { body } = await story.post("/consultation/languages", story.focalPoint("DE"), same);
    expect(body.consultation).not.toHaveProperty("toConfirmWith");
  });

  test("lets the newcomer read the answers and clear, as the others do", async () => {
    for (const role of ["focal-point", "expert"] as const) expect((await name(newcomer, role)).status).toBe(201);
    await story.api.app.rest();
    const { instruments } = (await story.read()).seats.find(({ party }: any) => party === newcomer);
    const read = await story.api.get(story.at("/answers"), addressOf(newcomer, "expert"));
    expect(read.body.texts.map(({ instrument }: any) => instrument)).toEqual(instruments);
    expect(await story.actions(addressOf(newcomer, "focal-point"))).toContain("feedback.clear");
    expect(await story.blockers()).toEqual(["BF feedback", `${newcomer} feedback`]);
  });
});

describe("a drawing that was held outside", () => {
  test("is refused where it breaks a rule, which is named, and is kept with its deviation", async () => {
    const note = { seat: "BF", ...byNote("BF", "2021-08-10") };
    expect((await story.post("/redraw-requests", secretariat, note)).status).toBe(200);
    const held = { party: "SE", instruments: ["SOM"], ...heldOutside("2021-08-20") };
    const outside = (more: object) => ({ from: "BF", drawn: { ...held, ...more } });
    const refused = await story.api.expectRefusal(carryingOut(outside({})), {
      status: 422,
      problem: "breaks-lots-rules",
    });
    expect(refused.body.violations.map(({ rule }: any) => rule)).toContain("no-mutual-review");
    const deviations = refused.body.violations.map(({ rule, party }: any) => ({ rule, party, reason: "Accepted" }));
    const [first] = deviations;
    const others = deviations.filter(({ rule }: any) => rule !== first.rule);
    const half = carryingOut(outside({ deviations: others }));
    const named = await story.api.expectRefusal(half, { status: 422, problem: "breaks-lots-rules" });
    expect(new Set(named.body.violations.map(({ rule }: any) => rule))).toEqual(new Set([first.rule]));
    for (const [wrong, problem] of [
      [{ drawnOn: "2021-12-31" }, "date-in-the-future"],
      [{ drawnOn: "2020-11-30" }, "date-too-early"],
      [{ additional: [{ party: "ZZ", instruments: ["SOM"] }] }, "unknown-party"],
      [{ additional: [{ party: "CA", instruments: ["SOM"] }] }, "seat-held"],
      [{ leaving: ["CA"] }, "unknown-seat"],
    ] as const)
      await story.api.expectRefusal(carryingOut(outside({ ...wrong, deviations })), { status: 422, problem });
    const { document: _, ...withoutSource } = held;
    await story.api.expectRefusal(carryingOut({ from: "BF", drawn: withoutSource }), {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/drawn/document" }],
    });
    const current = await carryOut(outside({ deviations }));
    expect([current.status, current.body.to, current.body.draw]).toEqual([201, "SE", undefined]);
    const { redraws } = (await story.api.get("/v1/pairings/c1-DE")).body;
    expect(redraws.at(-1)).toMatchObject({ drawnOn: "2021-08-20", document: held.document, to: "SE" });
    expect(redraws.at(-1).deviations.map(({ rule }: any) => rule)).toContain("no-mutual-review");
    expect(redraws.at(-1).deviations[0]).not.toHaveProperty("reason");
    expect((await story.obligation("focal-point:SE")).dueAt).toBe("2021-09-03T21:59:59.999Z");
    expect((await countObligations("SE")).map(([kind]: string[]) => kind)).toEqual([
      "focal-point",
      "experts",
      "feedback",
    ]);
  });

  test("cannot give the seat to a party that was redrawn from it, or to no party", async () => {
    await request(newcomer);
    const outside = (party: string) => ({
      from: newcomer,
      drawn: { party, instruments: ["UNTOC"], ...heldOutside(dayNow()) },
    });
    const again = await story.api.expectRefusal(carryingOut(outside("SG")), {
      status: 422,
      problem: "breaks-lots-rules",
    });
    expect(again.body.violations.map(({ rule }: any) => rule)).toContain("not-drawn-again");
    await story.api.expectRefusal(carryingOut(outside("ZZ")), {
      status: 422,
      problem: "unknown-party",
    });
    for (const party of ["CA", "DE"])
      await story.api.expectRefusal(carryingOut(outside(party)), {
        status: 422,
        problem: "seat-held",
        more: { party },
      });
  });

  test("held here instead is carried out once where two do it at the same time, and its seed names the party again", async () => {
    const lot = await readLots(newcomer);
    const both = await Promise.all([carryOut({ from: newcomer }), carryOut({ from: newcomer })]);
    const [{ to, draw }] = both.filter(({ status: given }) => given === 201).map(({ body }) => body);
    expect(draw.candidates.length).toBeGreaterThan(10);
    expect(draw.candidates).not.toContainEqual(expect.objectContaining({ party: "SG" }));
    expect(lot(draw.seed)?.changes.seat.party).toBe(to);
    const late = both.filter(({ status: given }) => given !== 201);
    expect(late.map(({ problem }) => problem)).toEqual(["unknown-seat"]);
  });
});

describe("a fifth redraw", () => {
  test("is refused after four requests of a party, and a repeated request for one seat does not count", async () => {
    expect((await request("CA")).status).toBe(200);
    expect((await request("CA")).status).toBe(200);
    expect((await request("SE")).status).toBe(200);
    const seat = (await story.read()).seats
      .map(({ party }: any) => party)
      .find((party: string) => !["DE", "CA", "SE"].includes(party));
    await story.api.expectRefusal(["POST", story.at("/redraw-requests"), { as: missionOf("DE"), body: { seat } }], {
      status: 409,
      problem: "redraws-used-up",
      more: { most: 4 },
    });
    await story.holds();
  });
});

describe("a seat whose holder had cleared its feedback", () => {
  const feedback = (as: string) => story.api.get(story.at("/feedback"), as);

  test("leaves that feedback to be read, marked as of a former reviewer, by those who read feedback", async () => {
    const before = await feedback(story.focalPoint("DE"));
    const [own] = before.body.items.filter(({ party }: any) => party === "CA");
    expect(own.formerReviewer).toBeUndefined();
    const drawn = await carryOut({ from: "CA" });
    expect([drawn.status, drawn.problem]).toEqual([201, undefined]);
    await story.api.app.rest();
    const today = new Date(story.api.app.clock.now()).toISOString().slice(0, 10);
    for (const as of [story.focalPoint("DE"), story.expert("DE"), secretariat]) {
      const { status: given, body } = await feedback(as);
      const [former] = body.items.filter(({ party }: any) => party === "CA");
      expect([as, given, former.texts, former.clearedAt]).toEqual([as, 200, own.texts, own.clearedAt]);
      expect(former.formerReviewer.replacedBy).toBe(drawn.body.to);
      expect(former.formerReviewer.until.slice(0, 10)).toBe(today);
      expect(former.texts[0].text).not.toBe("");
    }
    const state = (await story.read()).feedback.find(({ party }: any) => party === "CA");
    expect(state.formerReviewer).toMatchObject({ replacedBy: drawn.body.to });
    expect((await countObligations(drawn.body.to)).find(([kind]: string[]) => kind === "feedback")).toMatchObject([
      "feedback",
      "open",
      expect.anything(),
    ]);
  });

  test("is not open any more to those who wrote it, nor is it returned to them", async () => {
    for (const as of [story.focalPoint("CA"), story.expert("CA"), missionOf("CA")])
      expect([as, (await feedback(as)).status]).toEqual([as, 404]);
    await story.api.expectRefusal(
      ["POST", story.at("/feedback/CA/return"), { as: secretariat, body: { reason: "A page was missing" } }],
      { status: 404, problem: "not-found" },
    );
    await story.holds();
  });
});

describe("a seat of an additional reviewer that is itself a deviation", () => {
  test("is drawn again like any other, stays a deviation with the new party, and needs no further reason", async () => {
    const { seats } = await story.read();
    const [next = "", needless = ""] = ["NO", "FI", "NZ", "AU"].filter((code) =>
      seats.every(({ party }: any) => party !== code),
    );
    const from = seats.find(({ role }: any) => role === "reviewing").party;
    const askByNote = (seat: string) =>
      story.post("/redraw-requests", secretariat, { seat, ...byNote(seat, dayNow()) });
    expect((await askByNote(from)).status).toBe(200);
    const deviations = ["DE", needless].flatMap((party) =>
      LotsRule.options.map((rule) => ({ rule, party, reason: "Drawn outside, on paper" })),
    );
    const additional = [{ party: needless, instruments: ["SOM"] }];
    const drawn = {
      party: next,
      instruments: ["UNTOC", "TIP", "SOM"],
      additional,
      deviations,
      ...heldOutside(dayNow()),
    };
    const current = await carryOut({ from, drawn });
    expect([current.status, current.problem, current.body]).toEqual([201, undefined, expect.anything()]);
    await story.api.app.rest();
    expect((await askByNote(needless)).status).toBe(200);
    const again = await carryOut({ from: needless });
    expect([again.status, again.problem, again.body.violations]).toEqual([201, undefined, undefined]);
    await story.api.app.rest();
    const seat = (await story.read()).seats.find(({ party }: any) => party === again.body.to);
    expect([seat.role, seat.instruments]).toEqual(["additional-reviewer", ["SOM"]]);
    expect((await story.read()).seats.map(({ party }: any) => party)).not.toContain(needless);
    await story.holds();
  });
});
