import * as z from "zod";
import { MarkReason } from "../model/address.ts";
import { ofCluster } from "../base/clusters.ts";
import { LetterId, ObligationId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { OptionalPartyName, PartyName, PersonName } from "../base/names.ts";
import { Contact, LetterKind, LetterState, ReminderSubject, StepName, SettlementOutcome } from "../model/letter.ts";
import { ObligationKind } from "../model/review.ts";
import { CalendarDate, ClusterNumber, EmailAddress, Instant, Language, Reason } from "../base/values.ts";
import { RecipientView } from "./named.ts";
import { withId } from "../base/with-id.ts";

/**
 * Whether a letter's text can be read: it is kept; it was not sent, so that there is none; it was sent before texts were
 * kept; or it was erased.
 */
export const LetterTextState = z.enum(["kept", "not-sent", "not-kept", "erased"]).meta({ id: "LetterTextState" });
export type LetterTextState = z.infer<typeof LetterTextState>;

export const LetterTextView = withId(
  "LetterText",
  z.strictObject({
    state: LetterTextState,
    subject: z.string().optional(),
    /** The plain part and the HTML part, as they were handed to the mail service. */
    text: z.string().optional(),
    html: z.string().optional(),
    /** The dates that went with it as a calendar file. */
    calendar: z.string().optional(),
    language: Language.optional(),
    /** The name of the recipient in the letter, and its address. */
    name: z.string().optional(),
    address: EmailAddress.optional(),
    contact: Contact.optional(),
    /** The last time at which it was passed to the mail service. */
    handedOverAt: Instant.optional(),
    addressErasedAt: Instant.optional(),
    textErasedAt: Instant.optional(),
  }),
);
export type LetterTextView = z.infer<typeof LetterTextView>;

/** The documents that rules come from, by the letter with which a source begins. */
export const SourceDocument = z.enum(["S", "P", "G", "W", "D"]);
export type SourceDocument = z.infer<typeof SourceDocument>;

/** A paragraph, or a document, that a rule comes from. */
export const Basis = withId(
  "Basis",
  z.strictObject({ source: z.string(), document: z.string(), paragraph: z.int().min(0).optional() }),
);
export type Basis = z.infer<typeof Basis>;

export const LetterExplanation = withId(
  "LetterExplanation",
  z.strictObject({
    /** The rule of the reminder policy that made it, and the paragraph behind it. */
    rule: z.string(),
    basis: z.array(Basis),
    /** Of a reminder: the reminder schedule by the kind of obligation, in the edition that was in force on the day of the step. */
    ladder: z.strictObject({ kind: ObligationKind, effectiveFrom: CalendarDate }).optional(),
    occasion: ReminderSubject.extend({ partyName: PartyName, dueOn: CalendarDate }).optional(),
    rung: StepName.optional(),
    /** The other steps that it covers, of nominations that were due to the mission on the same morning. */
    further: z
      .array(
        z
          .strictObject({
            occasion: ReminderSubject.omit({ review: true }).extend({ partyName: PartyName, dueOn: CalendarDate }),
            rung: StepName,
          })
          .meta({ id: "FurtherStep" }),
      )
      .optional(),
    plannedFor: Instant,
    attempt: z.int().min(0),
    /** The letter that failed, of which this one is the next attempt. */
    before: LetterId.optional(),
    messageId: z.string().optional(),
    /** The decision of a person when delivery was unknown; the author is shown to the secretariat. */
    settlement: z
      .strictObject({
        outcome: SettlementOutcome,
        at: Instant,
        by: UserId.optional(),
        byName: PersonName,
        reason: Reason.optional(),
        /** The letter that takes its place, where it is sent again. */
        newAttempt: LetterId.optional(),
      })
      .meta({ id: "LetterSettlement" })
      .optional(),
    /** The mission's address that was used; absent until one is chosen. */
    contact: Contact.optional(),
    /** The digest that lists it, if the copy was held for a digest. */
    digest: LetterId.optional(),
    /** The letter that names this step together with others, where it was skipped for that one. */
    coveredBy: LetterId.optional(),
    obligations: z.array(
      z.strictObject({
        review: ReviewId,
        ...ofCluster,
        obligation: ObligationId,
        generation: z.int().min(0),
        /** The current obligation; of another generation if its date was set again. */
        kind: ObligationKind.optional(),
        dueAt: Instant.optional(),
        dueOn: CalendarDate.optional(),
        now: z.enum(["open", "met", "void", "superseded"]),
      }),
    ),
    history: z.array(z.strictObject({ at: Instant, state: LetterState, why: z.string().optional() })),
    inWords: z.string(),
  }),
);
export type LetterExplanation = z.infer<typeof LetterExplanation>;

export const LetterView = withId(
  "Letter",
  z.strictObject({
    id: LetterId,
    kind: LetterKind,
    state: LetterState,
    reason: z.string().optional(),
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    recipient: RecipientView,
    subject: z.string().optional(),
    reference: z.string().optional(),
    language: Language.optional(),
    /** Of a bulletin: which languages come before that one for its reader, and had no text. */
    languagesTried: z.array(Language).optional(),
    plannedAt: Instant,
    changedAt: Instant,
    reviews: z.array(ReviewId),
    /** Those that it is about, each once; none where it is about no review. */
    clusters: z.array(ClusterNumber),
  }),
);
export type LetterView = z.infer<typeof LetterView>;

/** A letter of a list, with its explanation where that is asked for. */
export const ExplainedLetter = withId(
  "ExplainedLetter",
  LetterView.extend({ explanation: LetterExplanation.optional() }),
);

/** One letter, with what is asked for. */
export const LetterDetails = withId("LetterDetails", ExplainedLetter.extend({ text: LetterTextView.optional() }));

export const SuppressedAddressView = withId(
  "SuppressedAddress",
  z.strictObject({
    /** The letter that failed there: it names what is to be released. */
    letter: LetterId,
    recipient: RecipientView,
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    address: EmailAddress.optional(),
    contact: Contact.optional(),
    why: MarkReason,
    since: Instant,
    released: Instant.optional(),
  }),
);
export type SuppressedAddressView = z.infer<typeof SuppressedAddressView>;
