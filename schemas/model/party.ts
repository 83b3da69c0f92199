import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import {
  CalendarDate,
  EmailAddress,
  Instrument,
  Language,
  NameText,
  RegionalGroup,
  ShortText,
} from "../base/values.ts";

export const PartyKind = z.enum(["STATE", "ORG"]);

/** Date of joining each instrument; an instrument left out is one that the party has not joined. */
export const JoiningDates = z.partialRecord(Instrument, CalendarDate);
export type JoiningDates = z.infer<typeof JoiningDates>;

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
  /** Takes part in the Mechanism; a new party stays unassigned until the Conference decides (paragraph 10). */
  participation: z.enum(["takes-part", "unassigned", "not-taking-part"]),
  /** How often it asked that lots be drawn again; up to four times (paragraph 6). */
  redraws: z.int().optional(),
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
export const Digest = z.enum(["none", "weekly"]);
export type Digest = z.infer<typeof Digest>;

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
});
export type MissionContacts = z.infer<typeof MissionContacts>;

/** The same as it is set: the place is shown in letters, and a second address is another one, or it would be no way round a first that fails. */
export const NewMissionContacts = MissionContacts.extend({ place: NameText }).refine(
  ({ address, secondAddress }) => secondAddress === undefined || secondAddress !== address,
  { path: ["secondAddress"], error: "must be another address than the first" },
);
