import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { instantOf } from "../../../domain/base/time.ts";
import { ReviewId, type UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";
import { ProblemError } from "./problem.ts";

/** The first reads of nearly every request. They start in one turn, so the store reads them in one call. */
export interface FirstReads {
  /** The subject of the caller's account. */
  readonly sub: string;
  /** The time of the sign-in that started the token's session; undefined if the token has none. */
  readonly signedInAt: Instant | undefined;
  /** The user that the account belongs to; undefined if there is none. */
  readonly user: Promise<Aggregate<"user"> | undefined>;
  /** The review that the path of a reading names; undefined where the request names none, or changes something. */
  readonly review: Promise<Aggregate<"review"> | undefined> | undefined;
}

/** The gateway passes claims as strings; the sign-in time is in seconds since 1970. */
const Claims = z.object({ sub: z.string(), token_use: z.string(), auth_time: z.coerce.number().optional() });
const Authorized = z.object({ authorizer: z.object({ jwt: z.object({ claims: Claims }) }) });

/** Prevents an early rejection of a promise that is awaited later, or never, from ending the process. */
const awaitedLater = <T>(promise: Promise<T>): Promise<T> => {
  promise.catch(() => undefined);
  return promise;
};

/** The user of each account that this process has read. The account's row is read again with every request, and decides. */
const usersSeen = new Map<string, UserId>();
/** The most accounts that are remembered; then all are forgotten. */
const mostSeen = 1_000;

/** Returns the user of an account. The user of an account that this process has read before is read in the same call. */
const userOf = async (store: Store, sub: string): Promise<Aggregate<"user"> | undefined> => {
  const seen = usersSeen.get(sub);
  // Where the account belongs to another user by now, nothing of the user before matters, not even an unreadable row.
  const user = seen === undefined ? undefined : awaitedLater(store.load("user", seen));
  const owner = await store.userOfAccount(sub);
  if (owner === seen) return user;
  usersSeen.delete(sub);
  if (owner === undefined) return undefined;
  if (usersSeen.size === mostSeen) usersSeen.clear();
  usersSeen.set(sub, owner);
  return store.load("user", owner);
};

/**
 * Begins to read the caller, by the subject of the access token that the authorizer has verified, and the review
 * that a reading is about: before the route's file is loaded, so that the database works meanwhile. A command reads its
 * review when it decides, and again when another one came before it. Throws a ProblemError for an id token.
 */
export const firstReads = (store: Store, event: APIGatewayProxyEventV2): FirstReads => {
  const { claims } = Authorized.parse(event.requestContext).authorizer.jwt;
  if (claims.token_use !== "access") throw new ProblemError("wrong-token-use");
  const review =
    event.requestContext.http.method === "GET" ? ReviewId.safeParse(event.pathParameters?.["reviewId"]) : undefined;
  return {
    sub: claims.sub,
    signedInAt: claims.auth_time === undefined ? undefined : instantOf(claims.auth_time * 1000),
    user: awaitedLater(userOf(store, claims.sub)),
    review: review?.success === true ? awaitedLater(store.load("review", review.data)) : undefined,
  };
};
