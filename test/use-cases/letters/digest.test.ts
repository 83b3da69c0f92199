import { describe, expect, test } from "vitest";
import { clustersOfLetter } from "../../../domain/letters/about-clusters.ts";
import { wordingIn } from "../../harness/labels.ts";
import { submitAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { explainLetter } from "../../../domain/views/letters.ts";
import { Hash } from "../../../schemas/base/ids.ts";
import { address } from "../../fixtures/changes.ts";
import {
  act,
  conclude,
  delay,
  openDigestWeek,
  focalPoint,
  mailsTo,
  morningSweep,
  rowsOf,
  setContacts,
} from "../../fixtures/digest-week.ts";
import type { TestApp } from "../../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import { mailEvent } from "../../fakes/mail-service.ts";

const expectWhole = async (app: TestApp) => {
  await app.sweep("full");
  await app.rest();
  expect(await brokenNow(app)).toEqual([]);
  expect(await brokenAtRest(app)).toEqual([]);
};
/**
 * Returns an app with letters about the mission's own review and about the review where it reviews. There is one letter
 * each on 11 and 13 January, and one each about the outcome of the consultations.
 */
const twoCopies = async (): Promise<TestApp> => {
  const app = await openDigestWeek();
  await conclude(app, "FR");
  await conclude(app, "JP");
  await app.settle();
  await app.moveTo("2021-01-13T12:00:00.000Z");
  await delay(app, "JP", "2021-09-30");
  await app.settle();
  return app;
};
const digestIn = (app: TestApp) => app.mail.inbox.find(({ subject }) => subject.startsWith("Weekly digest"));
const heldIn = async (app: TestApp) => (await app.letters()).filter(({ reason }) => reason === "digest");
const digestsOf = async (app: TestApp) => (await app.letters()).filter(({ content }) => content.kind === "digest");

describe("a mission with a weekly digest", () => {
  test("gets the copies of the week in one letter on Monday at 09:00, over its reviews in both roles", async () => {
    const app = await twoCopies();
    expect(mailsTo(app, "FR")).toEqual([]);
    await morningSweep(app, "2021-01-18");
    expect(mailsTo(app, "FR")).toEqual([
      "2021-01-18T08:00 Weekly digest of 18 January 2021: 3 letters to focal points (cluster 1)",
    ]);
    const text = digestIn(app)?.text.replace(/\s+/gu, " ") ?? "";
    const own = text.slice(text.indexOf("OWN COUNTRY REVIEW"), text.indexOf("COUNTRY REVIEWS OF OTHER PARTIES"));
    expect(own).toContain(
      "The country review of Party FR (code c1-FR) under cluster 1 is at this stage: Self-assessment questionnaire.",
    );
    expect(own).toContain("- Letter of 11 January 2021: “Consultation of the parties: what was");
    expect(own).toContain("- Open, due by 11 July 2021:");
    expect(text).toContain(
      "COUNTRY REVIEWS OF OTHER PARTIES The country review of Party JP (code c1-JP) under cluster 1 is at this stage: Self-assessment questionnaire. - Letter of 11 January 2021: “Consultation of the parties: what was agreed (cluster 1)” - Letter of 13 January 2021: “Delay notified: new date 30 September 2021 (cluster 1)”",
    );
    await expectWhole(app);
  });

  test("reads the subjects of its copies in the language that it changed to within the week", async () => {
    const app = await twoCopies();
    await setContacts(app, "FR", { language: "fr", digest: "weekly" });
    await morningSweep(app, "2021-01-18");
    const digest = app.mail.inbox.find(({ subject }) => subject.startsWith("Récapitulatif hebdomadaire"));
    const text = digest?.text.replace(/[^\S\u00A0]+/gu, " ") ?? "";
    expect(text).toContain(
      "- Lettre du 13 janvier 2021\u00A0: «\u00A0Retard notifié\u00A0: nouvelle date, 30 septembre 2021 (groupe thématique 1)\u00A0»",
    );
    expect(text).not.toMatch(/Delay|Consultation of|Answers to/u);
    expect((await heldIn(app)).map(({ language }) => language)).toEqual(["en", "en", "en"]);
    await expectWhole(app);
  });

  test("is not kept from what its focal points get: they have each letter at once", async () => {
    const app = await twoCopies();
    const since = app.mail.inbox.filter(({ at, subject }) => at >= "2021-01-11" && !subject.startsWith("Consultation"));
    expect(since.map(({ at, to }) => `${at.slice(0, 10)} ${to}`).toSorted()).toEqual([
      "2021-01-13 focal.point@fr.example.org",
      "2021-01-13 focal.point@jp.example.org",
      "2021-01-13 mission@jp.example.org",
    ]);
  });

  test("finds each copy in the ledger as skipped for the digest, which is named and explained", async () => {
    const app = await twoCopies();
    expect(await rowsOf(app, "FR")).toEqual(["delay-notified skipped(digest)", "digest planned"]);
    const [digest] = await digestsOf(app);
    const held = await heldIn(app);
    expect(held.map((letter) => letter.digest)).toEqual(Array(3).fill(digest?.id));
    expect(digest && clustersOfLetter(digest)).toEqual([]);
    const [copy] = held;
    if (copy === undefined || digest === undefined) throw new Error("Nothing is held");
    const explained = explainLetter(copy, [], wordingIn("en"));
    expect(explained).toMatchObject({ history: [{}, { state: "skipped" }], digest: digest.id });
    expect(explained.inWords).toContain(`listed in the weekly digest, letter ${digest.id}`);
    expect(explainLetter(digest, [], wordingIn("en")).inWords).toContain("Weekly digest, 18 January 2021.");
    await morningSweep(app, "2021-01-18");
    expect((await rowsOf(app, "FR")).at(-1)).toBe("digest delivered");
    expect((await digestsOf(app)).map(clustersOfLetter)).toEqual([[1]]);
  });

  test("gets none in a week without deferred copies", async () => {
    const app = await twoCopies();
    await morningSweep(app, "2021-01-18");
    for (const monday of ["2021-01-25", "2021-02-01", "2021-02-08"]) await morningSweep(app, monday);
    expect(await digestsOf(app)).toHaveLength(1);
    expect(mailsTo(app, "FR")).toHaveLength(1);
  });

  test("gets letters at once while an obligation of its party is overdue, and copies are deferred again when it is met", async () => {
    const app = await twoCopies();
    await morningSweep(app, "2021-01-18");
    await morningSweep(app, "2021-06-14", "07");
    await morningSweep(app, "2021-07-05", "07");
    await morningSweep(app, "2021-07-12", "07");
    // The reminder of the day after the date leaves separately, with the digest of the days before.
    expect(mailsTo(app, "FR").slice(1)).toEqual([
      "2021-06-14T07:00 Weekly digest of 14 June 2021: 1 letter to focal points (cluster 1)",
      "2021-07-05T07:00 Weekly digest of 5 July 2021: 1 letter to focal points (cluster 1)",
      expect.stringMatching(/^2021-07-12T07:00 Reminder: answers to the self-assessment/u),
      "2021-07-12T07:00 Weekly digest of 12 July 2021: 1 letter to focal points (cluster 1)",
    ]);
    await app.moveTo("2021-07-13T12:00:00.000Z");
    await delay(app, "JP", "2021-10-31");
    await app.settle();
    expect(mailsTo(app, "FR").at(-1)).toMatch(/^2021-07-13T12:00 Delay notified/u);
    await act(app, "FR", focalPoint("FR"), (review, now) =>
      submitAnswers(review, focalPoint("FR"), { UNTOC: Hash.parse("a".repeat(64)) }, now),
    );
    await app.settle();
    await app.moveTo("2021-07-14T12:00:00.000Z");
    await delay(app, "JP", "2021-11-30");
    await app.settle();
    expect((await rowsOf(app, "FR")).filter((row) => row.startsWith("delay-notified"))).toEqual([
      "delay-notified skipped(digest)",
      "delay-notified delivered",
      "delay-notified skipped(digest)",
    ]);
    await expectWhole(app);
  });

  test("has no copies of letters to the mission itself: nominations are never deferred", async () => {
    const app = await openDigestWeek();
    const nominations = (await app.letters()).filter(
      ({ party, content }) => party === "FR" && content.kind === "nomination-reminder",
    );
    expect(nominations.filter(({ coveredBy }) => coveredBy === undefined).map(({ state }) => state)).toEqual([
      "delivered",
    ]);
  });

  test("stops its digest: the deferred copies are listed, later ones leave at once", async () => {
    const app = await openDigestWeek();
    await conclude(app, "FR");
    await conclude(app, "JP");
    await app.settle();
    await setContacts(app, "FR", { digest: "none" });
    await app.moveTo("2021-01-13T12:00:00.000Z");
    await delay(app, "JP", "2021-09-30");
    await app.settle();
    await morningSweep(app, "2021-01-18");
    expect(mailsTo(app, "FR")).toEqual([
      "2021-01-13T12:00 Delay notified: new date 30 September 2021 (cluster 1)",
      "2021-01-18T08:00 Weekly digest of 18 January 2021: 2 letters to focal points (cluster 1)",
    ]);
    await expectWhole(app);
  });
});

describe("a letter to a mission is no copy", () => {
  test("where its focal point cannot be reached", async () => {
    const app = await openDigestWeek();
    await conclude(app, "JP");
    await conclude(app, "FR");
    await app.settle();
    const mine = (await app.letters()).find(
      ({ recipient }) => recipient.kind === "user" && recipient.user === focalPoint("FR").id,
    );
    const event = mailEvent(
      "Bounce",
      { letter: String(mine?.id), messageId: String(mine?.messageId) },
      app.clock.now(),
      {
        bounce: { bounceType: "Permanent" },
      },
    );
    event.detail.mail.destination = [String(mine?.address)];
    app.queues.receipts.put(event);
    await app.settle();
    await delay(app, "JP", "2021-09-30");
    await app.settle();
    expect(mailsTo(app, "FR")).toEqual(["2021-01-11T12:00 Delay notified: new date 30 September 2021 (cluster 1)"]);
  });

  test("to a mission without a digest", async () => {
    const app = await openDigestWeek();
    await setContacts(app, "FR", {});
    await conclude(app, "FR");
    await app.settle();
    expect(await rowsOf(app, "FR")).toEqual([]);
    expect(mailsTo(app, "FR")).toHaveLength(1);
  });
});

describe("a digest", () => {
  test("closes an hour before it leaves: later copies are listed a week later", async () => {
    const app = await openDigestWeek();
    await conclude(app, "FR");
    await conclude(app, "JP");
    await app.moveTo("2021-01-18T06:59:59.000Z");
    await delay(app, "JP", "2021-09-30");
    await app.settle();
    await app.moveTo("2021-01-18T07:30:00.000Z");
    await delay(app, "JP", "2021-10-31");
    await app.settle();
    await morningSweep(app, "2021-01-18");
    await morningSweep(app, "2021-01-25");
    expect(mailsTo(app, "FR")).toEqual([
      "2021-01-18T08:00 Weekly digest of 18 January 2021: 3 letters to focal points (cluster 1)",
      "2021-01-25T08:00 Weekly digest of 25 January 2021: 1 letter to focal points (cluster 1)",
    ]);
    await expectWhole(app);
  });

  test("waits for its day, whichever function orders it before", async () => {
    const app = await twoCopies();
    const [digest] = await digestsOf(app);
    app.queues.letters.put({ letter: digest?.id });
    await app.sweep("full");
    await app.settle();
    expect(mailsTo(app, "FR")).toEqual([]);
  });

  test("that the morning's sweep missed leaves with the sweep of the next hour", async () => {
    const app = await twoCopies();
    await app.moveTo("2021-01-18T08:17:00.000Z");
    await app.sweep("hourly");
    await app.settle();
    expect(mailsTo(app, "FR")).toHaveLength(1);
    await expectWhole(app);
  });

  test("that bounces is written again to the second address, with equal content", async () => {
    const app = await openDigestWeek();
    await setContacts(app, "FR", { digest: "weekly", secondAddress: address("second@fr.example.org") });
    await conclude(app, "FR");
    await conclude(app, "JP");
    await app.settle();
    await morningSweep(app, "2021-01-18");
    const [digest] = await digestsOf(app);
    const mail = { letter: String(digest?.id), messageId: String(digest?.messageId) };
    const bounced = mailEvent("Bounce", mail, app.clock.now(), { bounce: { bounceType: "Permanent" } });
    bounced.detail.mail.destination = [String(digest?.address)];
    app.queues.receipts.put(bounced);
    await app.settle();
    await app.rest();
    expect(await rowsOf(app, "FR")).toEqual(["digest bounced", "digest attempt 2 delivered"]);
    const [first, second] = app.mail.inbox.filter(({ subject }) => subject.startsWith("Weekly digest"));
    expect([second?.to, second?.subject]).toEqual(["second@fr.example.org", first?.subject]);
  });

  test("lists a review whose seat went to another party meanwhile", async () => {
    const app = await twoCopies();
    const store = app.store.reviewsOfParty;
    Object.assign(app.store, { reviewsOfParty: async () => [] });
    await morningSweep(app, "2021-01-18");
    Object.assign(app.store, { reviewsOfParty: store });
    expect(digestIn(app)?.subject).toContain("3 letters to focal points");
  });
});

describe("whatever goes wrong", () => {
  /** Plays the week from the mission's first letter to its digest, with faults on the way. */
  const week = async (disturb: (app: TestApp) => void): Promise<{ app: TestApp }> => {
    const app = await openDigestWeek();
    disturb(app);
    await conclude(app, "FR");
    await conclude(app, "JP");
    await app.settle();
    await app.rest();
    await app.moveTo("2021-01-11T13:17:00.000Z");
    await app.sweep("hourly");
    await app.rest();
    disturb(app);
    await morningSweep(app, "2021-01-18");
    await app.rest();
    await app.moveTo("2021-01-18T09:17:00.000Z");
    await app.sweep("hourly");
    await app.rest();
    return { app };
  };
  const rows = ["digest delivered"];

  test("every message twice: each copy is deferred once, the digest comes once", async () => {
    const { app } = await week(({ queues }) => {
      for (const queue of Object.values(queues)) queue.duplicates = 1_000;
    });
    expect(await rowsOf(app, "FR")).toEqual(rows);
    expect(mailsTo(app, "FR")).toHaveLength(1);
    await expectWhole(app);
  });

  test("the worker killed between any two steps of deferring or sending: nothing is lost, no recipient is notified twice", async () => {
    let killed = 0;
    for (let call = 1; ; call++) {
      let kill = { happened: false };
      const { app } = await week((one) => {
        kill = one.kill("send", call);
      });
      expect([call, ...(await rowsOf(app, "FR"))]).toEqual([call, ...rows]);
      expect(mailsTo(app, "FR")).toHaveLength(1);
      expect(await brokenAtRest(app)).toEqual([]);
      if (!kill.happened) break;
      killed += 1;
    }
    expect(killed).toBeGreaterThan(12);
  });

  test("no answer to the digest, and a report of it: it is not sent again", async () => {
    const app = await twoCopies();
    await app.moveTo("2021-01-18T08:00:00.000Z");
    app.mail.next.push("accepts-and-times-out");
    await app.sweep("morning");
    await app.rest();
    expect(mailsTo(app, "FR")).toHaveLength(1);
    expect((await rowsOf(app, "FR")).at(-1)).toBe("digest delivered");
  });
});
