import { describe, expect, test } from "vitest";
import { compose } from "../../harness/compose-letter.ts";
import { type ComposedLetter } from "../../../domain/letters/content/compose.ts";
import { reviewsToNominate } from "../../../domain/letters/content/gather-nomination.ts";
import { groundsOf } from "../../../domain/review/nomination-grounds.ts";
import { reminderSubjectOf } from "../../../domain/reminders/schedule.ts";
import { morningOf } from "../../../domain/base/time.ts";
import type { NominationKind } from "../../../schemas/model/review.ts";
import { redrawnPlay, widened } from "../letters/review-plays.ts";
import { removal, remove } from "./mandate-plays.ts";
import { agreedPlay, inConsultation, inFeedback, inObservations, inQuestionnaire } from "./journey.ts";
import { at, day, party, Play, seat } from "./play.ts";

const names: Readonly<Record<string, string>> = { FR: "France", PE: "Peru", KE: "Kenya", IT: "Italy", NE: "Niger" };
const named = (id: string) => ({ id: party(id), name: names[id] ?? id });
const running = (text: string) => text.replace(/\s+/g, " ");

/**
 * Returns the letters about one pending nomination of a party in these plays: opening, before the date and after it.
 */
const lettersOn = (
  plays: readonly Play[],
  kind: NominationKind,
  of: string,
): Readonly<Record<"opening" | "upcoming" | "overdue", ComposedLetter>> => {
  const [play] = plays;
  const obligation = play?.obligation(`${kind}:${of}`);
  if (play === undefined || obligation === undefined) throw new Error("no nomination is pending");
  const reminderSubject = { ...reminderSubjectOf(play.review, obligation), kind };
  const at9 = (stepName: string, now: string) =>
    compose({
      kind: "nomination-reminder",
      party: named(of),
      reminderSubject,
      stepName,
      openedOn: obligation.openedOn,
      reviews: reviewsToNominate(
        plays.map(({ review }) => review),
        reminderSubject,
        named,
      ),
      now: morningOf(day(now)),
      frontEndUrl: "https://reviews.example.org/",
      replyTo: "secretariat@reviews.example.org",
    });
  return {
    opening: at9("start", obligation.openedOn),
    upcoming: at9("d-7", obligation.openedOn),
    overdue: at9("d+22", "2023-01-10"),
  };
};

const textsOn = (...args: Parameters<typeof lettersOn>): readonly string[] =>
  Object.values(lettersOn(...args)).map(({ text }) => running(text));

/** Removes the focal point of France on 1 May 2021, two weeks after which another is due. */
const removed = (play: Play, on = "2021-05-01") => remove(play, removal("FR", "focal-point"), on);
const group = "first group under cluster 1 (criminalization and jurisdiction)";
const begin = /The parties to a country review can begin their consultations/;
const pass = "A country review cannot pass to its next stage while a party to it has no focal point.";

describe("a letter that requests a nomination", () => {
  test("at the start of the reviews states that start, and that the consultations wait", () => {
    const play = new Play().start();
    const { opening } = lettersOn([play], "focal-point", "FR");
    expect(running(opening.text)).toContain(
      `inform it that the country review of the ${group} that is listed below started on 1 December 2020.`,
    );
    for (const text of textsOn([play], "focal-point", "FR")) {
      expect(text).toMatch(begin);
      expect(text).not.toMatch(/participation of France|For France this time/);
    }
  });

  test("of a party that was drawn later states when, and the start of the review as it was", () => {
    const { play } = redrawnPlay();
    for (const kind of ["focal-point", "experts"] as const)
      for (const text of textsOn([play], kind, "IT")) {
        expect(text).toContain(
          `country review of the ${group} that is listed below, which started on 1 December 2020.`,
        );
        expect(text).toContain(
          "The participation of Italy in the review listed below began on 30 September 2021, when lots were drawn again.",
        );
        expect(text).toContain("For Italy this time counts from 30 September 2021.");
        expect(text).not.toMatch(/started on 30 September|onsultation/);
      }
    expect(textsOn([play], "focal-point", "IT").every((text) => text.includes(pass))).toBe(true);
  });

  test("of a party that an additional draw brought for later instruments states that, and does not mention a redraw", () => {
    const { play } = widened();
    for (const text of textsOn([play], "focal-point", "IT")) {
      expect(text).toContain(
        "The participation of Italy in the review listed below began on 2 March 2021, when an additional draw of lots was held for instruments that were added.",
      );
      expect(text).not.toContain("drawn again");
    }
  });

  test("after a removal states since when the party has no focal point", () => {
    for (const play of [inQuestionnaire(), inFeedback("2021-04-01"), inObservations()]) {
      const on = play.review.stage === "observations" ? "2021-12-01" : "2021-05-01";
      const since = on === "2021-05-01" ? "1 May 2021" : "1 December 2021";
      removed(play, on);
      for (const text of textsOn([play], "focal-point", "FR")) {
        expect(text).toContain("which started on 1 December 2020.");
        expect(text).toContain(
          `The service of the last focal point of France in the review listed below ended on ${since}, and no successor has been recorded.`,
        );
        expect(text).toContain(`For France this time counts from ${since}.`);
        expect(text).not.toMatch(/started on 1 May|onsultation/);
        expect(text).not.toContain("has not yet named");
      }
    }
  });

  test("of experts likewise, who hold nothing up", () => {
    const play = remove(inQuestionnaire(), removal("FR", "expert"), "2021-05-01");
    for (const text of textsOn([play], "experts", "FR")) {
      expect(text).toContain(
        "The service of the last governmental expert of France in the review listed below ended on",
      );
      expect(text).toContain("A country review proceeds while experts are being named.");
      expect(text).not.toContain("divide the work");
    }
  });

  test("while the parties consult lets no consultations begin", () => {
    for (const text of textsOn([removed(inConsultation(), "2021-01-05")], "focal-point", "FR")) {
      expect(text).not.toMatch(begin);
      expect(text).toContain(pass);
    }
  });

  test("holds nothing up where all have agreed to the list", () => {
    for (const text of textsOn([removed(agreedPlay(), "2022-01-25")], "focal-point", "FR")) {
      expect(text).not.toMatch(/onsultation|next stage/);
    }
  });

  test("for several reviews says of each why it is required", () => {
    const own = removed(inQuestionnaire(), "2021-09-30");
    const { play: other } = redrawnPlay();
    const drawn = { ...other.review, obligations: {} };
    const mixed = (of: Play["review"], why: "start" | "drawn" | "ended", id: string) => ({
      id: of.id,
      underReview: named(id),
      role: "reviewing" as const,
      instruments: ["UNTOC" as const],
      startedOn: day(why === "start" ? "2021-09-30" : "2020-12-01"),
      grounds: { why, since: day("2021-09-30") },
      stage: of.stage,
      listAgreed: false,
    });
    const obligation = own.obligation("focal-point:FR");
    const { text } = compose({
      kind: "nomination-reminder",
      party: named("FR"),
      reminderSubject: { ...reminderSubjectOf(own.review, obligation), kind: "focal-point" },
      stepName: "start",
      openedOn: obligation.openedOn,
      reviews: [
        mixed(own.review, "ended", "FR"),
        mixed({ ...drawn, id: "c1-PE" as typeof drawn.id }, "drawn", "PE"),
        mixed({ ...drawn, id: "c1-KE" as typeof drawn.id }, "drawn", "KE"),
        mixed({ ...drawn, id: "c1-NE" as typeof drawn.id }, "start", "NE"),
      ],
      now: at("2021-10-01"),
      frontEndUrl: "https://reviews.example.org/",
      replyTo: "secretariat@reviews.example.org",
    });
    expect(running(text)).toContain(
      `is awaited for the country reviews of the ${group} that are listed below. The participation of France in the country reviews of Kenya (code c1-KE) and Peru (code c1-PE) began on 30 September 2021, when lots were drawn again. The service of the last focal point of France in the country review of France (code c1-FR) ended on 30 September 2021, and no successor has been recorded. The participation of France in the country review of the Niger (code c1-NE) began with its start on 30 September 2021. In accordance`,
    );
  });
});

describe("the grounds of a pending nomination", () => {
  const why = (play: Play, id: string) => {
    const obligation = play.obligation(id);
    return obligation.kind === "focal-point" || obligation.kind === "experts"
      ? groundsOf(play.review, obligation.kind, obligation)
      : undefined;
  };

  test("are the start, also one that was corrected", () => {
    expect(why(new Play().start(), "experts:KE")).toEqual({ why: "start", since: "2020-12-01" });
  });

  test("are the drawing, in a review that had started", () => {
    expect(why(redrawnPlay().play, "focal-point:IT")).toEqual({ why: "drawn", since: "2021-09-30" });
  });

  test("are the last end, of those of one day the latest", () => {
    const { play } = redrawnPlay();
    play.name("IT", "focal-point", "2021-09-30T13:00:00.000Z");
    expect(play.obligation("focal-point:IT").state).toBe("met");
    remove(play, removal("IT", "focal-point"), "2021-09-30T14:00:00.000Z");
    expect(why(play, "focal-point:IT")).toEqual({ why: "ended", since: "2021-09-30" });
  });

  test("are left open where the records name no cause", () => {
    const play = new Play([seat("FR", "under-review"), seat("PE", "reviewing")]).start();
    const obligation = { ...play.obligation("focal-point:FR"), openedOn: day("2021-02-03") };
    expect(groundsOf(play.review, "focal-point", obligation)).toEqual({ why: "other", since: "2021-02-03" });
  });
});
