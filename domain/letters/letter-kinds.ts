import { defined } from "../../schemas/base/defined.ts";
import type {
  Letter,
  LetterContent,
  LetterKind,
  ObligationRef,
  Recipient,
  SubjectStep,
} from "../../schemas/model/letter.ts";
import type { PartyId, ReviewId } from "../../schemas/base/ids.ts";
import type { Review } from "../../schemas/model/review.ts";
import { aggregateKey } from "../base/hash-chain.ts";
import type { Source } from "../base/settings.ts";
import { phaseOf } from "../parties/phases.ts";
import { subjectMarks } from "../reminders/schedule.ts";
import type { LetterQueue } from "./queues.ts";

export type ContentOf<K extends LetterKind> = Extract<LetterContent, { readonly kind: K }>;

/**
 * The properties of a kind of letter, without its pages, which only its sender loads. The functions are methods because
 * TypeScript compares only methods bivariantly: a row can then take any letter.
 */
interface LetterKindRow<Content> {
  /** Returns the values that identify a letter with kind, recipient and attempt: keys of sent letters that never change. */
  identity(content: Content): readonly unknown[];
  /** Returns the aggregate under which lists of letters find it: its matter or, for one about another person, its reader. */
  subject(content: Content, recipient: Recipient): string;
  /** The paragraphs that require it; none for a reminder, which has the edition of its schedule as its source. */
  readonly sources: readonly Source[];
  readonly queue: LetterQueue;
  /** True if a letter that failed at one address of its recipient is automatically sent to another. */
  readonly hasSecondAddress: boolean;
  /** False if it never goes to both addresses of a mission while the newer one is not confirmed. */
  readonly goesToBoth?: false;
  /** Returns whether it is about a review, by the obligations that it named or, if never written, was planned to name. */
  concernsReview(content: Content, review: Review, obligationRefs: readonly ObligationRef[] | undefined): boolean;
  /** Returns its review, if it goes to focal points and, for information, to their mission as well. */
  reviewCopied?(content: Content): ReviewId | undefined;
}

interface InReview {
  readonly review: ReviewId;
}

const deadlineLetter = { queue: "deadline-letters", hasSecondAddress: true } as const;

/** A letter about one review. */
const aboutReview = {
  ...deadlineLetter,
  subject: ({ review }: InReview) => aggregateKey("review", review),
  concernsReview: ({ review }: InReview, { id }: Review) => review === id,
} as const;

/** A letter about one review of which a mission gets a copy. */
const copiedAboutReview = { ...aboutReview, reviewCopied: ({ review }: InReview) => review } as const;

/** A letter about what a party's people are named for. */
const aboutMandate = {
  ...deadlineLetter,
  subject: ({ party }: { readonly party: string }) => aggregateKey("party", party),
  sources: ["S14"],
} as const;

const stepMarks = ({ reminderSubject: of, stepName }: SubjectStep) => [subjectMarks(of), of.generation, stepName];

/** Returns every reminder step that a reminder covers, its own first. */
export const stepsOfReminder = (
  content: ContentOf<"nomination-reminder" | "duty-reminder">,
): readonly [SubjectStep, ...SubjectStep[]] => {
  const { reminderSubject, stepName } = content;
  return [{ reminderSubject, stepName }, ...(("further" in content ? content.further : undefined) ?? [])];
};

const reminderMarks = (content: ContentOf<"nomination-reminder" | "duty-reminder">) =>
  stepsOfReminder(content).flatMap(stepMarks);

/** Returns the marks that are defined. */
const definedMarks = (...marks: readonly unknown[]): readonly unknown[] => marks.filter((mark) => mark !== undefined);

/** Returns whether a letter about the nominations of a party in a group is about a review. */
const concernsSeat = (
  { group, party }: { readonly group: string; readonly party: PartyId },
  review: Review,
  refs: readonly ObligationRef[] | undefined,
): boolean =>
  refs === undefined
    ? group === review.group && review.seats[party] !== undefined
    : refs.some(({ review: id }) => id === review.id);

/** One row for each kind of letter; content/letter-pages.ts has its wording. */
const letterKinds: { readonly [K in LetterKind]: LetterKindRow<ContentOf<K>> } = {
  "nomination-reminder": {
    ...deadlineLetter,
    identity: reminderMarks,
    subject: ({ reminderSubject }) => aggregateKey("group", reminderSubject.group),
    sources: [],
    concernsReview: ({ reminderSubject }, review, refs) => concernsSeat(reminderSubject, review, refs),
  },
  "late-start": {
    ...deadlineLetter,
    identity: ({ group, party, at }) => [group, party, at],
    subject: ({ group }) => aggregateKey("group", group),
    sources: ["P18", "G5", "G6", "D"],
    concernsReview: concernsSeat,
  },
  "start-corrected": {
    ...deadlineLetter,
    identity: ({ group, party, at }) => [group, party, at],
    subject: ({ group }) => aggregateKey("group", group),
    sources: ["P18", "G5", "G6", "D"],
    // Also reviews without an open obligation.
    concernsReview: (content, review) => concernsSeat(content, review, undefined),
  },
  "state-of-reviews": {
    ...deadlineLetter,
    identity: ({ group, party, at }) => [group, party, at],
    subject: ({ group }) => aggregateKey("group", group),
    sources: ["D"],
    concernsReview: ({ reviews }, { id }) => reviews.includes(id),
  },
  "start-undone": {
    ...deadlineLetter,
    identity: ({ group, party, at }) => [group, party, at],
    subject: ({ group }) => aggregateKey("group", group),
    sources: ["D"],
    concernsReview: concernsSeat,
  },
  "phase-opened": {
    ...deadlineLetter,
    identity: ({ phase, party }) => [phase, party],
    subject: ({ phase }) => aggregateKey("phase", phase),
    sources: ["S21", "S25", "D"],
    concernsReview: ({ phase, party }, review) => phaseOf(review) === phase && review.seats[party] !== undefined,
  },
  "phase-corrected": {
    ...deadlineLetter,
    identity: ({ phase, party, at }) => [phase, party, at],
    subject: ({ phase }) => aggregateKey("phase", phase),
    sources: ["D"],
    concernsReview: ({ phase, party }, review) => phaseOf(review) === phase && review.seats[party] !== undefined,
  },
  "duty-reminder": {
    ...deadlineLetter,
    identity: reminderMarks,
    subject: ({ reminderSubject }) => aggregateKey("review", reminderSubject.review ?? ""),
    sources: [],
    concernsReview: ({ reminderSubject }, { id }) => reminderSubject.review === id,
    reviewCopied: ({ reminderSubject }) => reminderSubject.review,
  },
  invitation: {
    queue: "deadline-letters",
    // To a person, who has one address.
    hasSecondAddress: false,
    identity: ({ user }) => [user, 1, "start"],
    subject: ({ user }) => aggregateKey("user", user),
    sources: ["D"],
    concernsReview: () => false,
  },
  "access-changed": {
    queue: "deadline-letters",
    // To persons, who have one address each.
    hasSecondAddress: false,
    identity: ({ user, version }) => [user, version],
    // An erasure finds a person's data by it, so the letter is listed under its recipient.
    subject: ({ user }, to) => aggregateKey("user", to.kind === "user" ? to.user : user),
    sources: ["D"],
    concernsReview: () => false,
  },
  "consultation-opened": { ...copiedAboutReview, identity: ({ review }) => [review], sources: ["S26", "D"] },
  "consultation-past-target": {
    ...copiedAboutReview,
    identity: ({ review, generation }) => definedMarks(review, generation),
    sources: ["S26", "D"],
  },
  "consultation-agreed": {
    ...copiedAboutReview,
    identity: ({ review, recordedAt }) => [review, recordedAt],
    sources: ["S26", "S27", "S33"],
  },
  "work-divided": { ...aboutReview, identity: ({ review, number }) => [review, number], sources: ["S33"] },
  "answers-received": {
    ...aboutReview,
    identity: ({ review, receivedAt }) => [review, receivedAt],
    sources: ["S33", "P35"],
  },
  "answers-returned": {
    ...copiedAboutReview,
    identity: ({ review, returnedAt }) => [review, returnedAt],
    sources: ["D"],
  },
  "delay-notified": {
    ...copiedAboutReview,
    identity: ({ review, obligation, generation }) => [review, obligation, generation],
    sources: ["S33"],
  },
  "delay-reversed": {
    ...copiedAboutReview,
    identity: ({ review, obligation, generation }) => [review, obligation, generation],
    sources: ["D"],
  },
  "clarification-asked": { ...aboutReview, identity: ({ review, number }) => [review, number], sources: ["W"] },
  "clarification-answered": { ...aboutReview, identity: ({ review, number }) => [review, number], sources: ["D"] },
  "decision-recorded": {
    ...copiedAboutReview,
    identity: ({ review, obligation }) => [review, obligation],
    sources: ["D"],
  },
  "feedback-complete": { ...aboutReview, identity: ({ review }) => [review], sources: ["S35"] },
  "list-to-agree": { ...aboutReview, identity: ({ review, version }) => [review, version], sources: ["S35"] },
  "erratum-published": {
    ...copiedAboutReview,
    identity: ({ review, version }) => [review, version],
    sources: ["S35", "D"],
  },
  "instruments-added": {
    ...copiedAboutReview,
    identity: ({ review, addedAt }) => [review, addedAt],
    sources: ["P28", "D"],
  },
  "review-entered": { ...aboutReview, identity: ({ review }) => [review], sources: ["S10", "P28"] },
  "party-left": {
    ...deadlineLetter,
    identity: ({ party, recordedAt }) => [party, recordedAt],
    subject: ({ party }) => aggregateKey("party", party),
    sources: ["D"],
    concernsReview: ({ reviews }, { id }) => reviews.includes(id),
  },
  "departure-corrected": {
    ...deadlineLetter,
    identity: ({ left, party, at }) => [left, party, at],
    subject: ({ left }) => aggregateKey("party", left),
    sources: ["D"],
    concernsReview: ({ reviews }, { id }) => reviews.includes(id),
  },
  "list-published": { ...copiedAboutReview, identity: ({ review }) => [review], sources: ["S35"] },
  handover: {
    ...aboutMandate,
    identity: ({ party, mandate, from }) => definedMarks(party, mandate, from),
    concernsReview: ({ mandate }, { mandates }) => mandates[mandate] !== undefined,
  },
  "mandate-ended": {
    ...aboutMandate,
    identity: ({ party, mandate, review, until, reversedAt }) =>
      definedMarks(party, mandate, review, until, reversedAt),
    concernsReview: ({ mandate, review }, { id, mandates }) =>
      review === undefined ? mandates[mandate] !== undefined : review === id,
  },
  "mission-readdressed": {
    queue: "deadline-letters",
    // To the one address that was given up.
    hasSecondAddress: false,
    identity: ({ party, number }) => [party, number],
    subject: ({ party }) => aggregateKey("party", party),
    sources: ["D"],
    concernsReview: () => false,
  },
  "person-corrected": {
    queue: "deadline-letters",
    // To the one address that a person has, or had.
    hasSecondAddress: false,
    identity: ({ user, version }) => [user, version],
    subject: ({ user }) => aggregateKey("user", user),
    sources: ["D"],
    concernsReview: () => false,
  },
  "mandate-offer": {
    queue: "deadline-letters",
    hasSecondAddress: true,
    identity: ({ user, party, mandate, about }) => [user, party, mandate, about],
    subject: ({ user }) => aggregateKey("user", user),
    sources: ["D"],
    concernsReview: () => false,
  },
  "further-nomination": {
    queue: "deadline-letters",
    // To a person, who has one address.
    hasSecondAddress: false,
    identity: ({ user, party }) => [user, party],
    subject: ({ user }) => aggregateKey("user", user),
    sources: ["S14", "D"],
    concernsReview: () => false,
  },
  "seat-redrawn": {
    ...aboutReview,
    identity: ({ review, from, to, additional }) => [
      review,
      from,
      to,
      ...(additional === undefined ? [] : [additional.party]),
    ],
    sources: ["S6", "P28"],
  },
  bulletin: {
    queue: "bulletins",
    // Sent again only by command, to the recipients whom it did not reach.
    hasSecondAddress: false,
    // Counted by its frozen recipients, once each.
    goesToBoth: false,
    identity: ({ bulletin, round }) => [bulletin, round],
    subject: ({ bulletin }) => aggregateKey("bulletin", bulletin),
    sources: ["S39"],
    concernsReview: ({ reason }, { id }) => reason.code !== "registered" && reason.reviews.includes(id),
  },
  "daily-list": {
    queue: "deadline-letters",
    // To an office, which has one address.
    hasSecondAddress: false,
    identity: ({ day }) => [day],
    subject: ({ kind }) => kind,
    sources: ["S17", "S26"],
    concernsReview: () => false,
  },
  digest: {
    ...deadlineLetter,
    identity: ({ on }) => [on],
    subject: ({ party }) => aggregateKey("party", party),
    sources: ["D"],
    concernsReview: () => false,
  },
};

/** Returns the row of a letter's kind. */
export const letterKindOf = (content: LetterContent): LetterKindRow<LetterContent> => letterKinds[content.kind];

/** Returns the queue in which a letter waits for its sender. */
export const queueOf = ({ content }: Pick<Letter, "content">): LetterQueue => letterKindOf(content).queue;

/** Returns the aggregate under which lists of letters find a letter. */
export const subjectOfLetter = ({ content, recipient }: Pick<Letter, "content" | "recipient">): string =>
  letterKindOf(content).subject(content, recipient);

/** Returns the review of a letter that goes to focal points and, for information, to their mission as well. */
export const reviewCopied = (content: LetterContent): ReviewId | undefined =>
  letterKindOf(content).reviewCopied?.(content);

/** Returns the agreed dates and the mode that the letter about the agreed arrangements states, at present. */
export const daysAgreed = ({
  consultation = {},
}: Review): NonNullable<ContentOf<"consultation-agreed">["corrects"]> => {
  const { concludedOn, heldOn, mode, clockStartsOn, answersDueOn } = consultation;
  return defined({ concludedOn, heldOn, mode, clockStartsOn, answersDueOn });
};
