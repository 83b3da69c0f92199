import { describe, expect, test } from "vitest";
import { dueReminders } from "../../../domain/letters/reminder-letters.ts";
import { inObservations, inQuestionnaire } from "../review/journey.ts";
import { at, type Play } from "../review/play.ts";
import { lives } from "./review-plays.ts";

const due = (play: Play, now: string) =>
  dueReminders([play.review], at(now)).flatMap(({ letters }) =>
    letters.map(({ content, recipient }) =>
      [
        "reminderSubject" in content ? `${content.reminderSubject.kind} ${content.stepName}` : content.kind,
        recipient.kind === "user" ? recipient.user.slice(-4) : Object.values(recipient)[1],
      ].join(" "),
    ),
  );

describe("the opening reminder of an obligation", () => {
  test("does not open what the letter about the consultation named to the mission and the focal point", () => {
    expect(due(inQuestionnaire(), "2021-01-12")).toEqual([]);
    expect(due(lives.returned().play, "2021-07-02")).toEqual(["questionnaire start FR", "questionnaire start fpfr"]);
  });

  test("opens an agreement to the missions alone, whose focal points read of it that the feedback is complete", () => {
    expect(due(inObservations(), "2021-11-16")).toEqual([
      "agreement start FR",
      "agreement start PE",
      "agreement start KE",
    ]);
  });

  test("opens feedback to the focal points as well where a decision, and not the responses, opened it", () => {
    expect(due(lives.withoutAnswers().play, "2022-10-18")).toEqual([
      "feedback start PE",
      "feedback start fppe",
      "feedback start KE",
      "feedback start fpke",
    ]);
  });
});
