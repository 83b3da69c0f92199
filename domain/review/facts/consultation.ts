import { defined } from "../../../schemas/base/defined.ts";
import type { FactOf } from "../../../schemas/model/fact.ts";
import type { Consultation, Review } from "../../../schemas/model/review.ts";
import { dayOf } from "../../base/time.ts";
import type { ReviewFactRows } from "./fact-row.ts";
import { languagesIn } from "./timeline-sentence.ts";

/** Returns the consultation without any record of languages. */
const withoutLanguages = (review: Review): Consultation => {
  const {
    languages: _languages,
    languagesOn: _day,
    exception: _exception,
    languagesOpen: _open,
    translationNeeded: _needed,
    toConfirmWith: _confirmed,
    ...kept
  } = review.consultation ?? {};
  return kept;
};

const withLanguages = (
  review: Review,
  { languages, reason, happenedAt }: FactOf<"languages-agreed">,
): Consultation => ({
  ...withoutLanguages(review),
  languages,
  languagesOn: dayOf(happenedAt),
  ...defined({ exception: reason }),
});

const withLanguagesOpen = (review: Review, fact: FactOf<"languages-left-open">): Consultation => ({
  ...withoutLanguages(review),
  languagesOpen: fact.why,
  languagesOn: dayOf(fact.happenedAt),
  ...(fact.translationNeeded.length === 0 ? {} : { translationNeeded: fact.translationNeeded }),
});

const withConclusion = (review: Review, fact: FactOf<"consultation-concluded">): Consultation => ({
  ...review.consultation,
  concludedOn: fact.concludedOn,
  concludedAt: fact.happenedAt,
  clock: fact.clock,
  clockStartsOn: fact.clockStartsOn,
  ...defined({ answersDueOn: fact.answersDueOn }),
  ...(fact.withoutMeeting ? { withoutMeeting: true } : {}),
  ...defined({ waiver: fact.reason }),
});

/** Sets the first meeting; another one recorded later replaces it, with its mode. */
const withMeeting = (review: Review, { heldOn, mode }: FactOf<"consultation-held">): Consultation => {
  const { mode: _before, ...kept } = review.consultation ?? {};
  return { ...kept, heldOn, ...defined({ mode }) };
};

const withRound = (review: Review, fact: FactOf<"consultation-round-held">): Consultation => {
  const { number, heldOn, mode, party, source } = fact;
  const loggedBy = defined({ by: party, source });
  return {
    ...review.consultation,
    rounds: [...(review.consultation?.rounds ?? []), { number, heldOn, mode, ...loggedBy }],
  };
};

const divisionOf = (fact: FactOf<"work-divided">): Review["division"] => {
  const { number, parts, party, source, happenedAt } = fact;
  return { number, parts, at: happenedAt, by: party, ...defined({ source }) };
};

/** Facts about the consultation: held, held again, languages agreed or left open, concluded, work divided. */
export const consultationFacts: ReviewFactRows<
  | "consultation-held"
  | "consultation-round-held"
  | "languages-agreed"
  | "languages-left-open"
  | "consultation-concluded"
  | "work-divided"
> = {
  "consultation-held": {
    evolve: (review, fact) => ({ ...review, consultation: withMeeting(review, fact) }),
    causedBy: ["consultation.record", "consultation.waive-meeting"],
    timeline: ({ heldOn: on }) => ({ part: "consultation", on }),
  },
  "consultation-round-held": {
    evolve: (review, fact) => ({ ...review, consultation: withRound(review, fact) }),
    causedBy: ["round.record"],
    timeline: ({ number, heldOn: on, mode }) => ({
      part: "consultation",
      on,
      values: ({ labels }) => ({ number, mode: labels.meetingModes[mode] }),
    }),
  },
  "languages-agreed": {
    evolve: (review, fact) => ({ ...review, consultation: withLanguages(review, fact) }),
    causedBy: ["languages.record"],
    timeline: ({ languages }) => ({ part: "consultation", values: languagesIn(languages) }),
  },
  "languages-left-open": {
    evolve: (review, fact) => ({ ...review, consultation: withLanguagesOpen(review, fact) }),
    causedBy: ["languages.record"],
    timeline: ({ why }) => ({
      part: "consultation",
      values: ({ labels }) => ({ why: labels.languagesOpen[why] }),
    }),
  },
  "work-divided": {
    evolve: (review, fact) => ({ ...review, division: divisionOf(fact) }),
    causedBy: ({ party }) => [["work.divide"], { party }],
    timeline: { part: "division" },
  },
  "consultation-concluded": {
    evolve: (review, fact) => ({ ...review, consultation: withConclusion(review, fact) }),
    causedBy: (fact) => [[fact.withoutMeeting ? "consultation.waive-meeting" : "consultation.record"]],
    timeline: ({ concludedOn: on, withoutMeeting }) => ({
      part: "consultation",
      on,
      ...(withoutMeeting ? { sentence: "consultation-without-meeting" } : {}),
    }),
  },
};
