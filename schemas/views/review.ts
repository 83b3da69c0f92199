import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { Hash, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { PartyName, PersonName } from "../base/names.ts";
import {
  ClarificationStatus,
  DecisionBody,
  DispensableKind,
  DocumentSymbol,
  PublishedPart,
  SeatRole,
} from "../model/review.ts";
import { DraftKind } from "../model/draft.ts";
import { ObservationItem } from "../model/observation-items.ts";
import { CalendarDate, Instant, Instrument } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { ConsultationView, DivisionView } from "./consultation.ts";
import { NamedParty } from "./named.ts";

/** The cursor of the page after it, absent at the end. */
const next = z.string().optional();

export const AnswersState = withId(
  "AnswersState",
  z.strictObject({
    submittedAt: Instant,
    receivedOn: CalendarDate.optional(),
    /** The time at which the secretariat opened them to all participating parties. */
    openedAt: Instant.optional(),
    instruments: z.array(Instrument),
  }),
);

/** On feedback of a party whose seat was drawn again: until when it held it, and who took it. */
const FormerReviewer = withId(
  "FormerReviewer",
  z.strictObject({ until: Instant, replacedBy: PartyId, replacedByName: PartyName }),
);

export const FeedbackState = withId(
  "FeedbackState",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    clearedAt: Instant,
    formerReviewer: FormerReviewer.optional(),
    instruments: z.array(Instrument),
  }),
);

const ClarificationShape = {
  number: z.int().min(0),
  askedBy: PartyId,
  askedByName: PartyName,
  askedAt: Instant,
  instruments: z.array(Instrument),
  state: ClarificationStatus,
  dueAt: Instant.optional(),
  dueOn: CalendarDate.optional(),
  settledAt: Instant.optional(),
};
export const ClarificationSummary = withId("ClarificationSummary", z.strictObject(ClarificationShape));

const ObservationsShape = {
  version: z.int().min(0),
  agreedBy: z.array(NamedParty),
  /** Parties whose agreement to this version is awaited. */
  awaitedFrom: z.array(NamedParty),
  /** Every party has agreed to this version and the secretariat has not published it yet. */
  awaitingPublication: z.boolean(),
  publishedAt: Instant.optional(),
};
export const ObservationsState = withId("ObservationsState", z.strictObject(ObservationsShape));

/** A reviewer with its instruments. */
export const ReviewerView = withId(
  "Reviewer",
  z.strictObject({ party: PartyId, partyName: PartyName, role: SeatRole, instruments: z.array(Instrument) }),
);

const RedrawAskedView = withId(
  "RedrawAsked",
  z.strictObject({ by: PartyId, byName: PartyName, seat: PartyId, seatName: PartyName, at: Instant }),
);

/** A decision that a review proceeds without the pending act of a silent party. */
export const DecisionView = withId(
  "Decision",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    kind: DispensableKind,
    body: DecisionBody,
    document: DocumentSymbol,
    decidedOn: CalendarDate,
  }),
);

/** Members of a view of a review other than summary, seats and obligations; each is absent if it has no content. */
export const reviewDetails = {
  /** The responsible officer of the secretariat; shown to the secretariat. */
  officer: UserId.optional(),
  officerName: PersonName,
  consultation: ConsultationView.optional(),
  division: DivisionView.optional(),
  answers: AnswersState.optional(),
  feedback: z.array(FeedbackState).optional(),
  clarifications: z.array(ClarificationSummary).optional(),
  observations: ObservationsState.optional(),
  redraws: z.array(RedrawAskedView).optional(),
  /** The day on which the party under review waived that it has four reviewers at most. */
  reviewerLimitWaivedOn: CalendarDate.optional(),
  consents: z.array(PublishedPart).optional(),
  /** Pending acts without which the review proceeds, by decision of the Conference or its working group. */
  decisions: z.array(DecisionView).optional(),
};

/** A text that was handed over; `hash` is the SHA-256 of its canonical JSON (RFC 8785), as the journal holds it. */
export const TextView = withId(
  "Text",
  z.strictObject({
    instrument: Instrument,
    hash: Hash,
    /** Empty where only the fact was recorded: `reference` then says where the text is. */
    text: z.string(),
    reference: z.string().optional(),
  }),
);
export type TextView = z.infer<typeof TextView>;

export const AnswersView = withId(
  "Answers",
  z.strictObject({
    review: ReviewId,
    submittedAt: Instant.optional(),
    receivedOn: CalendarDate.optional(),
    openedAt: Instant.optional(),
    texts: z.array(TextView),
  }),
);

/** A text that is published: never an empty one, so that nothing says where it is instead. */
const PublishedTextView = withId(
  "PublishedText",
  z.strictObject({ instrument: Instrument, hash: Hash, text: z.string().min(1) }),
);
export type PublishedTextView = z.infer<typeof PublishedTextView>;

/** Instruments of which no text is available: only the fact was recorded. */
const withoutText = z.array(Instrument).optional();

const PublishedFeedback = withId(
  "PublishedFeedback",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    clearedAt: Instant,
    texts: z.array(PublishedTextView),
    withoutText,
  }),
);
const PartyFeedbackView = withId(
  "PartyFeedback",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    clearedAt: Instant,
    formerReviewer: FormerReviewer.optional(),
    texts: z.array(TextView),
  }),
);
export const FeedbackView = withId(
  "Feedback",
  z.strictObject({ review: ReviewId, items: z.array(PartyFeedbackView), next }),
);

/** A draft; version 0 and no text where nothing was written yet. Its version is its ETag. */
export const DraftView = withId(
  "Draft",
  z.strictObject({
    review: ReviewId,
    ...ofCluster,
    party: PartyId,
    partyName: PartyName,
    kind: DraftKind,
    instrument: Instrument,
    version: z.int().min(0),
    text: z.string().optional(),
    changedAt: Instant.optional(),
    changedBy: UserId.optional(),
    changedByName: PersonName,
  }),
);
export type DraftView = z.infer<typeof DraftView>;
export const DraftList = withId("DraftList", z.strictObject({ items: z.array(DraftView), next }));

const FrozenText = withId("FrozenText", z.strictObject({ hash: Hash, text: z.string() }));

export const ClarificationView = withId(
  "Clarification",
  z.strictObject({ ...ClarificationShape, question: FrozenText, answer: FrozenText.optional() }),
);
export type ClarificationView = z.infer<typeof ClarificationView>;
export const ClarificationList = withId(
  "ClarificationList",
  z.strictObject({ items: z.array(ClarificationView), next }),
);

/** The list of observations and its summary; version 0 and no text before the first draft. Its version is its ETag. */
export const ObservationsView = withId(
  "Observations",
  z.strictObject({
    review: ReviewId,
    ...ObservationsShape,
    hash: Hash.optional(),
    list: z.string().optional(),
    summary: z.string().optional(),
    /** Subjects of the observations, if the list states them. */
    items: z.array(ObservationItem).optional(),
    /** Location of a list of which only the fact was imported: list and summary are then empty. */
    reference: z.string().optional(),
  }),
);

export const PublicationSummary = withId(
  "PublicationSummary",
  z.strictObject({
    review: ReviewId,
    party: PartyId,
    partyName: PartyName,
    ...ofCluster,
    publishedAt: Instant,
  }),
);

export const PublicationView = withId(
  "Publication",
  z.strictObject({
    ...PublicationSummary.shape,
    observations: z.strictObject({
      hash: Hash,
      /** Absent where no text is available: `reference` then states where the list is. */
      list: z.string().optional(),
      summary: z.string().optional(),
      reference: z.string().optional(),
      /** Subject of each observation, as agreed by the parties with the list; absent if the list does not state it. */
      items: z.array(ObservationItem).optional(),
    }),
    version: z.int().min(1),
    /** The version that this one replaces, and why; absent of the first one published. */
    replaces: z.strictObject({ version: z.int().min(1), reason: z.string() }).optional(),
    /** The version that replaced this one, and when; absent of the latest. */
    replacedBy: z.strictObject({ version: z.int().min(1), at: Instant }).optional(),
    /** Without what it came about, by decision of the Conference or its working group. */
    decisions: z.array(DecisionView).optional(),
    /** Only where the party consented to it. */
    answers: z.array(PublishedTextView).optional(),
    /** The instruments of which no text of the answers is available. */
    answersWithoutText: withoutText,
    dialogue: z
      .strictObject({
        feedback: z.array(PublishedFeedback),
        clarifications: z.array(
          z.strictObject({
            number: z.int().min(0),
            askedBy: PartyId,
            askedByName: PartyName,
            question: z.string(),
            answer: z.string().optional(),
          }),
        ),
      })
      .optional(),
    /** The cursor under which the other texts are, where one reply does not hold them all. */
    next,
  }),
);
