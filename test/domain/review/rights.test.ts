import { describe, expect, test } from "vitest";
import {
  deniedTo,
  isInStage,
  may,
  refuseWrongStage,
  permissions,
  type Permission,
  relationsTo,
} from "../../../domain/review/permissions.ts";
import { publishedParts, reviewParts, seesPart, visibleInstruments } from "../../../domain/review/visibility.ts";
import { Action } from "../../../schemas/base/actions.ts";
import { agreedPlay, concludedPlay, inFeedback, inQuestionnaire } from "./journey.ts";
import { at, delegate, expert, focalPoint, mission, observer, party, president, seat, secretariat } from "./play.ts";

const now = at("2021-09-01");
const all: readonly [Action, Permission][] = Action.options.map((action) => [action, permissions[action]]);
const isReading = (action: Action) => /read|list|journal/.test(action);
const who = (action: Action) => permissions[action].by.map((relation) => relation.split("/")[0]);

describe("the table of permissions", () => {
  test("lets participants have a calendar and change nothing else, and observers, successors and the public nothing", () => {
    for (const [action] of all.filter(([each]) => !isReading(each)))
      for (const reader of [
        "observer",
        "successor",
        ...(action === "calendar.issue" ? [] : ["participant"]),
        "registered",
        "public",
      ])
        expect([action, who(action)]).not.toEqual([action, expect.arrayContaining([reader])]);
  });

  test("lets the President send the reminder that the President signs, and change nothing else", () => {
    const byPresident = all
      .filter(([action]) => !isReading(action) && who(action).includes("president"))
      .map(([action]) => action);
    expect(byPresident).toEqual(["presidents-reminder.send"]);
  });

  test("lets experts draft and request clarification, never clear", () => {
    const byExperts = all
      .filter(([action]) => !isReading(action) && who(action).includes("expert"))
      .map(([action]) => action);
    expect(byExperts).toEqual([
      "answers.draft",
      "feedback.draft",
      "clarification.ask",
      "clarification.withdraw",
      "observations.draft",
    ]);
  });

  test("lets a permanent mission name, replace, remove and reverse nominations, notify and reverse delays, request redraws, confirm who serves, waive the limit of reviewers, consent, keep its contacts, and share its dates", () => {
    const byMissions = all
      .filter(([action]) => !isReading(action) && who(action).includes("mission"))
      .map(([action]) => action);
    expect(byMissions).toEqual([
      "calendar.share",
      "calendar.issue",
      "mission.write",
      "mandates.confirm",
      "focal-point.name",
      "expert.name",
      "observer.name",
      "mandate.replace",
      "mandate.remove",
      "mandate.reverse",
      "mandate-offer.withdraw",
      "publication.consent",
      "publication.withdraw",
      "delay.notify",
      "delay.reverse",
      "redraw.ask",
      "redraw.withdraw",
      "reviewer-limit.waive",
      "reviewer-limit.withdraw-waiver",
      "person.correct",
    ]);
  });

  test("lets the secretariat clear, agree and consent to nothing but what a party did outside the system", () => {
    for (const action of [
      "answers.submit",
      "feedback.clear",
      "clarification.answer",
      "observations.agree",
      "publication.consent",
    ] as const)
      expect(who(action)).not.toContain("secretariat");
  });
});

describe("relations", () => {
  const { review } = inFeedback().name("FR", "observer", "2021-02-01");

  test.each([
    [
      "a focal point under review",
      focalPoint("FR"),
      ["public", "registered", "focal-point", "focal-point/under-review"],
    ],
    ["a reviewing expert", expert("PE"), ["public", "registered", "expert", "expert/reviewing"]],
    ["an observer", observer("FR"), ["public", "registered", "observer", "observer/under-review"]],
    ["a permanent mission", mission("KE"), ["public", "registered", "in-service", "mission", "mission/reviewing"]],
    ["a delegate without mandate", delegate("FR", "nobody"), ["public", "registered"]],
    [
      "a person who serves elsewhere",
      { ...delegate("DE", "fp"), serves: true, participates: true },
      ["public", "registered", "in-service", "participant"],
    ],
    ["the secretariat", secretariat, ["public", "registered", "in-service", "secretariat"]],
    ["the President", president, ["public", "registered", "in-service", "president"]],
    ["a stranger", undefined, ["public"]],
  ])("of %s are known", (_, actor, expected) => {
    expect([...relationsTo(actor, { review }, now)]).toEqual(expected);
  });

  test("are to the party that an action is about", () => {
    expect(may(focalPoint("PE"), "feedback.clear", { review, party: party("PE") }, now)).toBe(true);
    expect(may(focalPoint("PE"), "feedback.clear", { review, party: party("KE") }, now)).toBe(false);
    expect(may(mission("PE"), "mission.write", { party: party("PE") }, now)).toBe(true);
    expect(may(mission("PE"), "mission.write", { party: party("KE") }, now)).toBe(false);
    expect(may(mission("PE"), "mission.write", {}, now)).toBe(false);
  });

  test("begin with a mandate and not before", () => {
    expect(may(focalPoint("FR"), "review.read", { review }, at("2020-12-01"))).toBe(true);
    expect(may(focalPoint("FR"), "answers.submit", { review }, at("2020-12-01"))).toBe(false);
  });
});

describe("a refusal", () => {
  const { review } = inFeedback();

  test("distinguishes not yours, wrong stage and not found", () => {
    const target = { review, party: party("FR") };
    expect(deniedTo(expert("FR"), "answers.submit", target, now)).toMatchObject({ refusal: "not-yours" });
    expect(deniedTo(delegate("DE", "fp"), "answers.submit", target, now)).toMatchObject({ refusal: "not-found" });
    expect(deniedTo(focalPoint("FR"), "answers.submit", target, now)).toBeUndefined();
    expect(refuseWrongStage("publication.consent", review)).toMatchObject({
      refusal: "wrong-stage",
      details: { stage: "feedback" },
    });
    expect(refuseWrongStage("clarification.ask", review)).toBeUndefined();
    expect(isInStage("review.read", review)).toBe(true);
  });
});

describe("permissions to read", () => {
  const seats = [
    seat("FR", "under-review", "UNTOC", "FP"),
    seat("PE", "reviewing", "UNTOC"),
    seat("ZA", "additional-reviewer", "FP"),
  ];
  const { review } = inQuestionnaire("2021-01-11", seats)
    .name("FR", "observer", "2021-02-01")
    .name("ZA", "observer", "2021-02-01");
  const opened = { ...review, answersOpenedAt: now };
  const elsewhere = { ...delegate("DE", "fp"), participates: true };
  const both = ["UNTOC", "FP"];

  test.each([
    ["answers-draft", focalPoint("FR"), both],
    ["answers-draft", expert("FR"), both],
    ["answers-draft", observer("FR"), both],
    ["answers-draft", focalPoint("PE"), []],
    ["answers-draft", secretariat, []],
    ["answers-draft", mission("FR"), []],
    ["answers", focalPoint("PE"), ["UNTOC"]],
    ["answers", expert("ZA"), ["FP"]],
    ["answers", observer("ZA"), ["FP"]],
    ["answers", secretariat, both],
    ["answers", mission("FR"), []],
    ["answers", elsewhere, []],
    ["answers", president, []],
    ["feedback-draft", expert("PE"), ["UNTOC"]],
    ["feedback-draft", expert("ZA"), ["FP"]],
    ["feedback-draft", focalPoint("FR"), []],
    ["feedback-draft", secretariat, []],
    ["feedback", focalPoint("FR"), both],
    ["feedback", mission("PE"), []],
  ] as const)("of %s by %o: %j", (text, actor, expected) => {
    expect(visibleInstruments(text, review, actor, now)).toEqual(expected);
  });

  test("of answers that were opened is all, by those who serve in any review", () => {
    expect(visibleInstruments("answers", opened, elsewhere, now)).toEqual(both);
    expect(visibleInstruments("answers", opened, { ...focalPoint("PE"), participates: true }, now)).toEqual(both);
    expect(visibleInstruments("answers", opened, mission("DE"), now)).toEqual([]);
    expect(visibleInstruments("feedback", opened, elsewhere, now)).toEqual([]);
  });

  test("of a review is the whole to those inside but its officer, and stage, blockers and its own to a mission", () => {
    const parts = Object.keys(reviewParts) as (keyof typeof reviewParts)[];
    const seen = (actor: typeof secretariat) => parts.filter((part) => seesPart(actor, review, part, now));
    const ofTheSecretariat = new Set<string>(["officer"]);
    expect(seen(secretariat)).toEqual(parts);
    for (const actor of [focalPoint("PE"), observer("ZA")])
      expect(seen(actor)).toEqual(parts.filter((part) => !ofTheSecretariat.has(part)));
    expect(seen(mission("PE"))).toEqual([
      "summary",
      "blockers",
      "seats",
      "own-mandates",
      "own-obligations",
      "consultation",
      "division",
      "decisions",
      "reviewer-limit",
      "actions",
    ]);
    for (const actor of [mission("DE"), elsewhere, president]) expect(seen(actor)).toEqual([]);
  });

  test("by every user is the list of a concluded review, and what its party consented to", () => {
    expect(publishedParts(agreedPlay().review)).toEqual([]);
    expect(publishedParts(concludedPlay().review)).toEqual(["observations"]);
    expect(publishedParts({ ...concludedPlay().review, consents: ["answers"] })).toEqual(["observations", "answers"]);
  });
});
