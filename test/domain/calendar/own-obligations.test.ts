import { describe, expect, test } from "vitest";
import { ownObligations } from "../../../domain/calendar/own-obligations.ts";
import { removeMandate } from "../../../domain/review/commands/change-mandates.ts";
import { inQuestionnaire } from "../review/journey.ts";
import { at, expert, mission, party, Play } from "../review/play.ts";

const owner = { kind: "user", user: expert("FR").id } as const;
const idsOf = (play: Play, now: string): readonly string[] =>
  ownObligations(owner, [play.review], at(now)).map(({ obligation }) => obligation.id);

describe("the obligations of a person", () => {
  test("are theirs as long as their mandate runs, and no longer", () => {
    const play = inQuestionnaire();
    expect(idsOf(play, "2021-03-01")).toEqual(["questionnaire:FR"]);
    const mandate = Object.values(play.review.mandates).find(({ user }) => user === owner.user);
    if (mandate === undefined) throw new Error("The expert has no mandate");
    play.do((review) => {
      const removal = { party: party("FR"), mandate: mandate.id };
      const removed = removeMandate([review], mission("FR"), removal, at("2021-04-01"));
      if (!removed.ok) return removed;
      return { ok: true, facts: removed.changes.flatMap(({ facts }) => facts) };
    });
    expect(idsOf(play, "2021-04-02")).toEqual([]);
    expect(play.obligation("questionnaire:FR").state).toBe("open");
  });
});
