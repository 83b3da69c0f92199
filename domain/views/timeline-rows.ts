import type { Fact, FactOf } from "../../schemas/model/fact.ts";
import type { MandateId, ObligationId, PartyId } from "../../schemas/base/ids.ts";
import type { CalendarDate, Instant, Language } from "../../schemas/base/values.ts";
import type { Clarification, MandateRole, Review } from "../../schemas/model/review.ts";
import type { CorrectableDate } from "../../schemas/model/correctable-date.ts";
import type { Words } from "../labels/words.ts";
import { dayOf } from "../base/time.ts";
import { clarificationOf } from "../review/recorded-dates.ts";
import type { ReviewFactKind } from "../review/facts/fact-row.ts";
import type { ReviewPart } from "../review/visibility.ts";

/** Kinds of facts that no timeline shows, with the reason. */
export const untoldFacts = {
  "review-imported": "it says how the review came here, and not what happened in it",
  "reminders-released": "it is about letters alone",
  "officer-assigned": "whose the review is among the secretariat is known to the secretariat alone",
  "nomination-checked": "it is work of the secretariat that changes nothing",
} as const satisfies Partial<Record<ReviewFactKind, string>>;

/** Kinds of facts that a timeline shows. */
export type ToldKind = Exclude<ReviewFactKind | "review-drawn", keyof typeof untoldFacts>;

/** Sentences of kinds of facts that have two. */
type Variant =
  "consultation-without-meeting" | "date-corrected-of-party" | "text-attached-to-feedback" | "text-attached-to-list";

/** The additional sentences about additional reviewers. */
type Sequel = "came" | "left";

/** The words of a timeline in one language. A file that lacks the sentence of a kind of fact does not compile. */
export interface TimelineWords {
  readonly events: Readonly<Record<ToldKind | Variant, string>>;
  /**
   * The sentences that are added about reviewers that also came or went, and to events that were recorded on a later
   * day, or on a wrong one.
   */
  readonly additions: Readonly<Record<Sequel | "recorded" | "corrected", string>>;
  readonly due: Readonly<Record<"ahead" | "overdue" | "undated", string>>;
  readonly owners: Readonly<Record<"secretariat" | "parties", string>>;
  readonly expected: Readonly<Record<"passed" | "ahead" | "behind", string>>;
}

/** The words for names, days and codes in the language of the reader. */
export interface Speech {
  readonly labels: Words;
  readonly party: (party: PartyId) => string;
  readonly day: (day: CalendarDate) => string;
  readonly list: (items: readonly string[]) => string;
}

type SentenceValues = Readonly<Record<string, string | number>>;

/** The sentence of a fact, and its readers: those who see the part of the review, and further limits. */
export interface Notification {
  readonly part: ReviewPart;
  /** The party of the act, obligation or mandate. */
  readonly party?: PartyId;
  /** For a request for clarification: its instruments decide who sees it. */
  readonly clarification?: Clarification;
  /** For a mandate: observers are shown to their own party. */
  readonly role?: MandateRole;
  /** The sentence, where it is not the one of the kind. */
  readonly sentence?: Variant;
  /** The day on which it happened, where the fact says it. */
  readonly on?: CalendarDate;
  /** Additional reviewers that came, or were no longer needed. */
  readonly reviewers?: Readonly<Partial<Record<Sequel, readonly PartyId[]>>>;
  /** The values of the sentence in addition to the party. */
  readonly values?: (speech: Speech) => SentenceValues;
}

/** The type of a method, because only methods are compared in a way that lets the row of a kind take any fact. */
type FactRow<F> = { report(fact: F, review: Review): Notification | undefined }["report"];

const languagesIn =
  (languages: readonly Language[]) =>
  ({ labels, list }: Speech) => ({
    languages: list(languages.map((language) => labels.languages[language])),
  });

/** Returns the sentence about an obligation, for readers who see the obligations of its party. */
const ofObligation = (
  { obligations }: Review,
  id: ObligationId,
  values: (speech: Speech) => SentenceValues = () => ({}),
): Notification | undefined => {
  const obligation = obligations[id];
  return (
    obligation && {
      part: "own-obligations",
      party: obligation.party,
      values: (speech) => ({ obligation: speech.labels.obligations[obligation.kind], ...values(speech) }),
    }
  );
};

const until =
  (dueAt: Instant) =>
  ({ day }: Speech): SentenceValues => ({ day: day(dayOf(dueAt)) });

/** Returns the sentence about a delay, with the reason by its code; explanations are texts of the party. */
const ofDelay = (review: Review, { obligation, reason, dueAt }: FactOf<"delay-notified">) =>
  ofObligation(review, obligation, (speech) => ({
    ...until(dueAt)(speech),
    reason: speech.labels.delayReasons[reason],
  }));

/** Returns the sentence about a person's service, without the name. */
const ofMandate = ({ mandates }: Review, id: MandateId, at: Instant): Notification | undefined => {
  const mandate = mandates[id];
  return (
    mandate && {
      part: "own-mandates",
      party: mandate.party,
      role: mandate.role,
      values: ({ labels, day }) => ({ role: labels.mandateRoles[mandate.role], day: day(dayOf(at)) }),
    }
  );
};

/** Returns the sentence about a request for clarification, for readers who see the request. */
const ofClarification = (review: Review, number: number): Notification | undefined => {
  const clarification = review.clarifications?.find((one) => one.number === number);
  return (
    clarification && {
      part: "clarifications",
      party: clarification.askedBy,
      clarification,
      values: () => ({ number }),
    }
  );
};

/** The part of a review that a recorded day belongs to. */
const partOfDate: Readonly<Record<CorrectableDate, ReviewPart>> = {
  start: "summary",
  meeting: "consultation",
  round: "consultation",
  languages: "consultation",
  consultation: "consultation",
  clock: "consultation",
  "answers-due": "consultation",
  division: "division",
  submission: "answers",
  opening: "answers",
  clarification: "clarifications",
  "clarification-settlement": "clarifications",
  feedback: "feedback",
  list: "observations",
  agreement: "observations",
  publication: "observations",
  erratum: "observations",
  consent: "consents",
  nomination: "own-mandates",
  removal: "own-mandates",
  "redraw-request": "redraws",
  redraw: "seats",
  "reviewer-limit-waiver": "reviewer-limit",
  "delay-notification": "own-obligations",
  decision: "decisions",
};

const ofCorrection = (review: Review, fact: FactOf<"date-corrected">): Notification => {
  const mandate = fact.mandate === undefined ? undefined : review.mandates[fact.mandate];
  const obligation = fact.obligation === undefined ? undefined : review.obligations[fact.obligation];
  const clarification = clarificationOf(review, fact.clarification);
  const party = fact.party ?? mandate?.party ?? obligation?.party ?? clarification?.askedBy;
  return {
    part: partOfDate[fact.what],
    ...(clarification === undefined ? {} : { clarification }),
    ...(party === undefined ? {} : { party, sentence: "date-corrected-of-party" }),
    ...(mandate === undefined ? {} : { role: mandate.role }),
    values: ({ labels, day }) => ({
      what: labels.correctableDates[fact.what],
      before: day(fact.from),
      day: day(fact.to),
    }),
  };
};

const ofRedrawRequest = ({ party, seat }: FactOf<"redraw-asked" | "redraw-withdrawn">): Notification => ({
  part: "redraws",
  party,
  values: (speech) => ({ seat: speech.party(seat) }),
});

const ofConsent = ({ party, parts }: FactOf<"publication-consented" | "consent-withdrawn">): Notification => ({
  part: "consents",
  party,
  values: ({ labels, list }) => ({ parts: list(parts.map((part) => labels.publishedParts[part])) }),
});

/** Returns the sentence about an attached text, for readers who see its subject. */
const ofAttachedText = (
  { of, party, version = 1 }: FactOf<"text-attached">,
  { party: underReview }: Review,
): Notification => {
  if (of === "list") return { part: "observations", sentence: "text-attached-to-list", values: () => ({ version }) };
  return of === "answers"
    ? { part: "answers", party: underReview }
    : { part: "feedback", party: party ?? underReview, sentence: "text-attached-to-feedback" };
};

/** The sentence of each kind of fact; `review` is its state with the fact. */
export const toldFacts: { readonly [K in ToldKind]: FactRow<FactOf<K>> } = {
  "review-drawn": ({ party, seats }) => ({
    part: "seats",
    party,
    values: (speech) => ({
      reviewers: speech.list(seats.filter((seat) => seat.party !== party).map((seat) => speech.party(seat.party))),
    }),
  }),
  "mandates-continued": () => ({ part: "summary" }),
  "review-started": ({ startedOn: on }) => ({ part: "summary", on }),
  "review-start-undone": () => ({ part: "summary" }),
  "stage-changed": ({ to }) => ({ part: "summary", values: ({ labels }) => ({ stage: labels.stages[to] }) }),
  "obligation-opened": ({ obligation, dueAt }, review) => ofObligation(review, obligation, until(dueAt)),
  "obligation-met": ({ obligation }, review) => ofObligation(review, obligation),
  "obligation-voided": ({ obligation }, review) => ofObligation(review, obligation),
  "obligation-redated": ({ obligation, dueAt }, review) => ofObligation(review, obligation, until(dueAt)),
  "delay-notified": (fact, review) => ofDelay(review, fact),
  "delay-reversed": ({ obligation, dueAt }, review) => ofObligation(review, obligation, until(dueAt)),
  "delay-corrected": ({ obligation, dueAt }, review) => ofObligation(review, obligation, until(dueAt)),
  "date-corrected": (fact, review) => ofCorrection(review, fact),
  "meeting-mode-corrected": ({ mode }) => ({
    part: "consultation",
    values: ({ labels }) => ({ mode: labels.meetingModes[mode] }),
  }),
  "languages-corrected": ({ languages }) => ({ part: "consultation", values: languagesIn(languages) }),
  "consultation-held": ({ heldOn: on }) => ({ part: "consultation", on }),
  "consultation-round-held": ({ number, heldOn: on, mode }) => ({
    part: "consultation",
    on,
    values: ({ labels }) => ({ number, mode: labels.meetingModes[mode] }),
  }),
  "languages-agreed": ({ languages }) => ({ part: "consultation", values: languagesIn(languages) }),
  "languages-left-open": ({ why }) => ({
    part: "consultation",
    values: ({ labels }) => ({ why: labels.languagesOpen[why] }),
  }),
  "consultation-concluded": ({ concludedOn: on, withoutMeeting }) => ({
    part: "consultation",
    on,
    ...(withoutMeeting ? { sentence: "consultation-without-meeting" } : {}),
  }),
  "answers-submitted": ({ receivedOn: on }, { party }) => ({ part: "answers", party, on }),
  "answers-returned": (_, { party }) => ({ part: "answers", party }),
  "answers-opened": (_, { party }) => ({ part: "answers", party }),
  "work-divided": () => ({ part: "division" }),
  "feedback-cleared": ({ party }) => ({ part: "feedback", party }),
  "feedback-returned": ({ party }) => ({ part: "feedback", party }),
  "clarification-asked": ({ number }, review) => ofClarification(review, number),
  "clarification-answered": ({ number }, review) => ofClarification(review, number),
  "clarification-closed": ({ number }, review) => ofClarification(review, number),
  "clarification-withdrawn": ({ number }, review) => ofClarification(review, number),
  "observations-drafted": ({ version }) => ({ part: "observations", values: () => ({ version }) }),
  "text-attached": (fact, review) => ofAttachedText(fact, review),
  "observations-agreed": ({ party, version }) => ({ part: "observations", party, values: () => ({ version }) }),
  "observations-published": ({ version }) => ({ part: "observations", values: () => ({ version }) }),
  "erratum-published": ({ version }) => ({ part: "observations", values: () => ({ version }) }),
  "publication-consented": ofConsent,
  "consent-withdrawn": ofConsent,
  "decision-recorded": ({ party, obligationKind, body, document, decidedOn }) => ({
    part: "decisions",
    party,
    values: ({ labels, day }) => ({
      obligation: labels.obligations[obligationKind],
      body: labels.decisionBodies[body],
      document,
      day: day(decidedOn),
    }),
  }),
  "mandate-began": ({ mandate, since }, review) => ofMandate(review, mandate, since),
  "mandate-ended": ({ mandate, until: end }, review) => ofMandate(review, mandate, end),
  "mandate-reversed": ({ mandate, happenedAt }, review) => ofMandate(review, mandate, happenedAt),
  "mandate-advanced": ({ mandate, since }, review) => ofMandate(review, mandate, since),
  "redraw-asked": ofRedrawRequest,
  "redraw-withdrawn": ofRedrawRequest,
  "reviewer-limit-waived": ({ party }) => ({ part: "reviewer-limit", party }),
  "reviewer-limit-waiver-withdrawn": ({ party }) => ({ part: "reviewer-limit", party }),
  "seat-redrawn": ({ from, seat: { party }, additional = [], leaving: left = [] }) => ({
    part: "seats",
    party,
    reviewers: { came: additional.map((seat) => seat.party), left },
    values: (speech) => ({ before: speech.party(from) }),
  }),
  "instruments-added": ({ instruments, drawn = [] }, { party }) => ({
    part: "seats",
    party,
    reviewers: { came: drawn.map((seat) => seat.party) },
    values: ({ labels, list }) => ({ instruments: list(instruments.map((one) => labels.instruments[one].short)) }),
  }),
  "review-discontinued": ({ leftOn: on }, { party }) => ({ part: "summary", party, on }),
  "seat-vacated": ({ party, leftOn: on }) => ({ part: "seats", party, on }),
  "review-departure-corrected": ({ party, leftOn }) => ({
    part: "seats",
    party,
    values: ({ day }) => ({ day: day(leftOn) }),
  }),
  "review-departure-undone": ({ party }) => ({ part: "seats", party }),
};

const rows: { readonly [K in Fact["kind"]]?: FactRow<FactOf<K>> } = toldFacts;

/** Returns the sentence of a fact in a review; undefined where no timeline shows it. */
export const tellingOf = (fact: Fact, review: Review): Notification | undefined => {
  const row: FactRow<Fact> | undefined = rows[fact.kind];
  return row?.(fact, review);
};

/** Returns whether a fact has a sentence of its own. */
export const isTold = (kind: Fact["kind"]): kind is ToldKind => Object.hasOwn(toldFacts, kind);
