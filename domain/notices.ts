import type { Fact, FactOf } from "../schemas/fact.ts";
import type { PartyId } from "../schemas/ids.ts";
import type { LetterContent, Recipient } from "../schemas/letter.ts";
import type { MandateRole, Review } from "../schemas/review.ts";
import type { Instant } from "../schemas/values.ts";
import type { LetterPlan } from "./letter-states.ts";
import { mandatesOf } from "./mandates.ts";
import { reviewingSeats } from "./progress.ts";

const missions = (parties: readonly PartyId[]): readonly Recipient[] =>
  parties.map((party) => ({ kind: "mission", party }));

const people = (
  review: Review,
  parties: readonly PartyId[],
  roles: readonly MandateRole[],
  now: Instant,
): readonly Recipient[] => {
  const users = parties.flatMap((party) =>
    roles.flatMap((role) => mandatesOf(review, party, role, now).map(({ user }) => user)),
  );
  return [...new Set(users)].map((user) => ({ kind: "user", user }));
};

const partiesOf = (review: Review): readonly PartyId[] => Object.values(review.seats).map(({ party }) => party);

/** What a letter tells of, to whom, and the rule that makes it. */
interface Telling {
  readonly content: LetterContent;
  readonly to: readonly Recipient[];
  readonly rule: string;
}

const workers: readonly MandateRole[] = ["focal-point", "expert"];

/**
 * Who is told of a fact by letter, over the review as it stands now. Experts and focal points learn what they may go
 * on with, missions what concerns their party's dates; who is reminded of a duty anyhow gets no notice of it as well.
 */
const tellingOf = (fact: Fact, review: Review, now: Instant): readonly Telling[] => {
  const all = partiesOf(review);
  switch (fact.kind) {
    case "answers-submitted": {
      const to = people(
        review,
        reviewingSeats(review).map(({ party }) => party),
        workers,
        now,
      );
      const content = { kind: "answers-received", review: review.id, receivedAt: fact.happenedAt } as const;
      return [{ content, to, rule: "Reviewers are told that the answers are in (paragraph 33)." }];
    }
    case "answers-returned": {
      const parties = reviewingSeats(review).map(({ party }) => party);
      const to = [...missions(parties), ...people(review, parties, workers, now)];
      const content = { kind: "answers-returned", review: review.id, returnedAt: fact.happenedAt } as const;
      return [{ content, to, rule: "Reviewers are told that the answers went back and no feedback is owed for now." }];
    }
    case "delay-notified":
    case "delay-approved": {
      const { obligation, generation } = fact;
      const content = { kind: "delay-notified", review: review.id, obligation, generation } as const;
      const to = [...missions(all), ...people(review, all, ["focal-point"], now)];
      return [{ content, to, rule: "All parties are told of a delay (paragraph 33)." }];
    }
    case "delay-refused":
      return ofRefusedDelay(fact, review, now);
    case "clarification-asked": {
      const content = { kind: "clarification-asked", review: review.id, number: fact.number } as const;
      const to = people(review, [review.party], workers, now);
      return [{ content, to, rule: "The party under review is told of a request for clarification." }];
    }
    case "stage-changed":
      return fact.to === "observations"
        ? [
            {
              content: { kind: "feedback-complete", review: review.id },
              to: people(review, all, workers, now),
              rule: "All parties are told that the feedback is complete (paragraph 35).",
            },
          ]
        : [];
    case "observations-drafted": {
      const content = { kind: "list-to-agree", review: review.id, version: fact.version } as const;
      const to = people(review, all, ["focal-point"], now);
      return [{ content, to, rule: "Focal points are told of each version to agree to (paragraph 35)." }];
    }
    case "observations-published": {
      const content = { kind: "list-published", review: review.id } as const;
      const to = [...missions(all), ...people(review, all, ["focal-point"], now)];
      return [{ content, to, rule: "All parties are told of the publication (paragraph 35)." }];
    }
    case "mandate-ended":
      return ofEndedMandate(fact, review);
    case "mandate-began":
      return ofBegunMandate(fact, review);
    case "mandate-advanced":
      return ofAdvancedMandate(fact, review);
    case "seat-redrawn": {
      const content = { kind: "seat-redrawn", review: review.id, from: fact.from, to: fact.seat.party } as const;
      const to = missions([fact.from, fact.seat.party]);
      return [{ content, to, rule: "The party drawn and the one whose seat it takes are told (paragraph 6)." }];
    }
    default:
      return [];
  }
};

/** The others were not told that it waited. */
const ofRefusedDelay = (fact: FactOf<"delay-refused">, review: Review, now: Instant): readonly Telling[] => {
  const party = review.obligations[fact.obligation]?.party;
  if (party === undefined) return [];
  const { obligation, happenedAt: refusedAt } = fact;
  const content = { kind: "delay-refused", review: review.id, obligation, refusedAt } as const;
  const to = [...missions([party]), ...people(review, [party], ["focal-point"], now)];
  return [{ content, to, rule: "The party that told of a delay is told that the secretariat refused it." }];
};

/** By lot a mandate ends in one review and goes on in others; replaced or removed, it ends in all of them. */
const ofEndedMandate = (
  { mandate, happenedAt, until, insteadOf }: FactOf<"mandate-ended">,
  review: Review,
): readonly Telling[] => {
  const ended = review.mandates[mandate];
  if (ended === undefined) return [];
  const byLot = review.drawnAway?.some(({ party, at }) => party === ended.party && at === happenedAt) === true;
  const content = {
    kind: "mandate-ended",
    party: ended.party,
    mandate,
    ...(byLot ? { review: review.id } : {}),
    ...(insteadOf === undefined ? {} : { until }),
  } as const;
  return [
    { content, to: [{ kind: "user", user: ended.user }], rule: "Who is replaced or removed is told from when on." },
  ];
};

/** A focal point who comes after another gets the handover brief; the first one is invited, and nothing is open yet. */
const ofBegunMandate = (fact: FactOf<"mandate-began">, review: Review): readonly Telling[] => {
  const { role, party, mandate, user } = fact;
  const hadOne = Object.values(review.mandates).some(
    (other) => other.role === role && other.party === party && other.until !== undefined && other.id !== mandate,
  );
  if (role !== "focal-point" || !hadOne) return [];
  const content = { kind: "handover", party, mandate } as const;
  return [{ content, to: [{ kind: "user", user }], rule: "A new focal point gets a handover brief (paragraph 14)." }];
};

/** A focal point who begins earlier than the brief said gets another, with the new day. */
const ofAdvancedMandate = (
  { mandate, since }: FactOf<"mandate-advanced">,
  { mandates }: Review,
): readonly Telling[] => {
  const begun = mandates[mandate];
  if (begun?.role !== "focal-point") return [];
  const content = { kind: "handover", party: begun.party, mandate, from: since } as const;
  const to = [{ kind: "user", user: begun.user }] as const;
  return [{ content, to, rule: "A new focal point gets a handover brief, anew when the day moves (paragraph 14)." }];
};

const partyOf = (recipient: Recipient, review: Review): PartyId | undefined => {
  switch (recipient.kind) {
    case "mission":
      return recipient.party;
    case "user":
      return Object.values(review.mandates).find(({ user }) => user === recipient.user)?.party;
    case "office":
      return undefined;
  }
};

/**
 * The letters that tell of a fact, to be planned over the review as it stands after it. The ids follow from what they
 * tell and to whom: planning them twice makes one row each, and a change of one mandate in many reviews one letter.
 */
export const noticesOf = (fact: Fact, review: Review, now: Instant): readonly LetterPlan[] =>
  tellingOf(fact, review, now).flatMap(({ content, to, rule }) =>
    to.map((recipient) => ({ content, recipient, party: partyOf(recipient, review), plannedFor: now, rule })),
  );
