import { describe, expect, test } from "vitest";
import { dailyListOf } from "../../../domain/letters/daily-list.ts";
import { escalatedTo, listedFrom } from "../../../domain/letters/escalation.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { Setting } from "../../../domain/base/settings.ts";
import type { Period } from "../../../domain/base/time.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import { inFeedback, inObservations, inQuestionnaire } from "../review/journey.ts";
import { at, day, focalPoint, Play } from "../review/play.ts";

const edition = (effectiveFrom: string, days: number): Setting<Period>[number] => ({
  effectiveFrom: day(effectiveFrom),
  sources: ["D"],
  value: { days },
});
const due = "2020-12-15T22:59:59.999Z";
const started = new Play().start().review;

describe("an obligation comes on the secretariat's list", () => {
  test("eight days after its date, at 09:00 in Vienna, after its mission was reminded twice", () => {
    const onList = (now: string) => escalatedTo("secretariat", [started], at(now)).map(({ obligation }) => obligation);
    expect(onList("2020-12-23T07:59:59.999Z")).toEqual([]);
    expect(onList("2020-12-23T08:00:00.000Z")).toEqual(["focal-point:FR", "focal-point:KE", "focal-point:PE"]);
    // Experts were due two weeks later. The latest entry of the list comes first.
    expect(onList("2021-01-06T08:00:00.000Z")).toEqual([
      "experts:FR",
      "experts:KE",
      "experts:PE",
      "focal-point:FR",
      "focal-point:KE",
      "focal-point:PE",
    ]);
  });

  test("whatever the obligation is, and leaves it when it is met or its date changes", () => {
    const late = inQuestionnaire().review;
    expect(escalatedTo("secretariat", [late], at("2021-07-19T07:00:00.000Z"))).toMatchObject([
      { obligation: "questionnaire:FR", party: "FR", dueAt: "2021-07-11T21:59:59.999Z", generation: 1 },
    ]);
    expect(escalatedTo("secretariat", [inFeedback().review], at("2021-07-19T07:00:00.000Z"))).toEqual([]);
  });

  test("eight days after its new date where it was delayed", () => {
    const play = inQuestionnaire();
    const obligation = ObligationId.parse("questionnaire:FR");
    const delay = { obligation, dueOn: day("2021-09-10"), reason: "translation" } as const;
    play.do((review) => notifyDelay(review, focalPoint("FR"), delay, at("2021-07-01")));
    expect(escalatedTo("secretariat", [play.review], at("2021-09-18T06:59:59.999Z"))).toEqual([]);
    expect(escalatedTo("secretariat", [play.review], at("2021-09-18T07:00:00.000Z"))).toMatchObject([
      { obligation, party: "FR", dueAt: "2021-09-10T21:59:59.999Z", generation: 2 },
    ]);
  });

  test("where it is an agreement to the list as well", () => {
    const dueAt = inObservations().obligation("agreement:PE").dueAt;
    const later = at(new Date(Date.parse(dueAt) + 9 * 86_400_000).toISOString());
    const listed = escalatedTo("secretariat", [inObservations().review], later);
    expect(listed.map(({ obligation }) => obligation)).toEqual(["agreement:FR", "agreement:KE", "agreement:PE"]);
  });

  test("of an imported review starts with its release, not while it is paused, of a delay as well", () => {
    const delay = { delayReason: "translation" } as const;
    const obligations = Object.fromEntries(
      Object.entries(started.obligations).map(([id, obligation]) => [
        id,
        { ...obligation, ...(id === "experts:FR" ? delay : {}) },
      ]),
    );
    const held: Review = { ...started, obligations, remindersPaused: true };
    const now = at("2021-03-01T08:00:00.000Z");
    expect(escalatedTo("secretariat", [held], now)).toEqual([]);
    const released = (lettersAt: string) => {
      const { remindersPaused: _held, ...review } = held;
      return escalatedTo("secretariat", [{ ...review, remindersSince: at(lettersAt) }], now);
    };
    expect(released("2021-03-02T08:00:00.000Z")).toEqual([]);
    const later = released("2021-02-01T08:00:00.000Z");
    expect(later).toHaveLength(6);
    expect(new Set(later.map(({ since }) => since))).toEqual(new Set(["2021-02-01T08:00:00.000Z"]));
    expect(released("2020-12-30T08:00:00.000Z").map(({ since }) => since)).toContain("2021-01-06T08:00:00.000Z");
  });

  test("not before its review has started", () => {
    expect(escalatedTo("secretariat", [{ ...started, stage: "scheduled" }], at("2021-06-01"))).toEqual([]);
  });
});

describe("an edition of the rule", () => {
  const twice = [edition("2020-10-16", 8), edition("2021-01-01", 2)];

  test("rules what falls due from its day on", () => {
    expect(listedFrom(at("2020-12-31T22:59:59.999Z"), twice)).toBe("2021-01-08T08:00:00.000Z");
    expect(listedFrom(at("2020-12-31T23:00:00.000Z"), twice)).toBe("2021-01-03T08:00:00.000Z");
  });

  test("that comes later neither puts an old case on the list nor takes it away", () => {
    const now = at("2021-06-01");
    const after = (setting: Setting<Period>) => ({ secretariat: setting, president: setting });
    const count = (setting: Setting<Period>) => escalatedTo("secretariat", [started], now, after(setting)).length;
    expect(listedFrom(at(due), [edition("2021-05-01", 8)])).toBeUndefined();
    expect(count([edition("2021-05-01", 8)])).toBe(0);
    expect(count([edition("2020-10-16", 8), edition("2021-05-01", 400)])).toBe(6);
    expect(count([edition("2020-10-16", 400), edition("2021-05-01", 8)])).toBe(0);
  });
});

describe("the list of the day", () => {
  test("is one letter to the secretariat from 09:00 on, the same all day and another on the next", () => {
    const list = (now: string) => dailyListOf([started], at(now));
    expect(list("2020-12-23T07:59:59.999Z")).toBeUndefined();
    const first = list("2020-12-23T08:00:00.000Z");
    expect(first).toMatchObject({
      content: { kind: "daily-list", day: "2020-12-23" },
      recipient: { kind: "office", office: "secretariat" },
      plannedFor: "2020-12-23T08:00:00.000Z",
    });
    expect(first?.party).toBeUndefined();
    expect(list("2020-12-23T22:59:59.999Z")?.id).toBe(first?.id);
    expect(list("2020-12-24T08:00:00.000Z")?.id).not.toBe(first?.id);
    expect(list("2020-12-24T07:59:59.999Z")).toBeUndefined();
  });

  test("is none on a day on which nothing is on it", () => {
    expect(dailyListOf([inFeedback().review], at("2021-07-19T07:00:00.000Z"))).toBeUndefined();
    expect(dailyListOf([], at("2021-07-19T07:00:00.000Z"))).toBeUndefined();
  });
});
