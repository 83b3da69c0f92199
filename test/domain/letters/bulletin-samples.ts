import { type BulletinInput } from "../../../domain/bulletins/check-text.ts";
import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import { BulletinId, PartyId, ReviewId } from "../../../schemas/base/ids.ts";
import { Instant } from "../../../schemas/base/values.ts";

const named = (id: string, name: string) => ({ id: PartyId.parse(id), name });
const of = (id: string, name: string, cluster = 1) => ({
  id: ReviewId.parse(`c${cluster}-${id}`),
  underReview: named(id, name),
});
const france = named("FR", "France");
const peru = of("PE", "Peru");
const ivory = of("CI", "Côte d'Ivoire");

/** Returns a bulletin to the mission of France about two reviews, with what a test changes. */
export const bulletinTo = (changes: Partial<BulletinInput> = {}): BulletinInput => ({
  bulletin: BulletinId.parse("b-01jd8m3v9tq4w7x2c5e6r8y0ab"),
  text: {
    subject: "Nominations for {{party}}: {{dueDate}}",
    body: "The nomination concerns {{reviews}}.\n\nThe list of persons may be sent online, at {{link}}.",
  },
  reader: { kind: "mission", party: france },
  reason: {
    code: "listed",
    as: "mission",
    party: france.id,
    list: "focal-points-missing",
    kinds: ["focal-point"],
    reviews: [peru.id, ivory.id],
    dueAt: Instant.parse("2020-12-15T22:59:59.999Z"),
  },
  reviews: [peru, ivory],
  now: Instant.parse("2020-12-17T10:00:00.000Z"),
  frontEndUrl: "https://reviews.example.org/",
  replyTo: "secretariat@reviews.example.org",
  ...changes,
});

const sudan = named("SD", "Sudan");
const bolivia = named("BO", "Bolivia (Plurinational State of)");

const written: Readonly<Record<string, BulletinInput>> = {
  "bulletin-listed-mission": bulletinTo(),
  "bulletin-registered-mission": bulletinTo({
    text: {
      subject: "Regional briefing on the second group of reviews",
      body: [
        "The secretariat presents its compliments to the {{recipientName}} and has the honour to announce a briefing on the second group of country reviews, to be held online:",
        "- Monday, 8 March 2021, 10:00 to 12:00, in English and French\n- Tuesday, 9 March 2021, 14:00 to 16:00, in English and Spanish",
        "Questions that {{party}} wishes to see addressed may be sent by the end of February.",
      ].join("\n\n"),
    },
    reader: { kind: "mission", party: bolivia },
    reason: { code: "registered", as: "mission", party: bolivia.id },
    reviews: [],
  }),
  "bulletin-seated-expert": bulletinTo({
    text: {
      subject: "Seminar for governmental experts of {{party}}",
      body: "Dear {{recipientName}},\n\nA seminar for experts who serve in {{reviews}} is being prepared.\n\nThe secretariat",
    },
    reader: { kind: "person", name: "مريم عبد الله", gender: "female", party: sudan, role: "expert" },
    reason: { code: "seated", as: "expert", party: sudan.id, reviews: [ReviewId.parse("c1-SD")] },
    reviews: [of("SD", "Sudan")],
  }),
  "bulletin-listed-focal-point": bulletinTo({
    text: { subject: "Answers to the questionnaire", body: "Support is available for {{reviews}}, due {{dueDate}}." },
    reader: { kind: "person", name: "Claire Moreau", party: france, role: "focal-point" },
    reason: {
      code: "listed",
      as: "focal-point",
      party: france.id,
      list: "duties-overdue",
      kinds: ["questionnaire"],
      reviews: [ReviewId.parse("c1-FR")],
      dueAt: Instant.parse("2021-07-11T21:59:59.999Z"),
    },
    reviews: [of("FR", "France")],
    now: Instant.parse("2021-07-20T10:00:00.000Z"),
  }),
  "bulletin-of-many-reviews": bulletinTo({
    text: { subject: "Dates of the reviews", body: "{{reviews}}" },
    reason: {
      code: "seated",
      as: "mission",
      party: france.id,
      reviews: ["PE", "CI", "SD", "FR", "VE"].map((id) => ReviewId.parse(`c1-${id}`)),
    },
    reviews: [peru, ivory, of("SD", "Sudan"), of("FR", "France"), of("VE", "Venezuela (Bolivarian Republic of)")],
  }),
};

/** Bulletins to each kind of reader and for each kind of reason, named as in their golden files. */
export const bulletinSamples: Readonly<Record<string, LetterInput>> = Object.fromEntries(
  Object.entries(written).map(([name, input]) => [name, { ...input, kind: "bulletin", language: "en" } as const]),
);
