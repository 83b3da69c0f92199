import * as z from "zod";
import { Audience, AudienceList, ListedReason, RegisteredReason, SeatedReason } from "../model/audience.ts";
import { ReadingLanguage } from "../model/addressee.ts";
import { BulletinText, TextsByLanguage } from "../model/bulletin-text.ts";
import { BounceCount, BulletinRound, BulletinState } from "../model/bulletin.ts";
import { BulletinId, Hash, LetterId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { PartyName, PersonName } from "../base/names.ts";
import { LetterState } from "../model/letter.ts";
import { TextUsed } from "../model/stored-text.ts";
import { CalendarDate, ClusterNumber, Instant, Language } from "../base/values.ts";
import { AvailableAction, WorkView } from "./core.ts";
import { NamedParty, RecipientView } from "./named.ts";
import { withId } from "../base/with-id.ts";

/** Codes of the reason why a recipient is in an audience: capacity, party, reviews. */
const AddresseeReason = z
  .discriminatedUnion("code", [
    withId("RegisteredReason", RegisteredReason),
    withId("SeatedReason", SeatedReason),
    withId(
      "ListedReason",
      z.strictObject({ ...ListedReason.shape, list: AudienceList, dueOn: CalendarDate.optional() }),
    ),
  ])
  .meta({ id: "AddresseeReason" });
export type AddresseeReasonView = z.infer<typeof AddresseeReason>;

const addressee = {
  recipient: RecipientView,
  party: PartyId,
  partyName: PartyName,
  reviews: z.array(ReviewId),
  /** Those of the reviews, each once. */
  clusters: z.array(ClusterNumber),
  /** The reason for this recipient. */
  reason: AddresseeReason,
};
type Addressee = z.infer<z.ZodObject<typeof addressee>>;
export type AddresseeView = Addressee;

/** An addressee in a preview, with the current language of letters to them. */
export const PreviewedAddresseeView = withId(
  "Addressee",
  z.strictObject({ ...addressee, ...ReadingLanguage.partial().shape }),
);
export type PreviewedAddresseeView = z.infer<typeof PreviewedAddresseeView>;

const SampleView = withId(
  "BulletinSample",
  z.strictObject({
    recipient: RecipientView,
    language: Language,
    subject: z.string(),
    text: z.string(),
    html: z.string(),
  }),
);

/** The recipients of the text in one language. */
const LanguageReach = withId(
  "LanguageReach",
  z.strictObject({
    language: Language,
    recipients: z.int().min(0),
    /** Of these, who reads another language, in which there is no text. */
    readingAnother: z.int().min(0),
  }),
);

export const PreviewView = withId(
  "BulletinPreview",
  z.strictObject({
    /** The hash that the order quotes. */
    hash: Hash,
    recipients: z.int().min(0),
    /** The number of recipients without a recorded address: their letters will end as skipped. */
    withoutAddress: z.int().min(0).meta({
      description:
        "Recipients without a recorded address: their letters will end as skipped. So will those whose every address is suppressed at the moment of sending; the worklist has them as `recipient-unreachable`",
    }),
    /** True if a second person of the secretariat must approve the order. */
    needsApproval: z.boolean(),
    expiresAt: Instant,
    /** The first of the recipients; the list has them all. */
    items: z.array(PreviewedAddresseeView),
    /** The recipients of each text, by their current languages. */
    languages: z.array(LanguageReach),
    /** The letter in each language, for its first recipient; for a text in one language, for the first three. */
    samples: z.array(SampleView),
  }),
);
export type PreviewView = z.infer<typeof PreviewView>;

/** Outcomes of a bulletin's letters, and letters still in progress: each letter is one of these. */
export const LetterOutcome = z.enum(["sent", "skipped", "failed", "unknown", "waiting"]).meta({ id: "LetterOutcome" });
export type LetterOutcome = z.infer<typeof LetterOutcome>;

/** By what recipients are chosen: an outcome, or what `progress` counts of it. */
export const RecipientOutcome = z
  .enum([...LetterOutcome.options, "delivered", "bounced", "complained", "to-settle"])
  .meta({ id: "RecipientOutcome" });
export type RecipientOutcome = z.infer<typeof RecipientOutcome>;

const bulletin = {
  id: BulletinId,
  state: BulletinState,
  /** As it was written, with its placeholders. */
  subject: z.string(),
  /** Hash of the preview that was quoted. */
  preview: Hash,
  recipients: z.int().min(0),
  orderedBy: UserId,
  orderedByName: PersonName,
  orderedAt: Instant,
  sendAt: Instant,
  approvedBy: UserId.optional(),
  approvedByName: PersonName,
  releasedAt: Instant.optional(),
  /** The first sending, and later ones to recipients not reached. */
  rounds: z.array(BulletinRound.omit({ pages: true }).strict().meta({ id: "BulletinRound" })),
  /** The count because of which the breaker stopped it. */
  stoppedFor: BounceCount.strict().meta({ id: "BounceCount" }).optional(),
  work: WorkView,
  version: z.int().min(0),
};

export const BulletinView = withId("Bulletin", z.strictObject(bulletin));
export type BulletinView = z.infer<typeof BulletinView>;

/** The audience as it was ordered, its parties with their names. */
const AudienceView = withId(
  "BulletinAudience",
  z.strictObject({ ...Audience.shape, parties: z.array(NamedParty).optional() }),
);
export type AudienceView = z.infer<typeof AudienceView>;

export const BulletinDetails = withId(
  "BulletinDetails",
  z.strictObject({
    ...bulletin,
    /** Actions of the caller on it now. */
    actions: z.array(AvailableAction),
    audience: AudienceView,
    /** In the first language of the fallback that has one, else in English where there is one. */
    text: BulletinText,
    texts: TextsByLanguage,
    /** Languages that are tried, in this order, for recipients in whose language there is no text. */
    fallback: z.array(Language),
    /** The stored text that it says, in the version that was taken. */
    stored: TextUsed.strict().meta({ id: "TextUsed" }).optional(),
    /** Counted from the letters: sent, skipped, failed, unknown and waiting are together the recipients. */
    progress: withId(
      "BulletinProgress",
      z.strictObject({
        recipients: z.int().min(0),
        sent: z.int().min(0),
        skipped: z.int().min(0),
        failed: z.int().min(0),
        unknown: z.int().min(0),
        waiting: z.int().min(0),
        /** Of those sent: what the mail service has reported so far. */
        delivered: z.int().min(0),
        bounced: z.int().min(0),
        complained: z.int().min(0),
        /**
         * Letters with unknown delivery that a person must settle. For the others, the report is expected or no longer
         * needed.
         */
        toSettle: z.int().min(0),
      }),
    ),
  }),
);
export type BulletinDetails = z.infer<typeof BulletinDetails>;

/** A recipient, with the latest letter; none while it has not been planned. */
export const BulletinRecipientView = withId(
  "BulletinRecipientStatus",
  z.strictObject({
    ...addressee,
    outcome: LetterOutcome,
    /** The name in the latest letter, and its address; absent before it is written, and after erasure. */
    name: z.string().optional(),
    address: z.string().optional(),
    letter: z
      .strictObject({
        id: LetterId,
        state: LetterState,
        /** The reason why it was not sent, or could not be. */
        reason: z.string().optional(),
        round: z.int().min(0),
        changedAt: Instant,
        /** In which language it was written, and which come before that one for its reader and had no text. */
        ...ReadingLanguage.partial().shape,
      })
      .optional(),
  }),
);
export type BulletinRecipientView = z.infer<typeof BulletinRecipientView>;
