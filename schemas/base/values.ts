import * as z from "zod";

/** A point in time, UTC, of one fixed width, so that the order of strings is the order of time. */
export const Instant = z.iso
  .datetime({
    precision: 3,
    error: "must be an instant that exists, in UTC and with milliseconds, like 2020-12-01T08:00:00.000Z",
  })
  .meta({ id: "Instant", description: "Instant in UTC with milliseconds", examples: ["2020-12-01T08:00:00.000Z"] })
  .brand<"Instant">();
export type Instant = z.infer<typeof Instant>;

const day = z.iso.date("must be a date that exists, like 2020-12-01");
/** No user names a later day, so that a day calculated from it still exists. */
const lastYear = 2999;

/** A day of the calendar as Vienna counts it. */
export const CalendarDate = day
  .refine((named) => !(Number(named.slice(0, 4)) > lastYear), `must not lie after the year ${lastYear}`)
  .meta({ id: "CalendarDate", description: "A calendar day in Vienna", examples: ["2020-12-01"] })
  .brand<"CalendarDate">();
export type CalendarDate = z.infer<typeof CalendarDate>;
/** A day that was reckoned from another. */
export const ReckonedDate = day.brand<"CalendarDate">();

// Control characters, and the invisible marks that reorder text; joiners stay, Persian names need them.
const invisible = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u{200B}\u{2028}\u{2029}\u{2060}-\u{206F}\u{FEFF}\u{FFF9}-\u{FFFB}]/u;

const visibleText = (most: number) =>
  z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(most, `must have at most ${most} characters`)
    .refine((text) => !invisible.test(text), "must not hold control or bidirectional characters")
    .refine((text) => !text.includes("\uFFFD"), "holds a character that was not sent as UTF-8");

/** One line of text: a name, a title, an institution. */
export const ShortText = visibleText(200);
export type ShortText = z.infer<typeof ShortText>;

// Characters visible on paper: letters, digits and signs. Unicode counts fillers as letters, but they show nothing.
const visible = /(?![\u{115F}\u{1160}\u{2800}\u{3164}\u{FFA0}])[\p{L}\p{N}\p{P}\p{S}]/u;
// A letter of any writing: what a name is made of.
const letter = /(?![\u{115F}\u{1160}\u{3164}\u{FFA0}])\p{L}/u;
// Texts that mail programs turn into links: a scheme, an address, a host name without a space after its dot.
const link =
  /:\/\/|@|[Ww][Ww][Ww]\.|[Mm][Aa][Ii][Ll][Tt][Oo]:|[\p{L}\p{N}]{2}[.\u{FF0E}]\p{L}{2}|[\p{L}\p{N}][.\u{FF0E}][\p{L}\p{N}]+[/:]/u;

/** Returns the rule as one pattern, for the API document. */
const plainPattern = (needed: RegExp): string => `^(?![\\s\\S]*(?:${link.source}))[\\s\\S]*(?:${needed.source})`;

/** Returns whether no issue was found so far: only one is reported at a time. */
export const isSoundSoFar = ({ issues }: z.core.ParsePayload): boolean => issues.length === 0;

/**
 * A text from a user that letters quote. Nothing in it may look like a link, because letters go out in the name of the
 * system, and some of it is visible. Earlier stored texts are read with the schema that this one narrows.
 */
const plainText = (text: ReturnType<typeof visibleText>, needed: RegExp, missing: string) =>
  text
    .refine((value) => needed.test(value), { error: missing, when: isSoundSoFar })
    .refine((value) => !link.test(value), {
      error: "must not hold an address or a link; write a space after each dot",
      when: isSoundSoFar,
    })
    .meta({ pattern: plainPattern(needed) });

/** A name of a person, a party, a place or an institution, as it is handed in. */
export const NameText = plainText(ShortText, letter, "must hold a letter");
/** A title or a telephone number, as it is handed in. */
export const PlainText = plainText(ShortText, visible, "must hold something that shows");

/** A paragraph. */
export const LongText = visibleText(4000);

/** A sentence or two: a reason, a reference. */
export const Reason = visibleText(1000);

export const EmailAddress = z
  .email({ error: "must be an e-mail address", abort: true })
  .max(254, { error: "must have at most 254 characters", abort: true })
  .refine((address) => address.indexOf("@") <= 64, "must have at most 64 characters before the @")
  .toLowerCase()
  .meta({ id: "EmailAddress", examples: ["focal.point@fr.example.org"] })
  .brand<"EmailAddress">();
export type EmailAddress = z.infer<typeof EmailAddress>;

/** The six working languages (paragraph 27). */
export const Language = z.enum(["ar", "en", "es", "fr", "ru", "zh"]).meta({ id: "Language" });
export type Language = z.infer<typeof Language>;

/** All languages, in the order that decides between equal ones: the working languages of the Secretariat first. */
export const languagesInOrder: readonly Language[] = ["en", "fr", "es", "ar", "ru", "zh"];

/** Returns the optional fields of an object that has a value of the schema for some languages. */
export const byLanguage = <Schema extends z.ZodType>(schema: Schema) => {
  const value = schema.optional();
  return { ar: value, en: value, es: value, fr: value, ru: value, zh: value } satisfies Record<Language, unknown>;
};

export const Instrument = z.enum(["UNTOC", "TIP", "SOM", "FP"]).meta({ id: "Instrument" });
export type Instrument = z.infer<typeof Instrument>;

export const RegionalGroup = z
  .enum(["AFRICAN", "ASIA_PACIFIC", "EASTERN_EUROPEAN", "GRULAC", "WEOG"])
  .meta({ id: "RegionalGroup" });
export type RegionalGroup = z.infer<typeof RegionalGroup>;

export const ClusterNumber = z.int().min(1).max(4).meta({ id: "ClusterNumber" });
export type ClusterNumber = z.infer<typeof ClusterNumber>;
export const GroupNumber = z.int().min(1).max(99).meta({ id: "GroupNumber" });

export const Gender = z.enum(["female", "male", "other"]).meta({ id: "Gender" });
export type Gender = z.infer<typeof Gender>;

/** Of what kind the institution is that a person serves, as the paper counts them (paragraph 12). */
export const InstitutionKind = z
  .enum(["justice", "foreign-affairs", "interior", "other"])
  .meta({ id: "InstitutionKind" });

/** Grounds for a delay, as the paper reports them (paragraph 31). */
export const DelayReason = z
  .enum([
    "coordination",
    "information-gathering",
    "clearance",
    "digital-gap",
    "translation",
    "change-of-focal-point",
    "other",
  ])
  .meta({ id: "DelayReason" });
export type DelayReason = z.infer<typeof DelayReason>;

/** The reason of a delay in the words of its party, as it is handed in: letters quote it to all parties of the review. */
export const DelayExplanation = plainText(Reason, visible, "must hold something that shows");

/** Offices that letters go to besides missions and persons; their addresses are settings of the stage. */
export const Office = z.enum(["secretariat"]).meta({ id: "Office" });
export type Office = z.infer<typeof Office>;
