import type { PartyId } from "../../../schemas/base/ids.ts";
import type { LetterContent, ReminderSubject, Recipient, SkipReason } from "../../../schemas/model/letter.ts";
import { type Mandate, type Obligation, PublishedPart, type Review } from "../../../schemas/model/review.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { isActive, outlasts } from "../../review/mandates.ts";
import { clarificationIdOf, obligationIdOf, openObligations } from "../../review/obligations.ts";
import { isOvertaken, obligationsOf, openedOnOf } from "../../reminders/schedule.ts";
import type { ChangeLetter, ReviewTakenOver } from "./mandate-notifications.ts";
import { type DutyReminder } from "./obligation-reminder.ts";
import type { WorkKind } from "./obligation-wording.ts";
import { inSentence, type NamedParty } from "./wording.ts";
import type { Frame, Reader, ReviewNamed } from "./salutation.ts";
import type { ListPublished, Notice } from "./review-notifications.ts";

/** Letters about reviews: all but the invitation, those that bundle over reviews, and bulletins. */
export type ReviewContent = Exclude<
  LetterContent,
  { kind: "invitation" | "nomination-reminder" | "daily-list" | "digest" | "bulletin" }
>;

/** Every party that a letter may have to name. */
export const partiesAbout = (
  content: ReviewContent,
  recipient: Recipient,
  reviews: readonly Review[],
): readonly PartyId[] => [
  ...reviews.flatMap(({ party, seats }) => [party, ...Object.values(seats).map((seat) => seat.party)]),
  ...(recipient.kind === "mission" ? [recipient.party] : []),
  ...(content.kind === "seat-redrawn" ? [content.from, content.to] : []),
  ...(content.kind === "handover" || content.kind === "mandate-ended" ? [content.party] : []),
  ...reviews.flatMap(({ formerFeedback = [] }) => formerFeedback.map(({ party }) => party)),
  ...reviews.flatMap(({ clarifications }) => (clarifications ?? []).map(({ askedBy }) => askedBy)),
];

/** What is looked up before a letter is written. */
export interface Known extends Omit<Frame, "reader"> {
  /** The review it names, or all reviews of the party for a letter about a mandate. */
  readonly reviews: readonly Review[];
  readonly named: (id: PartyId) => NamedParty;
  /** The name of the person to whom it goes. */
  readonly name?: string | undefined;
}

export type Gathered =
  | { readonly kind: "say"; readonly input: DutyReminder | Notice | ChangeLetter }
  | { readonly kind: "skip"; readonly reason: SkipReason };

const skip = (reason: SkipReason): Gathered => ({ kind: "skip", reason });
const say = (input: DutyReminder | Notice | ChangeLetter): Gathered => ({ kind: "say", input });

/** A duty of work, by its kind. */
const isWork = <D extends Pick<Obligation, "kind">>(duty: D): duty is D & { readonly kind: WorkKind } =>
  duty.kind !== "focal-point" && duty.kind !== "experts";

const namedReview = ({ id, group, party }: Review, { named }: Known): ReviewNamed => ({
  id,
  group,
  underReview: named(party),
});

/** Who reads it; undefined for a person who does not serve any more, or whose name is not known. */
const readerOf = (recipient: Recipient, mandate: Mandate | undefined, known: Known): Reader | undefined => {
  if (recipient.kind === "office") return undefined;
  if (recipient.kind === "mission") return { kind: "mission", party: known.named(recipient.party) };
  if (mandate === undefined || known.name === undefined) return undefined;
  return { kind: "person", name: known.name, party: known.named(mandate.party), role: mandate.role };
};

const servingAs = (recipient: Recipient, review: Review, now: Instant): Mandate | undefined =>
  recipient.kind !== "user"
    ? undefined
    : Object.values(review.mandates)
        .filter((mandate) => mandate.user === recipient.user && isActive(mandate, now))
        .toSorted((one, other) => rank[one.role] - rank[other.role])[0];
const rank = { "focal-point": 0, expert: 1, observer: 2 } as const;

/** Whether the recipient's party holds no seat in the review any more; only of that itself it is told. */
const hasLeft = ({ kind }: ReviewContent, recipient: Recipient, { seats }: Review): boolean =>
  kind !== "seat-redrawn" && recipient.kind === "mission" && seats[recipient.party] === undefined;

/**
 * What a letter says as things stand now, or why it says nothing any more: what it tells of was met or superseded, or
 * its reader does not serve any more. Current dates, and only what is still open.
 */
export const gather = (content: ReviewContent, recipient: Recipient, known: Known): Gathered => {
  if (content.kind === "handover") return gatherHandover(content, recipient, known);
  if (content.kind === "mandate-ended") return gatherEnded(content, recipient, known);
  const id = content.kind === "duty-reminder" ? content.occasion.review : content.review;
  const review = known.reviews.find((one) => one.id === id);
  if (review === undefined) return skip("replaced");
  const reader = readerOf(recipient, servingAs(recipient, review, known.now), known);
  if (reader === undefined || hasLeft(content, recipient, review)) return skip("replaced");
  const { now, frontEndUrl, replyTo } = known;
  const about: About = { reader, now, frontEndUrl, replyTo, review: namedReview(review, known) };
  switch (content.kind) {
    case "duty-reminder":
      return gatherReminder(content, review, about, known);
    case "seat-redrawn":
      return gatherRedraw(content, review, about, known);
    default:
      return gatherNotice(content, review, about, known);
  }
};

interface About extends Frame {
  readonly review: ReviewNamed;
}

/** Whether a duty has another date or fell away, and was not simply met in the generation that is reminded of. */
const isSuperseded = ({ obligations }: Review, { kind, party, generation }: ReminderSubject): boolean =>
  !Object.values(obligations).some(
    (duty) => duty.kind === kind && duty.party === party && duty.generation === generation && duty.state === "met",
  );

const gatherReminder = (
  { occasion, rung }: Extract<ReviewContent, { kind: "duty-reminder" }>,
  review: Review,
  about: About,
  { named }: Known,
): Gathered => {
  const openedOn = openedOnOf([review], occasion);
  if (openedOn === undefined) return skip(isSuperseded(review, occasion) ? "replaced" : "done");
  if (isOvertaken(occasion, rung, openedOn, about.now)) return skip("replaced");
  if (!isWork(occasion)) throw new TypeError(`A reminder of work cannot speak of ${occasion.kind}`);
  const duties = obligationsOf(review, occasion);
  const owed = new Set<string>(duties.map(({ id }) => id));
  const questions = (review.clarifications ?? [])
    .map(({ number }) => number)
    .filter((number) => owed.has(clarificationIdOf(number, review.party)));
  const [first] = duties;
  return say({
    ...about,
    kind: "duty-reminder",
    party: named(occasion.party),
    occasion,
    rung,
    openedOn,
    originalDueAt: first?.originalDueAt ?? occasion.dueAt,
    reopened: first?.reopened === true,
    questions,
  });
};

type NoticeContent = Exclude<ReviewContent, { kind: "duty-reminder" | "seat-redrawn" | "handover" | "mandate-ended" }>;

const gatherNotice = (content: NoticeContent, review: Review, about: About, { named }: Known): Gathered => {
  const { party } = about.reader;
  const duty = (kind: "questionnaire" | "feedback" | "agreement", of = party.id) =>
    review.obligations[obligationIdOf(kind, of)];
  switch (content.kind) {
    case "answers-received": {
      const owed = duty("feedback");
      const { answers } = review;
      if (answers?.at !== content.receivedAt || answers.receivedOn === undefined || owed === undefined)
        return skip("replaced");
      if (owed.state !== "open") return skip("done");
      const { receivedOn } = answers;
      const instruments = review.seats[party.id]?.instruments ?? [];
      return say({ ...about, kind: content.kind, receivedOn, instruments, feedbackDueAt: owed.dueAt });
    }
    case "answers-returned": {
      const owed = duty("questionnaire", review.party);
      return review.answers !== undefined || owed?.state !== "open"
        ? skip("done")
        : say({ ...about, kind: content.kind, dueAt: owed.dueAt });
    }
    case "delay-notified": {
      const delayed = review.obligations[content.obligation];
      if (delayed === undefined || !isWork(delayed) || delayed.generation !== content.generation)
        return skip("replaced");
      if (delayed.state !== "open") return skip("done");
      const { dueAt, originalDueAt, beyondRules = false, delayReason = "other" } = delayed;
      return say({
        ...about,
        kind: content.kind,
        obligation: delayed.id,
        duty: delayed.kind,
        by: named(delayed.party),
        reason: delayReason,
        dueAt,
        originalDueAt,
        beyondRules,
      });
    }
    case "delay-refused": {
      const owed = review.obligations[content.obligation];
      const refused = owed?.delayRefused;
      if (owed === undefined || !isWork(owed) || owed.state !== "open") return skip("done");
      if (refused?.at !== content.refusedAt) return skip("replaced");
      const { dueOn, reason } = refused;
      return say({
        ...about,
        kind: content.kind,
        obligation: owed.id,
        duty: owed.kind,
        dueOn,
        reason,
        dueAt: owed.dueAt,
      });
    }
    case "clarification-asked": {
      const asked = review.clarifications?.find(({ number }) => number === content.number);
      const owed = review.obligations[clarificationIdOf(content.number, review.party)];
      if (asked?.state !== "open" || owed === undefined) return skip("done");
      return say({
        ...about,
        kind: content.kind,
        number: asked.number,
        askedBy: named(asked.askedBy),
        dueAt: owed.dueAt,
      });
    }
    case "feedback-complete": {
      const owed = duty("agreement");
      if (owed === undefined) return skip("replaced");
      return owed.state === "open" ? say({ ...about, kind: content.kind, agreementDueAt: owed.dueAt }) : skip("done");
    }
    case "list-to-agree": {
      const owed = duty("agreement");
      if (owed === undefined || review.observations?.version !== content.version) return skip("replaced");
      if (owed.state !== "open") return skip("done");
      return say({ ...about, kind: content.kind, version: content.version, dueAt: owed.dueAt });
    }
    case "list-published":
      return say({ ...about, kind: content.kind, ...openTo(review, party.id) });
  }
};

/** What the party under review may still consent to publish; nothing for the others. */
const openTo = ({ party, consents = [] }: Review, reader: PartyId): Pick<ListPublished, "isOwn" | "confidential"> => ({
  isOwn: reader === party,
  confidential: reader === party ? PublishedPart.options.filter((part) => !consents.includes(part)) : [],
});

const gatherRedraw = (
  { from, to }: Extract<ReviewContent, { kind: "seat-redrawn" }>,
  review: Review,
  about: About,
  { named }: Known,
): Gathered => {
  const part = about.reader.party.id === from ? "leaving" : "newcomer";
  const seat = review.seats[to];
  if (part === "newcomer" && seat === undefined) return skip("replaced");
  const open = openObligations(review).filter(({ party }) => party === to);
  return say({
    ...about,
    kind: "seat-redrawn",
    from: named(from),
    to: named(to),
    part,
    instruments: seat?.instruments ?? [],
    toConfirm: review.consultation?.toConfirmWith?.includes(to) === true,
    hadCleared: review.formerFeedback?.some((former) => former.party === from && former.by === to) === true,
    open: open.map(({ kind, dueAt }) => ({ kind, dueAt })),
  });
};

type OfMandate<K extends "handover" | "mandate-ended"> = Extract<ReviewContent, { kind: K }>;

const gatherHandover = ({ mandate: id, from }: OfMandate<"handover">, recipient: Recipient, known: Known): Gathered => {
  const held = known.reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    const isTold = from === undefined || mandate?.since === from;
    return mandate !== undefined && isTold && outlasts(mandate, known.now) ? [{ review, mandate }] : [];
  });
  const mandate = held[0]?.mandate;
  const reader = readerOf(recipient, mandate, known);
  if (mandate === undefined || reader === undefined) return skip("replaced");
  const { now, frontEndUrl, replyTo } = known;
  const reviews = held.flatMap(({ review }) => takenOver(review, mandate.party, known));
  return say({ kind: "handover", reader, now, frontEndUrl, replyTo, mandate: id, from: mandate.since, reviews });
};

const takenOver = (review: Review, party: PartyId, { named }: Known): readonly ReviewTakenOver[] => {
  const seat = review.seats[party];
  if (seat === undefined) return [];
  const { role, instruments } = seat;
  const cleared = Object.values(review.seats).filter((one) => review.feedback?.[one.party] !== undefined);
  const { observations } = review;
  return [
    {
      id: review.id,
      underReview: named(review.party),
      role,
      instruments,
      stage: review.stage,
      open: openObligations(review)
        .filter((duty) => duty.party === party)
        .map(({ kind, dueAt }) => ({ kind, dueAt })),
      documents: [
        ...(review.answers === undefined ? [] : ["answers to the questionnaire"]),
        ...cleared.map((one) => `written feedback of ${inSentence(named(one.party)).text}`),
        ...(review.formerFeedback ?? []).map(
          (one) => `written feedback of ${inSentence(named(one.party)).text}, a former reviewing party`,
        ),
        ...(observations === undefined ? [] : [`list of observations, version ${observations.version}`]),
      ],
    },
  ];
};

const gatherEnded = (
  { mandate: id, until: told }: OfMandate<"mandate-ended">,
  recipient: Recipient,
  known: Known,
): Gathered => {
  const held = known.reviews.flatMap((review) => {
    const mandate = review.mandates[id];
    if (mandate?.until === undefined || (told !== undefined && mandate.until !== told)) return [];
    return [{ review, mandate, until: mandate.until }];
  });
  const first = held[0];
  const reader = readerOf(recipient, first?.mandate, known);
  if (first === undefined || reader === undefined) return skip("replaced");
  const { now, frontEndUrl, replyTo } = known;
  const reviews = held.map(({ review }) => ({ id: review.id, underReview: known.named(review.party) }));
  const { until, mandate } = first;
  return say({
    kind: "mandate-ended",
    reader,
    now,
    frontEndUrl,
    replyTo,
    mandate: id,
    role: mandate.role,
    until,
    reviews,
  });
};
