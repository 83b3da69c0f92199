import { objectAt } from "../../../schemas/api/document/json.ts";
import { beforeEach, describe, expect, test } from "vitest";
import { settleUnknown } from "../../../lambdas/use-cases/sending/settle-letters.ts";
import type { Letter, LetterState } from "../../../schemas/model/letter.ts";
import { apiOf, type SendRequest } from "../../harness/app-requests.ts";
import { given, nameDelegate, secretariat, startOf, subOf } from "../../fixtures/group.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { deliveredNow, settleLetter, todo } from "../settlements.ts";

describe("a reminder of unknown delivery", () => {
  let app: TestApp;
  let request: SendRequest;
  let id: string;
  const row = async (which = id): Promise<Letter> => {
    const letter = (await app.letters()).find((one) => one.id === which);
    if (letter === undefined) throw new Error(`There is no letter ${which}`);
    return letter;
  };
  /** Returns the state of every letter. */
  const states = async (): Promise<readonly LetterState[]> => (await app.letters()).map(({ state }) => state);

  beforeEach(async () => {
    app = await given.group({ reviews: { FR: [] } });
    await nameDelegate(app, "expert", "FR");
    await app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(app, "2020-12-01");
    // It is taken, the answer and the report are lost, and so are those of its repetition: a mail without any record.
    app.mail.next.push("accepts-and-times-out", "times-out");
    app.mail.unreported = 1;
    await app.moveTo("2020-12-01T20:00:00.000Z");
    request = apiOf(app);
    id = (await app.letters())[0]?.id ?? "";
    expect([await states(), app.mail.inbox.length]).toEqual([["unknown"], 1]);
    app.mail.usually = "accepts";
  });

  test("is on the secretariat's worklist, and its explanation says what is known and what can be done", async () => {
    const [item, ...others] = await todo(app, "letter-unknown");
    expect([item, others]).toMatchObject([
      {
        kind: "letter-unknown",
        id,
        letter: id,
        party: "FR",
        since: (await row()).changedAt,
        todo: expect.stringContaining("it went out, or it is sent again"),
        actions: [
          { operationId: "getLetter", method: "GET", path: `/v1/letters/${id}` },
          { operationId: "settleLetter", method: "POST", path: `/v1/letters/${id}/settlement` },
        ],
      },
      [],
    ]);
    const route = "GET /v1/letters/{letterId}";
    const query = { include: "explanation" };
    const { body } = await request({ as: subOf(secretariat), route, params: { letterId: id }, query });
    const { inWords } = objectAt(body, "explanation");
    expect(inWords).toContain("Now: Outcome unknown. It is not known whether it left");
    expect(inWords).toContain(`settles it by POST /v1/letters/${id}/settlement`);
  });

  test("is left waiting by sweeps as long as it is wanted, and none of them sends it", async () => {
    const before = await row();
    for (let round = 0; round < 3; round++) {
      expect(await app.sweep("full")).toMatchObject({ lettersForAPerson: 1, failed: [] });
      await app.rest();
    }
    expect([await row(), app.mail.inbox.length]).toEqual([before, 1]);
  });

  test("went out, as a person found: it counts as sent, and is on no list any more", async () => {
    const settled = await settleLetter(request, id, "went-out", "The mission has it");
    expect([settled.status, settled.body["state"], settled.body["reason"]]).toEqual([200, "settled", "went-out"]);
    expect((await row()).settlement).toMatchObject({
      outcome: "went-out",
      by: secretariat,
      reason: "The mission has it",
    });
    expect(await todo(app, "letter-unknown")).toEqual([]);
    expect(await app.sweep("full")).toMatchObject({ lettersForAPerson: 0 });
    expect((await settleLetter(request, id, "went-out")).status).toBe(200);
    expect(await settleLetter(request, id, "send-again")).toMatchObject({ status: 409, problem: "settled-otherwise" });
    await app.rest();
    expect([await states(), app.mail.inbox.length]).toEqual([["settled"], 1]);
  });

  test("is sent again as a new letter, once, however often that is requested; a late report completes the first", async () => {
    for (let again = 0; again < 3; again++) {
      const settled = await settleLetter(request, id, "send-again");
      expect([settled.status, settled.body["state"]]).toEqual([200, "failed"]);
      await app.rest();
    }
    const [successor, ...more] = (await app.letters()).filter(({ attempt }) => attempt === 2);
    expect([successor?.state, more, app.mail.inbox.length]).toEqual(["delivered", [], 2]);
    const route = "GET /v1/letters/{letterId}";
    const explained = async (letterId: string) => {
      const query = { include: "explanation" };
      const { body } = await request({ as: subOf(secretariat), route, params: { letterId }, query });
      return objectAt(body, "explanation");
    };
    expect((await explained(id))["settlement"]).toMatchObject({
      outcome: "send-again",
      by: secretariat,
      newAttempt: successor?.id,
    });
    expect(await explained(successor?.id ?? "")).toMatchObject({
      before: id,
      attempt: 2,
      inWords: expect.stringContaining("Sent again, because the delivery of the earlier letter was unknown."),
    });
    deliveredNow(app, id);
    await app.rest();
    expect(await states()).toEqual(["delivered", "delivered"]);
    expect((await row()).settlement?.outcome).toBe("send-again");
    expect(await settleLetter(request, id, "went-out")).toMatchObject({ status: 409, problem: "settled-otherwise" });
  });

  test("is settled once by two persons at the same time: the other gets the settlement in the refusal", async () => {
    const both = await Promise.all([settleLetter(request, id, "went-out"), settleLetter(request, id, "send-again")]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([200, 409]);
    await app.rest();
    const sentAgain = (await row()).settlement?.outcome === "send-again";
    expect([app.mail.inbox.length, (await app.letters()).length]).toEqual(sentAgain ? [2, 2] : [1, 1]);
  });

  test("is sent again once when two persons request it at the same time", async () => {
    const both = await Promise.all([settleLetter(request, id, "send-again"), settleLetter(request, id, "send-again")]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await app.rest();
    expect([app.mail.inbox.length, (await states()).toSorted()]).toEqual([2, ["delivered", "failed"]]);
  });

  test("is not sent again where its report comes during the request", async () => {
    const { store, ledger, letterQueues } = app.io;
    let reported = false;
    const racing: typeof ledger = {
      ...ledger,
      replace: async (next, successor) => {
        if (!reported) {
          reported = true;
          deliveredNow(app, id);
          await app.settleQueue("receipts");
        }
        return ledger.replace(next, successor);
      },
    };
    const settlement = { outcome: "send-again", by: secretariat } as const;
    expect(
      await settleUnknown({ store, ledger: racing, letterQueues }, (await row()).id, settlement, app.clock.now()),
    ).toEqual({
      ok: false,
      refusal: "nothing-to-settle",
      details: { state: "delivered" },
    });
    await app.rest();
    expect([await states(), app.mail.inbox.length]).toEqual([["delivered"], 1]);
  });

  test.each(["the same request", "the sweep"] as const)(
    "whose new attempt was written and not ordered leaves by %s",
    async (how) => {
      const { store, ledger } = app.io;
      const letterQueues = { order: () => Promise.reject(new Error("Killed")) };
      const settlement = { outcome: "send-again", by: secretariat } as const;
      const settle = settleUnknown({ store, ledger, letterQueues }, (await row()).id, settlement, app.clock.now());
      await expect(settle).rejects.toThrow("Killed");
      expect((await states()).toSorted()).toEqual(["failed", "planned"]);
      if (how === "the same request") expect((await settleLetter(request, id, "send-again")).status).toBe(200);
      else {
        await app.moveTo("2020-12-01T21:00:00.000Z");
        await app.sweep("hourly");
      }
      await app.rest();
      expect([(await states()).toSorted(), app.mail.inbox.length]).toEqual([["delivered", "failed"], 2]);
    },
  );

  test("is settled automatically once its obligation is met: the delivery need not be known", async () => {
    await nameDelegate(app, "focal-point", "FR");
    await app.rest();
    await app.sweep("hourly");
    await app.rest();
    const letter = await row();
    expect([letter.state, letter.reason, letter.history.at(-1)?.why]).toEqual([
      "settled",
      "superseded",
      "superseded: done",
    ]);
    expect(await todo(app, "letter-unknown")).toEqual([]);
    expect(await settleLetter(request, id, "send-again")).toMatchObject({ status: 409, problem: "nothing-to-settle" });
    expect(app.mail.inbox.filter(({ letter: about }) => about === id)).toHaveLength(1);
    deliveredNow(app, id);
    await app.rest();
    expect((await row()).state).toBe("delivered");
  });

  test("is settled automatically once the next reminder covers it", async () => {
    await app.moveTo("2020-12-08T09:00:00.000Z");
    await app.sweep("hourly");
    await app.rest();
    expect((await row()).history.at(-1)?.why).toBe("superseded: replaced");
    expect((await app.letters()).filter(({ state }) => state === "delivered")).toHaveLength(1);
  });
});
