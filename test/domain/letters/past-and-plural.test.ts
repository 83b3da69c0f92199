import { describe, expect, test } from "vitest";
import { dueAfter } from "../../../domain/base/time.ts";
import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { compose } from "../../harness/compose-letter.ts";
import { day } from "../../fixtures/changes.ts";
import { everySample } from "./every-sample.ts";

const sampleOf = <K extends LetterInput["kind"]>(name: string, kind: K): Extract<LetterInput, { kind: K }> => {
  const sample = Object.entries(everySample).find(([each]) => each === name)?.[1];
  const isOfKind = (input: LetterInput | undefined): input is Extract<LetterInput, { kind: K }> => input?.kind === kind;
  if (!isOfKind(sample)) throw new Error(`${name} is no sample of ${kind}`);
  return sample;
};

const running = (input: LetterInput): string => compose(input).text.replace(/\s+/g, " ");

describe("a letter that a phase was opened", () => {
  const letter = sampleOf("phase-opened-by-decision-one-review", "phase-opened");

  test("names the day that is planned for the start of a review while it lies ahead", () => {
    const eve = { ...letter, now: Instant.parse("2024-10-31T07:00:00.000Z") };
    expect(running(eve)).toContain("start planned for 1 November 2024");
  });

  test.each(["2024-11-01T07:00:00.000Z", "2024-12-01T07:00:00.000Z"])(
    "and that leaves at %s announces no planned day that has come",
    (now) => {
      const text = running({ ...letter, now: Instant.parse(now) });
      expect(text).not.toContain("start planned for");
      expect(text).toContain("starts as soon as the secretariat starts its group");
    },
  );
});

describe("a reminder of requests for clarification", () => {
  const letter = sampleOf("clarification-opening", "duty-reminder");

  test.each([
    [[1], "The request has the number 1."],
    [[1, 3], "The requests have the numbers 1 and 3."],
    [[1, 2, 5], "The requests have the numbers 1, 2 and 5."],
  ])("of the numbers %j enumerates them", (questions, expected) => {
    expect(running({ ...letter, questions })).toContain(expected);
  });
});

describe("a letter that a start was corrected", () => {
  const letter = sampleOf("start-corrected", "start-corrected");

  test("says of answers that they were due, and of feedback that it was", () => {
    const dueAt = dueAfter(day("2020-12-01"), { weeks: 1 });
    const text = running({
      ...letter,
      pending: [
        { kind: "questionnaire", dueAt },
        { kind: "feedback", dueAt },
      ],
    });
    expect(text).toContain("Answers to the self-assessment questionnaire: Were due by the end of 8 December 2020");
    expect(text).toContain("Written feedback: Was due by the end of 8 December 2020");
  });
});
