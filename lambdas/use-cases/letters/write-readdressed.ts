import type { AddressAuthor, MissionReaddressed } from "../../../domain/letters/content/mission-readdressed.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { MissionContacts, Party } from "../../../schemas/model/party.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import { resolveAddress } from "../reachability/resolve-address.ts";
import {
  composedLetter,
  type NotWritten,
  partyNameOf,
  type WriteIo,
  type WrittenLetter,
  writtenTo,
} from "./written-letter.ts";

const roleOf = (role: UserRole | undefined): AddressAuthor["role"] => {
  if (role === "permanent-mission") return "mission";
  return role === "secretariat" ? role : "other";
};

const authorOf = async ({ store }: WriteIo, by: UserId | undefined): Promise<AddressAuthor | undefined> =>
  by && { user: by, role: roleOf((await store.load("user", by))?.state.role) };

/** Returns the current status of the address that replaced another. */
const newAddressOf = (
  former: EmailAddress,
  party: Party | undefined,
  mission: MissionContacts | undefined,
): MissionReaddressed["newAddress"] => {
  if (party?.unconfirmedChange !== undefined) return "unconfirmed";
  return mission?.address === former ? "set-back" : "confirmed";
};

/** Writes to a former address that another replaced it, and the status of the new one. */
export const writeReaddressed = async (
  io: WriteIo,
  { id, recipient, plannedFor: at }: Letter,
  { party, by }: Extract<LetterContent, { kind: "mission-readdressed" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const [reached, aggregate, mission, author] = await Promise.all([
    resolveAddress(io, recipient),
    store.load("party", party),
    store.mission(party),
    authorOf(io, by),
  ]);
  if (reached.kind === "skip") return reached;
  const written = composedLetter(await letterWriterIn(reached.language, id), {
    kind: "mission-readdressed",
    party: partyNameOf(await io.parties.of([party]), party),
    at,
    by: author,
    newAddress: newAddressOf(reached.address, aggregate?.state, mission),
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
