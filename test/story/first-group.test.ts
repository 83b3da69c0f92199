import { stepsOfReminder } from "../../domain/letters/letter-kinds.ts";
import { beforeAll, describe, expect, test } from "vitest";
import { readDemoMissions, readPairing, readParties } from "../../bin/load/files.ts";
import { type LoadOptions, loadMissions, loadPairing, loadParties, loadUser } from "../../bin/load/subjects.ts";
import type { PairedReview } from "../../schemas/model/data-files.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import { apiOf, type SendRequest } from "../harness/app-requests.ts";
import { address, onePage } from "../fixtures/changes.ts";
import { missionUser, secretariat, subOf } from "../fixtures/group.ts";
import { type TestApp, makeApp } from "../harness/test-app.ts";
import { brokenAtRest, brokenNow } from "../harness/invariants.ts";
import { findingsOf } from "../harness/verification.ts";

/** The system as it is filled for the demo: real parties, the prepared pairing, made-up missions. */
const filled = async (): Promise<TestApp> => {
  const app = makeApp({ now: "2020-11-30T12:00:00.000Z" });
  const [parties, pairing, missions] = await Promise.all([readParties(), readPairing(), readDemoMissions()]);
  const loading: LoadOptions = { store: app.store, now: app.clock.now(), by: "load", tick: () => undefined };
  await loadParties(loading, parties);
  await loadPairing(loading, pairing);
  await loadMissions(loading, missions);
  const person = (email: string) => ({ name: "Some Person (made up)", email: address(email), language: "en" as const });
  await loadUser(loading, { id: secretariat, role: "secretariat", sub: subOf(secretariat) }, person("s@example.org"));
  for (const { id } of parties) {
    const user = { id: missionUser(id), role: "permanent-mission", party: id, sub: subOf(missionUser(id)) } as const;
    await loadUser(loading, user, person(`secretary@${id.toLowerCase()}.example.org`));
  }
  await app.settle();
  app.mail.usually = "accepts";
  app.accounts.open = true;
  return app;
};

describe("the first group, with the parties and the pairing of data/", () => {
  let app: TestApp;
  let request: SendRequest;
  let group: readonly PairedReview[];
  /** Parties of the group by their behaviour: name in the first week, name in the second, or stay silent. */
  let prompt: readonly PartyId[];
  let slow: readonly PartyId[];
  let silent: readonly PartyId[];

  beforeAll(async () => {
    app = await filled();
    request = apiOf(app);
    group = (await readPairing()).groups.find(({ number }) => number === 1)?.reviews ?? [];
    const parties = [...new Set(group.flatMap(({ seats }) => seats.map(({ party }) => party)))].toSorted();
    const first = new Set(group[0]?.seats.map(({ party }) => party));
    prompt = parties.filter((party, place) => first.has(party) || place % 3 === 0);
    slow = parties.filter((party, place) => !prompt.includes(party) && place % 3 === 1);
    silent = parties.filter((party) => !prompt.includes(party) && !slow.includes(party));
  });

  const names = async (party: PartyId, role: "focal-point" | "expert") => {
    const answer = await request({
      as: subOf(missionUser(party)),
      route: "POST /v1/parties/{partyId}/mandates",
      params: { partyId: party },
      key: `${role}-of-${party}`,
      body: {
        role,
        person: { name: `${role} of ${party}`, email: `${role}@${party.toLowerCase()}.example.org`, language: "en" },
      },
    });
    expect([party, answer.status]).toEqual([party, 201]);
  };

  /** The steps of a party's letters on one step that arrived, in the order of time. */
  const stepNamesOf = async (party: PartyId, kind: "focal-point" | "experts"): Promise<readonly string[]> => {
    const { items } = await app.ledger.ofParty(party, onePage);
    return items
      .toReversed()
      .flatMap(({ content, state }) =>
        content.kind === "nomination-reminder" && state === "delivered"
          ? stepsOfReminder(content).flatMap(({ reminderSubject, stepName }) =>
              reminderSubject.kind === kind ? [stepName] : [],
            )
          : [],
      );
  };
  const expectSteps = async (
    parties: readonly PartyId[],
    kind: "focal-point" | "experts",
    ...stepNames: readonly string[]
  ) => {
    expect(parties.length).toBeGreaterThan(20);
    for (const party of parties) expect([party, ...(await stepNamesOf(party, kind))]).toEqual([party, ...stepNames]);
  };
  const stages = async () =>
    Promise.all(
      group.map(async ({ id, seats }) => ({
        id,
        stage: (await app.store.load("review", id))?.state.stage,
        parties: seats.map(({ party }) => party),
      })),
    );

  test("starts: every party has one letter for each step, about all its reviews of the group", async () => {
    await app.moveTo("2020-12-01T08:00:00.000Z");
    const start = { as: subOf(secretariat), params: { groupId: "c1-g1" } };
    const startedOn = "2020-12-01";
    const previewing = { ...start, route: "POST /v1/groups/{groupId}/start/previews", body: { startedOn } };
    const { hash: preview } = (await request(previewing)).body as { hash: string };
    const answer = await request({ ...start, route: "POST /v1/groups/{groupId}/start", body: { startedOn, preview } });
    expect(answer.status).toBe(202);
    await app.settle();
    for (const kind of ["focal-point", "experts"] as const)
      await expectSteps([...prompt, ...slow, ...silent], kind, "start");
    const mail = app.mail.inbox.filter(({ subject }) => /\/nominations\W*\]$/u.test(subject));
    for (const party of silent) {
      const own = mail.filter(({ to }) => to.endsWith(`@${party.toLowerCase()}.example.org`));
      const reviews = group.filter(({ seats }) => seats.some((seat) => seat.party === party)).map(({ id }) => id);
      expect([party, own.length]).toEqual([party, 1]);
      for (const { id } of group) expect([id, own[0]?.text.includes(id)]).toEqual([id, reviews.includes(id)]);
    }
    expect(await brokenNow(app)).toEqual([]);
  });

  test("two weeks pass: those that have not named are reminded, those that did are not", async () => {
    await app.moveTo("2020-12-03T09:00:00.000Z");
    for (const party of prompt) {
      await names(party, "focal-point");
      await names(party, "expert");
    }
    await app.moveTo("2020-12-10T09:00:00.000Z");
    for (const party of slow) await names(party, "focal-point");
    await app.moveTo("2020-12-16T12:00:00.000Z");
    await expectSteps(prompt, "focal-point", "start");
    await expectSteps(slow, "focal-point", "start", "d-7");
    await expectSteps(silent, "focal-point", "start", "d-7", "d-1", "d+1");
    await expectSteps([...prompt, ...slow, ...silent], "experts", "start");
  });

  test("a review is in consultation exactly when all its parties have named a focal point", async () => {
    const named = new Set([...prompt, ...slow]);
    const seen = await stages();
    for (const { id, stage, parties } of seen)
      expect([id, stage]).toEqual([id, parties.every((party) => named.has(party)) ? "consultation" : "nomination"]);
    expect(seen.filter(({ stage }) => stage === "consultation").length).toBeGreaterThan(0);
    expect(seen.filter(({ stage }) => stage === "nomination").length).toBeGreaterThan(0);
  });

  test("four weeks pass: those that named no experts are reminded of that too", async () => {
    await app.moveTo("2020-12-30T12:00:00.000Z");
    await expectSteps(prompt, "experts", "start");
    await expectSteps([...slow, ...silent], "experts", "start", "d-7", "d-1", "d+1");
    await expectSteps(silent, "focal-point", "start", "d-7", "d-1", "d+1", "d+8");
    await expectSteps(slow, "focal-point", "start", "d-7");
  });

  test("the last names are given: every review is in consultation, and no party is reminded any more", async () => {
    for (const party of [...slow, ...silent]) {
      if (silent.includes(party)) await names(party, "focal-point");
      await names(party, "expert");
    }
    await app.settle();
    expect(new Set((await stages()).map(({ stage }) => stage))).toEqual(new Set(["consultation"]));
    const letters = app.mail.inbox.length;
    for (const day of ["2021-01-01", "2021-01-08", "2021-01-28"]) {
      await app.moveTo(`${day}T08:00:00.000Z`);
      await app.sweep("morning");
      await app.settle();
    }
    // The mission and the focal point of each party of each review get the letter about its missed target, and no more.
    const withNotices = (await stages()).reduce((sum, { parties }) => sum + 2 * parties.length, letters);
    expect(app.mail.inbox).toHaveLength(withNotices);
    await app.moveTo("2021-03-01T12:00:00.000Z");
    expect(app.mail.inbox).toHaveLength(withNotices);
    expect(app.schedules.pending.size).toBe(0);
  });

  test("each named person has an account and one invitation", async () => {
    const invited = app.mail.inbox.filter(({ subject }) => subject.startsWith("Your access"));
    const expected = [...prompt, ...slow, ...silent].length * 2;
    expect(app.accounts.made).toHaveLength(expected);
    expect(new Set(invited.map(({ to }) => to)).size).toBe(expected);
  });

  test("all guarantees hold, and the sweep finds nothing to do", async () => {
    await app.moveTo("2021-03-02T12:00:00.000Z");
    expect(await app.sweep()).toMatchObject({ lettersOrdered: 0, remindersPlanned: 0, alarmsArmed: 0, broken: [] });
    expect(await brokenNow(app)).toEqual([]);
    expect(await brokenAtRest(app)).toEqual([]);
    expect(await findingsOf(app)).toEqual([]);
  });
});
