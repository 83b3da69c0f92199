import { describe, expect, test } from "vitest";
import { wordingIn } from "../../harness/labels.ts";
import { explainMissingLetter, type MissingLetterQuestion } from "../../../domain/views/explain-missing-letter.ts";
import { recordDelay } from "../../../domain/review/commands/delays.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { reminderSubjectOf } from "../../../domain/reminders/schedule.ts";
import { dueReminders } from "../../../domain/letters/reminder-letters.ts";
import { type ReviewSnapshot, snapshotsOf } from "../../../domain/review/snapshots.ts";
import { addDays, dayOf, morningOf } from "../../../domain/base/time.ts";
import type { AbsenceReason } from "../../../schemas/views/missing-letter.ts";
import type { UnreachableRecipient } from "../../../schemas/model/address.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { type Letter, SkipReason } from "../../../schemas/model/letter.ts";
import { inFeedback, inQuestionnaire } from "../review/journey.ts";
import { at, day, mandateId, party, Play } from "../review/play.ts";

const FR = party("FR");
const answers = ObligationId.parse("questionnaire:FR");
const mission = { kind: "mission", party: FR } as const;

/** Returns snapshots in which every fact was recorded when it happened, or when the caller says. */
const snapshots = ({ facts }: Play, more: readonly Fact[] = []): readonly ReviewSnapshot[] =>
  snapshotsOf(
    [...facts, ...more].map((fact) => ({ recordedAt: fact.happenedAt, facts: [fact] }) as unknown as JournalEntry),
  );

const explainAbsence = (play: Play, on: string, more: Partial<MissingLetterQuestion> = {}) =>
  explainMissingLetter(
    {
      party: FR,
      day: day(on),
      now: at("2023-01-01"),
      histories: [snapshots(play)],
      letters: [],
      ...more,
    },
    wordingIn("en").words,
  );
const about = (id: string, { reasons }: { readonly reasons: readonly AbsenceReason[] }) =>
  reasons.filter(({ obligation }) => obligation === id);

/** Answers due on 11 July 2021: reminders on 13 June, 4, 10, 12 and 25 July. */
const pending = inQuestionnaire();
const delayedTo = (dueOn: string, on: string): Play => {
  const play = inQuestionnaire();
  play.do((review) => recordDelay(review, { obligation: answers, dueOn: day(dueOn), reason: "translation" }, at(on)));
  return play;
};
const reminder = (stepName: string, plannedFor: string, plannedAt = plannedFor): Letter =>
  plannedLetter(
    {
      content: {
        kind: "duty-reminder",
        reminderSubject: reminderSubjectOf(pending.review, pending.obligation(answers)),
        stepName,
      },
      recipient: mission,
      party: FR,
      plannedFor: at(plannedFor),
      rule: "A rule.",
      obligationRefs: [{ review: pending.review.id, obligation: answers, generation: 1 }],
    },
    at(plannedAt),
  );
const sent = (letter: Letter, on: string): Letter =>
  moveLetter(moveLetter(letter, "claimed", { at: at(on) }), "accepted", { at: at(on), messageId: "m-1" });
const second = reminder("d-7", "2021-07-04T07:00:00.000Z");

describe("a day brought no reminder because", () => {
  test("the review had not started", () => {
    expect(explainAbsence(pending, "2020-11-15")).toMatchObject({
      absent: true,
      reasons: [{ why: "not-started", review: "c1-FR", openedOn: "2020-12-01" }],
    });
  });

  test("the party holds no seat", () => {
    expect(explainAbsence(pending, "2021-06-01", { histories: [] })).toMatchObject({
      absent: true,
      reasons: [{ why: "no-review", inWords: "No seat in any review" }],
    });
  });

  test("the obligation was not open yet", () => {
    expect(about(answers, explainAbsence(pending, "2020-12-20"))).toMatchObject([
      { why: "not-open-yet", openedOn: "2021-01-11" },
    ]);
  });

  test("it was met by then, although a step of its reminder schedule fell on the day", () => {
    expect(about("focal-point:FR", explainAbsence(pending, "2020-12-14"))).toMatchObject([
      { why: "met", settledOn: "2020-12-10", inWords: "The obligation was met" },
    ]);
    expect(about(answers, explainAbsence(inFeedback(), "2021-07-04"))).toMatchObject([
      { why: "met", settledOn: "2021-06-30" },
    ]);
  });

  test("the obligation ended", () => {
    const voided: Fact = {
      kind: "obligation-voided",
      happenedAt: at("2021-06-20"),
      review: pending.review.id,
      obligation: answers,
      generation: 1,
      nextGeneration: 2,
    };
    const histories = [snapshots(pending, [voided])];
    expect(about(answers, explainAbsence(pending, "2021-07-04", { histories }))).toMatchObject([
      { why: "fell-away", settledOn: "2021-06-20" },
    ]);
    // The day before it was as open as ever.
    expect(about(answers, explainAbsence(pending, "2021-06-19", { histories }))).toMatchObject([{ why: "no-step" }]);
  });

  test("no step of the reminder schedule is due on it; the next is stated", () => {
    const answer = explainAbsence(pending, "2021-06-01");
    const next = { rung: "d-28", leavesAt: "2021-06-13T07:00:00.000Z" };
    expect(about(answers, answer)).toMatchObject([{ why: "no-step", dueAt: "2021-07-11T21:59:59.999Z", next }]);
    expect(answer.next).toEqual(next);
  });

  test("no step of the reminder schedule falls on it, years after the date as well; there is always a next", () => {
    expect(about(answers, explainAbsence(pending, "2026-09-01", { now: at("2026-09-02") }))).toMatchObject([
      { why: "no-step", next: { rung: "d+1890", leavesAt: "2026-09-13T07:00:00.000Z" } },
    ]);
    expect(about(answers, explainAbsence(pending, "2026-09-13", { now: at("2026-09-14") }))).toMatchObject([
      { why: "not-planned", rung: "d+1890" },
    ]);
  });

  test("the date had been moved, from which the step had been counted", () => {
    const play = delayedTo("2021-08-31", "2021-06-01");
    expect(about(answers, explainAbsence(play, "2021-06-13"))).toMatchObject([
      { why: "date-moved", dueAt: "2021-08-31T21:59:59.999Z", generation: 2, next: { rung: "d-28" } },
    ]);
    expect(about(answers, explainAbsence(play, "2021-06-14"))).toMatchObject([{ why: "no-step" }]);
  });

  test("the party set the date itself after the moment of the step", () => {
    const play = delayedTo("2021-08-31", "2021-08-03T12:00:00.000Z");
    expect(about(answers, explainAbsence(play, "2021-08-03"))).toMatchObject([
      { why: "dated-since", next: { rung: "d-7" } },
    ]);
  });

  test("nothing ran at its moment, and the letter that covers it is named", () => {
    expect(about(answers, explainAbsence(pending, "2021-07-04"))).toMatchObject([{ why: "not-planned", rung: "d-7" }]);
    const later = reminder("d+1", "2021-07-12T07:00:00.000Z");
    expect(about(answers, explainAbsence(pending, "2021-07-04", { letters: [later] }))).toMatchObject([
      { why: "not-planned", letter: later.id },
    ]);
  });

  test("the letter about what opened it announced its date, so no letter opened it", () => {
    // The responses were announced with what was agreed, on 11 January.
    expect(about(answers, explainAbsence(pending, "2021-01-11"))).toMatchObject([
      { why: "announced", next: { rung: "d-28" } },
    ]);
  });

  test("its moment has not come, and a letter without a recipient is reported as well", () => {
    const now = at("2021-07-04T06:59:59.999Z");
    const unreachable: UnreachableRecipient = {
      schema: 1,
      recipient: mission,
      why: "suppressed",
      letter: second.id,
      since: at("2021-07-01"),
    };
    const before = explainAbsence(pending, "2021-07-04", { now });
    expect(before.reasons.filter(({ why }) => why === "ahead")).toMatchObject([
      { obligation: answers, rung: "d-7", at: "2021-07-04T07:00:00.000Z" },
    ]);
    const whys = (more: Partial<MissingLetterQuestion>) =>
      explainAbsence(pending, "2021-07-04", { now, ...more }).reasons.map(({ why }) => why);
    expect(whys({})).not.toContain("suppressed");
    expect(whys({ unreachable })).toContain("suppressed");
    expect(whys({ unreachable: { ...unreachable, until: at("2021-07-02") } })).not.toContain("suppressed");
  });

  test("no focal point served to get a copy, in addition to the letter to the mission", () => {
    const ended: Fact = {
      kind: "mandate-ended",
      happenedAt: at("2021-06-20"),
      review: pending.review.id,
      mandate: mandateId("fpFR"),
      until: at("2021-06-20"),
    };
    const letters = [sent(second, "2021-07-04T07:00:01.000Z")];
    const answer = explainAbsence(pending, "2021-07-04", { letters, histories: [snapshots(pending, [ended])] });
    expect(answer.absent).toBe(false);
    expect(about(answers, answer).map(({ why }) => why)).toEqual(["sent", "nobody-named"]);
    expect(about(answers, explainAbsence(pending, "2021-07-04", { letters })).map(({ why }) => why)).toEqual(["sent"]);
  });

  test("the notification of a fact was never written down", () => {
    const play = delayedTo("2021-08-31", "2021-06-01");
    const unknownAmong = explainAbsence(play, "2021-06-01").reasons.filter(({ kind }) => kind === "delay-notified");
    expect(unknownAmong.map(({ why, recipient }) => [why, recipient?.kind])).toEqual([
      ["not-planned", "mission"],
      ["not-planned", "user"],
    ]);
  });
});

describe("a letter of the day says what became of it:", () => {
  const of = (letter: Letter) => explainAbsence(pending, "2021-07-04", { letters: [letter] });
  const skipped: Record<SkipReason, string> = {
    done: "met",
    delayed: "date-moved",
    replaced: "replaced",
    suppressed: "suppressed",
    "no-address": "no-address",
    "access-closed": "access-closed",
    duplicate: "duplicate",
    cancelled: "cancelled",
    digest: "in-digest",
  };

  test.each(SkipReason.options)("not sent for the reason %s", (reason) => {
    const answer = of(moveLetter(second, "skipped", { at: at("2021-07-04T07:00:01.000Z"), reason }));
    expect(answer.absent).toBe(true);
    expect(about(answers, answer)).toMatchObject([{ why: skipped[reason], letter: second.id, rung: "d-7" }]);
  });

  test("it waits, is uncertain, failed, came back or was sent", () => {
    const left = sent(second, "2021-07-04T07:00:01.000Z");
    const claimed = moveLetter(second, "claimed", { at: at("2021-07-04T07:00:01.000Z") });
    const receipt = { at: at("2021-07-04T08:00:00.000Z"), messageId: "m-1" };
    const cases: readonly (readonly [Letter, string, boolean])[] = [
      [second, "waiting", true],
      [claimed, "waiting", true],
      [moveLetter(claimed, "unknown", { at: receipt.at }), "unknown", true],
      [moveLetter(claimed, "failed", { at: receipt.at, reason: "refused" }), "failed", true],
      [moveLetter(left, "bounced", receipt), "bounced", false],
      [moveLetter(left, "delivered", receipt), "sent", false],
    ];
    for (const [letter, why, absent] of cases) {
      const answer = of(letter);
      expect([about(answers, answer).map((reason) => reason.why), answer.absent]).toEqual([[why], absent]);
    }
  });

  test("it was meant for the day and left on another, where it counts", () => {
    const late = sent(second, "2021-07-05T10:00:00.000Z");
    expect(of(late)).toMatchObject({
      absent: true,
      reasons: expect.arrayContaining([
        expect.objectContaining({ why: "another-day", leftAt: "2021-07-05T10:00:00.000Z" }),
      ]),
    });
    expect(explainAbsence(pending, "2021-07-05", { letters: [late] }).absent).toBe(false);
  });
});

test.each([
  ["has started", new Play().start(), 20],
  ["waits for answers", pending, 10],
  ["waits for answers that are delayed", delayedTo("2021-08-31", "2021-06-01"), 10],
  ["has its answers", inFeedback(), 0],
])("in a review that %s, a reminder lies ahead on the days on which the sender would plan one", (_, play, least) => {
  const last = play.facts.at(-1)?.happenedAt ?? at("2020-12-01");
  const histories = [snapshots(play)];
  let planning = 0;
  for (let on = addDays(dayOf(last), 1); on < "2022-09-01"; on = addDays(on, 1)) {
    const morning = morningOf(on);
    const planned = dueReminders([play.review], morning)
      .flatMap(({ letters }) => letters)
      .filter((letter) => letter.plannedFor === morning && letter.recipient.kind === "mission" && letter.party === FR);
    const mentionedObligations = planned.flatMap(({ obligationRefs = [] }) =>
      obligationRefs.map(({ obligation }) => obligation),
    );
    planning += mentionedObligations.length;
    const ahead = explainAbsence(play, on, { now: last, histories }).reasons.filter(({ why }) => why === "ahead");
    expect([on, ahead.map(({ obligation }) => obligation).toSorted()]).toEqual([on, mentionedObligations.toSorted()]);
  }
  expect(planning).toBeGreaterThanOrEqual(least);
});
