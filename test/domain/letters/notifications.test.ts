import { describe, expect, test } from "vitest";
import { answerClarification } from "../../../domain/review/commands/clarifications.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { draftObservations } from "../../../domain/review/commands/observations.ts";
import { notificationsFor } from "../../../domain/letters/notifications.ts";
import { returnAnswers } from "../../../domain/review/commands/questionnaire.ts";
import { plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { reminderSubjectsOf, planFor, stepsOf } from "../../../domain/reminders/schedule.ts";
import { dueReminders } from "../../../domain/letters/reminder-letters.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import type { LetterContent, ReminderSubject } from "../../../schemas/model/letter.ts";
import { lives } from "./review-plays.ts";
import { gatherInput, lettersTo } from "./review-samples.ts";
import { inFeedback, inQuestionnaire, redrawTo, submit } from "../review/journey.ts";
import {
  at,
  day,
  delegate,
  focalPoint,
  hash,
  mandateId,
  mission,
  party,
  type Play,
  secretariat,
  seat,
} from "../review/play.ts";

const subjectIn = (play: Play, kind: string): ReminderSubject => {
  const found = reminderSubjectsOf(play.review).find((reminderSubject) => reminderSubject.kind === kind);
  if (found === undefined) throw new Error(`no ${kind}`);
  return found;
};
const due = (play: Play, now: string) =>
  dueReminders([play.review], at(now)).flatMap(({ letters }) =>
    letters.map(({ content, recipient }) =>
      [
        "reminderSubject" in content ? `${content.reminderSubject.kind} ${content.stepName}` : content.kind,
        recipient.kind === "user" ? recipient.user.slice(-4) : Object.values(recipient)[1],
      ].join(" "),
    ),
  );
const delay = {
  obligation: ObligationId.parse("questionnaire:FR"),
  dueOn: day("2021-09-30"),
  reason: "clearance",
} as const;

describe("the reminder schedule of work", () => {
  test("leaves at the start, four weeks, a week and a day before, a day and a fortnight after, then every four weeks without an end", () => {
    const { datedAt: _named, ...reminderSubject } = subjectIn(inQuestionnaire(), "questionnaire");
    const steps = stepsOf(reminderSubject, day("2021-01-11"), at("2022-07-10"));
    expect(steps.map(({ stepName, at: when }) => `${stepName} ${when}`)).toEqual([
      "start 2021-01-11T08:00:00.000Z",
      "d-28 2021-06-13T07:00:00.000Z",
      "d-7 2021-07-04T07:00:00.000Z",
      "d-1 2021-07-10T07:00:00.000Z",
      "d+1 2021-07-12T07:00:00.000Z",
      "d+14 2021-07-25T07:00:00.000Z",
      "d+42 2021-08-22T07:00:00.000Z",
      "d+70 2021-09-19T07:00:00.000Z",
      "d+98 2021-10-17T07:00:00.000Z",
      "d+126 2021-11-14T08:00:00.000Z",
      "d+154 2021-12-12T08:00:00.000Z",
      "d+182 2022-01-09T08:00:00.000Z",
      "d+210 2022-02-06T08:00:00.000Z",
      "d+238 2022-03-06T08:00:00.000Z",
      "d+266 2022-04-03T07:00:00.000Z",
      "d+294 2022-05-01T07:00:00.000Z",
      "d+322 2022-05-29T07:00:00.000Z",
      "d+350 2022-06-26T07:00:00.000Z",
      "d+378 2022-07-24T07:00:00.000Z",
    ]);
  });

  test("names the review, so that each obligation is an reminder subject of its own", () => {
    const play = inFeedback();
    expect(reminderSubjectsOf(play.review).map(({ kind, party: of, review }) => [kind, of, review])).toEqual([
      ["feedback", "PE", "c1-FR"],
      ["feedback", "KE", "c1-FR"],
    ]);
  });
});

describe("a reminder of work", () => {
  test("goes to the mission, and a copy to the focal point", () => {
    expect(due(inQuestionnaire(), "2021-06-14")).toEqual(["questionnaire d-28 FR", "questionnaire d-28 fpfr"]);
  });

  test("about a subject of an earlier notice to the focal point begins with the mission alone", () => {
    expect(due(inFeedback(), "2021-07-01")).toEqual(["feedback start PE", "feedback start KE"]);
    expect(due(inFeedback(), "2021-12-03")).toEqual([
      "feedback d-28 PE",
      "feedback d-28 fppe",
      "feedback d-28 KE",
      "feedback d-28 fpke",
    ]);
  });

  test("is not copied to a successor for a moment before", () => {
    const { play } = lives.replaced();
    expect(due(play, "2021-08-11")).toEqual(["questionnaire d+14 FR"]);
    expect(due(play, "2021-08-23")).toEqual(["questionnaire d+42 FR", "questionnaire d+42 ndfr"]);
  });

  test("mentions no met obligation", () => {
    const { play } = lives.submitted();
    expect(due(play, "2021-07-12").filter((letter) => letter.startsWith("questionnaire"))).toEqual([]);
  });
});

describe("a delay", () => {
  test("silences what was planned for the old date, and reminds of the new one from then on only", () => {
    const play = inQuestionnaire();
    const before = subjectIn(play, "questionnaire");
    play.do((review) => notifyDelay(review, mission("FR"), delay, at("2021-06-21")));
    const after = subjectIn(play, "questionnaire");
    expect(due(play, "2021-06-22")).toEqual([]);
    expect(planFor(after, day("2021-01-11"), at("2021-06-22")).next).toEqual({
      stepName: "d-28",
      at: "2021-09-02T07:00:00.000Z",
    });
    const content: LetterContent = { kind: "duty-reminder", reminderSubject: before, stepName: "d-7" };
    if (content.kind !== "duty-reminder") throw new Error("no reminder");
    expect(gatherInput(play, content, { kind: "mission", party: party("FR") }, at("2021-07-04"))).toEqual({
      kind: "skip",
      reason: "replaced",
    });
  });

  test("recorded when four weeks are gone already sends nothing of them", () => {
    const play = inQuestionnaire();
    play.do((review) => notifyDelay(review, mission("FR"), { ...delay, dueOn: day("2021-07-20") }, at("2021-07-01")));
    expect(due(play, "2021-07-02")).toEqual([]);
    expect(due(play, "2021-07-13")).toEqual(["questionnaire d-7 FR", "questionnaire d-7 fpfr"]);
  });
});

describe("recipients of each fact", () => {
  const listNotices = ({ play, facts }: { play: Play; facts: Parameters<typeof lettersTo>[1] }, now: string) =>
    lettersTo(play, facts, at(now));

  test("answers: those who review", () => {
    expect(listNotices(lives.submitted(), "2021-06-30")).toEqual([
      "answers-received fppe",
      "answers-received expe",
      "answers-received fpke",
      "answers-received exke",
    ]);
  });

  test("answers while a drawn party has named no focal point: those who review, and its mission", () => {
    const play = inQuestionnaire();
    redrawTo(play, "PE", seat("IT", "reviewing"), "2021-06-01");
    submit(play, "2021-06-30");
    const facts = play.facts.filter(({ kind }) => kind === "answers-submitted");
    expect(listNotices({ play, facts }, "2021-06-30")).toEqual([
      "answers-received mission IT",
      "answers-received fpke",
      "answers-received exke",
    ]);
  });

  test("a return of answers: those who review, and their missions, whose date is no longer valid", () => {
    expect(listNotices(lives.returned(), "2021-07-01")).toEqual([
      "answers-returned mission PE",
      "answers-returned mission KE",
      "answers-returned fppe",
      "answers-returned expe",
      "answers-returned fpke",
      "answers-returned exke",
    ]);
  });

  test("a delay: all parties", () => {
    expect(listNotices(lives.delayed(), "2021-06-21")).toEqual([
      "delay-notified mission FR",
      "delay-notified mission PE",
      "delay-notified mission KE",
      "delay-notified fpfr",
      "delay-notified fppe",
      "delay-notified fpke",
    ]);
  });

  test("a request for clarification: the party under review", () => {
    expect(listNotices(lives.clarificationAsked(), "2021-08-02")).toEqual([
      "clarification-asked fpfr",
      "clarification-asked exfr",
    ]);
  });

  test("its answer: those of the reviewing party that requested it, and no other reviewer", () => {
    expect(listNotices(lives.clarificationAnswered(), "2021-08-20")).toEqual([
      "clarification-answered fppe",
      "clarification-answered expe",
    ]);
  });

  test("a decision that the review continues without a party: all parties", () => {
    expect(listNotices(lives.withoutAnswers(), "2022-10-17")).toEqual([
      "decision-recorded mission FR",
      "decision-recorded mission PE",
      "decision-recorded mission KE",
      "decision-recorded fpfr",
      "decision-recorded fppe",
      "decision-recorded fpke",
    ]);
  });

  test("an erratum: all parties", () => {
    expect(listNotices(lives.corrected(), "2022-03-02")).toEqual([
      "erratum-published mission FR",
      "erratum-published mission PE",
      "erratum-published mission KE",
      "erratum-published fpfr",
      "erratum-published fppe",
      "erratum-published fpke",
    ]);
  });

  test("feedback complete, a version to agree to, publication: all parties", () => {
    expect(listNotices(lives.complete(), "2021-11-15")).toHaveLength(6);
    expect(listNotices(lives.tabled(), "2021-12-01")).toEqual([
      "list-to-agree fpfr",
      "list-to-agree fppe",
      "list-to-agree fpke",
    ]);
    expect(listNotices(lives.published(), "2022-02-01")).toHaveLength(6);
  });

  test("a replacement: who goes and who comes", () => {
    expect(listNotices(lives.replaced(), "2021-08-10")).toEqual(["mandate-ended fpfr", "handover ndfr"]);
  });

  test("a redraw: the newcomer, the old one, and those whose mandates ended with it", () => {
    expect(listNotices(lives.redrawn(), "2021-09-30").toSorted()).toEqual([
      "mandate-ended expe",
      "mandate-ended fppe",
      "seat-redrawn mission IT",
      "seat-redrawn mission PE",
    ]);
  });

  test("the same facts again make the same letters", () => {
    const { play, facts } = lives.delayed();
    const ids = () =>
      facts.flatMap((fact) =>
        notificationsFor(fact, play.review, at("2021-06-21")).map((plan) => plannedLetter(plan, at("2021-06-21")).id),
      );
    expect(ids()).toEqual(ids());
    expect(new Set(ids()).size).toBe(6);
  });
});

describe("a notice that comes too late", () => {
  const to = (name: string, code: string) => ({ kind: "user", user: delegate(code, name).id }) as const;

  test.each([
    [
      "of answers that were returned",
      () => {
        const { play } = lives.submitted();
        play.do((review) => returnAnswers(review, secretariat, "x", at("2021-07-01")));
        return gatherInput(
          play,
          { kind: "answers-received", review: play.review.id, receivedAt: at("2021-06-30") },
          to("fp", "PE"),
          at("2021-07-01"),
        );
      },
      "replaced",
    ],
    [
      "of a question that was answered",
      () => {
        const { play } = lives.clarificationAsked();
        play.do((review) =>
          answerClarification(review, focalPoint("FR"), { number: 1, answer: hash("w") }, at("2021-08-03")),
        );
        return gatherInput(
          play,
          { kind: "clarification-asked", review: play.review.id, number: 1 },
          to("fp", "FR"),
          at("2021-08-03"),
        );
      },
      "done",
    ],
    [
      "of an old version",
      () => {
        const { play } = lives.tabled();
        play.do((review) => draftObservations(review, secretariat, { document: hash("w") }, at("2021-12-02")));
        return gatherInput(
          play,
          { kind: "list-to-agree", review: play.review.id, version: 1 },
          to("fp", "FR"),
          at("2021-12-02"),
        );
      },
      "replaced",
    ],
    [
      "of a delay whose date was changed",
      () => {
        const { play } = lives.delayed();
        play.do((review) =>
          notifyDelay(review, mission("FR"), { ...delay, dueOn: day("2021-10-31") }, at("2021-06-22")),
        );
        const content = {
          kind: "delay-notified",
          review: play.review.id,
          obligation: delay.obligation,
          generation: 2,
        } as const;
        return gatherInput(play, content, { kind: "mission", party: party("KE") }, at("2021-06-22"));
      },
      "replaced",
    ],
    [
      "to a replaced person",
      () => {
        const { play } = lives.replaced();
        const content = {
          kind: "duty-reminder",
          reminderSubject: subjectIn(play, "questionnaire"),
          stepName: "d+14",
        } as const;
        return gatherInput(play, content, to("fp", "FR"), at("2021-08-11"));
      },
      "replaced",
    ],
    [
      "to a successor who was replaced",
      () => {
        const { play } = lives.replaced();
        return gatherInput(
          play,
          { kind: "handover", party: party("FR"), mandate: mandateId("nobody") },
          to("second", "FR"),
          at("2021-08-11"),
        );
      },
      "replaced",
    ],
  ] as const)("%s says why it is not sent", (_, say, reason) => {
    expect(say()).toEqual({ kind: "skip", reason });
  });
});
