import { describe, expect, test } from "vitest";
import { addDays, dayOf, startOfDay } from "../../../domain/base/time.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { factKinds } from "../../../domain/review/fact-kinds.ts";
import type { TimelineWords } from "../../../domain/review/facts/timeline-words.ts";
import { Language } from "../../../schemas/base/values.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { wordingIn } from "../../harness/labels.ts";
import { recordedFacts } from "../audit/recorded/facts.ts";
import { concludedPlay, inFeedback, inQuestionnaire, redrawTo } from "../review/journey.ts";
import { at, day, focalPoint, mission, party, Play as Played, seat, secretariat } from "../review/play.ts";
import { timelineFor, wordsIn } from "./timeline-for.ts";

const reviews = recordedFacts.filter(({ kind }) => kind === "review");

describe("the content of a timeline", () => {
  test("is every kind of fact of a review, or it is said why not", () => {
    const kinds = new Set(reviews.flatMap(({ facts }) => facts.map(({ kind }) => kind)));
    expect([...kinds].filter((kind) => !(kind in factKinds))).toEqual([]);
    // A mission that does not see the act that met an obligation sees that it was met.
    const readers = [secretariat, mission("PE")];
    const histories = [...reviews, concludedPlay()];
    const seen = new Set(
      histories.flatMap(({ facts }) =>
        readers.flatMap((reader) => timelineFor(facts, reader).events.map(({ kind }) => kind)),
      ),
    );
    const hidden = Object.entries(factKinds).flatMap(([kind, { timeline }]) => ("hidden" in timeline ? [kind] : []));
    expect([...kinds].filter((kind) => !seen.has(kind)).toSorted()).toEqual(hidden.toSorted());
  });

  test.each(Language.options)(
    "is said in %s with every place filled in and with the places of the English",
    (language) => {
      const placesOf = (words: TimelineWords) =>
        Object.values(words).map((group) =>
          Object.entries<string>(group).map(([key, sentence]) => [
            key,
            [...sentence.matchAll(/\{\w+\}/gu)].map(String).toSorted(),
          ]),
        );
      expect(placesOf(wordsIn(language))).toEqual(placesOf(wordsIn("en")));
      const all = reviews.flatMap(({ facts }) => {
        const { events, frame } = timelineFor(facts, secretariat, { language });
        return [...events, ...frame.due, ...frame.expected].map(({ inWords }) => inWords);
      });
      expect(all.length).toBeGreaterThan(80);
      expect(all.filter((sentence) => /[{}]|undefined|\bnull\b|'/u.test(sentence))).toEqual([]);
      const script = { ar: /\p{Script=Arabic}/u, ru: /\p{Script=Cyrillic}/u, zh: /\p{Script=Han}/u }[
        language as string
      ];
      if (script !== undefined) expect(all.filter((sentence) => !script.test(sentence))).toEqual([]);
    },
  );

  test("names no person and quotes no text", () => {
    for (const { facts } of reviews) {
      const { events, frame } = timelineFor(facts, secretariat);
      const reasons = facts.flatMap((fact) => ("reason" in fact && "happenedAt" in fact ? [String(fact.reason)] : []));
      const codes = new Set<string>(Object.keys(wordingIn("en").words.delayReasons));
      const text = JSON.stringify({ events, frame });
      expect(text).not.toMatch(/u-[0-9a-z]{26}|m-[0-9a-z]{26}|[0-9a-f]{64}/u);
      expect(reasons.filter((reason) => !codes.has(reason) && text.includes(reason))).toEqual([]);
    }
  });
});

describe("a whole review", () => {
  test("is shown from its lots to its publication, in the order of its days", () => {
    const events = timelineFor(concludedPlay().facts, focalPoint("PE")).events;
    const days = events.map(({ happenedOn }) => happenedOn);
    expect(days).toEqual(days.toSorted());
    expect(events.map(({ happenedOn, inWords }) => `${happenedOn} ${inWords}`)).toMatchInlineSnapshot(`
      [
        "2020-11-02 Lots drawn. Party under review: Party FR. Reviewing parties: Party PE and Party KE",
        "2020-12-01 Start of the review",
        "2020-12-01 Stage reached: Nomination of focal points and experts",
        "2020-12-01 Party FR: Nomination of a focal point – due by the end of 15 December 2020",
        "2020-12-01 Party FR: Nomination of governmental experts – due by the end of 29 December 2020",
        "2020-12-01 Party PE: Nomination of a focal point – due by the end of 15 December 2020",
        "2020-12-01 Party PE: Nomination of governmental experts – due by the end of 29 December 2020",
        "2020-12-01 Party KE: Nomination of a focal point – due by the end of 15 December 2020",
        "2020-12-01 Party KE: Nomination of governmental experts – due by the end of 29 December 2020",
        "2020-12-10 Party FR: Governmental expert – mandate from 10 December 2020",
        "2020-12-10 Party PE: Governmental expert – mandate from 10 December 2020",
        "2020-12-10 Party KE: Governmental expert – mandate from 10 December 2020",
        "2020-12-10 Party FR: Focal point – mandate from 10 December 2020",
        "2020-12-10 Party PE: Focal point – mandate from 10 December 2020",
        "2020-12-10 Party KE: Focal point – mandate from 10 December 2020",
        "2020-12-10 Stage reached: Initial consultation",
        "2021-01-11 Meeting of the parties for the initial consultation",
        "2021-01-11 Languages of the review agreed: English",
        "2021-01-11 Initial consultation concluded",
        "2021-01-11 Stage reached: Self-assessment questionnaire",
        "2021-01-11 Party FR: Answers to the self-assessment questionnaire – due by the end of 11 July 2021",
        "2021-06-30 Party FR: answers to the self-assessment questionnaire submitted",
        "2021-06-30 Stage reached: Written feedback",
        "2021-06-30 Party PE: Written feedback – due by the end of 30 December 2021",
        "2021-06-30 Party KE: Written feedback – due by the end of 30 December 2021",
        "2021-10-01 Party PE: written feedback submitted",
        "2021-11-15 Party KE: written feedback submitted",
        "2021-11-15 Stage reached: List of observations and summary",
        "2021-11-15 Party FR: Agreement to the list of observations – due by the end of 1 December 2022",
        "2021-11-15 Party PE: Agreement to the list of observations – due by the end of 1 December 2022",
        "2021-11-15 Party KE: Agreement to the list of observations – due by the end of 1 December 2022",
        "2021-12-01 List of observations and summary, version 1: presented to the parties for agreement",
        "2022-01-20 Party FR: agreement to the list of observations and summary, version 1",
        "2022-01-20 Party PE: agreement to the list of observations and summary, version 1",
        "2022-01-20 Party KE: agreement to the list of observations and summary, version 1",
        "2022-02-01 List of observations and summary published, version 1",
        "2022-02-01 Stage reached: Concluded",
      ]
    `);
  });

  test("says next to it by when each stage was expected, and what is due next and whose it is", () => {
    const { frame } = timelineFor(inFeedback().facts, focalPoint("PE"), { now: at("2021-12-02") });
    expect(frame.due).toMatchInlineSnapshot(`
      [
        {
          "dueOn": "2021-12-30",
          "inWords": "Party KE: Written feedback – due by the end of 30 December 2021",
          "kind": "feedback",
          "overdue": false,
          "party": "KE",
        },
        {
          "dueOn": "2021-12-30",
          "inWords": "Party PE: Written feedback – due by the end of 30 December 2021",
          "kind": "feedback",
          "overdue": false,
          "party": "PE",
        },
      ]
    `);
    expect(frame.expected.map(({ inWords }) => inWords)).toMatchInlineSnapshot(`
      [
        "Nomination of focal points and experts: expected by 29 December 2020, completed",
        "Initial consultation: expected by 1 February 2021, completed",
        "Self-assessment questionnaire: expected by 1 June 2021, completed",
        "Written feedback: was expected by 1 December 2021, not completed yet",
        "List of observations and summary: expected by 1 December 2022",
      ]
    `);
  });

  test("waits for nothing once it has concluded", () => {
    const { frame } = timelineFor(concludedPlay().facts, mission("PE"));
    expect(frame.due).toEqual([]);
    expect(frame.expected.every(({ passed, behind }) => passed && !behind)).toBe(true);
  });
});

test("redrawn lots show additional reviewers that came, and those that were no longer needed", () => {
  const play = inFeedback();
  const more = { additional: [seat("SD", "additional-reviewer", "TIP")], leaving: [] };
  redrawTo(play, "KE", seat("GH", "reviewing", "UNTOC"), "2021-09-10", more);
  redrawTo(play, "GH", seat("NG", "reviewing"), "2021-10-10", { additional: [], leaving: [party("SD")] });
  const events = timelineFor(play.facts, mission("PE")).events.filter(({ kind }) => kind === "seat-redrawn");
  expect(events.map(({ inWords }) => inWords)).toEqual([
    "Lots drawn again. New reviewing party: Party GH. Before: Party KE – additional reviewing parties: Party SD",
    "Lots drawn again. New reviewing party: Party NG. Before: Party GH – additional reviewing parties no longer needed: Party SD",
  ]);
});

describe("a fact that was recorded on another day", () => {
  test("is shown on the day on which it happened, with the day on which it was recorded", () => {
    const late = (fact: Fact) => startOfDay(addDays(dayOf(fact.happenedAt), 3));
    const [event] = timelineFor(new Played().start().facts, mission("FR"), { recordedAt: late }).events.filter(
      ({ kind }) => kind === "review-started",
    );
    expect(event).toEqual({
      kind: "review-started",
      happenedOn: "2020-12-01",
      recordedOn: "2020-12-04",
      inWords: "Start of the review (recorded on 4 December 2020)",
    });
  });

  test("of a wrong day moves to the right one, and says the wrong one; the correction is shown, too", () => {
    const play = inQuestionnaire("2021-01-11");
    for (const to of ["2021-01-15", "2021-01-17"])
      play.do((review) =>
        correctDate(review, secretariat, { what: "consultation", to: day(to), reason: "So." }, at("2021-02-01")),
      );
    const events = timelineFor(play.facts, mission("KE")).events;
    expect(events.find(({ kind }) => kind === "consultation-concluded")).toMatchObject({
      happenedOn: "2021-01-17",
      correctedFrom: "2021-01-11",
      inWords: "Initial consultation concluded (corrected; first recorded as 11 January 2021)",
    });
    expect(events.filter(({ kind }) => kind === "date-corrected").map(({ inWords }) => inWords)).toEqual([
      "Correction of a date. Initial consultation: 15 January 2021, not 11 January 2021",
      "Correction of a date. Initial consultation: 17 January 2021, not 15 January 2021",
    ]);
  });
});
