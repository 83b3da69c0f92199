import { createHmac, timingSafeEqual } from "node:crypto";
import { ProblemError } from "./problem.ts";

/** Opens and seals the cursors of one list with its filters for one caller. */
export interface Cursors {
  /** The position that a cursor holds. Throws a ProblemError when it was not sealed here. */
  open(cursor: string | undefined): Promise<{ after?: string }>;
  /** `next` for a reply, or nothing at the end of the list. */
  seal(position: string | undefined): Promise<{ next?: string }>;
}

/**
 * Signed cursors: base64url of the position, a dot, and the HMAC-SHA256 over scope and position. The scope is the
 * list, its filters and the caller, so that a cursor is good for nothing else.
 */
export const signedCursors = (secret: () => Promise<string>, scope: string): Cursors => {
  const sign = async (position: string): Promise<Buffer> =>
    createHmac("sha256", await secret())
      .update(`${scope}\n${position}`)
      .digest();
  return {
    open: async (cursor) => {
      if (cursor === undefined) return {};
      const [head = "", tail = ""] = cursor.split(".");
      const position = Buffer.from(head, "base64url").toString("utf8");
      const wanted = await sign(position);
      const given = Buffer.from(tail, "base64url");
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) throw new ProblemError("invalid-cursor");
      return { after: position };
    },
    seal: async (position) =>
      position === undefined
        ? {}
        : { next: `${Buffer.from(position).toString("base64url")}.${(await sign(position)).toString("base64url")}` },
  };
};
