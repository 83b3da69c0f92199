import { addresseesOf } from "../../../domain/bulletins/audience.ts";
import { languageAtSending, versionsOf } from "../../../domain/bulletins/languages.ts";
import { UnwritableLetter } from "../../../domain/letters/content/letter-page.ts";
import { logicalRecipient } from "../../../domain/letters/letter-id.ts";
import { letterKindOf } from "../../../domain/letters/letter-kinds.ts";
import type { PartyId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { AddresseeReason } from "../../../schemas/model/audience.ts";
import type { Letter, LetterContent, PartyRecipient } from "../../../schemas/model/letter.ts";
import type { Party } from "../../../schemas/model/party.ts";
import type { Review } from "../../../schemas/model/review.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import { type AddresseeContacts, bulletinFor } from "../bulletins/compose.ts";
import { resolveAddress, type ResolvedAddress } from "../reachability/resolve-address.ts";
import { type NotWritten, type StoppedLetter, type WriteIo, type WrittenLetter, writtenTo } from "./written-letter.ts";

type BulletinContent = Extract<LetterContent, { kind: "bulletin" }>;

/** The current reviews and obligations that a bulletin's letter is about. */
interface CurrentReviews {
  readonly reviews: readonly Review[];
  /** Theirs, and those under review. */
  readonly parties: ReadonlyMap<PartyId, Party>;
}

const standsNow = async ({ store, parties }: WriteIo, reason: AddresseeReason): Promise<CurrentReviews> => {
  const aggregates = "reviews" in reason ? await store.loadMany("review", reason.reviews) : [];
  const reviews = aggregates.map(({ state }) => state);
  return { reviews, parties: await parties.of([reason.party, ...reviews.map(({ party }) => party)]) };
};

/** Returns the current reason for a letter to a recipient; undefined if their list no longer includes them. */
const reasonNow = (
  recipient: PartyRecipient,
  reason: AddresseeReason,
  { reviews, parties }: CurrentReviews,
  now: Instant,
): AddresseeReason | undefined => {
  if (reason.code !== "listed") return reason;
  const { as, list, kinds } = reason;
  const party = parties.get(reason.party);
  const pool = { reviews, parties: party === undefined ? [] : [party] };
  const audience = { roles: [as], list, ...(kinds.length === 0 ? {} : { kinds }) };
  return addresseesOf(audience, pool, now).find(
    (one) => logicalRecipient(one.recipient) === logicalRecipient(recipient),
  )?.reason;
};

/** Returns the contacts of a recipient. */
const contactsOfReader = (
  recipient: PartyRecipient,
  { address, language, name, gender }: Pick<ResolvedAddress, "address" | "language" | "name" | "gender">,
  { reviews, parties }: CurrentReviews,
): AddresseeContacts => ({
  parties,
  underReview: new Map(reviews.map((review) => [review.id, review.party])),
  missions: new Map(recipient.kind === "mission" ? [[recipient.party, { address, language }]] : []),
  persons: new Map(
    recipient.kind === "user" && name !== undefined ? [[recipient.user, { email: address, language, name }]] : [],
  ),
  genders: new Map(recipient.kind === "user" && gender !== undefined ? [[recipient.user, gender]] : []),
});

/**
 * Writes one recipient's letter of a bulletin. Writes none once the bulletin is cancelled, or if its list no longer
 * includes the recipient. While the breaker has stopped the bulletin, the letter waits. Throws Unwritable if data are
 * missing that the preview had.
 */
export const writeBulletin = async (
  io: WriteIo,
  { id, recipient, party, content }: Letter,
  { bulletin, reason }: BulletinContent,
  now: Instant,
): Promise<WrittenLetter | NotWritten | StoppedLetter> => {
  const aggregate = await io.store.load("bulletin", bulletin);
  const wording = await io.store.wording(bulletin);
  if (aggregate === undefined || wording === undefined)
    throw new UnwritableLetter(`No text is stored for bulletin ${bulletin}`);
  if (aggregate.state.state === "cancelled") return { kind: "skip", reason: "cancelled" };
  if (aggregate.state.state === "stopped") return { kind: "stopped" };
  if (recipient.kind === "office") throw new UnwritableLetter("A bulletin is to missions and persons");
  const reached = await resolveAddress(io, recipient, letterKindOf(content));
  if (reached.kind === "skip") return reached;
  const currentReviews = await standsNow(io, reason);
  const current = reasonNow(recipient, reason, currentReviews, now);
  if (current === undefined) return { kind: "skip", reason: "done" };
  const reviews = "reviews" in current ? current.reviews : [];
  const addressee = { recipient, party: party ?? current.party, reviews, reason: current };
  const contacts = contactsOfReader(recipient, reached, currentReviews);
  const versions = versionsOf(wording);
  const writer = await letterWriterIn(languageAtSending(reached.language, versions).language, id);
  const means = { surroundings: io, writerOf: () => writer, choose: languageAtSending, now };
  const written = bulletinFor(means, { bulletin, versions }, addressee, contacts);
  switch (written.kind) {
    case "written":
      return {
        ...writtenTo({ ...reached, name: written.name }, written.letter),
        languagesTried: written.chosen.languagesTried,
      };
    case "no-address":
      return { kind: "skip", reason: "no-address" };
    case "no-text":
      throw new UnwritableLetter(`There is no text for readers of ${written.language}`);
    case "value-missing":
      throw new UnwritableLetter(`Nothing is known for ${written.placeholders.join(", ")}`);
    case "too-large":
      throw new UnwritableLetter("The letter is over the mail limit");
  }
};
