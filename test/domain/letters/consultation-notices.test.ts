import { describe, expect, test } from "vitest";
import { lettersOn } from "../../../domain/letters/notifications.ts";
import { targetLettersOf } from "../../../domain/letters/target-letters.ts";
import { agreeLanguages, concludeConsultation, recordMeeting } from "../../../domain/review/commands/consultation.ts";
import { correctMeetingMode } from "../../../domain/review/commands/consultation-rounds.ts";
import { correctDate } from "../../../domain/review/commands/correct-date.ts";
import { inConsultation } from "../review/journey.ts";
import { at, day, focalPoint, party, type Play, secretariat } from "../review/play.ts";
import { lives } from "./review-plays.ts";
import { gatherInput, lettersTo } from "./review-samples.ts";

const listNotices = ({ play, facts }: { play: Play; facts: Parameters<typeof lettersTo>[1] }, now: string) =>
  lettersTo(play, facts, at(now));

describe("recipients of letters about the consultation", () => {
  test("the consultation, that it may begin and what was agreed: all parties, their missions included", () => {
    const all = ["mission FR", "mission PE", "mission KE", "fpfr", "fppe", "fpke"];
    expect(listNotices(lives.consulting(), "2020-12-10")).toEqual(all.map((to) => `consultation-opened ${to}`));
    const agreed = all.map((to) => `consultation-agreed ${to}`);
    expect(listNotices(lives.agreedInConsultation(), "2021-01-11")).toEqual(agreed);
    expect(listNotices(lives.languagesFollowed(), "2021-02-01")).toEqual(agreed);
  });

  test("languages agreed on before the outcome: no recipient yet, since the outcome's letter states them", () => {
    const play = inConsultation();
    const facts = play.do((review) =>
      agreeLanguages(review, focalPoint("FR"), { languages: ["en"] }, at("2020-12-20")),
    );
    expect(lettersTo(play, facts, at("2020-12-20"))).toEqual([]);
  });

  test.each(["meeting", "consultation", "clock", "answers-due"] as const)(
    "a corrected %s of what was agreed: all parties, by a letter that says that it corrects",
    (what) => {
      const { play } = lives.agreedInConsultation();
      const to = {
        meeting: "2021-01-10",
        consultation: "2021-01-13",
        clock: "2021-01-14",
        "answers-due": "2021-05-31",
      };
      const correction = { what, to: day(to[what]), reason: "A slip." };
      const facts = play.do((review) => correctDate(review, secretariat, correction, at("2021-01-20")));
      expect(listNotices({ play, facts }, "2021-01-20")).toEqual(
        ["mission FR", "mission PE", "mission KE", "fpfr", "fppe", "fpke"].map((who) => `consultation-agreed ${who}`),
      );
    },
  );

  test("a correction of the meetings: all parties; before the outcome a correction notifies no recipient", () => {
    const { play } = lives.agreedInConsultation();
    const mode = { mode: "video", reason: "A slip." } as const;
    const facts = play.do((review) => correctMeetingMode(review, secretariat, mode, at("2021-01-20")));
    expect(listNotices({ play, facts }, "2021-01-20")).toHaveLength(6);
    const early = inConsultation();
    early.do((review) => recordMeeting(review, focalPoint("FR"), { heldOn: day("2020-12-20") }, at("2020-12-20")));
    const correction = { what: "meeting", to: day("2020-12-18"), reason: "A slip." } as const;
    const moved = early.do((review) => correctDate(review, secretariat, correction, at("2020-12-21")));
    expect(listNotices({ play: early, facts: moved }, "2020-12-21")).toEqual([]);
  });

  test("an outcome given with its languages: one letter each", () => {
    const play = inConsultation();
    const outcome = { heldOn: day("2021-01-11"), languages: { languages: ["en"] } };
    const facts = play.do((review) => concludeConsultation(review, focalPoint("FR"), outcome, at("2021-01-11")));
    const current = { by: focalPoint("FR").id, at: at("2021-01-11"), facts: [...facts], review: play.review };
    expect(lettersOn(current, at("2021-01-11")).map(({ content }) => content.kind)).toEqual(
      Array(6).fill("consultation-agreed"),
    );
  });

  test("a consultation past its target: all parties, in the morning after it, once and not of long ago", () => {
    const { review } = inConsultation();
    const letters = (now: string) =>
      targetLettersOf([review], at(now)).map(({ recipient }) =>
        recipient.kind === "user" ? recipient.user.slice(-4) : Object.values(recipient).join(" "),
      );
    const all = ["mission FR", "mission PE", "mission KE", "fpfr", "fppe", "fpke"];
    expect(letters("2021-01-08T07:59:59.999Z")).toEqual([]);
    expect(letters("2021-01-08T08:00:00.000Z")).toEqual(all);
    expect(letters("2021-06-01T08:00:00.000Z")).toEqual([]);
    expect(targetLettersOf([lives.agreedInConsultation().play.review], at("2021-01-12T08:00:00.000Z"))).toEqual([]);
  });

  test("an agreement from before the other languages: no recipient any more, since a separate letter reports those", () => {
    const { play } = lives.languagesFollowed();
    const recordedAt = at("2021-01-11");
    const outcome = { kind: "consultation-agreed" as const, review: play.review.id, recordedAt, languages: [] };
    const said = gatherInput(play, outcome, { kind: "mission", party: party("FR") }, at("2021-02-01"));
    expect(said).toEqual({ kind: "skip", reason: "replaced" });
  });
});
