import { isToFormerAddress } from "../../../domain/letters/letter-id.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import type { CorrectionAuthor } from "../../../domain/letters/content/person-corrected.ts";
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

const roles: { readonly [R in UserRole]?: CorrectionAuthor["role"] } = {
  "permanent-mission": "mission",
  secretariat: "secretariat",
};

const authorOf = async ({ store }: WriteIo, user: UserId, by: UserId): Promise<CorrectionAuthor> => {
  if (by === user) return { user: by, role: "self" };
  const role = (await store.load("user", by))?.state.role;
  return { user: by, role: (role && roles[role]) ?? "other" };
};

/** Writes to a person what was corrected of them, also at the address that another took the place of. */
export const writePersonCorrected = async (
  io: WriteIo,
  { id, recipient, plannedFor: at, party }: Letter,
  { user, details, by }: Extract<LetterContent, { kind: "person-corrected" }>,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { frontEndUrl, replyTo } = io;
  const [reached, author, parties] = await Promise.all([
    resolveAddress(io, recipient),
    by && authorOf(io, user, by),
    io.parties.of(party === undefined ? [] : [party]),
  ]);
  if (reached.kind === "skip") return reached;
  const written = composedLetter(await letterWriterIn(reached.language, id), {
    kind: "person-corrected",
    user,
    details,
    at,
    by: author,
    party: party && partyNameOf(parties, party),
    reader: isToFormerAddress(recipient) ? { at: "former-address" } : { at: "address", name: reached.name ?? "" },
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
