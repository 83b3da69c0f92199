import { defined } from "../../../schemas/base/defined.ts";
import { appendFileSync } from "node:fs";
import type { System } from "./system.ts";

/** A request with the answer that came, if one came. */
export interface Exchange {
  readonly at: string;
  readonly by: string;
  readonly method: string;
  readonly path: string;
  readonly key?: string;
  readonly match?: string;
  readonly body?: unknown;
  /** Absent if no reply came: then it is unknown whether the request took effect. */
  readonly status?: number;
  readonly reply?: unknown;
  readonly etag?: string;
}

export interface RequestOptions {
  readonly by: string;
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
  readonly key?: string;
  readonly match?: string;
}

/** Sends requests to the system and records the exchanges. */
export interface Requests {
  /** Sends one request, once. */
  readonly send: (asking: RequestOptions) => Promise<Exchange>;
  /** Every exchange so far that changes data. */
  readonly exchanges: readonly Exchange[];
  /** Forgets the tokens: after a restart each caller signs in again. */
  readonly signOut: () => void;
}

/** The time limit of a request, in milliseconds; a slower one means that the system has ended. */
const patience = 30_000;

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
};

/** Returns requests whose exchanges are also written to a file, one JSON object a line. */
export const requestsTo = (system: System, log: string): Requests => {
  const tokens = new Map<string, Promise<string>>();
  const exchanges: Exchange[] = [];
  const tokenOf = (email: string): Promise<string> => {
    const known = tokens.get(email);
    if (known !== undefined) return known;
    const token = system.token(email);
    tokens.set(email, token);
    token.catch(() => tokens.delete(email));
    return token;
  };
  return {
    exchanges,
    signOut: () => tokens.clear(),
    send: async (asking) => {
      const { by, method, path, body, key, match } = asking;
      let answered: Pick<Exchange, "status" | "reply" | "etag"> = {};
      try {
        const answer = await fetch(`${system.url}${path}`, {
          method,
          headers: {
            authorization: `Bearer ${await tokenOf(by)}`,
            ...(body === undefined ? {} : { "content-type": "application/json" }),
            ...defined({ "idempotency-key": key, "if-match": match }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
          signal: AbortSignal.timeout(patience),
        });
        const etag = answer.headers.get("etag");
        const reply = parsed(await answer.text());
        answered = { status: answer.status, reply, ...(etag === null ? {} : { etag }) };
      } catch {
        // The connection broke: whether the request took effect is not known.
      }
      const exchange: Exchange = { at: new Date().toISOString(), ...asking, ...answered };
      if (method !== "GET") {
        exchanges.push(exchange);
        // The checker reads the replies; it calls the caller `as`.
        if (answered.status !== undefined) appendFileSync(log, `${JSON.stringify({ as: by, ...exchange })}\n`);
      }
      return exchange;
    },
  };
};

export const isDone = ({ status }: Exchange): boolean => status !== undefined && status >= 200 && status < 300;
