import type { PartyId, RegisterEntryId, ReviewId } from "../../schemas/base/ids.ts";
import type { Instant } from "../../schemas/base/values.ts";
import type { CountryCode, RegisterContent, RegisterEntry, CurrencyCode } from "../../schemas/model/register.ts";
import { accept, type Decision, noChange, type Refused, refuse } from "../base/decision.ts";
import { hashOf } from "../base/hash.ts";
import { resolveRecordedDate } from "../base/recorded-date.ts";
import { dayOf } from "../base/time.ts";

const regionNames = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
const currencies: ReadonlySet<string> = new Set(Intl.supportedValuesOf("currency"));

/** Codes that have a name and are no country's: former countries, parts of one, unions and codes for tests. */
const noCountries: ReadonlySet<string> = new Set(
  "AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH QO RH SU TA TP UK UN VD XA XB YD YU ZR ZZ".split(" "),
);

/** Returns whether a code is that of a country, as ISO 3166 lists them. */
export const isCountry = (code: CountryCode): boolean => !noCountries.has(code) && regionNames.of(code) !== undefined;

/** Returns whether a code is that of a currency, as ISO 4217 lists them. */
export const isCurrency = (code: CurrencyCode): boolean => currencies.has(code);

/** Returns the parties that an entry names. */
export const partiesNamed = (content: RegisterContent): readonly PartyId[] => {
  switch (content.register) {
    case "training-session":
      return content.states !== undefined && "named" in content.states ? content.states.named : [];
    case "pilot-initiative":
      return [content.party];
    case "voluntary-contribution":
      return "party" in content.donor ? [content.donor.party] : [];
    default:
      return [];
  }
};

/** Returns the review that an entry is about; undefined where it is about none. */
export const reviewNamed = (content: RegisterContent): ReviewId | undefined =>
  content.register === "translation-need" ? content.review : undefined;

const countriesNamed = (content: RegisterContent): readonly CountryCode[] => {
  if (content.register === "pilot-initiative") return [content.country];
  const { countries } =
    content.register === "stakeholder-training" || content.register === "knowledge-hub" ? content : {};
  return countries !== undefined && "named" in countries ? countries.named : [];
};

/** Which of the parties and reviews that an entry names there are. */
export interface NamedThings {
  readonly parties: ReadonlySet<PartyId>;
  readonly reviews: ReadonlySet<ReviewId>;
}

/** Returns why something that an entry names does not exist; undefined where all of it does. */
const refuseUnknown = (content: RegisterContent, there: NamedThings): Refused | undefined => {
  const party = partiesNamed(content).find((one) => !there.parties.has(one));
  if (party !== undefined) return refuse("unknown-party", { party });
  const review = reviewNamed(content);
  if (review !== undefined && !there.reviews.has(review)) return refuse("unknown-review", { review });
  const country = countriesNamed(content).find((one) => !isCountry(one));
  if (country !== undefined) return refuse("unknown-country", { country });
  return content.register === "voluntary-contribution" && !isCurrency(content.currency)
    ? refuse("unknown-currency", { currency: content.currency })
    : undefined;
};

/**
 * Returns why the day on which a need for translation ended does not fit: it lies ahead, or before the need; undefined
 * where it does.
 */
const refuseOutcome = (content: RegisterContent, now: Instant): Refused | undefined => {
  if (content.register !== "translation-need" || content.outcome === undefined) return undefined;
  const ended = resolveRecordedDate(content.outcome.on, now, content.happenedOn);
  return ended.ok ? undefined : ended;
};

/**
 * Returns when the content of an entry happened. Refuses days ahead or before the launch, and names of something that
 * does not exist.
 */
const checkContent = (
  content: RegisterContent,
  there: NamedThings,
  now: Instant,
): { readonly ok: true; readonly at: Instant } | Refused => {
  const happened = resolveRecordedDate(content.happenedOn, now);
  if (!happened.ok) return happened;
  return refuseOutcome(content, now) ?? refuseUnknown(content, there) ?? happened;
};

/** Records an entry; its fact happened on the day that it names. */
export const recordEntry = (
  entry: RegisterEntryId,
  content: RegisterContent,
  there: NamedThings,
  now: Instant,
): Decision => {
  const checked = checkContent(content, there, now);
  return checked.ok ? accept([{ kind: "register-entry-recorded", happenedAt: checked.at, entry, content }]) : checked;
};

const refuseWithdrawn = ({ withdrawn }: RegisterEntry): Refused | undefined =>
  withdrawn === undefined ? undefined : refuse("entry-withdrawn", { withdrawnOn: dayOf(withdrawn.at) });

/**
 * Corrects an entry, by a later fact with its reason: from then on it counts as corrected, for every day. Refuses one
 * that was withdrawn, and another register. Equal content returns no fact.
 */
export const correctEntry = (
  entry: RegisterEntry,
  { content, reason }: { readonly content: RegisterContent; readonly reason: string },
  there: NamedThings,
  now: Instant,
): Decision => {
  const { register } = entry.content;
  const refused =
    refuseWithdrawn(entry) ?? (content.register === register ? undefined : refuse("other-register", { register }));
  if (refused !== undefined) return refused;
  const checked = checkContent(content, there, now);
  if (!checked.ok) return checked;
  if (hashOf(content) === hashOf(entry.content)) return noChange;
  return accept([{ kind: "register-entry-corrected", happenedAt: now, entry: entry.id, content, reason }]);
};

/** Withdraws an entry that should not be there, with the reason; it stays on record and counts no more. A second time returns no fact. */
export const withdrawEntry = (entry: RegisterEntry, reason: string, now: Instant): Decision =>
  entry.withdrawn === undefined
    ? accept([{ kind: "register-entry-withdrawn", happenedAt: now, entry: entry.id, reason }])
    : noChange;
