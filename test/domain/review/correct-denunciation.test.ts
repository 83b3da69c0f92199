import { describe, expect, test } from "vitest";
import {
  correctDenunciation,
  type DenunciationSurroundings,
  type RecordedDenunciation,
  undoDenunciation,
} from "../../../domain/review/commands/correct-denunciation.ts";
import { recordDenunciation } from "../../../domain/review/commands/record-denunciation.ts";
import { evolveParty } from "../../../domain/parties/parties.ts";
import { openObligations } from "../../../domain/review/obligations.ts";
import { reviewHistory } from "../../../domain/statistics/review-history.ts";
import type { PhaseId } from "../../../schemas/base/ids.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { inFeedback, inQuestionnaire } from "./journey.ts";
import { at, day, party, Play } from "./play.ts";

const of = (code: string): Party => ({
  id: party(code),
  name: code,
  kind: "STATE",
  regionalGroup: "GRULAC",
  joined: { UNTOC: day("2019-12-01") },
  participation: "takes-part",
});

/** A review that a party has left, as its journal and that of the party record it. */
class Left {
  party: Party;
  readonly play: Play;
  readonly before: Review;
  readonly entries: { readonly facts: readonly Fact[] }[];

  constructor(play: Play, code: string, on = "2021-08-02", leftOn = on) {
    this.play = play;
    this.before = play.review;
    this.entries = [{ facts: [...play.facts] }];
    this.party = of(code);
    const left = recordDenunciation(
      this.party,
      [play.review],
      { leftOn: day(leftOn), document: "C.N.55.2020" },
      at(on),
    );
    if (!left.ok) throw new Error(left.refusal);
    this.take(left);
  }

  take({ party: ofParty, reviews }: { party: readonly Fact[]; reviews: readonly { facts: readonly Fact[] }[] }): void {
    this.party = ofParty.reduce(evolveParty, this.party);
    for (const { facts } of reviews) {
      this.play.take({ ok: true, facts });
      this.entries.push({ facts });
    }
  }

  get denunciation(): RecordedDenunciation {
    return { party: this.party, recordedAt: at("2021-08-02"), reviews: [this.play.review], seatsDrawn: [] };
  }

  get journals(): DenunciationSurroundings["journals"] {
    return new Map([[this.play.review.id, this.entries as unknown as readonly JournalEntry[]]]);
  }

  undo(on = "2021-08-20", around: Partial<DenunciationSurroundings> = {}, more: Partial<RecordedDenunciation> = {}) {
    const known = {
      journals: this.journals,
      groups: [],
      formerParties: [],
      openedWithout: [],
      erased: new Set<never>(),
    };
    const denunciation = { ...this.denunciation, ...more };
    return undoDenunciation(denunciation, { ...known, ...around }, { reason: "Another party was meant." }, at(on));
  }

  correct(leftOn: string, on = "2021-08-20", more: Partial<RecordedDenunciation> = {}) {
    const right = { leftOn: day(leftOn), document: "C.N.55.2020", reason: "A slip." };
    return correctDenunciation({ ...this.denunciation, ...more }, this.journals, right, at(on));
  }

  takeAll(decided: ReturnType<typeof undoDenunciation>): Review {
    if (!decided.ok) throw new Error(decided.refusal);
    this.take(decided);
    expect(this.play.replayed()).toEqual(this.play.review);
    return this.play.review;
  }
}

const pending = (review: Review) => openObligations(review).map(({ id, dueAt }) => [id, dueAt]);
const serving = ({ mandates }: Review) =>
  Object.values(mandates)
    .filter(({ until }) => until === undefined)
    .map(({ id }) => id);
const outcomeOf = (decided: ReturnType<typeof undoDenunciation>) =>
  decided.ok ? decided : { refusal: decided.refusal, ...decided.details };

describe("a denunciation that is undone", () => {
  test.each(["FR", "PE"])("of %s leaves the review as it was: its stage, its obligations, and its mandates", (code) => {
    const left = new Left(inFeedback(), code);
    const { before } = left;
    expect(serving(left.play.review).length).toBeLessThan(serving(before).length);
    const after = left.takeAll(left.undo());
    expect([pending(after), serving(after), after.stage]).toEqual([pending(before), serving(before), before.stage]);
    expect([after.discontinued, after.vacated]).toEqual([undefined, undefined]);
    expect([left.party.participation, left.party.left]).toEqual(["takes-part", undefined]);
  });

  test("keeps obligations in a generation of their own, whose reminders begin with it", () => {
    const left = new Left(inFeedback(), "PE");
    const after = left.takeAll(left.undo());
    const obligation = openObligations(after).find(({ party: whose }) => whose === "PE");
    expect([obligation?.generation, obligation?.datedAt]).toEqual([3, "2021-08-20T12:00:00.000Z"]);
  });

  test("is counted as if it had never been", () => {
    const left = new Left(inFeedback(), "FR");
    const whole = reviewHistory(left.entries[0]?.facts ?? []);
    left.takeAll(left.undo());
    const now = reviewHistory(left.entries.flatMap(({ facts }) => facts));
    expect([now.obligations, now.mandates, now.discontinuedAt]).toEqual([whole.obligations, whole.mandates, undefined]);
  });

  test("can be recorded again, and undone again", () => {
    const left = new Left(inFeedback(), "PE");
    left.takeAll(left.undo());
    const again = recordDenunciation(
      left.party,
      [left.play.review],
      { leftOn: day("2021-09-01"), document: "C.N.56.2021" },
      at("2021-09-01"),
    );
    if (!again.ok) throw new Error(again.refusal);
    left.take(again);
    const after = left.takeAll(left.undo("2021-09-02"));
    expect([pending(after), serving(after)]).toEqual([pending(left.before), serving(left.before)]);
  });

  test("restores no mandate of a party that left it meanwhile, nor of an erased person", () => {
    const left = new Left(inFeedback(), "FR");
    const gone: Party = {
      ...of("PE"),
      participation: "not-taking-part",
      left: { leftOn: day("2021-08-10"), document: "C.N.56.2020", at: at("2021-08-10") },
    };
    const erased = Object.values(left.before.mandates).find(
      ({ party: whose, role }) => whose === "FR" && role === "expert",
    );
    if (erased === undefined) throw new Error("No serving person");
    const after = left.takeAll(left.undo("2021-08-20", { formerParties: [gone], erased: new Set([erased.user]) }));
    expect(after.vacated?.map(({ party: whose }) => whose)).toEqual(["PE"]);
    expect(openObligations(after).map(({ party: whose }) => whose)).not.toContain("PE");
    expect(serving(after)).not.toContain(erased.id);
  });

  test("is refused where something took the place of what had ended, and says which", () => {
    const left = new Left(inQuestionnaire(), "FR");
    const drawn = { review: left.play.review.id, by: party("JP"), at: at("2021-08-05") };
    expect(outcomeOf(left.undo("2021-08-20", {}, { seatsDrawn: [drawn] }))).toEqual({
      refusal: "denunciation-overtaken",
      what: "seat-redrawn",
      seats: [{ review: drawn.review, by: "JP" }],
    });
    expect(outcomeOf(left.undo("2021-08-20", { openedWithout: ["c4" as PhaseId] }))).toMatchObject({
      what: "phase-opened",
      phase: "c4",
    });
    const scheduled = new Left(new Play(), "FR");
    const started = { id: scheduled.play.review.group, state: "started" } as Group;
    expect(outcomeOf(scheduled.undo("2021-08-20", { groups: [started] }))).toMatchObject({ what: "group-started" });
    expect(outcomeOf(scheduled.undo("2021-08-20", { groups: [{ ...started, state: "planned" }] }))).toMatchObject({
      ok: true,
    });
  });

  test("is no denunciation any more: neither can it be undone twice, nor corrected", () => {
    const left = new Left(inQuestionnaire(), "PE");
    left.takeAll(left.undo());
    expect([left.undo("2021-08-21"), left.correct("2021-08-01")].map(outcomeOf)).toEqual([
      { refusal: "no-denunciation" },
      { refusal: "no-denunciation" },
    ]);
  });
});

describe("the day of a denunciation that is corrected", () => {
  test.each(["FR", "PE"])("of %s holds for the review as well", (code) => {
    const left = new Left(inFeedback(), code);
    const after = left.takeAll(left.correct("2021-07-20"));
    expect((after.discontinued ?? after.vacated?.[0])?.leftOn).toBe("2021-07-20");
    expect(left.party.left).toMatchObject({ leftOn: "2021-07-20", document: "C.N.55.2020" });
    expect([pending(after), serving(after)].map((list) => list.length)).toEqual(
      code === "FR" ? [0, serving(left.before).length - 2] : [1, serving(left.before).length - 2],
    );
  });

  test("to a later one lets the ended mandates run until then, and back again", () => {
    const left = new Left(inFeedback(), "PE", "2021-08-02", "2021-08-01");
    const ends = (review: Review) =>
      Object.values(review.mandates)
        .filter(({ party: whose }) => whose === "PE")
        .map(({ until }) => until);
    const recorded = ends(left.play.review);
    const later = left.takeAll(left.correct("2021-08-10"));
    expect(new Set(ends(later))).toEqual(new Set(["2021-08-09T22:00:00.000Z"]));
    expect(ends(left.takeAll(left.correct("2021-07-30", "2021-08-21")))).toEqual(recorded);
  });

  test("to the recorded day is no fact", () => {
    const left = new Left(inFeedback(), "PE");
    expect(left.correct("2021-08-02")).toEqual({ ok: true, party: [], reviews: [] });
  });

  test("is refused ahead, before the party had joined the Convention, and after lots for its seat", () => {
    const left = new Left(inFeedback(), "PE");
    const drawn = { review: left.play.review.id, by: party("JP"), at: at("2021-08-05") };
    const joinedLate = { party: { ...left.party, joined: { UNTOC: day("2021-05-01") } } };
    expect(
      [
        left.correct("2021-08-21"),
        left.correct("2021-04-30", "2021-08-20", joinedLate),
        left.correct("2019-01-01"),
        left.correct("2021-08-06", "2021-08-20", { seatsDrawn: [drawn] }),
      ].map(outcomeOf),
    ).toMatchObject([
      { refusal: "date-in-the-future" },
      { refusal: "date-too-early", earliest: "2021-05-01" },
      { refusal: "date-too-early" },
      { refusal: "date-too-late", latest: "2021-08-05", contradicts: "redraw" },
    ]);
  });
});
