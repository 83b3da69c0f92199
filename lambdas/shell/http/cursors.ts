import { createHmac, timingSafeEqual } from "node:crypto";
import { acceptedSecrets, type CursorSecrets, signingSecret } from "../../io/cursor-secrets.ts";
import { logUnreadable } from "../../io/log-failure.ts";
import type { PageRequest } from "../../io/ports/paging.ts";
import type { Clock } from "../../io/ports/time.ts";
import { ProblemError } from "./problem.ts";

/** Opens and seals the cursors of one list with its filters for one caller. */
export interface Cursors {
  /** The position that a cursor holds. Throws a ProblemError when it was not sealed here. */
  open(cursor: string | undefined): Promise<{ after?: string }>;
  /**
   * Returns the requested page of a list. An unreadable row is skipped and logged. Not for the journal of one
   * aggregate, which is a proof only as a whole: if a part is unreadable, the request fails.
   */
  page(query: { readonly limit: number; readonly cursor?: string | undefined }): Promise<PageRequest>;
  /** `next` for a reply, or nothing at the end of the list. */
  seal(position: string | undefined): Promise<{ next?: string }>;
}

/** The secrets that sign cursors, and the clock. */
export interface CursorIo {
  readonly cursorSecrets: () => Promise<CursorSecrets>;
  readonly clock: Clock;
}

const sameBytes = (one: Buffer, other: Buffer): boolean => one.length === other.length && timingSafeEqual(one, other);

/**
 * Signed cursors: base64url of the position, a dot, and the HMAC-SHA256 over scope and position. The scope is the list,
 * its filters and the caller, so that a cursor is valid for nothing else. The secret before the newest one is also
 * accepted, so that a rotation interrupts no list.
 */
export const signedCursors = ({ cursorSecrets, clock }: CursorIo, scope: string): Cursors => {
  const sign = (secret: string, position: string): Buffer =>
    createHmac("sha256", secret).update(`${scope}\n${position}`).digest();
  const open: Cursors["open"] = async (cursor) => {
    if (cursor === undefined) return {};
    const [aggregate = "", tail = ""] = cursor.split(".");
    const position = Buffer.from(aggregate, "base64url").toString("utf8");
    const given = Buffer.from(tail, "base64url");
    const secrets = acceptedSecrets(await cursorSecrets());
    if (!secrets.some((secret) => sameBytes(given, sign(secret, position)))) throw new ProblemError("invalid-cursor");
    return { after: position };
  };
  return {
    open,
    page: async ({ limit, cursor }) => ({ limit, ...(await open(cursor)), onUnreadable: logUnreadable }),
    seal: async (position) => {
      if (position === undefined) return {};
      const signature = sign(signingSecret(await cursorSecrets(), clock.now()), position);
      return { next: `${Buffer.from(position).toString("base64url")}.${signature.toString("base64url")}` };
    },
  };
};
