import { describe, expect, test } from "vitest";
import { cancelBulletin, completeBulletin, settleBulletin, stopBulletin } from "../../../domain/bulletins/bulletin.ts";
import { needsSettlement } from "../../../domain/letters/lifecycle.ts";
import { executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { Bulletin } from "../../../schemas/model/bulletin.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { apiOf } from "../../harness/app-requests.ts";
import { bulletinApp, type BulletinApp, second } from "./bulletin-app.ts";
import { secretariat, subOf } from "../../fixtures/group.ts";
import { deliveredNow, settleLetter, todo } from "../settlements.ts";

describe("a bulletin with letters of unknown delivery", () => {
  const total = 167;
  const lost = 45;
  let office: BulletinApp;
  let id: string;
  const progress = async () => (await office.request("GET /v1/bulletins/{bulletinId}", { id })).body["progress"];
  const settle = async (outcome: string, as = secretariat) =>
    office.request("POST /v1/bulletins/{bulletinId}/settlement", { id, as, body: { outcome } });
  const atRest = async () => {
    await office.app.rest();
    await office.app.sweep();
    await office.app.rest();
  };
  const begin = async () => {
    office = await bulletinApp({ parties: total });
    office.app.mail.next.push(...Array.from({ length: lost }, () => "times-out" as const));
    id = await office.order();
    await office.app.moveTo("2020-12-02T12:00:00.000Z");
    await atRest();
  };
  const facts = async () =>
    (await office.app.store.journalOf("bulletin", id, { limit: 50 })).items.flatMap(({ by, facts: recordedFacts }) =>
      recordedFacts.map((fact) => [fact.kind, by] as const),
    );

  test("says so, is one thing to do and not forty-five, and its counts add up", async () => {
    await begin();
    expect((await office.bulletin(id)).state).toBe("unsettled");
    expect(await progress()).toMatchObject({ recipients: total, sent: total - lost, unknown: lost, toSettle: lost });
    expect(await todo(office.app, "letter-unknown")).toEqual([]);
    expect(await todo(office.app, "bulletin-unsettled")).toMatchObject([
      {
        bulletin: id,
        officer: secretariat,
        actions: [
          { operationId: "getBulletin" },
          { operationId: "listBulletinRecipients" },
          { operationId: "settleBulletin", path: `/v1/bulletins/${id}/settlement` },
        ],
      },
    ]);
    const again = await office.command(id, "resend");
    expect([again.status, String(again.body["detail"])]).toEqual([409, expect.stringContaining("Settle those")]);
  });

  test("is sent again to those in one act, then it is sent; a repetition sends nothing", async () => {
    await begin();
    const answer = await settle("send-again");
    expect([answer.status, answer.body["state"]]).toEqual([202, "sending"]);
    expect(await progress()).toMatchObject({ sent: total - lost, unknown: 0, waiting: lost, toSettle: 0 });
    await atRest();
    expect(await progress()).toMatchObject({ recipients: total, sent: total, delivered: total, unknown: 0 });
    expect([(await office.bulletin(id)).state, await office.broken(id)]).toEqual(["sent", []]);
    expect(office.app.mail.inbox).toHaveLength(total);
    expect(await facts()).toContainEqual(["bulletin-settled", secretariat]);
    expect((await settle("send-again")).status).toBe(202);
    expect(await settle("went-out")).toMatchObject({ status: 409, body: { state: "sent" } });
    await atRest();
    expect(office.app.mail.inbox).toHaveLength(total);
    expect((await facts()).filter(([kind]) => kind === "bulletin-settled")).toHaveLength(1);
  });

  test("is sent at once where they went out, and none of them is sent again", async () => {
    await begin();
    expect((await settle("went-out")).body["state"]).toBe("sent");
    expect(await progress()).toMatchObject({ recipients: total, sent: total, delivered: total - lost, unknown: 0 });
    expect(await todo(office.app, "bulletin-unsettled")).toEqual([]);
    await atRest();
    expect([office.app.mail.inbox.length, await office.broken(id)]).toEqual([total - lost, []]);
  });

  /** Returns the API of the office with calls to the table of letters that fail. */
  const asking = (broken: Partial<Ledger>) => {
    const api = apiOf({ ...office.app, ledger: { ...office.app.ledger, ...broken } });
    const route = "POST /v1/bulletins/{bulletinId}/settlement";
    return (outcome: string) => api({ as: subOf(secretariat), route, params: { bulletinId: id }, body: { outcome } });
  };
  const settlements = async () =>
    (await office.app.store.journalOf("bulletin", id, { limit: 50 })).items
      .flatMap(({ facts: recordedFacts }) => recordedFacts)
      .flatMap((fact) => (fact.kind === "bulletin-settled" ? [[fact.outcome, fact.letters]] : []));

  test("is recorded as settled before a letter is, and continues where it was killed", async () => {
    await begin();
    const killed = asking({ replace: () => Promise.reject(new Error("Killed")) });
    expect((await killed("send-again")).status).toBe(500);
    expect([(await office.bulletin(id)).state, await settlements()]).toEqual(["sending", [["send-again", lost]]]);
    expect((await settle("send-again")).status).toBe(202);
    await atRest();
    expect([(await office.bulletin(id)).state, await office.broken(id)]).toEqual(["sent", []]);
    expect(office.app.mail.inbox).toHaveLength(total);
  });

  test.each(["send-again", "went-out"] as const)(
    "whose letters cannot all be settled as %s: the others are, it is on the worklist again, and the rest follows",
    async (outcome) => {
      await begin();
      const [first] = (await office.letters(id)).filter(({ state }) => state === "unknown");
      const { move, replace } = office.app.ledger;
      const fails = ({ id: letter }: Letter) => letter === first?.id;
      const failing = asking({
        move: (next) => (fails(next) ? Promise.reject(new Error("The table throttles")) : move(next)),
        replace: (next, after) =>
          fails(next) ? Promise.reject(new Error("The table throttles")) : replace(next, after),
      });
      expect((await failing(outcome)).status).toBe(500);
      expect(await progress()).toMatchObject({ unknown: 1, toSettle: 1 });
      await atRest();
      expect((await office.bulletin(id)).state).toBe("unsettled");
      expect((await settle(outcome)).status).toBe(202);
      await atRest();
      expect((await office.bulletin(id)).state).toBe("sent");
      expect((await settlements()).toSorted()).toEqual([
        [outcome, 1],
        [outcome, lost],
      ]);
      expect(await progress()).toMatchObject({ recipients: total, sent: total, unknown: 0 });
    },
  );

  test("is refused where all its letters are settled otherwise during the request", async () => {
    await begin();
    const { replace } = office.app.ledger;
    let other: Promise<unknown> | undefined;
    const racing = asking({
      replace: async (next, after) => {
        await (other ??= settle("went-out"));
        return replace(next, after);
      },
    });
    expect(await racing("send-again")).toMatchObject({ status: 409, body: { detail: expect.any(String) } });
    await atRest();
    expect(office.app.mail.inbox).toHaveLength(total - lost);
    expect([(await office.bulletin(id)).state, await office.broken(id)]).toEqual(["sent", []]);
  });

  test("is not settled once more by the same request right after, while the index still shows what was before", async () => {
    await begin();
    const before = await office.letters(id);
    expect((await settle("went-out")).status).toBe(202);
    const lagging = asking({ ofSubject: async () => ({ items: before }) });
    expect((await lagging("went-out")).status).toBe(202);
    expect((await lagging("send-again")).status).toBe(409);
    expect(await settlements()).toEqual([["went-out", lost]]);
  });

  test("that the breaker stops during a settlement stays stopped, and none of its letters leaves", async () => {
    await begin();
    const { app } = office;
    const count = { results: total, bounced: total };
    const stop = () =>
      executeOnAggregate(app.store)({
        kind: "bulletin",
        id,
        by: "receipts",
        now: app.clock.now(),
        decide: (bulletin) => stopBulletin(bulletin, count, app.clock.now()),
      });
    const { replace } = app.ledger;
    let stopped: Promise<unknown> | undefined;
    const racing = asking({
      replace: async (next, after) => {
        await (stopped ??= stop());
        return replace(next, after);
      },
    });
    expect((await racing("send-again")).status).toBe(202);
    expect([(await office.bulletin(id)).state, await settlements()]).toEqual(["stopped", [["send-again", lost]]]);
    await app.rest();
    expect(app.mail.inbox).toHaveLength(total - lost);
  });

  test.each(["all in one act", "one by one"] as const)(
    "that a person settles while the sweep reads its letters is not marked unsettled by an old read: %s",
    async (how) => {
      await begin();
      const { app } = office;
      const now = app.clock.now();
      // As it was before the sweep that found it unsettled.
      const goOn = (bulletin: Bulletin) => settleBulletin(bulletin, { outcome: "send-again", letters: lost }, now);
      await executeOnAggregate(app.store)({ kind: "bulletin", id, by: secretariat, now, decide: goOn });
      const unknownLetters = (await office.letters(id)).filter(({ state }) => state === "unknown");
      app.after("ledger.ofSubject", async () => {
        if (how === "all in one act") await settle("went-out");
        else for (const letter of unknownLetters) await settleLetter(apiOf(app), letter.id, "went-out");
      });
      await app.sweep("hourly");
      expect((await office.bulletin(id)).state).toBe("sending");
      expect(await todo(app, "bulletin-unsettled")).toEqual([]);
      await app.sweep("hourly");
      expect([(await office.bulletin(id)).state, await office.broken(id)]).toEqual(["sent", []]);
    },
  );

  test("is settled letter by letter to one end each, where two persons settle it otherwise at the same time", async () => {
    await begin();
    await Promise.all([settle("went-out"), settle("send-again", second)]);
    await atRest();
    const settled = (await office.letters(id)).flatMap(({ settlement }) => settlement?.outcome ?? []);
    expect(settled).toHaveLength(lost);
    const sentAgain = settled.filter((outcome) => outcome === "send-again").length;
    expect(office.app.mail.inbox).toHaveLength(total - lost + sentAgain);
    expect(await progress()).toMatchObject({ recipients: total, sent: total, unknown: 0 });
    expect([(await office.bulletin(id)).state, await office.broken(id)]).toEqual(["sent", []]);
  });

  test("is not resent to those who are sent a new attempt, while the index shows only the one before", async () => {
    await begin();
    const { app } = office;
    expect((await settle("send-again")).status).toBe(202);
    const first = (await office.letters(id)).filter(({ attempt }) => attempt === 1);
    const lagging = apiOf({ ...app, ledger: { ...app.ledger, ofSubject: async () => ({ items: first }) } });
    const route = "POST /v1/bulletins/{bulletinId}/resend";
    const resent = await lagging({ as: subOf(secretariat), route, params: { bulletinId: id }, key: "resent-too-soon" });
    expect([resent.status, String(resent.body["type"])]).toEqual([409, expect.stringContaining("nobody-to-resend")]);
    await atRest();
    expect([(await office.bulletin(id)).state, app.mail.inbox.length]).toEqual(["sent", total]);
  });

  test("becomes sent automatically when the mail service reports on them after all", async () => {
    await begin();
    for (const letter of await office.letters(id)) if (letter.state === "unknown") deliveredNow(office.app, letter.id);
    await atRest();
    expect([(await office.bulletin(id)).state, await progress()]).toMatchObject(["sent", { delivered: total }]);
  });

  test("that was recorded as sent too early is unsettled after the night, and may be settled before", async () => {
    await begin();
    const asSent = () =>
      executeOnAggregate(office.app.store)({
        kind: "bulletin",
        id,
        by: "sweep",
        now: office.app.clock.now(),
        decide: (bulletin) => completeBulletin(bulletin, 0, office.app.clock.now()),
      });
    await asSent();
    expect((await office.bulletin(id)).state).toBe("sent");
    await atRest();
    expect((await office.bulletin(id)).state).toBe("unsettled");
    await asSent();
    expect((await settle("went-out")).body["state"]).toBe("sent");
    expect(await progress()).toMatchObject({ sent: total, unknown: 0 });
  });
});

test("letters of a bulletin that was given up need no settlement", async () => {
  const office = await bulletinApp({ parties: 6 });
  const { app } = office;
  app.mail.next.push("times-out", "times-out");
  app.mail.usually = "throttles";
  const id = await office.order();
  await app.settleStream();
  await app.settleQueue("timers");
  await app.settleQueue("bulletins");
  await office.command(id, "cancellation");
  await app.moveTo("2020-12-02T12:00:00.000Z");
  await app.sweep();
  await app.rest();
  const ends = (await office.letters(id)).map(({ state, reason }) => `${state} ${reason}`);
  expect(ends.toSorted()).toEqual([
    ...Array.from({ length: 2 }, () => "settled superseded"),
    ...Array.from({ length: 4 }, () => "skipped cancelled"),
  ]);
  expect(app.logged("LETTER_DELIVERY_UNKNOWN")).toEqual([]);
});

test.each([
  ["stopped", "resumption"],
  ["cancelled", undefined],
] as const)("a letter of a bulletin that is %s is settled no sooner than the bulletin itself", async (state, way) => {
  const office = await bulletinApp({ parties: 6 });
  const { app } = office;
  app.mail.next.push("times-out", "times-out");
  app.mail.usually = "throttles";
  const id = await office.order();
  await app.settleStream();
  await app.settleQueue("timers");
  await app.settleQueue("bulletins");
  await app.moveTo("2020-12-01T14:00:00.000Z");
  const decide = (bulletin: Bulletin) =>
    state === "stopped"
      ? stopBulletin(bulletin, { results: 50, bounced: 50 }, app.clock.now())
      : cancelBulletin(bulletin, [], app.clock.now());
  await executeOnAggregate(app.store)({ kind: "bulletin", id, by: secretariat, now: app.clock.now(), decide });
  const [letter] = (await office.letters(id)).filter(needsSettlement);
  if (letter === undefined) throw new Error("No letter waits for a person");
  const request = apiOf(app);
  for (const outcome of ["send-again", "went-out"]) {
    const refused = await settleLetter(request, letter.id, outcome);
    expect([refused.status, refused.problem, refused.body["state"]]).toEqual([409, "wrong-bulletin-state", state]);
  }
  expect((await app.ledger.letter(letter.id))?.state).toBe("unknown");
  if (way === undefined) return;
  await office.command(id, way);
  expect((await settleLetter(request, letter.id, "went-out")).body["state"]).toBe("settled");
  await executeOnAggregate(app.store)({ kind: "bulletin", id, by: "receipts", now: app.clock.now(), decide });
  expect((await settleLetter(request, letter.id, "went-out")).status).toBe(200);
});
