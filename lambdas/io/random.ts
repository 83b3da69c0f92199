import { randomBytes, randomInt, randomUUID } from "node:crypto";
import { epochOf } from "../../domain/base/time.ts";
import { BulletinId, MandateId, RegisterEntryId, StatusPaperId, UserId } from "../../schemas/base/ids.ts";
import type { Clock } from "./ports/time.ts";
import type { Ids } from "./ports/accounts.ts";

const digits = "0123456789abcdefghjkmnpqrstvwxyz";

/** Twenty-six digits of base 32: ten of the time in milliseconds, so that ids sort by it, and sixteen of chance. */
const sortable = (milliseconds: number): string => {
  let time = milliseconds;
  const aggregate = Array.from({ length: 10 }, () => {
    const digit = digits.charAt(time % 32);
    time = Math.floor(time / 32);
    return digit;
  });
  const tail = Array.from(randomBytes(16), (byte) => digits.charAt(byte % 32));
  return [...aggregate.toReversed(), ...tail].join("");
};

/** Ids of users, mandates, bulletins, entries of registers and status papers, made from the clock and from chance. */
export const randomIds = (clock: Clock): Ids => {
  const next = () => sortable(epochOf(clock.now()));
  return {
    user: () => UserId.parse(`u-${next()}`),
    bulletin: () => BulletinId.parse(`b-${next()}`),
    statusPaper: () => StatusPaperId.parse(`p-${next()}`),
    registerEntry: () => RegisterEntryId.parse(`e-${next()}`),
    mandate: () => MandateId.parse(`m-${next()}`),
    seed: () => randomInt(0, 2 ** 31),
  };
};

/** A secret of 256 bits, in base64url. */
export const randomSecret = (): string => randomBytes(32).toString("base64url");

/** The id of one write, never given out again: 122 bits of chance. */
export const newWriteId = (): string => randomUUID();

/** Returns a random password that every policy accepts and no person sees: the user chooses another one. */
export const unknownPassword = (): string => `Aa1!${randomSecret()}`;
