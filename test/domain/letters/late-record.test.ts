import { expect, test } from "vitest";
import { ofRedrawnSeat } from "../../../domain/letters/lots-notifications.ts";
import { lateRecord } from "../../../domain/letters/notice-plans.ts";
import { compose } from "../../harness/compose-letter.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";
import { inFeedback } from "../review/journey.ts";
import { at } from "../review/play.ts";
import { everySample } from "./every-sample.ts";

const flat = (text: string) => text.replace(/\s+/gu, " ");

test("A fact recorded on a later day is notified at the next 09:00, with both days; one recorded on its day at once", () => {
  expect(lateRecord(at("2021-08-02T10:00:00.000Z"), at("2021-08-20T10:00:00.000Z"))).toEqual({
    late: { happenedOn: "2021-08-02", recordedOn: "2021-08-20" },
    leavesAt: "2021-08-21T07:00:00.000Z",
  });
  expect(lateRecord(at("2021-08-20T08:00:00.000Z"), at("2021-08-20T10:00:00.000Z"))).toEqual({});
});

test("A drawing that is recorded late names its day to every mission concerned", () => {
  const { review } = inFeedback();
  const seat = { party: PartyId.parse("JP"), role: "reviewer-other-group", instruments: ["UNTOC"] } as const;
  const fact = {
    kind: "seat-redrawn",
    happenedAt: at("2021-08-02T10:00:00.000Z"),
    review: review.id,
    from: PartyId.parse("KE"),
    seat,
  } as const;
  const plans = ofRedrawnSeat(fact as never, review, at("2021-08-20T10:00:00.000Z"));
  expect(plans.map(({ content, leavesAt }) => ["late" in content && content.late, leavesAt])).toEqual([
    [{ happenedOn: "2021-08-02", recordedOn: "2021-08-20" }, "2021-08-21T07:00:00.000Z"],
  ]);
});

test("A digest that leaves late names its period, and one that leaves on its day the past week", () => {
  const sample = Object.values(everySample).find(({ kind }) => kind === "digest");
  if (sample?.kind !== "digest") throw new Error("There is no digest");
  expect(flat(compose(sample).text)).toContain("in the past week");
  const late = flat(compose({ ...sample, now: Instant.parse("2031-01-01T08:00:00.000Z") }).text);
  expect(late).not.toContain("past week");
  expect(late).toMatch(/to its focal points from \d+ \w+ \d{4} to \d+ \w+ \d{4}/u);
});

test("The daily list marks what is new, and states for how many days the rest has been on it", () => {
  const sample = Object.values(everySample).find(({ kind }) => kind === "daily-list");
  if (sample?.kind !== "daily-list") throw new Error("There is no daily list");
  const text = flat(compose(sample).text);
  expect(text).toContain("New today: ");
  expect(text).toMatch(/on this list since \d+ \w+ \d{4}, for \d+ days?/u);
});
