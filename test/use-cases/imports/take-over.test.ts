import { describe, expect, test } from "vitest";
import { clustersOfLetter } from "../../../domain/letters/about-clusters.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { startGroup } from "../../../domain/parties/groups.ts";
import { recordDenunciation } from "../../../domain/review/commands/record-denunciation.ts";
import { nominate } from "../../../domain/review/commands/start-review.ts";
import { changeOf, executeOnAggregate } from "../../../lambdas/commands/execute-command.ts";
import { heldMandates } from "../../../domain/letters/content/review-letter.ts";
import { applyImport } from "../../../lambdas/use-cases/imports/apply-import.ts";
import { checkImport, readImport } from "../../../lambdas/use-cases/imports/order-import.ts";
import type { Group } from "../../../schemas/model/group.ts";
import { Hash, PartyId, UserId } from "../../../schemas/base/ids.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { factsOf, mandateId } from "../../fixtures/changes.ts";
import { registerTestUser, secondOfficer, secretariat } from "../../fixtures/group.ts";
import { smallTakeOver } from "../../fixtures/small-take-over.ts";
import type { Row } from "../../fixtures/take-over.ts";
import { type TestApp } from "../../harness/test-app.ts";

import { continued, kindsOf, opened, release, sentLetters, stateOf, takeOver, whole } from "./small-system.ts";

describe("an imported mechanism", () => {
  test("is applied review by review, keeps both dates, and no letter leaves in weeks that follow", async () => {
    const app = await opened();
    const id = await takeOver(app);
    await app.settle();
    expect(await stateOf(app, id)).toMatchObject({ state: "applied", reviews: { length: 7 } });
    expect((await stateOf(app, id))?.refused).toBeUndefined();
    const [entry, ...more] = (await app.store.journalOf("review", "c1-AA", { limit: 10 })).items;
    expect([entry?.by, entry?.recordedAt, more]).toEqual(["import", "2023-06-09T10:00:00.000Z", []]);
    expect(entry?.facts.find(({ kind }) => kind === "review-started")?.happenedAt).toBe("2020-11-30T23:00:00.000Z");
    expect(entry?.facts.at(-1)).toMatchObject({ kind: "review-imported", import: id, orderedBy: secretariat });
    expect((await app.store.load("party", "AA"))?.state.redraws).toBe(2);
    expect(await app.store.importPages(id, 1)).toBeUndefined();
    await app.moveTo("2023-07-10T10:00:00.000Z");
    expect(await whole(app)).toEqual([]);
    expect([app.mail.inbox, await app.letters(), app.accounts.made]).toEqual([[], [], []]);
  });

  test("is counted right by the checker where a person left, was followed, and delays were notified", async () => {
    const app = await opened();
    const isOf = (party: string, review: string) => (row: Row) =>
      row["party"] === party && String(row["reviews"]).includes(review);
    const rows = smallTakeOver["people"]?.rows ?? [];
    const until = "2022-03-01";
    const leaves = rows.find(isOf("WB", "c1-WD"));
    const isFollowed = rows.find(isOf("WD", "c1-AC"));
    const next = { ...isFollowed, name: "Successor", email: "successor@wd.example.org", named_on: until } as Row;
    const delay = { review: "c1-AC", party: "AA", duty: "feedback", reason: "translation" };
    await takeOver(app, {
      ...smallTakeOver,
      people: {
        rows: [...rows.map((row) => (row === leaves || row === isFollowed ? { ...row, until } : row)), next],
      },
      delays: {
        rows: [
          { ...delay, told_on: "2021-09-01", due_on: "2022-03-01" },
          { ...delay, told_on: "2022-02-01", due_on: "2022-09-01" },
          { ...delay, party: "WD", told_on: "2021-10-01", due_on: "2022-06-01" },
        ],
      },
    });
    await app.settle();
    expect((await app.store.load("review", "c1-WD"))?.state.obligations["focal-point:WB" as never]).toMatchObject({
      state: "open",
      openedOn: until,
    });
    expect(await whole(app)).toEqual([]);
  });

  test("continues after an interruption, and a repetition changes nothing", async () => {
    const app = await opened();
    const death = app.kill("react", 60);
    const id = await takeOver(app);
    await app.settle();
    expect(death.happened).toBe(true);
    expect((await stateOf(app, id))?.state).toBe("applied");
    const aggregates = await app.store.loadMany("review", (await stateOf(app, id))?.reviews ?? []);
    expect(aggregates.map(({ version }) => version)).toEqual(aggregates.map(() => 1));
    expect(await takeOver(app)).toBe(id);
    await app.settle();
    expect((await app.store.load("import", id))?.version).toBe(2);
    expect(await whole(app)).toEqual([]);
  });

  test("continues from the file sent again where its content is not kept any more", async () => {
    const app = await opened();
    const id = await takeOver(app);
    app.stream.pending.length = 0;
    await app.store.forgetImport(id, (await stateOf(app, id))?.pages ?? 0);
    await expect(applyImport(app, id)).rejects.toThrow("is not kept any more");
    expect(await takeOver(app)).toBe(id);
    await app.sweep("hourly");
    await app.settle();
    expect(await stateOf(app, id)).toMatchObject({ state: "applied", reviews: { length: 7 } });
    expect((await app.store.load("import", id))?.version).toBe(2);
  });

  test("is completed by the sweep where the stream gave up, and leaves out what others have drawn meanwhile", async () => {
    const app = await opened();
    const id = await takeOver(app);
    app.stream.pending.length = 0;
    const others = readImport({ source: "Others", sheets: smallTakeOver }, secretariat, app.clock.now());
    const checked = await checkImport(app.store, others);
    const other = checked.reviews.find(({ review }) => review.id === "c1-AB");
    await app.store.commit({
      changes: [changeOf("review", "c1-AB", undefined, other?.facts.slice(0, 1) ?? [])],
      by: secretariat,
      at: app.clock.now(),
    });
    await app.sweep("hourly");
    await app.settle();
    expect(await stateOf(app, id)).toMatchObject({
      state: "applied",
      refused: [{ about: "review#c1-AB", refusal: "has its review of this cluster already" }],
    });
    expect((await app.store.load("group", "c1-g1"))?.state.reviews).toEqual(["c1-AA", "c1-AC"]);
  });
});

describe("a group that is released", () => {
  test("notifies no recipient of a review that was given up, nor a party that has left of the state of the others", async () => {
    const app = await opened();
    await takeOver(app);
    await app.settle();
    await app.moveTo("2023-06-20T10:00:00.000Z");
    const { store } = app;
    const now = app.clock.now();
    const reviews = await store.loadMany("review", (await store.load("group", "c1-g2"))?.state.reviews ?? []);
    const leaving = reviews.find(({ id }) => id === "c1-WB")?.state.party ?? "";
    const party = await store.load("party", PartyId.parse(leaving));
    if (party === undefined) throw new Error("No party");
    const others = await store.loadMany("review", (await store.load("group", "c1-g1"))?.state.reviews ?? []);
    const aggregates = [...reviews, ...others];
    const denunciation = { leftOn: dayOf(now), document: "C.N.55.2020" };
    await registerTestUser(app, { id: secondOfficer, role: "secretariat" }, "second.officer@example.org");
    const about = { happenedAt: now, party: party.state.id };
    const order = { ...about, ...denunciation, preview: Hash.parse("ab".repeat(32)), orderedBy: secretariat };
    const recorded = recordDenunciation(
      party.state,
      aggregates.map(({ state }) => state),
      denunciation,
      now,
    );
    if (!recorded.ok) throw new Error(recorded.refusal);
    const changes = recorded.reviews.flatMap(({ id, facts }) => {
      const aggregate = aggregates.find((one) => one.id === id);
      return facts.length === 0 ? [] : [changeOf("review", id, aggregate, facts)];
    });
    const denounced: readonly Fact[] = [
      { kind: "denunciation-ordered", ...order },
      { kind: "denunciation-approved", ...about, approvedBy: secondOfficer },
      ...recorded.party,
    ];
    await store.commit({
      changes: [changeOf("party", party.id, party, denounced), ...changes],
      by: secondOfficer,
      at: now,
    });
    await app.settle();
    await app.moveTo("2023-06-22T10:00:00.000Z");
    await release(app, "c1-g2");
    await app.settle();
    await app.moveTo("2023-06-24T10:00:00.000Z");
    const letters = (await sentLetters(app)).filter(({ content }) => content.kind === "state-of-reviews");
    expect(letters.length).toBeGreaterThan(0);
    expect(letters.map(({ party: to }) => to)).not.toContain(leaving);
    expect(
      app.mail.inbox
        .filter(({ subject }) => subject.startsWith("State of"))
        .map(({ text }) => text)
        .join(""),
    ).not.toContain("c1-WB");
    expect(await whole(app)).toEqual([]);
  });

  test("informs each party by one letter of the state of its reviews; reminders continue from there, and another group stays paused", async () => {
    const app = await opened();
    await takeOver(app);
    await app.settle();
    await app.moveTo("2023-06-20T10:00:00.000Z");
    const preview = await release(app, "c1-g1");
    expect(preview).toMatchObject({ letters: 13, withoutAddress: ["AC"], focalPoints: 7, invitations: 7 });
    await app.moveTo("2023-06-21T06:00:00.000Z");
    expect(kindsOf(await sentLetters(app))).toEqual({ invitation: 7 });
    await app.moveTo("2023-06-21T07:30:00.000Z");
    expect(kindsOf(await sentLetters(app))).toEqual({ invitation: 7, "state-of-reviews": 13 });
    const toParty = app.mail.inbox.filter(({ to }) => to === "mission@wb.example.org");
    expect(toParty.map(({ subject }) => subject)).toEqual([
      "State of the country review of the first group (cluster 1) [RM/c1-g1/WB/state]",
    ]);
    expect(toParty[0]?.text.replaceAll(/\s+/gu, " ")).toContain("stage: Concluded");
    expect(await whole(app)).toEqual([]);
    await app.moveTo("2023-08-01T08:00:00.000Z");
    expect(await whole(app)).toEqual([]);
    const letters = await sentLetters(app);
    expect(kindsOf(letters)).toMatchObject({ invitation: 7, "state-of-reviews": 13 });
    const reminders = letters.filter(({ content }) => "reminderSubject" in content);
    expect(reminders.length).toBeGreaterThan(0);
    expect(
      new Set(reminders.map(({ content }) => ("reminderSubject" in content ? content.reminderSubject.group : ""))),
    ).toEqual(new Set(["c1-g1"]));
    expect(reminders.every(({ plannedFor }) => plannedFor > "2023-06-21T07:00:00.000Z")).toBe(true);
    expect((await app.store.load("group", "c1-g2"))?.state.reminders).toBe("paused");
  });
});

describe("a user registered by an import for a paused group", () => {
  const heldOf = async (app: TestApp, id: string): Promise<readonly string[]> => {
    const { mandates = {} } = (await app.store.load("review", id))?.state ?? {};
    const users = await app.store.loadMany("user", [...new Set(Object.values(mandates).map(({ user }) => user))]);
    return users.filter(({ state }) => state.invitationPaused === true).map((user) => user.id);
  };
  const decided = async (app: TestApp): Promise<TestApp> => {
    await takeOver(app);
    await app.settle();
    await continued(app);
    return app;
  };

  test("is invited as a group of the next cluster starts in which they serve", async () => {
    const app = await decided(await opened());
    const held = await heldOf(app, "c4-AA");
    expect(held.length).toBeGreaterThan(0);
    const now = app.clock.now();
    const decide = (group: Group) => startGroup(group, dayOf(now), now);
    await executeOnAggregate(app.store)({ kind: "group", id: "c4-g1", by: secretariat, now, decide });
    await app.settle();
    expect(await heldOf(app, "c4-AA")).toEqual([]);
    await app.moveTo("2023-06-12T12:00:00.000Z");
    expect(kindsOf(await sentLetters(app))).toMatchObject({ invitation: held.length });
    const invitations = (await sentLetters(app)).filter(({ content }) => content.kind === "invitation");
    expect(new Set(invitations.flatMap(clustersOfLetter))).toEqual(new Set([4]));
    const texts = app.mail.inbox.map(({ subject, text }) => `${subject}\n${text}`);
    expect(texts.filter((text) => text.includes("c4-AA")).length).toBeGreaterThanOrEqual(held.length);
    expect(texts.filter((text) => /\bc1-|cluster 1\b/u.test(text))).toEqual([]);
  });

  test("is informed of a paused review once its group is released, and before only of the mandates here", async () => {
    const app = await decided(await opened());
    const [review] = await app.store.loadMany("review", ["c1-AC"]);
    const [user = ""] = await heldOf(app, "c1-AC");
    const { party, id = "" } = Object.values(review?.state.mandates ?? {}).find((one) => one.user === user) ?? {};
    if (review === undefined || party === undefined) throw new Error("No review c1-AC");
    const notifiedMandates = async () => {
      const aggregates = await app.store.loadMany("review", await app.store.reviewsOfParty(party));
      const reviews = aggregates.map(({ state }) => state);
      return heldMandates(UserId.parse(user), [party], { reviews, now: app.clock.now() })
        .filter(({ review: of }) => of.id === "c1-AC")
        .map(({ mandate }) => mandate.id);
    };
    expect(await notifiedMandates()).toEqual([]);
    const at = app.clock.now();
    const nomination = { mandate: mandateId(903), role: "expert", party, user: UserId.parse(user), at } as const;
    const facts = factsOf(nominate(review.state, nomination));
    await app.store.commit({ changes: [changeOf("review", review.id, review, facts)], by: secretariat, at });
    expect(await notifiedMandates()).toEqual([mandateId(903)]);
    await app.settle();
    await release(app, "c1-g1");
    await app.settle();
    expect(await notifiedMandates()).toEqual(expect.arrayContaining([mandateId(903), id]));
  });

  test("is invited when named for a review that is not paused, and not for a paused one", async () => {
    const app = await decided(await opened());
    const named = async (id: "c1-WC" | "c4-AA", party: string, number: number): Promise<readonly string[]> => {
      const aggregate = await app.store.load("review", id);
      if (aggregate === undefined) throw new Error(`There is no ${id}`);
      const user = Object.values(aggregate.state.mandates).find((mandate) => mandate.party === party)?.user;
      if (user === undefined) throw new Error(`No user of ${party}`);
      const at = app.clock.now();
      const nomination = { mandate: mandateId(number), role: "expert", party: PartyId.parse(party), user, at } as const;
      const facts = factsOf(nominate(aggregate.state, nomination));
      await app.store.commit({ changes: [changeOf("review", id, aggregate, facts)], by: secretariat, at });
      await app.settle();
      return (await heldOf(app, id)).filter((one) => one === user);
    };
    const [other] = Object.values((await app.store.load("review", "c1-WC"))?.state.mandates ?? {});
    expect(await named("c1-WC", other?.party ?? "", 901)).toHaveLength(1);
    expect(await named("c4-AA", "AA", 902)).toEqual([]);
  });
});
