import * as z from "zod";
import { Hash, MandateId, PartyId, PhaseId, ReviewId, UserId } from "../base/ids.ts";
import {
  CalendarDate,
  EmailAddress,
  Instant,
  Instrument,
  Language,
  NameText,
  PlainText,
  Reason,
  RegionalGroup,
  ShortText,
} from "../base/values.ts";

export const PartyKind = z.enum(["STATE", "ORG"]).meta({ id: "PartyKind" });

/** Date of joining each instrument; an instrument left out is one that the party has not joined. */
export const JoiningDates = z.partialRecord(Instrument, CalendarDate);
export type JoiningDates = z.infer<typeof JoiningDates>;

/**
 * Participation of a party in the Mechanism; a new party stays unassigned until the Conference decides (paragraph 10).
 */
export const Participation = z.enum(["takes-part", "unassigned", "not-taking-part"]).meta({ id: "Participation" });

/** A denunciation that was recorded wrongly: another day or document took the place of it, or where it was undone, nothing did. */
const DenunciationCorrected = z.object({
  at: Instant,
  from: CalendarDate,
  reason: Reason,
  /** The time of recording: later letters mention the denunciation. */
  recordedAt: Instant,
  reviews: z.array(ReviewId),
  undone: z.literal(true).optional(),
});

/** Data of a party; stored rows may hold more. */
export const Party = z.object({
  id: PartyId,
  name: ShortText,
  kind: PartyKind,
  alpha3: z.string().optional(),
  numeric: z.string().optional(),
  /** The group it draws lots with; null where neither rule nor data names one. */
  regionalGroup: RegionalGroup.nullable(),
  joined: JoiningDates,
  participation: Participation,
  /** A denunciation that waits for a second person of the secretariat, with the preview that it quotes. */
  denunciationOrder: z
    .object({ leftOn: CalendarDate, document: z.string(), preview: Hash, orderedBy: UserId, orderedAt: Instant })
    .optional(),
  /** The denunciation from the Convention, as recorded. */
  left: z.object({ leftOn: CalendarDate, document: z.string(), at: Instant }).optional(),
  /** The last correction of the denunciation, for letters: the wrong day, the reviews and the reason. */
  denunciationCorrected: DenunciationCorrected.optional(),
  /** It requested not to serve as a reviewer in its own year. */
  defersServing: z.literal(true).optional(),
  /** The number of its requests for redraws; up to four (paragraph 6). */
  redraws: z.int().optional(),
  /** The number of replacements of the address of its mission. */
  addressChanges: z.int().optional(),
  /**
   * The first unconfirmed change: letters also go to the address before it. `lastAt` is the last change, after which
   * the confirming user has to sign in.
   */
  unconfirmedChange: z.object({ number: z.int(), since: Instant, lastAt: Instant }).optional(),
  /** Mandates for people of other parties that wait for the answer of the person. */
  offers: z.array(z.object({ mandate: MandateId, user: UserId })).optional(),
  /** For which phases it confirmed the people who serve it, and when. */
  mandatesConfirmed: z.array(z.object({ phase: PhaseId, at: Instant })).optional(),
});
export type Party = z.infer<typeof Party>;

/** The parts of a party that the secretariat may correct. */
export const PartyCorrection = z
  .strictObject({
    name: NameText.optional(),
    regionalGroup: RegionalGroup.nullable().optional(),
    joined: JoiningDates.optional(),
    participation: Party.shape.participation.optional(),
  })
  .refine((change) => Object.keys(change).length > 0, "names nothing to correct");
export type PartyCorrection = z.infer<typeof PartyCorrection>;

/**
 * Delivery of copies of letters to a party's focal points to its mission: each separately, or in one letter a week.
 */
export const Digest = z.enum(["none", "weekly"]).meta({ id: "DigestPace" });
export type Digest = z.infer<typeof Digest>;

/** An office as public contact of a party: an institution and no person, since it is public. */
export const PublicOffice = z
  .strictObject({ institution: NameText, email: EmailAddress.optional(), telephone: PlainText.optional() })
  .refine(({ email, telephone }) => email !== undefined || telephone !== undefined, "needs an email or a telephone");
export type PublicOffice = z.infer<typeof PublicOffice>;

/** Contact data of a permanent mission, kept with the party, never in the journal. */
export const MissionContacts = z.strictObject({
  address: EmailAddress,
  secondAddress: EmailAddress.optional().meta({
    description: "Where deadline letters are sent when those to `address` fail; another address than that",
  }),
  language: Language,
  place: ShortText,
  /** Weekly while no obligation of the party is overdue; none if left out. */
  digest: Digest.optional(),
  /** Its presence is the party's consent to its publication. */
  publicOffice: PublicOffice.optional(),
});
export type MissionContacts = z.infer<typeof MissionContacts>;

/** By which note verbale a mission said something: its number and its date. Both stay in the journal for good. */
export const NoteVerbale = z
  .strictObject({
    number: z
      .string()
      .regex(
        /^[A-Za-z0-9][A-Za-z0-9 ./()-]{0,39}$/u,
        "must be up to 40 letters, digits, blanks and ./()- that begin with a letter or digit",
      )
      .meta({ description: "As the note has it; no name and no address, since it stays in the journal for good" }),
    date: CalendarDate,
  })
  .meta({ id: "NoteVerbale" });
export type NoteVerbale = z.infer<typeof NoteVerbale>;

/**
 * The contacts in a request, where null removes an optional member. The place is shown in letters. A second address
 * must differ from the first, since it replaces a first that fails.
 */
export const NewMissionContacts = MissionContacts.extend({
  place: NameText,
  secondAddress: MissionContacts.shape.secondAddress.nullable(),
  digest: MissionContacts.shape.digest.nullable(),
  publicOffice: MissionContacts.shape.publicOffice.nullable(),
}).refine(({ address, secondAddress }) => secondAddress !== address, {
  path: ["secondAddress"],
  error: "must be another address than the first",
});
export type NewMissionContacts = z.infer<typeof NewMissionContacts>;
