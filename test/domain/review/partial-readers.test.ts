import { describe, expect, test } from "vitest";
import { may } from "../../../domain/review/permissions.ts";
import { seesClarification } from "../../../domain/review/visibility.ts";
import type { Clarification } from "../../../schemas/model/review.ts";
import { inFeedback } from "./journey.ts";
import { at, focalPoint, hash, observer, party, seat, texts } from "./play.ts";

const now = at("2021-10-01");

describe("an observer", () => {
  test("of the party under review reads no draft of feedback, which one of a reviewing party does", () => {
    const { review } = inFeedback().name("FR", "observer", "2021-02-01").name("PE", "observer", "2021-02-01");
    expect(may(observer("FR"), "feedback.read", { review }, now)).toBe(true);
    expect(may(observer("FR"), "feedback.read-draft", { review }, now)).toBe(false);
    expect(may(observer("PE"), "feedback.read-draft", { review }, now)).toBe(true);
  });
});

describe("a party that reviews some instruments", () => {
  test("reads no question about the others", () => {
    const seats = [
      seat("FR", "under-review", "UNTOC", "TIP", "SOM"),
      seat("PE", "reviewing", "UNTOC", "TIP"),
      seat("KE", "reviewing", "UNTOC", "TIP", "SOM"),
      seat("GH", "additional-reviewer", "SOM"),
    ];
    const { review } = inFeedback("2021-06-30", seats, { ...texts, SOM: hash("c") });
    const about = (...instruments: readonly ("TIP" | "SOM")[]): Clarification =>
      ({ number: 1, askedBy: party("KE"), state: "open", instruments }) as unknown as Clarification;
    const sees = (clarification: Clarification) => seesClarification(clarification, review, focalPoint("GH"), now);
    expect([sees(about("TIP")), sees(about("SOM")), sees(about("TIP", "SOM"))]).toEqual([false, true, true]);
  });
});
