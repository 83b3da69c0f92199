import { describe, expect, test } from "vitest";
import { correctDate, correctLanguages, type Correction } from "../../../domain/review/commands/correct-date.ts";
import { leaveLanguagesOpen } from "../../../domain/review/commands/consultation.ts";
import { clearFeedback } from "../../../domain/review/commands/feedback.ts";
import {
  agree,
  agreedPlay,
  askForRedraw,
  clear,
  conclude,
  inConsultation,
  inFeedback,
  inObservations,
  redrawTo,
  table,
} from "./journey.ts";
import {
  at,
  day,
  factKinds,
  focalPoint,
  mandateId,
  party,
  type Play,
  recording,
  refusalOf,
  seat,
  secretariat,
  texts,
} from "./play.ts";

type Given = Omit<Correction, "to" | "reason">;
const decided = (play: Play, given: Given, to: string, on: string) =>
  correctDate(play.review, secretariat, { ...given, to: day(to), reason: "Recorded wrongly." }, at(on));
const correct = (play: Play, given: Given, to: string, on: string) => play.take(decided(play, given, to, on));
const contradiction = (play: Play, given: Given, to: string, on: string) => {
  const decision = decided(play, given, to, on);
  return decision.ok ? decision.facts : [decision.refusal, decision.details?.["contradicts"]];
};

const concluded = () => conclude(inConsultation(), "2021-01-11", { heldOn: day("2021-01-05") });

describe("correcting the consultation", () => {
  test("moves the day of the meeting alone, back to the last nomination and forward to the outcome", () => {
    const play = concluded();
    expect(factKinds(correct(play, { what: "meeting" }, "2021-01-08", "2021-02-01"))).toEqual(["date-corrected"]);
    expect(play.review.consultation).toMatchObject({ heldOn: "2021-01-08", concludedOn: "2021-01-11" });
    const now = "2021-02-01";
    expect(contradiction(play, { what: "meeting" }, "2021-01-12", now)).toEqual(["date-too-late", "consultation"]);
    expect(contradiction(play, { what: "meeting" }, "2020-12-09", now)).toEqual(["date-too-early", "nomination"]);
    expect(contradiction(play, { what: "meeting" }, "2021-02-02", now)).toEqual(["date-in-the-future", undefined]);
    expect(contradiction(play, { what: "meeting" }, "2021-01-08", now)).toEqual([]);
  });

  test("of an agreed clock counts the answers from it, and no longer from the outcome", () => {
    const play = concluded();
    correct(play, { what: "clock" }, "2021-02-01", "2021-01-20");
    expect(play.obligation("questionnaire:FR")).toMatchObject({
      generation: 2,
      openedOn: "2021-02-01",
      dueAt: "2021-08-01T21:59:59.999Z",
      originalDueAt: "2021-08-01T21:59:59.999Z",
    });
    correct(play, { what: "consultation" }, "2021-01-10", "2021-01-21");
    expect(play.review.consultation).toMatchObject({ clock: "agreed-date", clockStartsOn: "2021-02-01" });
    expect(play.obligation("questionnaire:FR").generation).toBe(2);
    expect(contradiction(play, { what: "clock" }, "2020-11-30", "2021-01-21")).toEqual(["date-too-early", "start"]);
    expect(contradiction(play, { what: "clock" }, "2021-04-11", "2021-01-21")).toEqual([
      "date-too-late",
      "consultation",
    ]);
    expect(contradiction(play, { what: "start" }, "2021-01-06", "2021-01-21")).toEqual(["date-too-late", "meeting"]);
  });

  test("of the day agreed on for the answers sets it, moves it and takes it away", () => {
    const play = concluded();
    const due = { what: "answers-due" } as const;
    correct(play, due, "2021-05-31", "2021-01-20");
    expect(play.obligation("questionnaire:FR")).toMatchObject({ generation: 2, dueAt: "2021-05-31T21:59:59.999Z" });
    expect(contradiction(play, due, "2021-07-12", "2021-01-20")).toEqual(["date-too-late", "clock"]);
    expect(contradiction(play, due, "2021-01-11", "2021-01-20")).toEqual(["date-too-early", "consultation"]);
    expect(contradiction(play, { what: "clock" }, "2021-05-31", "2021-01-20")).toEqual([
      "date-too-late",
      "consultation",
    ]);
    correct(play, due, "2021-01-25", "2021-01-20");
    expect(contradiction(play, { what: "clock" }, "2021-01-25", "2021-01-20")).toEqual([
      "date-too-late",
      "answers-due",
    ]);
    expect(contradiction(play, { what: "consultation" }, "2021-01-25", "2021-01-26")).toEqual([
      "date-too-late",
      "answers-due",
    ]);
    correct(play, due, "2021-07-11", "2021-01-21");
    expect(play.review.consultation).not.toHaveProperty("answersDueOn");
    expect(play.obligation("questionnaire:FR")).toMatchObject({ generation: 4, dueAt: "2021-07-11T21:59:59.999Z" });
    expect(play.replayed()).toEqual(play.review);
  });

  test("of languages takes the place of a wrong choice, and of languages left open by mistake", () => {
    const play = agreedPlay();
    const say = (languages: readonly string[], exception?: string) =>
      correctLanguages(play.review, secretariat, { languages, exception, reason: "A slip." }, at("2022-01-25"));
    play.take(say(["fr", "es"]));
    expect(play.review.consultation).toMatchObject({ languages: ["es", "fr"] });
    expect(say(["fr", "es"])).toEqual({ ok: true, facts: [] });
    expect(refusalOf(say(["fr", "es", "en"]))).toBe("too-many-languages");
    expect(refusalOf(say(["pt"]))).toBe("unknown-language");
    expect(
      refusalOf(correctLanguages(play.review, focalPoint("FR"), { languages: ["en"], reason: "x" }, at("2022-01-25"))),
    ).toBe("not-yours");
    const open = { why: "in-discussion", translationNeeded: [] } as const;
    play.do((review) => leaveLanguagesOpen(review, focalPoint("FR"), open, at("2022-01-26")));
    play.take(say(["en", "fr", "es"], "Three delegations."));
    expect(play.review.consultation).toMatchObject({ languages: ["en", "es", "fr"], exception: "Three delegations." });
    expect(play.review.consultation).not.toHaveProperty("languagesOpen");
    expect(play.replayed()).toEqual(play.review);
  });

  test("of what was never recorded is refused", () => {
    const play = inConsultation();
    for (const what of ["meeting", "consultation", "clock", "answers-due", "submission"] as const)
      expect(refusalOf(decided(play, { what }, "2020-12-12", "2020-12-20"))).toBe("nothing-to-correct");
    for (const what of ["feedback", "agreement", "redraw"] as const)
      expect(refusalOf(decided(play, { what, party: party("PE") }, "2020-12-12", "2020-12-20"))).toBe(
        "nothing-to-correct",
      );
    expect(
      refusalOf(decided(play, { what: "nomination", mandate: mandateId("nobody") }, "2020-12-12", "2020-12-20")),
    ).toBe("nothing-to-correct");
    expect(
      refusalOf(correctLanguages(play.review, secretariat, { languages: ["en"], reason: "x" }, at("2020-12-20"))),
    ).toBe("nothing-to-correct");
  });
});

describe("correcting what parties did", () => {
  test("of the last clearance moves the day on which the list came up, and the agreements that count from it", () => {
    const play = inObservations();
    const given = { what: "feedback", party: party("KE") } as const;
    const facts = correct(play, given, "2022-11-05", "2022-12-01");
    expect(factKinds(facts)).toEqual(["date-corrected", ...Array.from({ length: 3 }, () => "obligation-redated")]);
    expect(play.review.stageSince).toBe("2022-11-04T23:00:00.000Z");
    expect(play.obligation("agreement:FR")).toMatchObject({
      generation: 2,
      openedOn: "2022-11-05",
      dueAt: "2023-02-05T22:59:59.999Z",
    });
    expect(play.obligation("feedback:KE").settledAt).toBe("2022-11-04T23:00:00.000Z");
    expect(play.replayed()).toEqual(play.review);
  });

  test("of a clearance that was not the last leaves the list where it is", () => {
    const play = inObservations();
    correct(play, { what: "feedback", party: party("PE") }, "2021-10-20", "2021-12-01");
    expect(play.review.feedback?.[party("PE")]?.at).toBe("2021-10-19T22:00:00.000Z");
    expect(play.obligation("agreement:FR").generation).toBe(1);
    expect(contradiction(play, { what: "feedback", party: party("PE") }, "2021-06-29", "2021-12-01")).toEqual([
      "date-too-early",
      "submission",
    ]);
    expect(contradiction(play, { what: "submission" }, "2021-10-21", "2021-12-01")).toEqual([
      "date-too-late",
      "feedback",
    ]);
  });

  test("of a clearance reaches forward to the first agreement, and an agreement back to the list", () => {
    const play = agreedPlay();
    const [feedback, agreement] = [
      { what: "feedback", party: party("KE") },
      { what: "agreement", party: party("KE") },
    ] as const;
    expect(contradiction(play, feedback, "2021-12-02", "2022-02-01")).toEqual(["date-too-late", "observations"]);
    expect(contradiction(play, agreement, "2021-11-30", "2022-02-01")).toEqual(["date-too-early", "observations"]);
    correct(play, agreement, "2022-01-25", "2022-02-01");
    expect(play.obligation("agreement:KE")).toMatchObject({ state: "met", settledAt: "2022-01-24T23:00:00.000Z" });
    expect(play.review.observations).toMatchObject({ agreedAt: "2022-01-24T23:00:00.000Z" });
    correct(play, agreement, "2021-12-15", "2022-02-01");
    expect(play.review.observations).toMatchObject({ agreedAt: at("2022-01-20") });
    expect(play.replayed()).toEqual(play.review);
  });

  test("of an agreement to a version that is no more on the table is refused", () => {
    const play = table(agree(table(inObservations(), "v", "2021-12-01"), "FR", 1, "2021-12-10"), "w", "2021-12-20");
    expect(refusalOf(decided(play, { what: "agreement", party: party("FR") }, "2021-12-05", "2022-01-01"))).toBe(
      "nothing-to-correct",
    );
  });

  test("of a receipt lets what was cleared since then be recorded", () => {
    const play = inFeedback("2021-06-30");
    const given = { party: party("PE"), documents: texts };
    const record = () => clearFeedback(play.review, recording("PE", "2021-06-25"), given, at("2021-07-10"));
    expect(refusalOf(record())).toBe("date-too-early");
    correct(play, { what: "submission" }, "2021-06-21", "2021-07-05");
    play.take(record());
    expect(play.review.feedback?.[party("PE")]?.at).toBe("2021-06-24T22:00:00.000Z");
  });
});

describe("correcting a nomination", () => {
  test("moves the beginning of the mandate and the day on which its obligation was met, back to the launch", () => {
    const play = inConsultation();
    const mandate = mandateId("fpFR");
    correct(play, { what: "nomination", mandate }, "2020-11-20", "2020-12-20");
    expect(play.review.mandates[mandate]).toMatchObject({
      since: "2020-11-19T23:00:00.000Z",
      namedAt: "2020-11-19T23:00:00.000Z",
    });
    expect(play.obligation("focal-point:FR").settledAt).toBe("2020-11-30T23:00:00.000Z");
    expect(contradiction(play, { what: "nomination", mandate }, "2020-10-15", "2020-12-20")).toEqual([
      "date-too-early",
      "launch",
    ]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("of the last focal point moves the consultation's beginning, and never past its meeting", () => {
    const play = inConsultation();
    const mandate = mandateId("fpKE");
    correct(play, { what: "nomination", mandate }, "2020-12-14", "2020-12-20");
    expect(play.review.stageSince).toBe("2020-12-13T23:00:00.000Z");
    conclude(play, "2021-01-11");
    expect(contradiction(play, { what: "nomination", mandate }, "2021-01-12", "2021-02-01")).toEqual([
      "date-too-late",
      "meeting",
    ]);
  });
});

describe("correcting the day of a redraw", () => {
  test("counts the newcomer's obligations from the right day, up to its own first nomination", () => {
    const play = clear(inFeedback(), "KE", "2021-08-01");
    askForRedraw(play, "PE", "2021-08-25");
    redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-09");
    const given = { what: "redraw", party: party("IT") } as const;
    correct(play, given, "2021-09-01", "2021-09-20");
    expect(play.obligation("focal-point:IT")).toMatchObject({
      generation: 2,
      openedOn: "2021-09-01",
      dueAt: "2021-09-15T21:59:59.999Z",
    });
    expect(play.obligation("experts:IT")).toMatchObject({ generation: 2, dueAt: "2021-09-29T21:59:59.999Z" });
    expect(play.obligation("feedback:IT")).toMatchObject({ openedOn: "2021-09-01", dueAt: "2022-03-01T22:59:59.999Z" });
    expect(play.obligation("feedback:KE").generation).toBe(1);
    play.name("IT", "focal-point", "2021-09-10");
    expect(contradiction(play, given, "2021-09-11", "2021-09-20")).toEqual(["date-too-late", "nomination"]);
    expect(contradiction(play, given, "2021-08-24", "2021-09-20")).toEqual(["date-too-early", "redraw-request"]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("moves with it the obligations of additional reviewers, and the day on which others had left", () => {
    const seats = [
      seat("FR", "under-review"),
      seat("PE", "reviewing", "UNTOC"),
      seat("KE", "reviewing"),
      seat("CL", "additional-reviewer", "TIP"),
    ];
    const play = clear(inFeedback("2021-06-30", seats), "CL", "2021-08-01", { TIP: texts.TIP });
    const additional = [seat("ES", "additional-reviewer", "UNTOC")];
    askForRedraw(play, "PE", "2021-08-25");
    redrawTo(play, "PE", seat("IT", "reviewing", "TIP"), "2021-09-09", { additional, leaving: [party("CL")] });
    correct(play, { what: "redraw", party: party("IT") }, "2021-09-01", "2021-09-20");
    for (const code of ["IT", "ES"]) {
      expect(play.obligation(`focal-point:${code}`)).toMatchObject({
        openedOn: "2021-09-01",
        dueAt: "2021-09-15T21:59:59.999Z",
      });
      expect(play.obligation(`feedback:${code}`)).toMatchObject({ openedOn: "2021-09-01" });
    }
    expect(play.review.formerFeedback).toMatchObject([{ party: "CL", drawnAwayAt: "2021-08-31T22:00:00.000Z" }]);
    expect(play.replayed()).toEqual(play.review);
  });

  test("is refused past the day on which the replaced party took another seat", () => {
    const play = inFeedback();
    redrawTo(play, "PE", seat("IT", "reviewing"), "2021-09-09");
    redrawTo(play, "KE", seat("PE", "reviewing"), "2021-09-12");
    const given = { what: "redraw", party: party("IT") } as const;
    expect(contradiction(play, given, "2021-09-13", "2021-09-20")).toEqual(["date-too-late", "redraw"]);
    correct(play, given, "2021-09-11", "2021-09-20");
    expect(play.review.drawnAway).toMatchObject([{ party: "PE", at: "2021-09-10T22:00:00.000Z" }, { party: "KE" }]);
  });
});
