import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accept } from "../../../domain/base/decision.ts";
import { unnamedGenerations } from "../../../domain/review/generations.ts";
import { journalViolations } from "../../../domain/audit/guarantees.ts";
import { nextEntry, aggregateKey } from "../../../domain/base/hash-chain.ts";
import { isActive, outlasts, partiesWithoutFocalPoint } from "../../../domain/review/mandates.ts";
import { delayInForce } from "../../../domain/review/obligations.ts";
import { periodOn } from "../../../domain/policy/reviews.ts";
import { transitions } from "../../../domain/review/stages.ts";
import { dayOf, dueAfter, endOfDay, latest } from "../../../domain/base/time.ts";
import type { Fact, FactOf } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { Obligation, Review, Stage } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import {
  type Attempt,
  answerIn,
  attemptIn,
  attempts,
  attemptsAboutDelays,
  newLife,
  type ReviewLife,
} from "./commands.ts";
import { inQuestionnaire } from "./journey.ts";
import { at } from "./play.ts";

type Look = (life: ReviewLife, before: Review, facts: readonly Fact[], attempt: Attempt) => void;

/** Plays attempts and checks every accepted one. */
const checkEach = (life: ReviewLife, tries: readonly Attempt[], look: Look): void => {
  for (const attempt of tries) {
    const before = life.play.review;
    const decision = attemptIn(life, attempt);
    if (decision.ok) look(life, before, decision.facts, attempt);
  }
};
const always = (look: Look, runs = 100) => {
  fc.assert(
    fc.property(attempts, (tries) => checkEach(newLife(), [{ ...start }, ...tries], look)),
    { numRuns: runs },
  );
};
const start = { what: "start", who: 0, hours: 0, days: 0, pick: 0 } as const;

const isKind =
  <K extends Fact["kind"]>(kind: K) =>
  (fact: Fact): fact is FactOf<K> =>
    fact.kind === kind;

/** Returns the original date of an obligation by its rule, from facts and settings alone. */
const ruleFor = (review: Review, obligation: Obligation, facts: readonly Fact[]): Instant => {
  const counted = (from: typeof obligation.openedOn) => dueAfter(from, periodOn(obligation.kind, from));
  switch (obligation.kind) {
    case "focal-point":
    case "experts":
    case "clarification":
      return counted(obligation.openedOn);
    case "questionnaire": {
      const { clockStartsOn = obligation.openedOn, answersDueOn } = review.consultation ?? {};
      const limit = counted(clockStartsOn);
      return answersDueOn !== undefined && endOfDay(answersDueOn) < limit ? endOfDay(answersDueOn) : limit;
    }
    case "feedback": {
      const received = review.answers?.receivedOn ?? obligation.openedOn;
      const drawn = facts.filter(isKind("seat-redrawn")).findLast(({ seat }) => seat.party === obligation.party);
      const drawnOn = drawn === undefined ? received : dayOf(drawn.happenedAt);
      return counted(drawnOn > received ? drawnOn : received);
    }
    case "agreement": {
      const first = facts
        .filter(isKind("obligation-opened"))
        .find(({ obligation: id, originalDueAt }) => id === obligation.id && originalDueAt === undefined);
      const entered = first?.openedOn ?? obligation.openedOn;
      return latest(dueAfter(review.startedOn ?? entered, { months: 24 }), dueAfter(entered, { months: 3 }));
    }
  }
};

describe("whatever is tried, in whatever order", () => {
  test("the stage moves only along the table, one step at a time, and never while a focal point is missing", () => {
    always((life, before, facts) => {
      const steps = facts.filter(isKind("stage-changed"));
      let stage: Stage = before.stage;
      for (const { from, to } of steps) {
        expect(from).toBe(stage);
        const ways: readonly Stage[] = Object.values(transitions[from]);
        expect(ways).toContain(to);
        stage = to;
        // A list to which all have agreed is published whichever party leaves.
        if (from !== "scheduled" && from !== "observations")
          expect(partiesWithoutFocalPoint(before.stage === from ? life.play.review : before, life.now)).toEqual([]);
      }
      expect(life.play.review.stage).toBe(stage);
    });
  });

  test("generations only rise, and what is settled is reopened only by a fact that says so", () => {
    always((life, before, facts) => {
      for (const obligation of Object.values(before.obligations)) {
        const after = life.play.review.obligations[obligation.id];
        expect(after?.generation ?? 0).toBeGreaterThanOrEqual(obligation.generation);
        if (after?.dueAt !== obligation.dueAt) expect(after?.generation).toBeGreaterThan(obligation.generation);
        if (obligation.state !== "open" && after?.state === "open")
          expect(facts.some((fact) => fact.kind === "obligation-opened" && fact.obligation === obligation.id)).toBe(
            true,
          );
      }
    });
  });

  test("a command is answered as done without a fact only where it requires no change", () => {
    // People and lots are new in each attempt, and a reversed delay leaves the one before it to be reversed.
    const others = ["focalPoint", "expert", "replace", "remove", "redraw", "reverseDelay", "correctDelay"];
    const steps: { readonly [S in Stage]?: readonly string[] } = {
      consultation: ["conclude"],
      questionnaire: ["submit"],
      feedback: ["submit", "clear", "answer"],
    };
    const seen = { repeats: 0, refusals: 0 };
    always((life, before, facts, attempt) => {
      if (facts.length === 0 || others.includes(attempt.what)) return;
      const what = attempt.what === "advance" ? (steps[before.stage] ?? []) : [attempt.what];
      const turned = [0, 1, 2, 3, 7].map((turn) => ({ pick: attempt.pick + turn, days: attempt.days + turn }));
      for (const other of what.flatMap((each) => turned.map((turn) => ({ ...attempt, ...turn, what: each })))) {
        const answer = answerIn(life, life.play.review, other);
        if (!answer.ok) seen.refusals += 1;
        if (!answer.ok || answer.facts.length > 0) continue;
        seen.repeats += 1;
        const earlier = answerIn(life, before, other);
        if (!earlier.ok || earlier.facts.length > 0) expect([other, earlier]).toEqual([other, accept(facts)]);
      }
    }, 200);
    expect(Math.min(seen.repeats, seen.refusals)).toBeGreaterThan(0);
  });

  test("the facts alone give the review again", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const life = newLife();
        for (const attempt of [start, ...tries]) attemptIn(life, attempt);
        expect(life.play.replayed()).toEqual(life.play.review);
      }),
      { numRuns: 150 },
    );
  });

  test("every change of a generation is stated by the fact that brings it", () => {
    let raised = 0;
    always((life) => {
      expect(unnamedGenerations(life.play.facts)).toEqual([]);
      raised += Object.values(life.play.review.obligations).filter(({ generation }) => generation > 1).length;
    }, 100);
    expect(raised).toBeGreaterThan(0);
  });

  test("the system's own check of a journal finds nothing", () => {
    fc.assert(
      fc.property(attempts, (tries) => {
        const life = newLife();
        const entries: JournalEntry[] = [];
        const record = (facts: readonly Fact[]) => {
          if (facts.length === 0) return;
          const subject = aggregateKey("review", life.play.review.id);
          entries.push(nextEntry(entries.at(-1), { subject, recordedAt: life.now, by: "react", facts: [...facts] }));
        };
        record(life.play.facts);
        for (const attempt of [start, ...tries]) {
          const known = life.play.facts.length;
          attemptIn(life, attempt);
          record(life.play.facts.slice(known));
        }
        const { version = 0, hash = "" } = entries.at(-1) ?? {};
        const { review } = life.play;
        const aggregate = { kind: "review" as const, id: review.id, version, hash, foldVersion: 1, state: review };
        expect(journalViolations(aggregate, entries)).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  test("every date follows from start, rule, zone, notified delays and corrections", () => {
    always((life) => {
      const { review, facts } = life.play;
      for (const obligation of Object.values(review.obligations)) {
        // An ended obligation, or that of a party drawn away since, keeps its dates.
        if (obligation.state === "void" || review.seats[obligation.party] === undefined) continue;
        if (obligation.kind !== "feedback" || review.answers !== undefined)
          expect([obligation.id, obligation.originalDueAt]).toEqual([
            obligation.id,
            ruleFor(review, obligation, facts),
          ]);
        expect(obligation.dueAt).toBe(endOfDay(dayOf(obligation.dueAt)));
        const moved = facts.some(
          (fact) =>
            (fact.kind === "delay-notified" && fact.obligation === obligation.id) ||
            (fact.kind === "obligation-opened" &&
              fact.obligation === obligation.id &&
              fact.originalDueAt !== undefined),
        );
        if (!moved) expect(obligation.dueAt).toBe(obligation.originalDueAt);
        else expect(obligation.dueAt >= obligation.originalDueAt).toBe(true);
      }
    });
  });

  test("delays keep the original date, and a reversal returns the date before the delay", () => {
    const seen = new Set<string>();
    const look: Look = (life, before, facts) => {
      for (const { kind } of facts) seen.add(kind);
      for (const fact of facts) {
        if (fact.kind !== "delay-notified" && fact.kind !== "delay-reversed" && fact.kind !== "delay-corrected")
          continue;
        const [then, now] = [before.obligations[fact.obligation], life.play.review.obligations[fact.obligation]];
        expect(now?.originalDueAt).toBe(then?.originalDueAt);
        expect(now?.generation).toBeGreaterThan(then?.generation ?? 0);
        if (fact.kind !== "delay-reversed") expect(now?.dueAt).toBe(delayInForce(now ?? {})?.dueAt);
        else expect(now?.dueAt).toBe(then?.delays?.at(-2)?.dueAt ?? fact.dueAt);
        const isPlain = fact.kind === "delay-reversed" && then?.delays?.length === 1 && then.reopened !== true;
        if (isPlain) expect([now?.dueAt, now?.delays]).toEqual([then.originalDueAt, undefined]);
      }
      expect(life.play.replayed()).toEqual(life.play.review);
    };
    const property = fc.property(attemptsAboutDelays, (tries) => {
      const life = newLife(inQuestionnaire(), at("2021-01-12"));
      checkEach(life, tries, look);
    });
    fc.assert(property, { numRuns: 50 });
    // A seed with which every kind comes: by chance alone one is missing in a few of a hundred runs of the tests.
    fc.assert(property, { numRuns: 100, seed: 20201102 });
    for (const kind of ["notified", "reversed", "corrected"]) expect(seen).toContain(`delay-${kind}`);
  });

  test("no feedback is due before the answers are in, and its clock starts with their receipt", () => {
    always((life, _, facts) => {
      const { review } = life.play;
      for (const opened of facts.filter(isKind("obligation-opened")))
        if (opened.obligationKind === "feedback")
          expect(opened.openedOn >= (review.answers?.receivedOn ?? "9")).toBe(true);
      if (review.answers === undefined)
        expect(
          Object.values(review.obligations).filter(({ kind, state }) => kind === "feedback" && state === "open"),
        ).toEqual([]);
    });
  });

  test("a party has one focal point at a time, and none is named to follow after a gap", () => {
    always(({ play: { review }, now }) => {
      for (const { party } of Object.values(review.seats)) {
        const held = Object.values(review.mandates)
          .filter(({ role, party: of, since, until }) => role === "focal-point" && of === party && since !== until)
          .filter((mandate) => outlasts(mandate, now))
          .toSorted((one, other) => one.since.localeCompare(other.since));
        for (const [place, { since }] of held.entries())
          if (since > now || place > 0) expect(since).toBe(held[place - 1]?.until);
      }
    });
  });

  test("no consultation is concluded before every focal point was named", () => {
    always((_, before, facts) => {
      if (facts.some(isKind("consultation-concluded"))) expect(before.stage).toBe("consultation");
    });
  });

  test("a redraw leaves the old reviewer neither obligation nor access, and the party under review is never drawn away", () => {
    always((life, before, facts) => {
      const { review, now } =
        life.play.review.stage === "scheduled"
          ? { review: before, now: life.now }
          : { review: life.play.review, now: life.now };
      for (const { from, seat } of facts.filter(isKind("seat-redrawn"))) {
        expect(from).not.toBe(review.party);
        expect(seat.party).not.toBe(review.party);
        expect(
          Object.values(review.obligations).filter(
            (obligation) => obligation.party === from && obligation.state === "open",
          ),
        ).toEqual([]);
        expect(
          Object.values(review.mandates).filter((mandate) => mandate.party === from && isActive(mandate, now)),
        ).toEqual([]);
        expect(review.seats[seat.party]).toEqual(seat);
        if (before.answers !== undefined) expect(review.answers).toEqual(before.answers);
      }
      expect(Math.max(0, ...life.redraws.values())).toBeLessThanOrEqual(4);
      const seats = Object.values(review.seats);
      expect(seats.filter(({ role }) => role === "under-review").map(({ party }) => party)).toEqual([review.party]);
    });
  });

  test("a concluded review has no open obligation, and every party had agreed to what was published", () => {
    always((life, before, facts) => {
      if (!facts.some(isKind("observations-published"))) return;
      const { review } = life.play;
      expect(review.stage).toBe("concluded");
      expect(Object.values(review.obligations).filter(({ state }) => state === "open")).toEqual([]);
      const agreed = Object.values(before.seats).map(({ party }) => before.observations?.agreed[party]);
      expect(new Set(agreed)).toEqual(new Set([before.observations?.version]));
    });
  });

  test("reviews do come to their end", () => {
    const reached = new Set<Stage>();
    fc.assert(
      fc.property(attempts, (tries) => {
        const life = newLife();
        for (const attempt of [start, ...tries]) attemptIn(life, attempt);
        reached.add(life.play.review.stage);
      }),
      { numRuns: 300, seed: 7 },
    );
    expect([...reached].toSorted()).toEqual([
      "concluded",
      "consultation",
      "feedback",
      "nomination",
      "observations",
      "questionnaire",
    ]);
  });
});
