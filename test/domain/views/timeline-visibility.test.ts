import { describe, expect, test } from "vitest";
import type { Actor } from "../../../domain/base/actor.ts";
import { addDays, dayOf } from "../../../domain/base/time.ts";
import { askClarification } from "../../../domain/review/commands/clarifications.ts";
import { notifyDelay } from "../../../domain/review/commands/delays.ts";
import { may } from "../../../domain/review/permissions.ts";
import { peopleIn, reviewView } from "../../../domain/views/reviews.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { ReviewView } from "../../../schemas/views/core.ts";
import type { TimelineEvent } from "../../../schemas/views/review-timeline.ts";
import { Person } from "../../../schemas/model/user.ts";
import { askForRedraw, clear, concludedPlay, inFeedback, redrawTo } from "../review/journey.ts";
import {
  at,
  day,
  delegate,
  expert,
  focalPoint,
  hash,
  mission,
  observer,
  party,
  type Play,
  seat,
  secretariat,
} from "../review/play.ts";
import { reviewOf, sentences, timelineFor } from "./timeline-for.ts";

/** Returns reviews with data that some callers may not see: other parties' obligations and people, texts, requests. */
const plays = (): readonly Play[] => {
  const redrawn = inFeedback().name("PE", "observer", "2021-02-01");
  redrawn.do((review) =>
    askClarification(review, focalPoint("PE"), { party: party("PE"), question: hash("q") }, at("2021-08-01")),
  );
  redrawn.do((review) =>
    notifyDelay(
      review,
      focalPoint("KE"),
      { obligation: ObligationId.parse("feedback:KE"), dueOn: day("2022-02-01"), reason: "translation" },
      at("2021-08-02"),
    ),
  );
  clear(redrawn, "PE", "2021-08-03");
  redrawTo(redrawn, "KE", seat("GH", "reviewing"), "2021-09-10");
  const requested = inFeedback();
  askForRedraw(requested, "KE", "2021-09-01");
  return [redrawn, requested, concludedPlay()];
};

const actors: readonly Actor[] = [
  ...["FR", "PE", "KE", "GH", "DE"].flatMap((code) => [
    mission(code),
    focalPoint(code),
    expert(code),
    observer(code),
    delegate(code, "nobody"),
  ]),
  secretariat,
];

/** The member of the review's view that shows what a kind of fact states. A kind without a member is in every view. */
const membersOf: readonly (readonly [RegExp, string])[] = [
  [/^answers-/u, "answers"],
  [/^feedback-/u, "feedback"],
  [/^clarification-/u, "clarifications"],
  [/^(?:observations-|erratum-)/u, "observations"],
  [/^(?:publication-consented|consent-withdrawn)$/u, "consents"],
];

interface Seen {
  readonly actor: Actor;
  readonly review: Review;
  readonly view: ReviewView;
  /** The view that the secretariat has. */
  readonly everything: ReviewView;
}

/** Expects that the view shows what an event is about. */
const expectSeen = ({ kind, party: of }: TimelineEvent, { actor, review, view, everything }: Seen): void => {
  for (const [kinds, member] of membersOf)
    if (kinds.test(kind) && Reflect.get(everything, member) !== undefined)
      expect([actor, kind, Reflect.get(view, member) !== undefined]).toEqual([actor, kind, true]);
  if (/^(?:obligation|delay)-/u.test(kind))
    expect([actor, kind, view.obligations.some(({ party: pending }) => pending === of)]).toEqual([actor, kind, true]);
  if (kind.startsWith("redraw-")) expect([actor.role, kind]).not.toEqual(["permanent-mission", kind]);
  if (kind.startsWith("mandate-") && of !== undefined && review.seats[of] !== undefined)
    expect([actor, view.seats.find((one) => one.party === of)?.mandates !== undefined]).toEqual([actor, true]);
};

describe("no timeline shows more than the view of the review", () => {
  test("to any caller, at any moment of its life", () => {
    const person = Person.parse({
      name: "Ada Example",
      email: "ada@example.org",
      language: "en",
      gender: "female",
      institutionKind: "justice",
    });
    let compared = 0;
    for (const { facts } of plays())
      for (let length = 1; length <= facts.length; length += 3) {
        const some = facts.slice(0, length);
        const review = reviewOf(some);
        const now = at(addDays(dayOf(some.at(-1)!.happenedAt), 1));
        const persons = new Map(peopleIn(review, secretariat).map((user) => [user, person]));
        for (const actor of actors.filter((one) => may(one, "review.read", { review }, now))) {
          const { id } = review;
          const aggregate = {
            kind: "review",
            id,
            version: length,
            hash: hash("h"),
            foldVersion: 1,
            state: review,
          } as const;
          const view = reviewView(aggregate, actor, persons, now);
          const everything = reviewView(aggregate, secretariat, persons, now);
          const { events, frame } = timelineFor(some, actor, { now });
          const obligations = new Set(view.obligations.map(({ party: pending }) => pending));
          const blockers = view.blockedBy.map(({ kind, party: pending }) => `${kind} ${pending}`);
          compared += events.length;
          for (const event of events) expectSeen(event, { actor, review, view, everything });
          for (const { kind, party: of } of frame.due)
            expect([obligations.has(of!), blockers.includes(`${kind} ${of}`)]).toContain(true);
        }
      }
    expect(compared).toBeGreaterThan(3000);
  });

  test("to a mission of another party's obligations, people and texts", () => {
    const [redrawn] = plays();
    const facts = redrawn!.facts;
    const lines = sentences(facts, mission("PE"), { now: at("2021-09-11") });
    expect(lines.filter((line) => /^Party (?:FR|KE|GH):/u.test(line))).toEqual([]);
    expect(lines).toContain("Lots drawn again. New reviewing party: Party GH. Before: Party KE");
    expect(lines.filter((line) => /clarification|answers/iu.test(line))).toEqual([]);
    expect(lines).toContain("Party PE: Written feedback – done");
  });

  test("to another party of observers", () => {
    const [redrawn] = plays();
    const about = (actor: Actor) =>
      sentences(redrawn!.facts, actor, { now: at("2021-09-11") }).filter((line) => line.includes("Observer"));
    expect(about(focalPoint("FR"))).toEqual([]);
    expect(about(focalPoint("PE"))).toEqual(["Party PE: Observer – mandate from 1 February 2021"]);
  });
});
