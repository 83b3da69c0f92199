import { expect, test } from "vitest";
import { reminderRecipients } from "../../../domain/letters/reminder-letters.ts";
import { inObservations } from "../review/journey.ts";
import { at, focalPoint } from "../review/play.ts";

test("the reminder of an agreement goes to the mission and to the focal point of the party", () => {
  const play = inObservations();
  const now = at("2022-11-03T08:00:00.000Z");
  expect(reminderRecipients(play.review, play.obligation("agreement:PE"), { stepName: "d-28", at: now })).toEqual([
    { kind: "mission", party: "PE" },
    { kind: "user", user: focalPoint("PE").id },
  ]);
});
