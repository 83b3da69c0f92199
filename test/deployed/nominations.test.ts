import { beforeAll, describe, expect, test } from "vitest";
import missions from "../../data/demo-missions.json" with { type: "json" };
import pairing from "../../data/pairing.json" with { type: "json" };
import { addDays, dayOf, later, morningOf } from "../../domain/base/time.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import {
  deploy,
  deployWith,
  mailbox,
  moveClock,
  now,
  type Outputs,
  report,
  rest,
  run,
  stage,
  sweep,
  waitFor,
  pendingWork,
} from "./cloud.ts";
import { type Caller, caller, signIn, type Tokens } from "./people.ts";
import { adopt, type Copies, copyTables, decidePaused, listPaused, rewrite } from "./restoring.ts";

const officer = "first.officer@secretariat.example.org";
/** A second officer, also registered by the operator, who approves the orders of the first. */
const colleague = "second.officer@secretariat.example.org";
const missionOf = (party: string) => `mission@${party.toLowerCase()}.example.org`;
const groupOf = (number: number) => {
  const group = pairing.groups.find((each) => each.number === number);
  if (group === undefined) throw new Error(`the pairing has no group ${number}`);
  return group;
};
const partiesOf = (number: number): readonly string[] => [
  ...new Set(groupOf(number).reviews.flatMap(({ seats }) => seats.map(({ party }) => party))),
];
/** Ten in the morning in Vienna: after the hour at which reminders leave. */
const midMorning = (day: CalendarDate) => later(morningOf(day), { hours: 1 });

const reached = new Set(Object.keys(missions.missions));
const consulting = groupOf(1).reviews[0]!;
const prompt: readonly string[] = consulting.seats.map(({ party }) => party);
const silent = (group: number) =>
  partiesOf(group)
    .filter((party) => reached.has(party) && !prompt.includes(party))
    .toSorted();

/** Returns the reference in brackets at the end of a subject, without the marks that isolate it in Arabic. */
const referenceIn = (subject: string): string =>
  /\[(RM\/[^\]]+)\]$/u.exec(subject.replaceAll(/[\u2066-\u2069]/gu, ""))?.[1] ?? "";

/**
 * Returns the parties whose missions got a letter with this end of its reference since a number of mails, once per
 * letter: subjects are in the languages of the missions, references in none.
 */
const reachedBy = async (about: string, since: number): Promise<readonly string[]> => {
  const letters = (await mailbox()).slice(since).filter(({ Subject }) => referenceIn(Subject).endsWith(`/${about}`));
  const byAddress = new Map(Object.keys(missions.missions).map((party) => [missionOf(party), party]));
  return letters.flatMap(({ To }) => To.map((address) => byAddress.get(address) ?? address)).toSorted();
};

describe("a nomination in the deployed system", () => {
  let outputs: Outputs;
  let tokens: Tokens;
  let secretariat: Caller;
  let startDay: CalendarDate;
  let mailsBefore = 0;
  let copies: Copies;
  let leaving = "";

  /** Signs in again: tokens expire after an hour of the emulator's time, so every jump needs new ones. */
  const signInAgain = async (): Promise<void> => {
    tokens = await signIn(outputs, officer);
    secretariat = caller(outputs, tokens.access);
  };
  const jumpTo = async (day: CalendarDate): Promise<void> => {
    await rest();
    mailsBefore = (await mailbox()).length;
    await moveClock(midMorning(day));
    await signInAgain();
  };
  const remindersReach = async (about: string, parties: readonly string[]): Promise<void> => {
    await waitFor(
      `${parties.length} missions have their letter`,
      async () => (await reachedBy(about, mailsBefore)).length >= parties.length,
      300,
    );
    await rest();
    expect(await reachedBy(about, mailsBefore)).toEqual(parties);
  };

  /** Previews the start of a group on the first day of this test, orders it, and approves it as the colleague. */
  const startGroup = async (number: number): Promise<void> => {
    const path = `/v1/groups/c1-g${number}`;
    const { body: preview } = await secretariat.post(`${path}/start/previews`, { startedOn: startDay });
    const uncovered = preview.joinedSince.map(({ review }: any) => ({ review, reason: "It enters later" }));
    const order = { startedOn: startDay, preview: preview.hash, uncovered };
    expect((await secretariat.post(`${path}/start`, order)).status).toBe(202);
    const second = caller(outputs, (await signIn(outputs, colleague)).access);
    const approval = await second.post(`${path}/start/approval`);
    expect(approval.status, JSON.stringify(approval.body)).toBe(202);
    await waitFor(
      `all reviews of group ${number} have started`,
      async () => (await secretariat.get(path)).body.state === "started",
      180,
    );
  };

  beforeAll(async () => {
    // Deployed first: the CDK's command line never ends when the cloud's clock is hours ahead of its own.
    outputs = await deploy();
    const today = dayOf(await now());
    startDay = (await now()) <= midMorning(today) ? today : addDays(today, 1);
    await moveClock(midMorning(startDay));
  });

  test("the app is deployed and answers", async () => {
    const { status, body } = await caller(outputs).get("/health");
    expect(status).toBe(200);
    expect(body).toMatchObject({ status: "ok", stage });
    expect(dayOf(body.now)).toBe(startDay);
  });

  test("the first user of the secretariat is loaded with the parties, twice without harm, and signs in", async () => {
    const bootstrap = (email: string) =>
      run("npm", ["run", "bootstrap", "--", "--email", email, "--stage", stage, "--pairing", "data/pairing.json"], 180);
    await bootstrap(officer);
    await bootstrap(officer);
    await bootstrap(colleague);
    await signInAgain();
    const { status, body } = await secretariat.get("/v1/me");
    expect(status).toBe(200);
    expect(JSON.stringify(body)).toContain("secretariat");
  });

  test("no caller gets in without a token, with an id token or with a forged one", async () => {
    expect((await caller(outputs).get("/v1/me")).status).toBe(401);
    expect((await caller(outputs, tokens.id).get("/v1/me")).status).toBe(401);
    expect((await caller(outputs, `${tokens.access.slice(0, -8)}AAAAAAAA`).get("/v1/me")).status).toBe(401);
  });

  test("the secretariat records how the missions are reached", async () => {
    const entries = Object.entries(missions.missions);
    for (let from = 0; from < entries.length; from += 4) {
      const answers = await Promise.all(
        entries
          .slice(from, from + 4)
          .map(([party, contacts]) => secretariat.put(`/v1/parties/${party}/mission`, contacts)),
      );
      expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
    }
  });

  test("a group starts once a second officer approves of a day off the plan, and at nine every mission gets a letter", async () => {
    await startGroup(1);
    await jumpTo(addDays(startDay, 1));
    await remindersReach(
      "nominations",
      partiesOf(1)
        .filter((party) => reached.has(party))
        .toSorted(),
    );
  });

  test("a review whose focal points are all named is in consultation", async () => {
    for (const party of prompt) {
      const email = `delegate@${party.toLowerCase()}.example.org`;
      const user = { role: "permanent-mission", party, person: { name: "A Delegate", email, language: "en" } };
      expect((await secretariat.post("/v1/users", user)).status).toBe(201);
      const delegate = caller(outputs, (await signIn(outputs, email)).access);
      const person = { name: "A Focal Point", email: `focal.point@${party.toLowerCase()}.example.org`, language: "en" };
      const named = await delegate.post(`/v1/parties/${party}/mandates`, { role: "focal-point", person });
      expect(named.status, JSON.stringify(named.body)).toBe(201);
    }
    const review = await secretariat.get(`/v1/reviews/${consulting.id}`);
    expect(review.body.stage).toBe("consultation");
  });

  test("a week before the date, only the missions without nominations are reminded", async () => {
    await jumpTo(addDays(startDay, 7));
    await remindersReach("focal-point", silent(1));
  });

  test("the day before, again only those", async () => {
    await jumpTo(addDays(startDay, 13));
    await remindersReach("focal-point", silent(1));
  });

  test("the tables are copied, and a person in the copies is erased", async () => {
    const person = { name: "A Leaving Secretary", email: "leaving@pw.example.org", language: "en" };
    const registered = await secretariat.post("/v1/users", { role: "permanent-mission", party: "PW", person });
    expect(registered.status, JSON.stringify(registered.body)).toBe(201);
    leaving = registered.body.id;
    await rest();
    copies = await copyTables(outputs, await now());
    expect((await secretariat.post(`/v1/users/${leaving}/closure`, { reason: "left-service" })).status).toBe(200);
    const why = { reason: "asked-by-person", source: "letter" };
    expect((await secretariat.post(`/v1/users/${leaving}/erasure`, why)).status).toBe(200);
    const second = caller(outputs, (await signIn(outputs, colleague)).access);
    expect((await second.post(`/v1/users/${leaving}/erasure/approval`)).status).toBe(200);
  });

  test("after two weeks they are notified that the date has passed", async () => {
    await jumpTo(addDays(startDay, 15));
    await remindersReach("focal-point", silent(1));
  });

  test("a group whose start is recorded fifteen days late has one letter about it for each mission at nine", async () => {
    await startGroup(2);
    await jumpTo(addDays(startDay, 16));
    await remindersReach(
      "start",
      partiesOf(2)
        .filter((party) => reached.has(party))
        .toSorted(),
    );
    expect(await reachedBy("focal-point", mailsBefore)).toEqual([]);
  });

  test("a report of the mail service changes the state of the letter", async () => {
    const { body: page } = await secretariat.get("/v1/letters?state=accepted&limit=1");
    const [accepted] = page.items;
    await report({
      eventType: "Delivery",
      mail: { messageId: "of-the-mail-service", tags: { letter: [accepted.id] } },
      delivery: { timestamp: await now() },
    });
    await waitFor("the letter is delivered", async () => {
      const { body } = await secretariat.get(`/v1/letters/${accepted.id}`);
      return body.state === "delivered";
    });
  });

  test("every letter ended in a state that says why, and nothing had to be put aside", async () => {
    await rest();
    for (const state of ["planned", "claimed", "unknown", "failed"]) {
      expect((await secretariat.get(`/v1/letters?state=${state}`)).body.items).toEqual([]);
    }
    expect((await pendingWork()).dead).toEqual({});
  });

  test("the journal of a review after all of it is whole", async () => {
    const { body } = await secretariat.get(`/v1/journal/review/${consulting.id}/verification`);
    expect(body).toMatchObject({ intact: true });
  });

  test("copies are taken into use as restored tables: the API answers from them, and who was erased since is again", async () => {
    await rest();
    mailsBefore = (await mailbox()).length;
    const { said, settings } = await adopt(copies, outputs);
    expect(said).toContain(`${leaving}  erased`);
    outputs = await deployWith(settings);
    expect(outputs.LettersTableName).toBe(copies.letters);
    await signInAgain();
    expect((await secretariat.get("/v1/groups/c1-g1")).body.state).toBe("started");
    // It was started after the copies were made.
    expect((await secretariat.get("/v1/groups/c1-g2")).body.state).not.toBe("started");
    expect((await secretariat.get(`/v1/users/${leaving}`)).body.access).toBe("erased");
  });

  test("nothing that was due in between leaves automatically, it is listed", async () => {
    await sweep("full");
    expect((await mailbox()).slice(mailsBefore)).toEqual([]);
    const held = await listPaused();
    const reminded = held.filter(({ kind }) => kind === "nomination-reminder").map(({ party }) => party);
    expect([...new Set(reminded)].toSorted()).toEqual(silent(1));
  });

  test("one that is released leaves once, and the others count as sent once they are settled", async () => {
    const [chosen, ...others] = await listPaused();
    expect(await decidePaused("release", chosen!.id)).toBe(`1 released, ${others.length} still held.`);
    expect(await decidePaused("settle", "all")).toBe(`${others.length} settled, 0 still held.`);
    await sweep("hourly");
    await sweep("hourly");
    const mails = (await mailbox()).slice(mailsBefore).map(({ To, Subject }) => [To, referenceIn(Subject)]);
    expect(mails).toEqual([[[missionOf(chosen!.party)], `RM/c1-g1/${chosen!.party}/focal-point`]]);
    expect((await secretariat.get(`/v1/letters/${others[0]!.id}`)).body.state).toBe("settled");
  });

  test("there is nothing to migrate while the system runs, and no row waits for an index", async () => {
    expect(await rewrite("migrate")).toEqual({ code: 0, lines: ["There are no migrations."] });
    expect(await rewrite("reindex")).toMatchObject({ code: 0 });
  });
});
