import { addresseesOf } from "../../domain/audience.ts";
import { logicalRecipient } from "../../domain/reminders.ts";
import type { AddresseeReason } from "../../schemas/audience.ts";
import type { Letter, LetterContent, PartyRecipient } from "../../schemas/letter.ts";
import type { Instant } from "../../schemas/values.ts";
import { composeBulletins } from "./compose-bulletins.ts";
import { reaching } from "./reaching.ts";
import { type Held, type NotWritten, Unwritable, type WriteIo, type Written, writtenTo } from "./writing.ts";

type BulletinContent = Extract<LetterContent, { kind: "bulletin" }>;

/** Why somebody is written to as things stand now; undefined where the list they were on counts them no more. */
const reasonNow = async (
  { store }: WriteIo,
  recipient: PartyRecipient,
  reason: AddresseeReason,
  now: Instant,
): Promise<AddresseeReason | undefined> => {
  if (reason.code !== "listed") return reason;
  const { as, list, kinds } = reason;
  const [reviews, parties] = await Promise.all([
    store.loadMany("review", reason.reviews),
    store.loadMany("party", [reason.party]),
  ]);
  const pool = { reviews: reviews.map(({ state }) => state), parties: parties.map(({ state }) => state) };
  const asked = { roles: [as], list, ...(kinds.length === 0 ? {} : { kinds }) };
  return addresseesOf(asked, pool, now).find((one) => logicalRecipient(one.recipient) === logicalRecipient(recipient))
    ?.reason;
};

/**
 * Writes one recipient's letter of a bulletin. Not once the bulletin was given up, nor to whom its list counts no more;
 * while the breaker has stopped it the letter waits. Throws Unwritable where something has come to be missing since the preview.
 */
export const writeBulletin = async (
  io: WriteIo,
  { recipient, party }: Letter,
  { bulletin, reason }: BulletinContent,
  now: Instant,
): Promise<Written | NotWritten | Held> => {
  const head = await io.store.load("bulletin", bulletin);
  const wording = await io.store.wording(bulletin);
  if (head === undefined || wording === undefined) throw new Unwritable(`No text stands beside bulletin ${bulletin}`);
  if (head.state.state === "cancelled") return { kind: "skip", reason: "cancelled" };
  if (head.state.state === "stopped") return { kind: "held" };
  if (recipient.kind === "office") throw new Unwritable("A bulletin is to missions and persons");
  const reached = await reaching(io, recipient);
  if (reached.kind === "skip") return reached;
  const current = await reasonNow(io, recipient, reason, now);
  if (current === undefined) return { kind: "skip", reason: "done" };
  const reviews = "reviews" in current ? current.reviews : [];
  const addressee = { recipient, party: party ?? current.party, reviews, reason: current };
  const [written] = await composeBulletins(io, { bulletin, text: wording.text }, [addressee], now);
  switch (written?.kind) {
    case "written":
      return writtenTo(reached, written.letter);
    case "no-address":
      return { kind: "skip", reason: "no-address" };
    case "value-missing":
      throw new Unwritable(`Nothing is known for ${written.placeholders.join(", ")}`);
    default:
      throw new Unwritable("The letter is over the mail limit");
  }
};
