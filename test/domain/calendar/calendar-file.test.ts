import fc from "fast-check";
import ICAL from "ical.js";
import { describe, expect, test } from "vitest";
import { fold } from "../../../domain/audit/aggregates.ts";
import { dayOf } from "../../../domain/base/time.ts";
import { calendarFile, entryIdOf, sequenceOf } from "../../../domain/calendar/calendar-file.ts";
import { calendarWriter } from "../../../domain/calendar/calendar-writer.ts";
import { datesOwner, ownObligations } from "../../../domain/calendar/own-obligations.ts";
import { labelWords, loadWords } from "../../../lambdas/io/words.ts";
import { calendarMessages } from "../../../lambdas/use-cases/base/calendar-of-obligations.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { Language } from "../../../schemas/base/values.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { recordedFacts } from "../audit/recorded/facts.ts";
import { concludedPlay, inFeedback } from "../review/journey.ts";
import { at, expert, focalPoint, mission, observer } from "../review/play.ts";

const now = at("2021-09-01");
const { review } = inFeedback().name("FR", "observer", "2021-02-01");

const calendarWording = async (language: Language) => ({
  language,
  messages: await loadWords(calendarMessages, language),
  words: await loadWords(labelWords, language),
});

/** Returns the stages of a review's life, one after each of its facts. */
const statesOf = (facts: Parameters<typeof fold>[2]): readonly Review[] =>
  facts.flatMap((_fact, place) => fold("review", undefined, facts.slice(0, place + 1)) ?? []);

describe("an entry", () => {
  const lives = recordedFacts.filter(({ kind }) => kind === "review").map(({ facts }) => facts);

  test("keeps its identity, and has a higher sequence whenever its date changes, or it is settled or reopened", () => {
    let moved = 0;
    for (const facts of [...lives, concludedPlay().facts]) {
      const states = statesOf(facts);
      for (const [place, before] of states.slice(0, -1).entries()) {
        const after = states[place + 1] ?? before;
        for (const obligation of Object.values(before.obligations)) {
          const next = after.obligations[obligation.id];
          expect(next?.id).toBe(obligation.id);
          if (next === undefined) continue;
          expect(entryIdOf({ review: after, obligation: next })).toBe(entryIdOf({ review: before, obligation }));
          const isNews =
            dayOf(next.dueAt) !== dayOf(obligation.dueAt) || (next.state === "open") !== (obligation.state === "open");
          if (isNews) moved += 1;
          if (isNews) expect(sequenceOf(next)).toBeGreaterThan(sequenceOf(obligation));
          else expect(sequenceOf(next)).toBeGreaterThanOrEqual(sequenceOf(obligation));
        }
      }
    }
    expect(moved).toBeGreaterThan(20);
  });

  test("of a request for clarification states its number", async () => {
    const obligation = Object.values(review.obligations)[0];
    if (obligation === undefined) throw new Error("No such obligation");
    const clarification = {
      ...obligation,
      id: ObligationId.parse("clarification-2:FR"),
      kind: "clarification",
    } as const;
    const writer = calendarWriter(await calendarWording("en"), new Map([["FR", "France"]]));
    expect(writer.summary({ review, obligation: clarification })).toBe(
      "Answer to a request for clarification No. 2 – party under review: France, cluster 1",
    );
  });
});

describe("the obligations in a calendar", () => {
  const idsOf = (user: Parameters<typeof datesOwner>[0]) =>
    ownObligations(datesOwner(user), [review], now).map(({ obligation }) => String(obligation.id));

  test("are all of a party for its mission, and what they have a part in for those who serve it", () => {
    expect(idsOf(mission("PE"))).toEqual(["experts:PE", "feedback:PE", "focal-point:PE"]);
    expect(idsOf(focalPoint("PE"))).toEqual(["feedback:PE"]);
    expect(idsOf(expert("FR"))).toEqual(["questionnaire:FR"]);
    expect(idsOf(observer("FR"))).toEqual([]);
  });

  test("are none where a mandate has ended, and an agreement is for focal points alone", () => {
    const ended = concludedPlay().review;
    const idsIn = (user: Parameters<typeof datesOwner>[0]) =>
      ownObligations(datesOwner(user), [ended], now).map(({ obligation }) => String(obligation.id));
    expect(idsIn(focalPoint("FR"))).toContain("agreement:FR");
    expect(idsIn(expert("FR"))).not.toContain("agreement:FR");
    expect(idsIn({ ...focalPoint("FR"), id: mission("FR").id })).toEqual([]);
  });
});

describe.each(Language.options)("a file in %s", (language) => {
  const names = new Map([
    ["FR", "الجمهورية; العربية, 法国"],
    ["PE", "Pérou\\"],
  ]);

  test("folds every line at 75 bytes, in the middle of no character, and is read as it was written", async () => {
    const writer = calendarWriter(await calendarWording(language), names);
    const obligations = ownObligations(datesOwner(mission("FR")), [review], now);
    const file = calendarFile(writer, { obligations, owner: "الجمهورية; العربية, 法国".repeat(4) });
    for (const line of file.split("\r\n")) {
      expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
      expect(line).not.toContain("\n");
    }
    expect(file.endsWith("END:VCALENDAR\r\n")).toBe(true);
    const calendar = new ICAL.Component(ICAL.parse(file));
    const read = calendar.getAllSubcomponents("vevent").map((component) => new ICAL.Event(component));
    expect(read.map(({ summary, description }) => [summary, description])).toEqual(
      obligations.map((pending) => [writer.summary(pending), writer.description(pending)]),
    );
    // The other library reads a name as the file contains it, where these marks are escaped.
    const name = String(calendar.getFirstPropertyValue("x-wr-calname"));
    expect(name.replaceAll(/\\(?=[;,])/gu, "")).toBe(writer.name("الجمهورية; العربية, 法国".repeat(4)));
  });
});

test("the same reviews give the same bytes, in whatever order they were read", async () => {
  const writer = calendarWriter(await calendarWording("en"), new Map());
  const reviews = [
    review,
    concludedPlay().review,
    ...recordedFacts.flatMap(({ kind, facts }) => (kind === "review" ? (fold("review", undefined, facts) ?? []) : [])),
  ];
  const fileOf = (some: readonly Review[]) =>
    calendarFile(writer, { obligations: ownObligations(datesOwner(mission("FR")), some, now) });
  const distinct = [...new Map(reviews.map((one) => [one.id, one])).values()];
  fc.assert(
    fc.property(fc.shuffledSubarray(distinct, { minLength: distinct.length }), (some) => {
      expect(fileOf(some)).toBe(fileOf(distinct));
    }),
    { numRuns: 20 },
  );
});
