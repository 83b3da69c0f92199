import { describe, expect, test } from "vitest";
import { accept } from "../../../domain/base/decision.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { CycleId, firstCycle, groupIdOf, phaseIdOf, reviewIdOf } from "../../../schemas/base/ids.ts";
import { changeOf, executeCommand, executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { given, startOf } from "../../fixtures/group.ts";
import { day, onePage, party } from "../../fixtures/changes.ts";
import { openedOn } from "../../../domain/parties/phases.ts";
import type { Phase } from "../../../schemas/model/phase.ts";
import type { TestApp } from "../../harness/test-app.ts";

const reviews = { FR: ["DE", "BR"], JP: ["FR", "DE"] };
const phase = phaseIdOf(4, firstCycle);

/**
 * Returns an app with a started group, in which the opening of the next cluster was just recorded, before any effect of
 * it.
 */
const aboutToOpen = async (cycle = firstCycle): Promise<TestApp> => {
  const id = phaseIdOf(4, cycle);
  const app = await given.group({ reviews });
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  const now = app.clock.now();
  const groups = [
    {
      group: groupIdOf(4, 1, cycle),
      number: 1,
      follows: groupIdOf(1, 1),
      plannedFor: dayOf(now),
      reviews: ["FR", "JP"].map((code) => reviewIdOf(4, party(code), cycle)),
    },
  ];
  const fact = {
    kind: "phase-opened",
    happenedAt: now,
    phase: id,
    cluster: 4,
    follows: phaseIdOf(1, firstCycle),
    gate: { concluded: 2, of: 2, needed: 2 },
    groups,
    drawings: [],
  } as const;
  await executeCommand(app.store)({
    by: "load",
    now,
    decide: () =>
      Promise.resolve({
        ok: true,
        changes: [changeOf("phase", id, undefined, [{ ...fact, groups: [...groups], drawings: [] }])],
        outcome: undefined,
      }),
  });
  return app;
};

/** Checks a phase that was opened, after any interruption. */
const expectWellOpened = async (app: TestApp) => {
  expect((await app.store.load("phase", phase))?.state.state).toBe("open");
  expect((await app.store.load("group", "c4-g1"))?.state).toMatchObject({
    state: "planned",
    reviews: ["c4-FR", "c4-JP"],
  });
  for (const id of ["c4-FR", "c4-JP"]) {
    const { items } = await app.store.journalOf("review", id, onePage);
    expect(items.map(({ facts }) => facts.map(({ kind }) => kind))).toEqual([["review-drawn", "mandates-continued"]]);
  }
  const missions = app.mail.inbox.filter(({ subject }) => subject.includes("Next phase")).map(({ to }) => to);
  expect(missions).toHaveLength(4);
  expect(new Set(missions).size).toBe(4);
};

test("an opening that is interrupted at any call continues when the stream gives the entry again", async () => {
  let call = 1;
  for (; ; call++) {
    const app = await aboutToOpen();
    await app.settleStream("phase-opened");
    const kill = app.kill("react", call);
    await app.settle();
    if (!kill.happened) break;
    await expectWellOpened(app);
  }
  expect(call).toBeGreaterThan(8);
});

test("an opening that is interrupted at any call continues with the next sweep when the stream has given up", async () => {
  let call = 1;
  for (; ; call++) {
    const app = await aboutToOpen();
    await app.settleStream("phase-opened");
    app.stream.retries = 0;
    const kill = app.kill("react", call);
    await app.settle();
    if (!kill.happened) break;
    await app.sweep("hourly");
    await app.settle();
    await app.moveTo("2020-12-01T11:00:00.000Z");
    await app.sweep("hourly");
    await app.settle();
    await expectWellOpened(app);
  }
  expect(call).toBeGreaterThan(8);
});

test("a party that leaves before its review is set up is not reviewed in the phase", async () => {
  const app = await aboutToOpen();
  const now = app.clock.now();
  const leaving = await app.store.load("party", "FR");
  if (leaving === undefined) throw new Error("No party FR");
  const fact = { kind: "party-left", happenedAt: now, party: party("FR"), leftOn: dayOf(now), document: "C.N.55.2020" };
  await executeCommand(app.store)({
    by: "load",
    now,
    decide: () =>
      Promise.resolve({
        ok: true,
        changes: [changeOf("party", "FR", leaving, [{ ...fact, kind: "party-left", notified: [] }])],
        outcome: undefined,
      }),
  });
  await app.settle();
  expect(await app.store.load("review", "c4-FR")).toBeUndefined();
  expect((await app.store.load("group", "c4-g1"))?.state.reviews).toEqual(["c4-JP"]);
  expect((await app.store.load("review", "c4-JP"))?.state.vacated).toMatchObject([{ party: "FR" }]);
  const { items } = await app.store.journalOf("phase", phase, onePage);
  expect(items.flatMap(({ facts }) => facts).at(-1)).toMatchObject({
    kind: "phase-opening-completed",
    reviews: 1,
    parties: ["DE", "JP"],
  });
});

test("a phase of a second cycle plans groups of that cycle", async () => {
  const app = await aboutToOpen(CycleId.parse("untoc2"));
  await app.settle();
  expect((await app.store.load("group", groupIdOf(4, 1, CycleId.parse("untoc2"))))?.state).toMatchObject({
    id: "untoc2-c4-g1",
    reviews: ["untoc2-c4-FR", "untoc2-c4-JP"],
  });
});

/** Records the decision behind the opening of the phase, which the letters about it state from then on. */
const correct = async ({ store, clock }: TestApp): Promise<void> => {
  const decision = { body: "conference", document: "CTOC/COP/2020/12", decidedOn: day("2020-11-30") } as const;
  const decide = (state: Phase) => {
    const on = openedOn(state);
    const fact = { kind: "phase-corrected", happenedAt: clock.now(), phase, from: on, to: on, decision } as const;
    return accept([{ ...fact, reason: "A slip." }]);
  };
  const done = await executeOnAggregate(store)({ kind: "phase", id: phase, by: "load", now: clock.now(), decide });
  if (!done.ok) throw new Error(`Refused: ${done.refusal}`);
};

/**
 * Returns the missions with a letter about the opening without the decision, and those with a letter that corrects it.
 */
const received = async (app: TestApp) => {
  const rows = new Map((await app.letters()).map((letter) => [letter.id, letter]));
  const missionsOf = (kind: string, isWrong = false) =>
    app.mail.inbox
      .filter(({ letter, text }) => rows.get(letter)?.content.kind === kind && !(isWrong && text.includes("2020/12")))
      .map(({ letter }) => String(rows.get(letter)?.party))
      .toSorted();
  return { wrong: missionsOf("phase-opened", true), corrected: missionsOf("phase-corrected") };
};

describe("the correction of an opening", () => {
  const opened = async () => {
    const app = await aboutToOpen();
    await app.settleStream();
    return app;
  };

  test("concerns a mission whose letter is claimed at that moment", async () => {
    const app = await opened();
    app.before("mail.send", async () => {
      await correct(app);
      await app.settleStream();
    });
    await app.rest();
    const { wrong, corrected } = await received(app);
    expect(wrong).toHaveLength(1);
    expect(corrected).toEqual(wrong);
  });

  test("is in a letter that was written before it and claimed after it: no other letter follows", async () => {
    const app = await opened();
    app.before("ledger.claim", async () => {
      await correct(app);
      await app.settleStream();
    });
    await app.rest();
    expect(await received(app)).toEqual({ wrong: [], corrected: [] });
    expect(app.logged("LETTER_POSTPONED").map(({ reason }) => reason)).toEqual(["outdated"]);
    expect((await app.letters()).filter(({ content }) => content.kind === "phase-opened")).toHaveLength(4);
  });

  test("concerns no mission whose letter was planned before it and written after it", async () => {
    const app = await opened();
    await correct(app);
    await app.rest();
    expect(await received(app)).toEqual({ wrong: [], corrected: [] });
  });

  test("waits while a letter that it corrects is claimed, and does not leave where that one did not", async () => {
    const app = await opened();
    app.before("mail.send", async () => {
      await correct(app);
      await app.settleStream();
      await app.settleQueue("letters");
      app.mail.next.push("throttles");
    });
    await app.rest();
    expect(await received(app)).toEqual({ wrong: [], corrected: [] });
    const rows = (await app.letters()).filter(({ content }) => content.kind === "phase-corrected");
    expect(rows.map(({ state, reason }) => [state, reason])).toEqual([["skipped", "replaced"]]);
  });
});
