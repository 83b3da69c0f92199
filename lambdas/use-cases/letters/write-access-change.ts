import { isToFormerAddress } from "../../../domain/letters/letter-id.ts";
import { letterWriterIn } from "../../io/letter-writers.ts";
import type { AccessChanged, MemberNamed } from "../../../domain/letters/content/access-notifications.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { Letter, LetterContent, Recipient } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { type ResolvedAddress, resolveAddress } from "../reachability/resolve-address.ts";
import { composedLetter, type NotWritten, type WriteIo, type WrittenLetter, writtenTo } from "./written-letter.ts";

type AccessChangeTold = Extract<LetterContent, { kind: "access-changed" }>;

const readerOf = (
  recipient: Recipient,
  { user, by }: AccessChangeTold,
  { isClosed }: ResolvedAddress,
): AccessChanged["reader"] => {
  if (isToFormerAddress(recipient)) return "former-address";
  const reader = recipient.kind === "user" ? recipient.user : undefined;
  if (reader === user) return "owner";
  if (isClosed) return "closed-colleague";
  return reader === by ? "author" : "colleague";
};

/**
 * Writes what was done to the access of a user of the secretariat, with the names of now. Also to those who were closed
 * meanwhile: else one account could close all others before any of them has read of it.
 */
export const writeAccessChange = async (
  io: WriteIo,
  { id: number, recipient, plannedFor: at }: Letter,
  content: AccessChangeTold,
  now: Instant,
): Promise<WrittenLetter | NotWritten> => {
  const { store, frontEndUrl, replyTo } = io;
  const { user, change, by } = content;
  const [reached, persons] = await Promise.all([
    resolveAddress(io, recipient, { reachesClosed: true }),
    store.persons([user, ...(by === undefined ? [] : [by])]),
  ]);
  if (reached.kind === "skip") return reached;
  const named = (id: UserId): MemberNamed => ({ id, name: persons.get(id)?.name });
  const written = composedLetter(await letterWriterIn(reached.language, number), {
    kind: "access-changed",
    user: named(user),
    change,
    at,
    by: by && named(by),
    reader: readerOf(recipient, content, reached),
    readerName: reached.name,
    now,
    frontEndUrl,
    replyTo,
  });
  return writtenTo(reached, written);
};
