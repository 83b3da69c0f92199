import { describe, expect, test } from "vitest";
import { mailEvent } from "../../fakes/mail-service.ts";
import { bulletinApp, type BulletinApp, second } from "./bulletin-app.ts";
import { nameDelegate, startOf } from "../../fixtures/group.ts";

/** Runs everything to its end, with the sweep. */
const atRest = async ({ app }: BulletinApp): Promise<void> => {
  await app.rest();
  await app.sweep();
  await app.rest();
};
/** Reports an event of a letter that left, as the mail service. */
const report = (office: BulletinApp, event: string, letter: string, detail = {}): void => {
  const mail = office.app.mail.inbox.find((one) => one.letter === letter);
  if (mail === undefined) throw new Error(`Letter ${letter} never left`);
  office.app.queues.receipts.put(mailEvent(event, mail, office.app.clock.now(), detail));
};
const lasting = { bounce: { bounceType: "Permanent" } };

describe("a bulletin to a thousand", () => {
  test("is accepted in one request, with nothing planned yet, and then every recipient gets one letter", async () => {
    const office = await bulletinApp({ parties: 510, focalPoints: true });
    const audience = { roles: ["mission", "focal-point"] };
    const { status, body: seen } = await office.preview(audience);
    expect([status, seen["recipients"], seen["needsApproval"]]).toEqual([200, 1020, true]);
    const body = { preview: seen["hash"] };
    const ordered = await office.request("POST /v1/bulletins", { body });
    expect([ordered.status, ordered.body["state"], ordered.body["recipients"]]).toEqual([
      202,
      "awaiting-approval",
      1020,
    ]);
    const id = String(ordered.body["id"]);
    await office.app.rest();
    expect(await office.letters(id)).toEqual([]);
    expect((await office.command(id, "approval", { as: second })).body["state"]).toBe("sending");
    expect(await office.letters(id)).toEqual([]);
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 1020 });
    expect(office.app.mail.inbox).toHaveLength(1020);
    expect(new Set(office.app.mail.inbox.map(({ to }) => to)).size).toBe(1020);
    expect((await office.bulletin(id)).state).toBe("sent");
    expect(await office.broken(id)).toEqual([]);
    const { body: details } = await office.request("GET /v1/bulletins/{bulletinId}", { id });
    expect(details["progress"]).toEqual({
      recipients: 1020,
      sent: 1020,
      skipped: 0,
      failed: 0,
      unknown: 0,
      waiting: 0,
      delivered: 1020,
      bounced: 0,
      complained: 0,
      toSettle: 0,
    });
  });
});

describe("a bulletin", () => {
  test("that is ordered for a time leaves at that time", async () => {
    const office = await bulletinApp({ parties: 3 });
    const id = await office.order({ sendAt: "2020-12-04T09:30:00.000Z" });
    await office.app.moveTo("2020-12-04T09:29:59.000Z");
    expect([(await office.bulletin(id)).state, await office.letters(id)]).toEqual(["scheduled", []]);
    await office.app.moveTo("2020-12-04T09:31:00.000Z");
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 3 });
    expect((await office.bulletin(id)).releasedAt).toBe("2020-12-04T09:30:00.000Z");
  });
  test("about a list is not sent to recipients who are no longer on the list when it leaves", async () => {
    const office = await bulletinApp({ parties: 3 });
    await office.app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(office.app, "2020-12-01");
    await office.app.settle();
    const audience = { roles: ["mission"], list: "focal-points-missing" };
    const id = await office.order({ audience, sendAt: "2020-12-04T09:30:00.000Z" });
    await nameDelegate(office.app, "focal-point", "AB");
    await office.app.moveTo("2020-12-04T09:31:00.000Z");
    await atRest(office);
    const ends = (await office.letters(id)).map(({ party, state, reason }) => [party, state, reason]).toSorted();
    expect(ends).toEqual([
      ["AA", "delivered", undefined],
      ["AB", "skipped", "done"],
      ["AC", "delivered", undefined],
    ]);
    expect(await office.broken(id)).toEqual([]);
  });

  test("about a list reads its reviews and parties once for each letter", async () => {
    const office = await bulletinApp({ parties: 1 });
    await office.app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(office.app, "2020-12-01");
    await office.app.settle();
    const body = { text: { subject: "For {{party}}", body: "Of {{reviews}}, until {{dueDate}}" } };
    const id = await office.order({ audience: { roles: ["mission"], list: "focal-points-missing" }, ...body });
    await office.app.settleStream();
    await office.app.settleQueue("timers");
    await office.app.settleQueue("bulletins");
    expect(office.app.callsOf("send").slice(0, 9)).toEqual([
      "ledger.letter",
      "ledger.restoration",
      "store.load",
      "store.wording",
      "store.mission",
      "store.load",
      "ledger.mark",
      "store.loadMany",
      "store.loadMany",
    ]);
    expect(
      office.app
        .callsOf("send")
        .slice(9)
        .filter((call) => call.startsWith("store.")),
    ).toEqual([]);
    expect(office.app.mail.inbox.at(-1)?.text).toMatch(/Of .*Party AA.*, until/u);
    expect(await office.states(id)).toEqual({ accepted: 1 });
  });

  test("whose schedule is lost is armed again by the sweep, and dispatched by it when its time has passed", async () => {
    const office = await bulletinApp({ parties: 3 });
    office.app.schedules.drops = 1;
    const id = await office.order({ sendAt: "2020-12-04T09:30:00.000Z" });
    await office.app.rest();
    expect(office.app.schedules.pending.size).toBe(0);
    expect((await office.app.sweep("hourly")).alarmsArmed).toBe(1);
    expect([...office.app.schedules.pending.keys()]).toEqual([`bulletin-${id}`]);
    await office.app.sweep("full");
    expect(office.app.schedules.pending.size).toBe(1);
    office.app.schedules.pending.clear();
    office.app.sleepUntil("2020-12-04T11:00:00.000Z");
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 3 });
  });

  test("is compared with its letters each night for a year, and then its letters are read no more", async () => {
    const office = await bulletinApp({ parties: 3 });
    const id = await office.order();
    await atRest(office);
    const readings = async (day: string): Promise<number> => {
      office.app.sleepUntil(`${day}T02:00:00.000Z`);
      await office.app.sweep("full");
      return office.app.callsOf("sweep").filter((call) => call === "ledger.ofSubject").length;
    };
    expect((await office.bulletin(id)).state).toBe("sent");
    expect(await readings("2021-11-30")).toBe(1);
    expect(await readings("2021-12-02")).toBe(0);
  });

  test("that is given up before its time sends nothing, and says so of each recipient", async () => {
    const office = await bulletinApp({ parties: 4 });
    const id = await office.order({ sendAt: "2020-12-04T09:30:00.000Z" });
    await office.app.rest();
    expect((await office.command(id, "cancellation")).body["state"]).toBe("cancelled");
    await office.app.moveTo("2020-12-05T09:30:00.000Z");
    await atRest(office);
    expect(office.app.schedules.pending.size).toBe(0);
    expect(office.app.mail.inbox).toEqual([]);
    expect((await office.letters(id)).map(({ reason }) => reason)).toEqual(Array(4).fill("cancelled"));
    expect(await office.broken(id)).toEqual([]);
  });

  test("that is given up on its way skips what is planned and keeps what has left", async () => {
    const office = await bulletinApp({ parties: 6 });
    const id = await office.order();
    await office.app.settleStream();
    await office.app.settleQueue("timers");
    expect(await office.states(id)).toEqual({ planned: 6 });
    office.app.after("mail.send", () => office.command(id, "cancellation"));
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 1, skipped: 5 });
    expect(office.app.mail.inbox).toHaveLength(1);
    expect(await office.broken(id)).toEqual([]);
    expect((await office.command(id, "cancellation")).status).toBe(200);
  });

  test("of a mission without an address says so, and is sent there once there is one", async () => {
    const office = await bulletinApp({ parties: 3, withoutMission: 1 });
    const { body: seen } = await office.preview();
    expect(seen["withoutAddress"]).toBe(1);
    const id = await office.order();
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 2, skipped: 1 });
    const again = await office.command(id, "resend");
    expect([again.status, again.body["rounds"]]).toMatchObject([202, [{ recipients: 3 }, { recipients: 1 }]]);
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 2, skipped: 2 });
    expect(await office.broken(id)).toEqual([]);
  });

  test("with a letter of unknown delivery is not repeated: the letter waits for a person", async () => {
    const office = await bulletinApp({ parties: 3 });
    office.app.mail.next.push("accepts-and-times-out");
    office.app.mail.unreported = 1;
    const id = await office.order();
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 2, unknown: 1 });
    await office.app.moveTo("2020-12-03T12:00:00.000Z");
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 2, unknown: 1 });
    expect(office.app.mail.inbox).toHaveLength(3);
    expect(office.app.logged("LETTER_DELIVERY_UNKNOWN")).toHaveLength(1);
    expect((await office.bulletin(id)).state).toBe("unsettled");
    const again = await office.command(id, "resend");
    expect([again.status, String(again.body["type"])]).toEqual([409, expect.stringContaining("nobody-to-resend")]);
  });
});

describe("sent again", () => {
  test("are only the letters that failed or bounced, and never to those that complained", async () => {
    const office = await bulletinApp({ parties: 6, secondContacts: true });
    office.app.mail.next.push("refuses");
    const id = await office.order();
    await office.app.rest();
    const [bounced, complained] = office.app.mail.inbox.map(({ letter }) => letter);
    report(office, "Bounce", bounced ?? "", lasting);
    report(office, "Complaint", complained ?? "");
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 3, failed: 1, bounced: 1, complained: 1 });
    const reached = new Set(office.app.mail.inbox.map(({ to }) => to));
    const missed = office.app.mail.inbox.find(({ letter }) => letter === bounced)?.to;

    expect((await office.command(id, "resend")).status).toBe(202);
    const meanwhile = await office.command(id, "resend");
    expect(String(meanwhile.body["type"])).toContain("bulletin-under-way");
    await atRest(office);
    const mails = office.app.mail.inbox.slice(5).map(({ to }) => to);
    expect(mails).toHaveLength(2);
    expect(mails.filter((to) => reached.has(to))).toEqual([]);
    expect(mails.map((to) => to.replace("second@", "mission@"))).toContain(missed);
    const { body: details } = await office.request("GET /v1/bulletins/{bulletinId}", { id });
    expect(details["progress"]).toMatchObject({ recipients: 6, sent: 6, delivered: 5, complained: 1 });
    expect(await office.broken(id)).toEqual([]);
    expect((await office.bulletin(id)).state).toBe("sent");
  });

  test("is skipped where the only address failed for good, and leaves once it is released", async () => {
    const office = await bulletinApp({ parties: 3 });
    const id = await office.order();
    await office.app.rest();
    const [bounced] = office.app.mail.inbox.map(({ letter }) => letter);
    report(office, "Bounce", bounced ?? "", lasting);
    await atRest(office);
    expect((await office.command(id, "resend")).status).toBe(202);
    await atRest(office);
    expect(office.app.mail.inbox).toHaveLength(3);
    expect((await office.letters(id)).filter(({ reason }) => reason === "suppressed")).toHaveLength(1);
    expect(await office.states(id)).toEqual({ delivered: 2, bounced: 1, skipped: 1 });
    expect(await office.broken(id)).toEqual([]);
  });

  test("with the same key is sent again once", async () => {
    const office = await bulletinApp({ parties: 3 });
    office.app.mail.next.push("refuses");
    const id = await office.order();
    await atRest(office);
    const answers = await Promise.all([1, 2, 3].map(() => office.command(id, "resend", { key: "the-same-key" })));
    expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).toBe(1);
    await atRest(office);
    expect((await office.bulletin(id)).rounds).toHaveLength(2);
    expect(office.app.mail.inbox).toHaveLength(3);
  });
});

describe("the breaker", () => {
  /** Sends to sixty recipients; the first of these mails bounce, as many as given. */
  const bouncing = async (bounces: number): Promise<{ office: BulletinApp; id: string }> => {
    const office = await bulletinApp({ parties: 80, secondContacts: true });
    const id = await office.order();
    await office.app.settleStream();
    await office.app.settleQueue("timers");
    const left = () => office.app.mail.inbox.length;
    // Sixty leave; the others wait in the queue of a mail service that has had enough for now.
    office.app.mail.next.push(...Array.from({ length: 60 }, () => "accepts" as const));
    office.app.mail.usually = "throttles";
    await office.app.settle();
    expect(left()).toBe(60);
    for (const { letter } of office.app.mail.inbox.slice(0, bounces)) report(office, "Bounce", letter, lasting);
    await office.app.settle();
    office.app.mail.usually = "accepts";
    return { office, id };
  };

  test("lets a bulletin continue below the share", async () => {
    const { office, id } = await bouncing(2);
    await atRest(office);
    expect((await office.bulletin(id)).state).toBe("sent");
    expect(office.app.mail.inbox).toHaveLength(80);
  });

  test("stops a bulletin at the share, notifies the operators, and letters about deadlines continue", async () => {
    const { office, id } = await bouncing(3);
    expect(await office.bulletin(id)).toMatchObject({ state: "stopped", stoppedFor: { results: 60, bounced: 3 } });
    expect(office.app.logged("BULLETIN_STOPPED")).toEqual([expect.objectContaining({ bulletin: id })]);
    await office.app.moveTo("2020-12-01T10:00:00.000Z");
    await startOf(office.app, "2020-12-01");
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 57, bounced: 3, planned: 20 });
    const reminders = (await office.app.letters()).filter(({ content }) => content.kind === "nomination-reminder");
    const [sent, covered] = [
      reminders.filter(({ state }) => state === "delivered"),
      reminders.filter(({ coveredBy }) => coveredBy !== undefined),
    ];
    expect([sent.length, covered.length, reminders.length]).toEqual([80, 160, 240]);
    const { lettersOrdered } = await office.app.sweep("hourly");
    expect(lettersOrdered).toBe(0);
    expect((await office.command(id, "resend")).status).toBe(409);

    expect((await office.command(id, "resumption")).body["state"]).toBe("sending");
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 77, bounced: 3 });
    expect((await office.bulletin(id)).state).toBe("sent");
  });

  test("counts again when a bounce is reported twice, and when only the sweep is left to count", async () => {
    for (const way of ["reported again", "sweep"] as const) {
      const { office, id } = await bouncing(0);
      office.app.mail.usually = "throttles";
      const bounced = office.app.mail.inbox.slice(0, 4).map(({ letter }) => letter);
      for (const letter of bounced) {
        report(office, "Bounce", letter, lasting);
        // The row is moved; the function that should count is killed.
        const kill = office.app.kill("receipts", 3);
        await office.app.settleQueue("receipts");
        expect(kill.happened).toBe(true);
      }
      expect((await office.bulletin(id)).state).toBe("sending");
      if (way === "sweep") {
        office.app.queues.receipts.clear();
        await office.app.sweep("hourly");
      } else await office.app.rest();
      expect((await office.bulletin(id)).state).toBe("stopped");
    }
  });

  test("may be followed by giving up", async () => {
    const { office, id } = await bouncing(3);
    expect((await office.command(id, "cancellation")).status).toBe(200);
    await atRest(office);
    expect(await office.states(id)).toEqual({ delivered: 57, bounced: 3, skipped: 20 });
    expect(await office.broken(id)).toEqual([]);
  });
});
