import type { Letter, LetterContent } from "../../schemas/letter.ts";
import type { Instant } from "../../schemas/values.ts";
import { composeBulletins } from "./compose-bulletins.ts";
import { reaching } from "./reaching.ts";
import { type Held, type NotWritten, Unwritable, type WriteIo, type Written } from "./writing.ts";

type BulletinContent = Extract<LetterContent, { kind: "bulletin" }>;

/**
 * Writes one recipient's letter of a bulletin. Not once the bulletin was given up; while the breaker has stopped it the
 * letter waits. Throws Unwritable where something has come to be missing since the preview.
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
  const reviews = "reviews" in reason ? reason.reviews : [];
  const addressee = { recipient, party: party ?? reason.party, reviews, reason };
  const [written] = await composeBulletins(io, { bulletin, text: wording.text }, [addressee], now);
  switch (written?.kind) {
    case "written":
      return { kind: "written", to: reached.address, contact: reached.contact, composed: written.letter, speaksOf: [] };
    case "no-address":
      return { kind: "skip", reason: "no-address" };
    case "value-missing":
      throw new Unwritable(`Nothing is known for ${written.placeholders.join(", ")}`);
    default:
      throw new Unwritable("The letter is over the mail limit");
  }
};
