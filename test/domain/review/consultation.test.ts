import { describe, expect, test } from "vitest";
import {
  agreeLanguages,
  concludeConsultation,
  leaveLanguagesOpen,
  type Outcome,
  recordMeeting,
} from "../../../domain/review/commands/consultation.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { conclude, inConsultation, inQuestionnaire } from "./journey.ts";
import {
  at,
  day,
  expert,
  factKinds,
  focalPoint,
  mission,
  observer,
  party,
  Play,
  refusalOf,
  secretariat,
} from "./play.ts";

const now = at("2021-01-11");
const english = { languages: ["en"] };
const outcome = (changes: Outcome = {}): Outcome => ({ heldOn: day("2021-01-11"), languages: english, ...changes });
const by = focalPoint("PE");
const concludedThen: Outcome = { concludedOn: day("2021-01-11") };
const decide = (changes: Outcome = {}, actor = by) =>
  concludeConsultation(inConsultation().review, actor, outcome(changes), now);

describe("the outcome of a consultation", () => {
  test("opens the questionnaire, whether a party or the secretariat records it", () => {
    for (const actor of [focalPoint("FR"), focalPoint("PE"), focalPoint("KE"), secretariat]) {
      const play = inConsultation();
      play.do((review) => concludeConsultation(review, actor, outcome(), now));
      expect(play.review.stage).toBe("questionnaire");
      expect(play.obligation("questionnaire:FR")).toMatchObject({
        state: "open",
        generation: 1,
        openedOn: "2021-01-11",
      });
    }
  });

  test("keeps meeting and languages as two facts", () => {
    const play = inConsultation();
    const facts = play.do((review) => concludeConsultation(review, by, outcome(), now));
    expect(factKinds(facts)).toEqual([
      "consultation-held",
      "languages-agreed",
      "consultation-concluded",
      "stage-changed",
      "obligation-opened",
    ]);
  });

  test("needs a meeting, or the exception without one, which the secretariat records with its reason", () => {
    const play = inConsultation();
    const without: Outcome = { languages: english };
    expect(refusalOf(concludeConsultation(play.review, by, without, now))).toBe("meeting-missing");
    const waived: Outcome = { ...without, withoutMeeting: "Agreed in writing." };
    expect(refusalOf(concludeConsultation(play.review, by, waived, now))).toBe("not-yours");
    play.do((review) => concludeConsultation(review, secretariat, waived, now));
    expect(play.review).toMatchObject({ stage: "questionnaire", consultation: { withoutMeeting: true } });
  });

  test("needs a word on the languages: agreed on, or why they are open", () => {
    const play = inConsultation();
    expect(refusalOf(concludeConsultation(play.review, by, { heldOn: day("2021-01-11") }, now))).toBe(
      "languages-missing",
    );
    play.do((review) =>
      concludeConsultation(
        review,
        by,
        { heldOn: day("2021-01-11"), languagesOpen: { why: "lack-of-resources", translationNeeded: ["ru", "ar"] } },
        now,
      ),
    );
    expect(play.review.consultation).toMatchObject({
      languagesOpen: "lack-of-resources",
      translationNeeded: ["ar", "ru"],
    });
    play.do((review) => agreeLanguages(review, by, { languages: ["fr", "en"] }, at("2021-03-01")));
    expect(play.review.consultation?.languages).toEqual(["en", "fr"]);
    expect(play.review.consultation?.languagesOpen).toBeUndefined();
  });

  test.each<[string, string, Outcome]>([
    ["on a day ahead", "date-in-the-future", { heldOn: day("2021-01-12") }],
    ["before the last focal point was named", "date-too-early", { heldOn: day("2020-12-09") }],
    ["concluded before the meeting", "date-too-early", { concludedOn: day("2021-01-10") }],
    ["with an unknown language", "unknown-language", { languages: { languages: ["en", "pt"] } }],
    ["with no language", "languages-missing", { languages: { languages: [] } }],
    ["with three languages", "too-many-languages", { languages: { languages: ["ar", "en", "fr"] } }],
    [
      "with four languages",
      "too-many-languages",
      { languages: { languages: ["ar", "en", "fr", "ru"], exception: "x" } },
    ],
    ["with a due date past six months", "date-too-late", { answersDueOn: day("2021-07-12") }],
    ["with a due date that is over", "date-too-early", { answersDueOn: day("2021-01-11") }],
    ["with a clock from before the review", "date-too-early", { clockStartsOn: day("2020-11-30") }],
    ["with a clock far ahead", "date-too-late", { clockStartsOn: day("2021-04-12") }],
  ])("%s is refused: %s", (_, refusal, changes) => {
    expect(refusalOf(decide(changes))).toBe(refusal);
  });

  test("may name three languages as an exception with its reason", () => {
    const play = inConsultation();
    const three = { languages: ["ar", "en", "fr"], exception: "One reviewer works in each." };
    const facts = play.do((review) => agreeLanguages(review, by, three, now));
    expect(facts).toMatchObject([{ languages: ["ar", "en", "fr"], exceptional: true, reason: three.exception }]);
    expect(agreeLanguages(play.review, by, three, now)).toEqual({ ok: true, facts: [] });
    const other = { ...three, exception: "The experts answer in Arabic." };
    expect(play.do((review) => agreeLanguages(review, by, other, now))).toMatchObject([{ reason: other.exception }]);
    play.do((review) => agreeLanguages(review, by, english, now));
    expect(play.review.consultation).not.toHaveProperty("exception");
  });

  test.each([
    ["an expert", expert("FR")],
    ["an observer", observer("FR")],
    ["a permanent mission", mission("FR")],
  ])("is not for %s to record", (_, actor) => {
    const play = inConsultation().name("FR", "observer", "2020-12-10");
    expect(refusalOf(concludeConsultation(play.review, actor, outcome(), now))).toBe("not-yours");
  });

  test("does not exist for other parties", () => {
    expect(refusalOf(decide({}, focalPoint("DE")))).toBe("not-found");
    expect(refusalOf(decide({}, mission("DE")))).toBe("not-found");
  });

  test("cannot come before every focal point is named", () => {
    const play = new Play().start().name("FR", "focal-point", "2020-12-10").name("PE", "focal-point", "2020-12-10");
    expect(refusalOf(concludeConsultation(play.review, by, outcome(), now))).toBe("wrong-stage");
    expect(refusalOf(recordMeeting(play.review, by, { heldOn: day("2020-12-12") }, now))).toBe("wrong-stage");
  });

  test("recorded again is no fact, with all reported details or with the recorded ones left out", () => {
    const { review } = inQuestionnaire();
    const again = (changes: Outcome, on = at("2021-02-01")) => concludeConsultation(review, by, changes, on);
    const conclusion: Outcome = { concludedOn: day("2021-01-11") };
    expect(again(conclusion)).toEqual({ ok: true, facts: [] });
    expect(again({ ...conclusion, ...outcome() })).toEqual({ ok: true, facts: [] });
    expect(again(outcome(), now)).toEqual({ ok: true, facts: [] });
    expect(again({}, now)).toEqual({ ok: true, facts: [] });
    expect(recordMeeting(review, by, { heldOn: day("2021-01-11") }, now)).toEqual({ ok: true, facts: [] });
    expect(agreeLanguages(review, by, english, now)).toEqual({ ok: true, facts: [] });
    const open = inConsultation();
    const left = { why: "in-discussion", translationNeeded: [] } as const;
    open.do((state) => leaveLanguagesOpen(state, by, left, now));
    expect(leaveLanguagesOpen(open.review, by, left, now)).toEqual({ ok: true, facts: [] });
    const agreedClock: Outcome = { clockStartsOn: day("2021-02-01"), answersDueOn: day("2021-05-31") };
    const agreed = conclude(inConsultation(), "2021-01-11", agreedClock).review;
    expect(concludeConsultation(agreed, by, outcome(agreedClock), now)).toEqual({ ok: true, facts: [] });
    expect(refusalOf(concludeConsultation(agreed, by, outcome(), now))).toBe("consultation-concluded");
  });

  test.each<[string, Outcome]>([
    ["nothing in it, on a later day", {}],
    ["another day", { concludedOn: day("2021-01-12") }],
    ["a meeting on another day", { ...concludedThen, heldOn: day("2021-01-10") }],
    ["a meeting that lies ahead", { ...concludedThen, heldOn: day("2021-02-02") }],
    ["a meeting before the launch", { ...concludedThen, heldOn: day("1990-01-01") }],
    ["other languages", { ...concludedThen, languages: { languages: ["fr"] } }],
    ["a language more that is unknown", { ...concludedThen, languages: { languages: ["en", "de"] } }],
    ["languages left open", { ...concludedThen, languagesOpen: { why: "in-discussion", translationNeeded: [] } }],
    ["no meeting", { ...concludedThen, withoutMeeting: "No time." }],
    ["an agreed clock, be it the same day", { ...concludedThen, clockStartsOn: day("2021-01-11") }],
    ["an agreed day for the answers", { ...concludedThen, answersDueOn: day("2021-05-31") }],
  ])("recorded again with %s is refused, with the recorded one in the refusal", (_, changes) => {
    const again = concludeConsultation(inQuestionnaire().review, secretariat, changes, at("2021-02-01"));
    expect(again).toEqual({
      ok: false,
      refusal: "consultation-concluded",
      details: { concludedOn: "2021-01-11" },
    });
  });

  test("without a meeting keeps its reason: another reason is refused", () => {
    const play = inConsultation();
    const waived = { languages: english, withoutMeeting: "Agreed in writing." };
    const again = (changes: Outcome) => concludeConsultation(play.review, secretariat, changes, now);
    play.take(again(waived));
    expect(again(waived)).toEqual({ ok: true, facts: [] });
    expect(refusalOf(again({ ...waived, withoutMeeting: "No time." }))).toBe("consultation-concluded");
    expect(refusalOf(again({ languages: english }))).toBe("consultation-concluded");
  });

  test("without a meeting is refused where one was recorded, before or with it", () => {
    const play = inConsultation();
    const waived = { languages: english, withoutMeeting: "No time." };
    const refusal = { ok: false, refusal: "meeting-recorded", details: { heldOn: "2021-01-08" } };
    const held = { heldOn: day("2021-01-08") };
    expect(concludeConsultation(play.review, secretariat, { ...waived, ...held }, now)).toEqual(refusal);
    play.do((review) => recordMeeting(review, by, held, now));
    expect(concludeConsultation(play.review, secretariat, waived, now)).toEqual(refusal);
    play.do((review) => concludeConsultation(review, secretariat, { languages: english }, now));
    expect(play.review.consultation).not.toHaveProperty("withoutMeeting");
  });

  test("with answers due too early is refused with the first day that is possible", () => {
    expect(decide({ answersDueOn: day("2021-01-11") })).toMatchObject({ details: { earliest: "2021-01-12" } });
    expect(refusalOf(decide({ answersDueOn: day("2021-01-12") }))).toBe("accepted");
  });
});

describe("the clock of the questionnaire", () => {
  const dueOf = (on: string, changes: Outcome = {}) =>
    conclude(inConsultation(), on, changes).obligation("questionnaire:FR");

  test.each([
    // Winter to summer time: 23:59:59.999 in Vienna is two hours ahead of UTC in July.
    ["2021-01-11", "2021-07-11T21:59:59.999Z"],
    ["2020-12-31", "2021-06-30T21:59:59.999Z"],
    // 31 August has no counterpart: clamped to the end of February.
    ["2021-08-31", "2022-02-28T22:59:59.999Z"],
    ["2023-08-31", "2024-02-29T22:59:59.999Z"],
    ["2023-08-30", "2024-02-29T22:59:59.999Z"],
    ["2024-08-29", "2025-02-28T22:59:59.999Z"],
    // 29 February counts on to 29 August.
    ["2024-02-29", "2024-08-29T21:59:59.999Z"],
    // The days on which Vienna's clocks change: 28 March 2021 and 31 October 2021.
    ["2021-09-28", "2022-03-28T21:59:59.999Z"],
    ["2021-04-30", "2021-10-30T21:59:59.999Z"],
    ["2021-05-31", "2021-11-30T22:59:59.999Z"],
    ["2022-09-27", "2023-03-27T21:59:59.999Z"],
    ["2022-09-26", "2023-03-26T21:59:59.999Z"],
    ["2021-04-29", "2021-10-29T21:59:59.999Z"],
  ])("started by a consultation of %s ends six months later by the calendar, at %s", (on, dueAt) => {
    expect(dueOf(on)).toMatchObject({ openedOn: on, dueAt, originalDueAt: dueAt });
  });

  test("may start on an agreed day, also one ahead", () => {
    expect(dueOf("2021-01-11", { clockStartsOn: day("2021-03-01") })).toMatchObject({
      openedOn: "2021-03-01",
      dueAt: "2021-09-01T21:59:59.999Z",
    });
  });

  test("may end earlier where the parties agreed on a day", () => {
    expect(dueOf("2021-01-11", { answersDueOn: day("2021-05-31") })).toMatchObject({
      openedOn: "2021-01-11",
      dueAt: "2021-05-31T21:59:59.999Z",
      originalDueAt: "2021-05-31T21:59:59.999Z",
    });
  });
});

test("the meeting may be recorded before the outcome, and another day takes its place", () => {
  const play = inConsultation();
  play.do((review: Review) => recordMeeting(review, secretariat, { heldOn: day("2021-01-08") }, now));
  play.do((review: Review) => recordMeeting(review, by, { heldOn: day("2021-01-07") }, now));
  play.do((review: Review) => concludeConsultation(review, by, { languages: english }, now));
  expect(play.review.consultation).toMatchObject({ heldOn: "2021-01-07", concludedOn: "2021-01-11" });
  expect(play.review.seats[party("FR")]).toBeDefined();
});
