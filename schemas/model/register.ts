import * as z from "zod";
import { PartyId, RegisterEntryId, ReviewId } from "../base/ids.ts";
import { CalendarDate, Instant, Language, Reason, ShortText } from "../base/values.ts";

/** Registers of the secretariat's work outside the reviews, which sections IV and V of the status paper count. */
export const Register = z
  .enum([
    "training-session",
    "constructive-dialogue",
    "stakeholder-training",
    "pilot-initiative",
    "voluntary-contribution",
    "translation-need",
    "knowledge-hub",
  ])
  .meta({ id: "Register" });
export type Register = z.infer<typeof Register>;

/** Training is also given in Portuguese (paragraph 40), which is no language of reviews. */
export const TrainingLanguage = z.enum([...Language.options, "pt"]).meta({ id: "TrainingLanguage" });
export type TrainingLanguage = z.infer<typeof TrainingLanguage>;

/** Kinds of donors other than parties. */
export const DonorKind = z.enum(["other-state", "international-organization", "private-donor"]).meta({
  id: "DonorKind",
});

/** Result of a need for translation (paragraph 29). */
export const TranslationOutcome = z
  .enum(["national-resources", "voluntary-contribution", "informal-translation", "not-met"])
  .meta({ id: "TranslationOutcome" });
export type TranslationOutcome = z.infer<typeof TranslationOutcome>;

/** ISO 3166 alpha-2 code of a country, party or not. */
export const CountryCode = z
  .string()
  .regex(/^[A-Z]{2}$/, "must be a country's two-letter code, like FR")
  .meta({ id: "CountryCode", examples: ["FR"] })
  .brand<"CountryCode">();
export type CountryCode = z.infer<typeof CountryCode>;

/** ISO 4217 code of a currency. */
export const CurrencyCode = z
  .string()
  .regex(/^[A-Z]{3}$/, "must be a currency's three-letter code, like USD")
  .meta({ id: "CurrencyCode", examples: ["USD"] })
  .brand<"CurrencyCode">();
export type CurrencyCode = z.infer<typeof CurrencyCode>;

/** More than attend anything, and few enough for sums to stay exact. */
const count = (least: number) => z.int().min(least).max(1_000_000);
const Count = count(0);
/** More States or countries than there are. */
const mostPlaces = 300;

/** States or countries by name, or how many there were where their names are not known. */
export type NamedOrNumber<Name> = { readonly named: readonly Name[] } | { readonly number: number };

export const StatesCounted = z.strictObject({ number: z.int().min(1).max(mostPlaces) }).meta({ id: "StatesCounted" });

const States = z
  .union([
    z.strictObject({ named: z.array(PartyId).min(1).max(mostPlaces) }).meta({ id: "StatesNamed" }),
    StatesCounted,
  ])
  .meta({ id: "StatesTrained" });

const Countries = z
  .union([
    z.strictObject({ named: z.array(CountryCode).min(1).max(mostPlaces) }).meta({ id: "CountriesNamed" }),
    z.strictObject({ number: z.int().min(1).max(mostPlaces) }).meta({ id: "CountriesCounted" }),
  ])
  .meta({ id: "CountriesTrained" });

/** Participants of a constructive dialogue, by kind (paragraph 44). A missing number is unknown, and not zero. */
export const Attendance = z
  .strictObject({
    nonGovernmentalOrganizations: Count.optional(),
    academia: Count.optional(),
    privateSector: Count.optional(),
    /** Of other kinds, and those whose kind is not known. */
    otherStakeholders: Count.optional(),
    memberStates: Count.optional(),
    intergovernmentalOrganizations: Count.optional(),
  })
  .meta({ id: "DialogueAttendance" });

/**
 * The day by which an entry is counted: of a pilot initiative that of its launch, of a need for translation the one since
 * which there is the need.
 */
const day = { happenedOn: CalendarDate };

/** Name, subject and place of a session. They stay in the journal permanently, so they name no person. */
const session = { name: ShortText.optional(), topic: ShortText.optional(), place: ShortText.optional() };

/** Government officials were trained or briefed (paragraph 40). A number that is left out is not known. */
export const TrainingSession = z
  .strictObject({
    register: z.literal("training-session"),
    ...day,
    ...session,
    officials: count(1).optional(),
    states: States.optional(),
    language: TrainingLanguage,
  })
  .meta({ id: "TrainingSession" });

/** A meeting with stakeholders after that of a working group (paragraph 44). */
export const ConstructiveDialogue = z
  .strictObject({ register: z.literal("constructive-dialogue"), ...day, ...session, attendance: Attendance })
  .meta({ id: "ConstructiveDialogue" });

/** Non-governmental stakeholders were trained (paragraph 46). A number that is left out is not known. */
export const StakeholderTraining = z
  .strictObject({
    register: z.literal("stakeholder-training"),
    ...day,
    ...session,
    people: count(1).optional(),
    countries: Countries.optional(),
  })
  .meta({ id: "StakeholderTraining" });

/** A government-led process with stakeholders, launched with the agreement of the party under review (paragraph 47). */
export const PilotInitiative = z
  .strictObject({ register: z.literal("pilot-initiative"), ...day, country: CountryCode, party: PartyId })
  .meta({ id: "PilotInitiative" });

export const OtherDonor = z.strictObject({ kind: DonorKind }).meta({ id: "OtherDonor" });

/** A contribution of money for the Mechanism beyond the regular budget (paragraphs 29 and 38). */
export const VoluntaryContribution = z
  .strictObject({
    register: z.literal("voluntary-contribution"),
    ...day,
    /** In whole units of the currency; left out where it is not known. */
    amount: z.int().min(1).max(1_000_000_000_000).optional(),
    currency: CurrencyCode,
    donor: z.union([z.strictObject({ party: PartyId }).meta({ id: "DonorParty" }), OtherDonor]).meta({ id: "Donor" }),
  })
  .meta({ id: "VoluntaryContribution" });

/** A review needs texts in languages for which there is no money in the regular budget (paragraph 29). */
export const TranslationNeed = z
  .strictObject({
    register: z.literal("translation-need"),
    ...day,
    review: ReviewId,
    languages: z.array(Language).min(1).max(6),
    /** The result of the need, and its day; absent as long as the need lasts. */
    outcome: z
      .strictObject({ how: TranslationOutcome, on: CalendarDate })
      .meta({ id: "TranslationNeedOutcome" })
      .optional(),
  })
  .meta({ id: "TranslationNeed" });

/** The number of members of the knowledge hub of the stakeholders on a day, and of their countries (paragraph 46). */
export const KnowledgeHub = z
  .strictObject({
    register: z.literal("knowledge-hub"),
    ...day,
    members: Count.optional(),
    countries: Countries.optional(),
  })
  .meta({ id: "KnowledgeHub" });

/** Content of an entry of a register. */
export const RegisterContent = z
  .discriminatedUnion("register", [
    TrainingSession,
    ConstructiveDialogue,
    StakeholderTraining,
    PilotInitiative,
    VoluntaryContribution,
    TranslationNeed,
    KnowledgeHub,
  ])
  .meta({ id: "RegisterContent" });
export type RegisterContent = z.infer<typeof RegisterContent>;
export type ContentOf<R extends Register> = Extract<RegisterContent, { readonly register: R }>;

/** The current entry: its content by the last correction, and its withdrawal if any. */
export const RegisterEntry = z.object({
  id: RegisterEntryId,
  content: RegisterContent,
  correctedAt: Instant.optional(),
  withdrawn: z.object({ at: Instant, reason: Reason }).optional(),
});
export type RegisterEntry = z.infer<typeof RegisterEntry>;

/** Counts of the registers as at a day. */
export const RegisterCount = z
  .enum([
    "training-sessions",
    "officials-trained",
    "states-trained",
    "training-languages",
    "constructive-dialogues",
    "dialogue-participants",
    "stakeholder-trainings",
    "stakeholders-trained",
    "stakeholder-countries",
    "pilot-initiatives",
    "voluntary-contributions",
    "translation-needs",
    "hub-members",
    "hub-countries",
  ])
  .meta({ id: "RegisterCount" });
export type RegisterCount = z.infer<typeof RegisterCount>;

/** Kinds of participants of a constructive dialogue. */
export const AttendanceKind = Attendance.keyof().meta({ id: "AttendanceKind" });
export type AttendanceKind = z.infer<typeof AttendanceKind>;
