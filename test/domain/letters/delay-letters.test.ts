import { describe, expect, test } from "vitest";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { inFeedback } from "../review/journey.ts";
import { at, day, focalPoint, party } from "../review/play.ts";
import { gatherLetter } from "./gather-letter.ts";

const obligation = ObligationId.parse("feedback:PE");

describe("the letter about the delay of a reviewing party", () => {
  const play = inFeedback();
  const before = play.obligation(obligation);
  play.do((review) =>
    notifyDelay(
      review,
      focalPoint("PE"),
      { obligation, dueOn: day("2022-02-15"), reason: "clearance" },
      at("2021-12-01"),
    ),
  );
  const { review } = play;
  const content = { kind: "delay-notified", review: review.id, obligation, generation: 2 } as const;
  const { input }: any = gatherLetter(
    content,
    { kind: "mission", party: party("FR") },
    { reviews: [review], now: at("2021-12-01") },
  );

  test("names that party, and not the party under review", () => {
    expect(input.by).toMatchObject({ id: "PE" });
  });

  test("states the original date and the new one, each as what it is", () => {
    expect([input.originalDueAt, input.dueAt]).toEqual([before.dueAt, "2022-02-15T22:59:59.999Z"]);
    expect(input.originalDueAt).not.toBe(input.dueAt);
  });
});
