import type { MandateOfferLetter } from "../../../domain/letters/content/mandate-offer.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import {
  composedLetter,
  type NotWritten,
  partyNameOf,
  skip,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

type Content = Extract<LetterContent, { kind: "mandate-offer" }>;

/** Writes a mandate offer to the person while it is pending, and the person's reply to the missions of both parties. */
export const writeMandateOffer = async (
  io: WriteIo,
  { id, recipient }: Letter,
  { user, party, mandate, role, about }: Content,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const [reached, aggregate, person] = await Promise.all([
    resolveAddress(io, recipient),
    store.load("user", user),
    store.person(user),
  ]);
  if (reached.kind === "skip") return reached;
  const waits = aggregate?.state.offers?.some((offer) => offer.mandate === mandate) === true;
  if (about === "offered" && !waits) return skip("replaced");
  const home = aggregate?.state.party;
  const parties = await io.parties.of([party, ...(home === undefined ? [] : [home])]);
  const gender = person?.gender;
  const reading = (): Pick<MandateOfferLetter, "reader" | "informs" | "gender"> | undefined => {
    const offering = partyNameOf(parties, party);
    if (recipient.kind === "user") {
      const reader = { kind: "person", name: reached.name ?? "", gender, party: offering, role } as const;
      return { reader, informs: "offered", gender };
    }
    if (recipient.kind === "mission" && recipient.party === party)
      return { reader: { kind: "mission", party: offering }, informs: about };
    if (home === undefined || person === undefined) return undefined;
    return { reader: { kind: "mission", party: partyNameOf(parties, home) }, informs: { name: person.name }, gender };
  };
  const read = reading();
  if (read === undefined) return skip("replaced");
  const written = composedLetter(await letterWriterIn(reached.language, id), {
    kind: "mandate-offer",
    mandate,
    party: partyNameOf(parties, party),
    role,
    ...read,
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
