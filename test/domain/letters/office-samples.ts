import type { LetterInput } from "../../../domain/letters/content/letter-pages.ts";
import type { ObligationListed } from "../../../domain/letters/content/daily-list.ts";
import { morningOf } from "../../../domain/base/time.ts";
import { GroupId, MandateId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { AccessChange } from "../../../schemas/model/letter.ts";
import { CalendarDate, Instant } from "../../../schemas/base/values.ts";
import { party } from "./letter-samples.ts";

const where = { frontEndUrl: "https://reviews.example.org/", replyTo: "secretariat@reviews.example.org" };
const at = (text: string) => Instant.parse(text);
const day = (text: string) => CalendarDate.parse(text);
const reviewIds = (...codes: readonly [string, ...string[]]): ObligationListed["reviews"] => {
  const [first, ...others] = codes.map((code) => ReviewId.parse(`c1-${code}`));
  return first === undefined ? [ReviewId.parse("c1-FR")] : [first, ...others];
};

const listed = (
  whose: readonly [string, string],
  kind: ObligationListed["kind"],
  reviews: ObligationListed["reviews"],
  dueAt: string,
  since: string,
): ObligationListed => ({
  party: party(...whose),
  kind,
  group: GroupId.parse("c1-g1"),
  reviews,
  dueAt: at(dueAt),
  since: morningOf(day(since)),
});

const member = (name: string, digit: number) => ({ id: UserId.parse(`u-${String(digit).repeat(26)}`), name });

/** Returns a letter about a change to the access of a user of the secretariat. */
const accessChanged = (
  change: AccessChange,
  more: Partial<Extract<LetterInput, { kind: "access-changed" }>> = {},
): LetterInput => ({
  kind: "access-changed",
  user: member("Nadia Farouk", 1),
  change,
  at: at("2021-07-19T07:05:31.000Z"),
  by: member("Jan Petersen", 2),
  reader: "colleague",
  readerName: "Wei Zhang",
  now: at("2021-07-19T07:05:40.000Z"),
  ...where,
  ...more,
});

/** Returns a letter about corrected details of a person. */
const corrected = (more: Partial<Extract<LetterInput, { kind: "person-corrected" }>>): LetterInput => ({
  kind: "person-corrected",
  user: member("", 1).id,
  details: ["email", "phone"],
  party: party("SD", "Sudan"),
  at: at("2021-07-19T07:05:31.000Z"),
  by: { user: member("", 2).id, role: "mission" },
  reader: { at: "address", name: "Nadia Farouk" },
  now: at("2021-07-19T07:05:40.000Z"),
  ...where,
  ...more,
});

/** Returns a mandate offer to the former address of a mission. */
const offered = (more: Partial<Extract<LetterInput, { kind: "mandate-offer" }>>): LetterInput => ({
  kind: "mandate-offer",
  mandate: MandateId.parse(`m-${"1".repeat(26)}`),
  party: party("SD", "Sudan"),
  role: "observer",
  reader: { kind: "person", name: "Nadia Farouk", party: party("SD", "Sudan"), role: "observer" },
  informs: "offered",
  now: at("2021-07-19T07:05:40.000Z"),
  ...where,
  ...more,
});
const readdressed = (more: Partial<Extract<LetterInput, { kind: "mission-readdressed" }>>): LetterInput => ({
  kind: "mission-readdressed",
  party: party("SD", "Sudan"),
  at: at("2021-07-19T07:05:31.000Z"),
  by: { user: member("", 2).id, role: "secretariat" },
  newAddress: "unconfirmed",
  now: at("2021-07-19T07:05:40.000Z"),
  ...where,
  ...more,
});

/** Letters to offices, to the secretariat and to former addresses, named as in their golden files. */
export const officeSamples: Readonly<Record<string, LetterInput>> = {
  "daily-list": {
    kind: "daily-list",
    day: day("2021-07-19"),
    obligations: [
      listed(["FR", "France"], "questionnaire", reviewIds("FR"), "2021-07-11T21:59:59.999Z", "2021-07-19"),
      listed(["CI", "Côte d'Ivoire"], "feedback", reviewIds("PE"), "2021-07-09T21:59:59.999Z", "2021-07-17"),
      listed(["PE", "Peru"], "experts", reviewIds("FR"), "2020-12-29T22:59:59.999Z", "2021-01-06"),
      listed(["SD", "Sudan"], "focal-point", reviewIds("GR", "SD", "TR"), "2020-12-15T22:59:59.999Z", "2020-12-23"),
      {
        ...listed(["BZ", "Belize"], "focal-point", reviewIds("MX"), "2020-12-15T22:59:59.999Z", "2020-12-23"),
        unreachable: true,
      },
    ],
    now: at("2021-07-19T07:00:04.000Z"),
    ...where,
  },
  "mission-readdressed": readdressed({}),
  "mission-readdressed-confirmed": readdressed({
    party: party("EU", "European Union"),
    by: { user: member("", 3).id, role: "mission" },
    newAddress: "confirmed",
  }),
  "mission-readdressed-back": readdressed({ newAddress: "set-back" }),
  "person-corrected": corrected({}),
  "person-corrected-former": corrected({ reader: { at: "former-address" } }),
  "person-corrected-details": corrected({
    details: ["institution"],
    by: { user: member("", 1).id, role: "self" },
  }),
  "person-corrected-president": corrected({
    party: undefined,
    by: { user: member("", 2).id, role: "secretariat" },
  }),
  "mandate-offer": offered({}),
  "mandate-offer-accepted": offered({ reader: { kind: "mission", party: party("SD", "Sudan") }, informs: "accepted" }),
  "mandate-offer-refused": offered({ reader: { kind: "mission", party: party("SD", "Sudan") }, informs: "refused" }),
  "mandate-offer-home": offered({
    reader: { kind: "mission", party: party("PE", "Peru") },
    informs: { name: "Nadia Farouk" },
  }),
  "further-nomination": {
    kind: "further-nomination",
    user: member("", 1).id,
    name: "Nadia Farouk",
    party: party("SD", "Sudan"),
    mandates: [
      {
        role: "focal-point",
        review: ReviewId.parse("c1-PE"),
        underReview: party("PE", "Peru"),
        since: at("2021-07-18T22:00:00.000Z"),
      },
      {
        role: "expert",
        review: ReviewId.parse("c1-FR"),
        underReview: party("FR", "France"),
        since: at("2021-07-18T22:00:00.000Z"),
        instruments: ["TIP", "FP"],
      },
    ],
    now: at("2021-07-19T07:05:40.000Z"),
    ...where,
  },
  "access-registered": accessChanged("registered"),
  "access-closed": accessChanged("closed", { readerName: "Jan Petersen", reader: "author" }),
  "access-closed-owner": accessChanged("closed", { readerName: "Nadia Farouk", reader: "owner" }),
  "access-closed-colleague": accessChanged("closed", { reader: "closed-colleague" }),
  "access-reopened": accessChanged("reopened", { by: undefined }),
  "access-readdressed": accessChanged("readdressed"),
  "access-readdressed-former": accessChanged("readdressed", { reader: "former-address", readerName: "Nadia Farouk" }),
};
