import { describe, expect, test } from "vitest";
import { mandatesOf, partiesWithoutFocalPoint } from "../../../domain/review/mandates.ts";
import { obligationIdOf, openObligations } from "../../../domain/review/obligations.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { drawReview, type Nomination, nominate, startReview } from "../../../domain/review/commands/start-review.ts";
import { transitions } from "../../../domain/review/stages.ts";
import { dueAfter, startOfDay } from "../../../domain/base/time.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { GroupId } from "../../../schemas/base/ids.ts";
import { type MandateRole, Review, Stage } from "../../../schemas/model/review.ts";
import { at, day, factsOf, mandateId, party, reviewId, userId } from "../../fixtures/changes.ts";

const after = (review: Review | undefined, facts: readonly Fact[]): Review => {
  const next = facts.reduce<Review | undefined>(evolveReview, review);
  if (next === undefined) throw new Error("No facts");
  return next;
};
const seat = (code: string, role: "under-review" | "reviewing") => ({
  party: party(code),
  role,
  instruments: ["UNTOC" as const],
});
const drawnOn = at("2020-11-01T09:00:00.000Z");
const scheduled = after(
  undefined,
  factsOf(
    drawReview(
      {
        id: reviewId("FR"),
        cluster: 1,
        group: GroupId.parse("c1-g1"),
        party: party("FR"),
        seats: [seat("FR", "under-review"), seat("DE", "reviewing"), seat("BR", "reviewing")],
      },
      drawnOn,
    ),
  ),
);
const startedOn = day("2020-12-01");
const started = after(scheduled, factsOf(startReview(scheduled, startedOn)));

const naming = (code: string, role: MandateRole, person: number, when = "2020-12-03T09:00:00.000Z"): Nomination => ({
  mandate: mandateId(person),
  role,
  party: party(code),
  user: userId(person),
  at: at(when),
});
const named = (review: Review, ...namings: readonly Nomination[]): Review =>
  namings.reduce((now, nomination) => after(now, factsOf(nominate(now, nomination))), review);
const kinds = (facts: readonly Fact[]) => facts.map(({ kind }) => kind);

describe("a review that was drawn", () => {
  test("is scheduled, has no obligations, and is what the schema says", () => {
    expect(scheduled).toMatchObject({ stage: "scheduled", stageSince: drawnOn, obligations: {}, mandates: {} });
    expect(() => Review.parse(scheduled)).not.toThrow();
    expect(Object.keys(scheduled.seats)).toEqual(["FR", "DE", "BR"]);
  });
});

describe("a review that starts", () => {
  test("opens a focal point within two weeks and experts within four, for every party, to the end of the day in Vienna", () => {
    expect(started).toMatchObject({ stage: "nomination", startedOn, stageSince: "2020-11-30T23:00:00.000Z" });
    expect(openObligations(started).map(({ id, dueAt, generation }) => [id, dueAt, generation])).toEqual([
      ...["focal-point:BR", "focal-point:DE", "focal-point:FR"].map((id) => [id, "2020-12-15T22:59:59.999Z", 1]),
      ...["experts:BR", "experts:DE", "experts:FR"].map((id) => [id, "2020-12-29T22:59:59.999Z", 1]),
    ]);
  });

  test("again on the same day is no fact, on another it is refused", () => {
    expect(startReview(started, startedOn)).toEqual({ ok: true, facts: [] });
    expect(startReview(started, day("2020-12-02"))).toMatchObject({ ok: false, refusal: "wrong-stage" });
  });

  test("meets at once what was named ahead of it, and nothing else", () => {
    const ahead = named(
      scheduled,
      naming("DE", "focal-point", 1, "2020-11-20T09:00:00.000Z"),
      naming("DE", "observer", 2),
    );
    const facts = factsOf(startReview(ahead, startedOn));
    expect(facts.filter(({ kind }) => kind === "obligation-met")).toEqual([
      {
        kind: "obligation-met",
        happenedAt: startOfDay(startedOn),
        review: "c1-FR",
        obligation: "focal-point:DE",
        generation: 1,
      },
    ]);
    expect(after(ahead, facts).obligations[obligationIdOf("focal-point", party("DE"))]).toMatchObject({
      state: "met",
      settledAt: startOfDay(startedOn),
    });
  });

  test("with every focal point named ahead continues to the consultation, through the nomination", () => {
    const ahead = named(
      scheduled,
      naming("FR", "focal-point", 1),
      naming("DE", "focal-point", 2),
      naming("BR", "focal-point", 3),
    );
    const facts = factsOf(startReview(ahead, startedOn));
    expect(facts.flatMap((fact) => (fact.kind === "stage-changed" ? [[fact.from, fact.to]] : []))).toEqual([
      ["scheduled", "nomination"],
      ["nomination", "consultation"],
    ]);
    expect(after(ahead, facts).stage).toBe("consultation");
  });
});

describe("a nomination", () => {
  test("as a focal point meets that obligation and no other", () => {
    const facts = factsOf(nominate(started, naming("FR", "focal-point", 1)));
    expect(kinds(facts)).toEqual(["mandate-began", "obligation-met"]);
    const next = after(started, facts);
    expect(
      mandatesOf(next, party("FR"), "focal-point", at("2020-12-31T00:00:00.000Z")).map(({ user }) => user),
    ).toEqual([userId(1)]);
    expect(openObligations(next).map(({ id }) => id)).not.toContain("focal-point:FR");
    expect(openObligations(next)).toHaveLength(5);
  });

  test("as an expert meets that obligation; a second expert is welcome and meets nothing more", () => {
    const one = named(started, naming("FR", "expert", 1));
    expect(openObligations(one).map(({ id }) => id)).not.toContain("experts:FR");
    expect(kinds(factsOf(nominate(one, naming("FR", "expert", 2))))).toEqual(["mandate-began"]);
  });

  test("as an observer meets nothing", () => {
    expect(kinds(factsOf(nominate(started, naming("FR", "observer", 1))))).toEqual(["mandate-began"]);
  });

  test("again for the same is no fact", () => {
    for (const role of ["focal-point", "expert", "observer"] as const) {
      const once = named(started, naming("FR", role, 1));
      expect(nominate(once, { ...naming("FR", role, 1), mandate: mandateId(9) })).toEqual({ ok: true, facts: [] });
    }
  });

  test("as a second focal point is refused, also before the start and in the consultation", () => {
    const consultation = named(
      started,
      naming("FR", "focal-point", 1),
      naming("DE", "focal-point", 2),
      naming("BR", "focal-point", 3),
    );
    for (const review of [
      named(scheduled, naming("FR", "focal-point", 1)),
      named(started, naming("FR", "focal-point", 1)),
      consultation,
    ])
      expect(nominate(review, naming("FR", "focal-point", 7))).toEqual({
        ok: false,
        refusal: "focal-point-exists",
        details: { reviews: ["c1-FR"], mandate: mandateId(1) },
      });
  });

  test("for a party without a seat is refused, and in a review that has concluded", () => {
    expect(nominate(started, naming("JP", "focal-point", 1))).toMatchObject({
      ok: false,
      refusal: "not-in-this-review",
    });
    const concluded: Review = { ...started, stage: "concluded" };
    expect(nominate(concluded, naming("FR", "expert", 1))).toMatchObject({ ok: false, refusal: "wrong-stage" });
  });

  test("by a note verbale from before the start counts from the start on, not before the obligation opened", () => {
    const facts = factsOf(nominate(started, naming("FR", "focal-point", 1, "2020-11-20T09:00:00.000Z")));
    expect(facts).toMatchObject([
      { kind: "mandate-began", happenedAt: "2020-11-20T09:00:00.000Z", since: "2020-11-20T09:00:00.000Z" },
      { kind: "obligation-met", happenedAt: startOfDay(startedOn) },
    ]);
  });
});

describe("the consultation", () => {
  test("opens with the last missing focal point, at the time when the last of them was named", () => {
    const two = named(
      started,
      naming("FR", "focal-point", 1, "2020-12-09T09:00:00.000Z"),
      naming("DE", "focal-point", 2),
    );
    expect(two.stage).toBe("nomination");
    expect(partiesWithoutFocalPoint(two, at("2020-12-31T00:00:00.000Z"))).toEqual(["BR"]);
    // Recorded last, but by a note of an earlier day.
    const facts = factsOf(nominate(two, naming("BR", "focal-point", 3, "2020-12-04T09:00:00.000Z")));
    expect(facts.at(-1)).toEqual({
      kind: "stage-changed",
      happenedAt: "2020-12-09T09:00:00.000Z",
      review: "c1-FR",
      from: "nomination",
      to: "consultation",
    });
  });

  test("opens when the last focal point was named, although an expert was named later", () => {
    const two = named(started, naming("FR", "focal-point", 1), naming("DE", "focal-point", 2));
    const expert = named(two, naming("FR", "expert", 4, "2020-12-10T09:00:00.000Z"));
    // Recorded after the expert, by a note of an earlier day.
    const all = named(expert, naming("BR", "focal-point", 3, "2020-12-04T09:00:00.000Z"));
    expect([all.stage, all.stageSince]).toEqual(["consultation", "2020-12-04T09:00:00.000Z"]);
  });

  test("is not blocked by missing experts, and not opened by experts and observers", () => {
    const without = named(started, naming("FR", "expert", 1), naming("DE", "expert", 2), naming("BR", "observer", 3));
    expect(without.stage).toBe("nomination");
    const all = named(
      started,
      naming("FR", "focal-point", 1),
      naming("DE", "focal-point", 2),
      naming("BR", "focal-point", 3),
    );
    expect(all.stage).toBe("consultation");
    expect(openObligations(all).map(({ id }) => id)).toEqual(["experts:BR", "experts:DE", "experts:FR"]);
    expect(named(all, naming("BR", "expert", 9)).stage).toBe("consultation");
  });
});

describe("facts that cannot follow", () => {
  const stage = (from: Stage, to: Stage): Fact => ({
    kind: "stage-changed",
    happenedAt: drawnOn,
    review: reviewId("FR"),
    from,
    to,
  });
  const refused = (review: Review | undefined, fact: Fact | undefined) => {
    if (fact === undefined) throw new Error("No such fact");
    expect(() => evolveReview(review, fact)).toThrow(Error);
  };

  test("are every change of stage that is not one step along the table from where the review is", () => {
    for (const now of Stage.options)
      for (const from of Stage.options)
        for (const to of Stage.options) {
          const ways: readonly string[] = Object.values(transitions[now]);
          const review: Review = { ...started, stage: now };
          if (from === now && ways.includes(to)) expect(evolveReview(review, stage(from, to)).stage).toBe(to);
          else refused(review, stage(from, to));
        }
  });

  test("are a beginning in the middle, and a second beginning", () => {
    refused(undefined, stage("scheduled", "nomination"));
    const drawing = factsOf(drawReview({ ...scheduled, seats: [seat("FR", "under-review")] }, drawnOn))[0];
    refused(scheduled, drawing);
    for (const fact of factsOf(startReview(scheduled, startedOn)))
      if (fact.kind !== "obligation-met") refused(started, fact);
  });

  test("are an obligation met that is not open, or in another generation, or opened in a generation that is not the next", () => {
    const met = factsOf(nominate(started, naming("FR", "focal-point", 1))).find(
      ({ kind }) => kind === "obligation-met",
    );
    if (met?.kind !== "obligation-met") throw new Error("Nothing was met");
    refused(scheduled, met);
    refused(started, { ...met, generation: 2 });
    refused(after(started, [met]), met);
    const opened = factsOf(startReview(scheduled, startedOn)).find(({ kind }) => kind === "obligation-opened");
    if (opened?.kind !== "obligation-opened") throw new Error("Nothing was opened");
    refused(started, { ...opened, generation: 3 });
    expect(evolveReview(started, { ...opened, generation: 2 }).obligations[opened.obligation]?.generation).toBe(2);
  });

  test("are a mandate that began before, or of a party without a seat", () => {
    const began = factsOf(nominate(started, naming("FR", "expert", 1)))[0];
    if (began?.kind !== "mandate-began") throw new Error("No mandate began");
    refused(after(started, [began]), began);
    refused(started, { ...began, party: party("JP") });
  });

  test("are those of other subjects", () => {
    refused(started, { kind: "group-started", happenedAt: drawnOn, group: GroupId.parse("c1-g1"), startedOn });
    refused(started, { kind: "person-updated", happenedAt: drawnOn, user: userId(1) });
  });
});

test("a reopened obligation keeps its original date, from which late is counted", () => {
  const before = started.obligations[obligationIdOf("experts", party("FR"))];
  const next = evolveReview(started, {
    kind: "obligation-opened",
    happenedAt: drawnOn,
    review: reviewId("FR"),
    obligation: obligationIdOf("experts", party("FR")),
    obligationKind: "experts",
    party: party("FR"),
    generation: 2,
    openedOn: startedOn,
    dueAt: dueAfter(startedOn, { weeks: 8 }),
    originalDueAt: before?.originalDueAt,
  });
  expect(next.obligations[obligationIdOf("experts", party("FR"))]).toMatchObject({
    generation: 2,
    dueAt: dueAfter(startedOn, { weeks: 8 }),
    originalDueAt: before?.dueAt,
  });
});
