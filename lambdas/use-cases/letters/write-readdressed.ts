import type { AddressAuthor } from "../../../domain/letters/content/mission-readdressed.ts";
import { letterLanguage } from "../../../domain/letters/content/compose.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent } from "../../../schemas/model/letter.ts";
import type { UserRole } from "../../../schemas/model/user.ts";
import type { Instant } from "../../../schemas/base/values.ts";
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

/** Writes to the address before that another took its place, and whether that one is confirmed by now. */
export const writeReaddressed = async (
  io: WriteIo,
  { recipient, plannedFor: at }: Letter,
  { party, by }: Extract<LetterContent, { kind: "mission-readdressed" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const [reached, head, author] = await Promise.all([
    resolveAddress(io, recipient),
    store.load("party", party),
    authorOf(io, by),
  ]);
  if (reached.kind === "skip") return reached;
  const written = composedLetter({
    kind: "mission-readdressed",
    language: letterLanguage(reached.language),
    party: partyNameOf(await io.parties.of([party]), party),
    at,
    by: author,
    isUnconfirmed: head?.state.unconfirmedChange !== undefined,
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
