import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lettersSince } from "../../domain/letters/notifications.ts";
import { later } from "../../domain/base/time.ts";
import { askInvitations } from "../../domain/parties/users.ts";
import { executeOnAggregate } from "../../lambdas/commands/execute-command.ts";
import { onJournalEntry } from "../../lambdas/use-cases/on-journal-entry.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import { inFeedback, inQuestionnaire } from "../domain/review/journey.ts";
import { focalPoint, type Play } from "../domain/review/play.ts";
import { lives } from "../domain/letters/review-plays.ts";
import { lettersTo } from "../domain/letters/review-samples.ts";
import { at, registeredUser, userId } from "../fixtures/changes.ts";
import { given, secretariat } from "../fixtures/group.ts";
import type { TestApp } from "../harness/test-app.ts";
import { commandsOf, eventful, appOf, journalOf, record, steps } from "./recorded-review.ts";

/** Records a whole play while the stream gives everything up. */
const unheard = async (play: Play, by?: string): Promise<TestApp> => {
  const app = await appOf(play);
  for (const facts of commandsOf(play)) await record(app, facts, by);
  app.stream.putAside.push(...app.stream.pending.splice(0));
  return app;
};

const isNotice = ({ content }: Letter): boolean => !("reminderSubject" in content) && content.kind !== "invitation";
const notices = async (app: TestApp): Promise<readonly Letter[]> => (await app.letters()).filter(isNotice);
const inWords = ({ content, recipient }: Pick<Letter, "content" | "recipient">): string =>
  `${content.kind} ${recipient.kind === "user" ? recipient.user.slice(-4) : Object.values(recipient).join(" ")}`;
/** Returns the outcome of each notice of a kind, with its recipient. */
const became = async (app: TestApp, kind: string): Promise<readonly string[]> =>
  (await notices(app))
    .filter(({ content }) => content.kind === kind)
    .map((letter) => [inWords(letter).split(" ").slice(1).join(" "), letter.state, letter.reason].join(" ").trim())
    .toSorted();
/** Returns how often the mails of each notice arrived. */
const mailsOfEach = async (app: TestApp): Promise<ReadonlySet<number>> => {
  const ids = new Set<string>((await notices(app)).map(({ id }) => id));
  const mails = Map.groupBy(
    app.mail.inbox.filter(({ letter }) => ids.has(letter)),
    ({ letter }) => letter,
  );
  return new Set([...mails.values()].map(({ length }) => length));
};

describe("of an entry that the stream put aside, the next hourly sweep plans every letter, once", () => {
  const { agreed: _, ...livesWithLetters } = lives;
  test.each(Object.entries(livesWithLetters))("%s", async (_name, live) => {
    const { play, facts } = live();
    const app = await unheard(play);
    expect(await notices(app)).toEqual([]);
    await app.sweep("hourly");
    await app.rest();
    const wanted = lettersTo(play, facts, app.clock.now());
    expect(wanted).not.toEqual([]);
    expect((await notices(app)).map(inWords)).toEqual(expect.arrayContaining([...wanted]));
    expect(await mailsOfEach(app)).toEqual(new Set([1]));
    await app.sweep("hourly");
    await app.sweep("full");
    await app.rest();
    expect(await mailsOfEach(app)).toEqual(new Set([1]));
  });
});

describe("a letter that was superseded before a sweep found it is written down, and skipped as replaced", () => {
  const found = async (play: Play): Promise<TestApp> => {
    const app = await unheard(play);
    await app.sweep("hourly");
    await app.rest();
    return app;
  };

  test("a date that moved again", async () => {
    const play = inQuestionnaire();
    steps.delayTo(play, "questionnaire:FR", "FR", "2021-08-20", "2021-06-21");
    steps.delayTo(play, "questionnaire:FR", "FR", "2021-09-30", "2021-06-22");
    const states = await became(await found(play), "delay-notified");
    expect(states.filter((one) => one.endsWith("skipped replaced"))).toHaveLength(6);
    expect(states.filter((one) => one.endsWith("delivered"))).toHaveLength(6);
  });

  test("answers that were returned", async () => {
    const play = inFeedback();
    steps.returnAnswers(play, "2021-07-01");
    const app = await found(play);
    expect(new Set((await became(app, "answers-received")).map((one) => one.slice(5)))).toEqual(
      new Set(["skipped replaced"]),
    );
    expect(await became(app, "answers-returned")).toHaveLength(6);
  });

  test("a person whose mandate has ended", async () => {
    const play = inFeedback();
    steps.replace(play, "KE", "second", "2021-07-02");
    const app = await found(play);
    const ended = inWords({
      content: { kind: "digest" } as never,
      recipient: { kind: "user", user: focalPoint("KE").id },
    });
    expect(await became(app, "answers-received")).toContain(`${ended.slice(7)} skipped replaced`);
    expect((await became(app, "answers-received")).filter((one) => one.endsWith("delivered"))).toHaveLength(3);
    expect(await became(app, "handover")).toHaveLength(1);
  });

  test("a party whose seat went to another", async () => {
    const play = inQuestionnaire();
    steps.delayTo(play, "questionnaire:FR", "FR", "2021-08-20", "2021-06-21");
    steps.redraw(play, "2021-06-22");
    const states = await became(await found(play), "delay-notified");
    expect(states.filter((one) => one.startsWith("mission PE"))).toEqual(["mission PE skipped replaced"]);
    expect(states.filter((one) => one.endsWith("delivered"))).toHaveLength(4);
  });

  test("a version of the list", async () => {
    const { play } = lives.tabled();
    steps.table(play, "w", "2021-12-02");
    const states = await became(await found(play), "list-to-agree");
    expect(states.map((one) => one.slice(5)).toSorted()).toEqual([
      ...Array.from({ length: 3 }, () => "delivered"),
      ...Array.from({ length: 3 }, () => "skipped replaced"),
    ]);
  });
});

describe("no letter is written of", () => {
  test.each(["load", "import"])("what was taken over by %s from elsewhere", async (by) => {
    const app = await unheard(lives.published().play, by);
    await app.sweep("full");
    app.stream.pending.push(...app.stream.putAside);
    await app.rest();
    expect(await notices(app)).toEqual([]);
  });

  test("facts from before the time that an hourly sweep reads; the full one reads all", async () => {
    const app = await unheard(lives.tabled().play);
    app.sleepUntil(later(app.clock.now(), { hours: 4 * 24 + 1 }));
    expect(await app.sweep("hourly")).toMatchObject({ noticesPlanned: 0 });
    const report = await app.sweep("full");
    expect(report.noticesPlanned).toBeGreaterThan(0);
  });
});

describe("for facts that are too old to be news, a sweep writes no letter and counts the missing ones", () => {
  const kindsOf = async (app: TestApp) => new Set((await notices(app)).map(({ content }) => content.kind));

  test("where it was recorded more than thirty days ago", async () => {
    const app = await unheard(lives.tabled().play);
    app.sleepUntil(later(app.clock.now(), { hours: 30 * 24 }));
    const report = await app.sweep("full");
    expect(await kindsOf(app)).toEqual(new Set(["list-to-agree"]));
    expect(report).toMatchObject({ noticesPlanned: 3, failed: [] });
    expect(report.lettersTooOld).toBeGreaterThan(0);
    expect(app.logged("LETTERS_TOO_OLD")).toEqual([
      expect.objectContaining({ letters: report.lettersTooOld, about: ["review#c1-FR"] }),
    ]);
  });

  test("where an upgrade gave all of them other ids, or made rules that were not there", async () => {
    const app = await unheard(lives.published().play);
    app.sleepUntil(later(app.clock.now(), { hours: 30 * 24 + 1 }));
    const report = await app.sweep("full");
    await app.rest();
    expect(report.noticesPlanned).toBe(0);
    expect(report.lettersTooOld).toBe(31);
    expect(await notices(app)).toEqual([]);
  });

  test("nor invites a user who was invited, or was to be again, more than thirty days ago", async () => {
    const app = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
    app.accounts.open = true;
    await app.store.commit({ changes: [registeredUser(7), registeredUser(8)], by: "load", at: app.clock.now() });
    await app.settleStream("account-created");
    app.stream.pending.splice(0);
    await app.moveTo("2020-11-27T10:00:00.000Z");
    const now = app.clock.now();
    const decide = () => askInvitations([userId(7)], now);
    await executeOnAggregate(app.store)({ kind: "user", id: secretariat, by: secretariat, now, decide });
    app.stream.pending.splice(0);
    app.sleepUntil(later(now, { hours: 30 * 24 + 1 }));
    const report = await app.sweep("full");
    await app.rest();
    expect(report).toMatchObject({ invitationsPlanned: 0, failed: [] });
    expect(report.lettersTooOld).toBeGreaterThan(0);
    expect((await app.store.load("user", userId(7)))?.state.invitations).toBe(1);
    expect((await app.letters()).filter(({ content }) => content.kind === "invitation")).toEqual([]);
  });
});

describe("an hourly sweep reads no more than what was recorded lately", () => {
  test("of the journal, and only the users that it names; the nightly sweep finds the others", async () => {
    const app = await given.group({ reviews: { FR: [] }, now: "2020-11-02T10:00:00.000Z" });
    app.accounts.open = true;
    await app.store.commit({ changes: [registeredUser(7)], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
    app.sleepUntil("2020-11-26T10:00:00.000Z");
    await app.store.commit({ changes: [registeredUser(8)], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
    const read: { entries: string[]; users: string[] } = { entries: [], users: [] };
    const { feed, list, loadMany } = app.io.store;
    Object.assign(app.io.store, {
      feed: async (...call: Parameters<typeof feed>) => {
        const page = await feed(...call);
        read.entries.push(...page.items.map(({ subject }) => subject));
        return page;
      },
      list: async (...call: Parameters<typeof list>) => {
        const page = await list(...call);
        if (call[0] === "user") read.users.push(...page.items.map(({ id }) => id));
        return page;
      },
      loadMany: async (...call: Parameters<typeof loadMany>) => {
        if (call[0] === "user") read.users.push(...call[1]);
        return loadMany(...call);
      },
    });
    expect(await app.sweep("hourly")).toMatchObject({ accountsMade: 1, invitationsPlanned: 1 });
    expect(new Set(read.entries)).toEqual(new Set([`user#${userId(8)}`]));
    expect(new Set(read.users)).toEqual(new Set([userId(8)]));
    expect(await app.sweep("full")).toMatchObject({ accountsMade: 1, invitationsPlanned: 1 });
    expect(read.users).toContain(userId(7));
  });

  test("and counts no account that it could not make", async () => {
    const app = await given.group({ reviews: { FR: [] }, now: "2020-11-20T10:00:00.000Z" });
    app.accounts.open = true;
    await app.store.commit({ changes: [registeredUser(7)], by: "load", at: app.clock.now() });
    app.stream.pending.splice(0);
    Object.assign(app.io.store, { person: async () => undefined });
    expect(await app.sweep("hourly")).toMatchObject({ accountsMade: 0, invitationsPlanned: 0, failed: [] });
    expect(app.accounts.made).toEqual([]);
  });
});

// Every derivation gives equal letters: recipients are those of the moment of the fact, not of the moment of deriving.
test("react in time, react late, react twice, the sweep, or several of them: the same letters, each once", async () => {
  const play = eventful();
  const commands = commandsOf(play);
  const fate = fc.constantFrom<"heard" | "late" | "lost" | "twice" | "swept">(
    "heard",
    "late",
    "lost",
    "twice",
    "swept",
  );
  const outcomes = new Set<string>();
  await fc.assert(
    fc.asyncProperty(fc.array(fate, { minLength: commands.length, maxLength: commands.length }), async (fates) => {
      const app = await appOf(play);
      const late: (typeof app.stream.pending)[number][] = [];
      for (const [place, facts] of commands.entries()) {
        await record(app, facts);
        const [entry] = app.stream.pending.splice(0);
        if (entry === undefined) throw new Error("Nothing was recorded");
        const { [place]: what } = fates;
        if (what === "heard" || what === "twice") await onJournalEntry(app.io, entry);
        if (what === "twice" || what === "late") late.push(entry);
        if (what === "swept") await app.sweep("hourly");
        // Found in the night: by the last of these commands it would be too old.
        if (what === "lost") await app.sweep("full");
      }
      for (const entry of late) await onJournalEntry(app.io, entry);
      await app.sweep("full");
      const ids = (await notices(app)).map(({ id }) => id).toSorted();
      outcomes.add(ids.join());
      const called = lettersSince(await journalOf(app), at("2020-11-01T00:00:00.000Z"), app.clock.now());
      expect(ids).toEqual(called.map(({ id }) => id).toSorted());
    }),
    { seed: 20210621, numRuns: 25, endOnFailure: true },
  );
  expect(outcomes.size).toBe(1);
});
