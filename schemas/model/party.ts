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

/** Whether a party takes part in the Mechanism; a new party stays unassigned until the Conference decides (paragraph 10). */
export const Participation = z.enum(["takes-part", "unassigned", "not-taking-part"]).meta({ id: "Participation" });

/** A departure that was recorded wrongly: another day or document took the place of it, or where it was undone, nothing did. */
const DepartureCorrected = z.object({
  at: Instant,
  from: CalendarDate,
  reason: Reason,
  /** When the departure was recorded: letters since then told of it. */
  recordedAt: Instant,
  reviews: z.array(ReviewId),
  undone: z.literal(true).optional(),
});

/** What is true of a party; stored rows may hold more. */
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
  /** That it left the Convention, as it was recorded. */
  left: z.object({ leftOn: CalendarDate, document: z.string(), at: Instant }).optional(),
  /** The last correction of that, of which letters tell: the day that was wrong, in which reviews, and why. */
  departureCorrected: DepartureCorrected.optional(),
  /** It asked not to serve as a reviewer in its own year. */
  defersServing: z.literal(true).optional(),
  /** How often it asked that lots be drawn again; up to four times (paragraph 6). */
  redraws: z.int().optional(),
  /** How often another address took the place of that of its mission. */
  addressChanges: z.int().optional(),
  /**
   * The first of those changes that nobody has confirmed: letters go to the address before it as well; and when the last
   * one was made, after which whoever confirms the address has to sign in.
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

/** How copies of letters to a party's focal points come to its mission: each by itself, or in one letter a week. */
export const Digest = z.enum(["none", "weekly"]).meta({ id: "DigestPace" });
export type Digest = z.infer<typeof Digest>;

/** An office to which everybody may write about a party: an institution and no person, since it is public. */
export const PublicOffice = z
  .strictObject({ institution: NameText, email: EmailAddress.optional(), telephone: PlainText.optional() })
  .refine(({ email, telephone }) => email !== undefined || telephone !== undefined, "needs an email or a telephone");
export type PublicOffice = z.infer<typeof PublicOffice>;

/** How a permanent mission is reached. Contact data: kept beside the party, never in the journal. */
export const MissionContacts = z.strictObject({
  address: EmailAddress,
  secondAddress: EmailAddress.optional().meta({
    description: "Where deadline letters go on to when those to `address` fail; another address than that",
  }),
  language: Language,
  place: ShortText,
  /** Weekly while nothing that the party owes is overdue; none where it is left out. */
  digest: Digest.optional(),
  /** That it is there is the party's consent to its publication, as long as it is there. */
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

/** The same as it is set, where null gives up what is optional: the place is shown in letters, and a second address is another one, or it would be no way round a first that fails. */
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
