import type { APIGatewayProxyEventV2 } from "aws-lambda";
import * as z from "zod";
import type { Actor } from "../../../domain/base/actor.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Refused } from "../../../domain/base/decision.ts";
import { hashOf } from "../../../domain/base/hash.ts";
import { isSuspended } from "../../../domain/parties/suspension.ts";
import { isOpen, partiesOfUser } from "../../../domain/parties/users.ts";
import {
  asksWhetherServing,
  mayEver,
  permissions,
  type Relation,
  withService,
} from "../../../domain/review/permissions.ts";
import { type Endpoint, isNegotiated } from "../../../schemas/api/endpoint.ts";
import type { Instant, Language } from "../../../schemas/base/values.ts";
import type { UserId } from "../../../schemas/base/ids.ts";
import type { SecondFactorState, User } from "../../../schemas/model/user.ts";
import { OutsideAct } from "../../../schemas/model/source.ts";
import type { SecondFactors } from "../../io/ports/accounts.ts";
import type { Clock } from "../../io/ports/time.ts";
import type { Store } from "../../io/ports/store.ts";
import type { StoredReply } from "../../io/ports/commit.ts";
import type { CursorSecrets } from "../../io/cursor-secrets.ts";
import type { NamedParties } from "../../use-cases/accounts/named-parties.ts";
import { reviewsOfParties } from "../../use-cases/accounts/reviews-of-parties.ts";
import { readableAggregates } from "../../use-cases/base/skip-unreadable.ts";
import { type Answer, isRendered, render, type Rendering } from "./answer.ts";
import { type Cursors, signedCursors } from "./cursors.ts";
import type { CommandDecision } from "../../commands/execute-command.ts";
import type { CsvPage } from "./csv-reply.ts";
import { type FirstReads, firstReads } from "./first-reads.ts";
import { confirmOnSignIn } from "../../commands/confirm-mission-address.ts";
import { recordFirstUse } from "../../commands/record-first-use.ts";
import { recordSecondFactor, type Session } from "../../commands/record-second-factor.ts";
import { nameReply, namesFor } from "./names.ts";
import { type Representation, representationOf, withoutRepresentation, withRepresentation } from "./representation.ts";
import { asProblem, isRefused, ProblemError } from "./problem.ts";
import { bodyOf, paramsOf, queryOf, repeatableOf, ifMatchVersion } from "./request.ts";

export interface Request<Params, Query, Body> {
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  readonly now: Instant;
  readonly cursors: Cursors;
  /** The language that the caller prefers. */
  readonly language: Language;
  /** The format that the caller prefers, of those of the operation. */
  readonly format: Representation["format"];
}

/** A request of a registered user, with a function that commits their change. */
export interface ActorsRequest<Params, Query, Body, Reply> extends Request<Params, Query, Body> {
  readonly actor: Actor;
  /** The caller as their account was read. */
  readonly user: User;
  /** Returns the review in the path; undefined if there is none. It is read together with the caller's account. */
  readonly review: () => Promise<Aggregate<"review"> | undefined>;
  /** The status of the caller's second factor. */
  readonly secondFactor: SecondFactorState;
  /** The version that the caller's If-Match names. */
  readonly decidedOn: () => number;
  /** The version in If-Match, if it is optional. */
  readonly ifMatch: number | undefined;
  /** Commits the decision and returns its reply; a repeat gets the first reply. */
  readonly change: (decide: () => Promise<Refused | CommandDecision<Answer<Reply>>>) => Promise<Refused | StoredReply>;
}

export interface PublicRouteIo {
  readonly store: Store;
  readonly clock: Clock;
  readonly cursorSecrets: () => Promise<CursorSecrets>;
  /** Parties as replies name them. */
  readonly parties: NamedParties;
}

export interface RouteIo extends PublicRouteIo {
  readonly secondFactors: SecondFactors;
}

export interface Route {
  readonly endpoint: Endpoint;
  /** Processes a request; `reads` are the reads that started before this route was loaded. */
  readonly run: (event: APIGatewayProxyEventV2, reads?: FirstReads) => Promise<StoredReply>;
}

/** The reader of a reply: their language, the path that they requested, and their role; undefined for the public. */
interface BodyReader {
  readonly language: Language;
  readonly path: string;
  readonly actor?: Actor;
}

/** Returns a function that is true if the caller may see the name of a user in a reply. */
const mayKnow = ({ actor }: BodyReader, { showsPeople }: Endpoint, mayName: readonly UserId[] = []) => {
  if (actor === undefined) return () => false;
  const mayNameAll = actor.role === "secretariat" || showsPeople === true;
  return (user: UserId): boolean => mayNameAll || user === actor.id || mayName.includes(user);
};

/** Returns the reply with names next to ids. A reply stored for a repeat has no names, so they are added again. */
const finish = async (
  endpoint: Endpoint,
  outcome: Refused | Answer<unknown> | StoredReply,
  io: PublicRouteIo,
  reader: BodyReader,
): Promise<StoredReply> => {
  if (isRefused(outcome)) throw asProblem(outcome, await namesFor(outcome, io, reader.language));
  if (!isNegotiated(endpoint)) return isRendered(outcome) ? outcome : render(endpoint, outcome, reader.path);
  const { language } = reader;
  if (isRendered(outcome)) {
    const named = await nameReply(JSON.parse(outcome.body), io, { language, mayKnow: mayKnow(reader, endpoint) });
    return { ...outcome, body: JSON.stringify(named) };
  }
  const { persons, mayName } = outcome;
  const naming = { language, persons, mayKnow: mayKnow(reader, endpoint, mayName) };
  return render(endpoint, { ...outcome, reply: await nameReply(outcome.reply, io, naming) }, reader.path);
};

/** Cursors for this caller and these filters; where a list is in the order of names, for their language too. */
const cursorsFor = (
  endpoint: Endpoint,
  event: APIGatewayProxyEventV2,
  io: PublicRouteIo,
  { caller, language }: { readonly caller: string; readonly language: Language },
): Cursors => {
  const { cursor: _, limit: __, ...filters } = withoutRepresentation(endpoint, event);
  const order = filters["sort"] === "party" ? [language] : [];
  return signedCursors(io, hashOf([endpoint.id, event.rawPath, caller, filters, ...order]));
};

/** The reply, or 304 without it where If-None-Match names its ETag, compared weakly (RFC 9110, 13.1.2). */
const notModifiedIfCached = (event: APIGatewayProxyEventV2, reply: StoredReply): StoredReply => {
  const atHand = (event.headers["if-none-match"] ?? "").split(",").map((tag) => tag.trim().replace(/^W\//, ""));
  const etag = reply.headers["etag"]?.replace(/^W\//, "");
  if (etag === undefined || !(atHand.includes(etag) || atHand.includes("*"))) return reply;
  const { "content-type": _, ...headers } = reply.headers;
  return { status: 304, headers, body: "" };
};

const isPublic = (relation: Relation): boolean => relation === "public";

/** Creates a route without a token, for endpoints that the table of permissions opens to all callers. */
export const publicRoute = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  io: PublicRouteIo,
  handle: (request: Request<z.infer<P>, z.infer<Q>, z.infer<B>>) => Promise<Refused | Answer<z.input<R>> | Rendering>,
): Route => ({
  endpoint,
  run: async (event) => {
    if (!permissions[endpoint.action].by.some(isPublic)) throw new ProblemError("not-found");
    const { language, format } = representationOf(endpoint, event);
    const query = queryOf(endpoint.query, event, withoutRepresentation(endpoint, event));
    const request = {
      params: paramsOf(endpoint, event),
      query,
      body: bodyOf(endpoint, event),
      now: io.clock.now(),
      cursors: cursorsFor(endpoint, event, io, { caller: "public", language }),
      language,
      format,
    };
    const read = async (page?: CsvPage): Promise<StoredReply> =>
      finish(endpoint, await handle({ ...request, query: { ...query, ...page } }), io, {
        language,
        path: event.rawPath,
      });
    const reply = await inFormat(endpoint, format, event, read);
    return notModifiedIfCached(event, withRepresentation(endpoint, language, reply));
  },
});

/** Returns the version that the request was decided on. Throws a ProblemError if it is required and missing. */
const requestedVersion = ({ ifMatch }: Endpoint, event: APIGatewayProxyEventV2): number | undefined => {
  if (ifMatch === undefined) return undefined;
  return ifMatch === "optional" && event.headers["if-match"] === undefined ? undefined : ifMatchVersion(event);
};

/** Returns a list as a table where the caller prefers that, else what is read. */
const inFormat = async (
  { csv }: Endpoint,
  format: Representation["format"],
  event: APIGatewayProxyEventV2,
  read: (page?: CsvPage) => Promise<StoredReply>,
): Promise<StoredReply> => {
  if (csv === undefined || format !== "csv") return read();
  // Few requests want a table, so its writer is loaded only for those.
  const { csvReply } = await import("./csv-reply.ts");
  return csvReply(csv, event, read);
};

const namedReview = async (event: APIGatewayProxyEventV2, store: Store) => {
  const id = event.pathParameters?.["reviewId"];
  if (id === undefined) throw new Error(`${event.routeKey} names no review`);
  return store.load("review", id);
};

/** A route for registered users: names the actor from the table, and lets them change things. */
export const route = <P extends z.ZodObject, Q extends z.ZodObject, B extends z.ZodType, R extends z.ZodType>(
  endpoint: Endpoint<P, Q, B, R>,
  io: RouteIo,
  handle: (
    request: ActorsRequest<z.infer<P>, z.infer<Q>, z.infer<B>, z.input<R>>,
  ) => Promise<Refused | Answer<z.input<R>> | Rendering | StoredReply>,
): Route => ({
  endpoint,
  run: async (event, reads = firstReads(io.store, event)) => {
    const { language, format } = representationOf(endpoint, event);
    const now = io.clock.now();
    const session = await sessionOf(reads, io.store, now);
    const secondFactor = await recordSecondFactor(io.store, io.secondFactors, session, now);
    if (endpoint.withoutSecondFactor !== true) refuseWithoutSecondFactor(secondFactor);
    if (!lacksSecondFactor(secondFactor)) await confirmOnSignIn(io.store, session, now);
    const caller = await actorFor(endpoint, session.user, io.store, now);
    if (!mayEver(caller, endpoint.action, now)) throw new ProblemError("not-yours");
    const params = paramsOf(endpoint, event);
    const query = queryOf(endpoint.query, event, withoutRepresentation(endpoint, event));
    const wanted = requestedVersion(endpoint, event);
    const decidedOn = endpoint.ifMatch === "own" ? undefined : wanted;
    const need = endpoint.idempotencyKey;
    const repeatable = need === undefined ? undefined : repeatableOf(event, caller.id, need);
    const body = bodyOf(endpoint, event);
    const actor = recorderOr(caller, body);
    const reader = { language, path: event.rawPath, actor };
    const request = {
      params,
      query,
      body,
      now,
      cursors: cursorsFor(endpoint, event, io, { caller: caller.id, language }),
      language,
      format,
      actor,
      user: session.user,
      review: () => reads.review ?? namedReview(event, io.store),
      secondFactor,
      decidedOn: () => wanted ?? ifMatchVersion(event),
      ifMatch: wanted,
      change: async (decide: () => Promise<Refused | CommandDecision<Answer<z.input<R>>>>) => {
        // Most requests change nothing, and are answered without it.
        const { answerOnce } = await import("./repeats.ts");
        return answerOnce<Answer<z.input<R>>>({
          store: io.store,
          actor,
          now,
          repeatable,
          decidedOn,
          decide,
          render: (answer) => render(endpoint, answer, event.rawPath),
        });
      },
    };
    const read = async (page?: CsvPage): Promise<StoredReply> =>
      finish(endpoint, await handle({ ...request, query: { ...query, ...page } }), io, reader);
    return withRepresentation(endpoint, language, await inFormat(endpoint, format, event, read));
  },
});

/** Returns true if the caller's role needs a second factor that this session lacks. */
const lacksSecondFactor = (secondFactor: SecondFactorState): boolean =>
  secondFactor === "missing" || secondFactor === "unused";

/** Throws a ProblemError where the caller's role needs a second factor that this session goes without. */
const refuseWithoutSecondFactor = (secondFactor: SecondFactorState): void => {
  if (lacksSecondFactor(secondFactor)) throw new ProblemError("second-factor-required", [], { secondFactor });
};

/**
 * Returns the caller, as recorder of a party's act outside the system if the body says so. Throws a ProblemError if the
 * caller is not of the secretariat.
 */
const recorderOr = (caller: Actor, body: unknown): Actor => {
  const act = typeof body === "object" && body !== null && "onBehalfOf" in body ? body.onBehalfOf : undefined;
  if (act === undefined) return caller;
  if (caller.role !== "secretariat") throw new ProblemError("not-yours");
  return { ...caller, recordsFor: OutsideAct.parse(act) };
};

/** Returns the caller as an actor. It includes their current service if the endpoint's permission depends on it. */
const actorFor = async ({ action }: Endpoint, user: User, store: Store, now: Instant): Promise<Actor> => {
  const { id, role, party, otherParties, sponsors, newSince } = user;
  const actor: Actor = { id, role, party, otherParties, sponsors, newSince };
  if (!asksWhetherServing(actor, action)) return actor;
  // A review that cannot be read is left out: that can only take a right away, and only in what depends on it.
  const aggregates = await readableAggregates(store, "review", await reviewsOfParties(store, partiesOfUser(actor)));
  return withService(
    actor,
    aggregates.map(({ state }) => state),
    now,
  );
};

/**
 * Returns the caller by the account of their token, and the time of their sign-in. Throws a ProblemError for an account
 * that is closed or belongs to no user.
 */
const sessionOf = async (reads: FirstReads, store: Store, now: Instant): Promise<Session> => {
  const user = await reads.user;
  if (user === undefined || user.state.sub !== reads.sub) throw new ProblemError("no-account");
  if (!isOpen(user.state)) throw new ProblemError("access-closed");
  if (isSuspended(user.state, now))
    throw new ProblemError("access-suspended", [], { until: user.state.suspendedUntil });
  await recordFirstUse(store, user.state, now);
  return { user: user.state, signedInAt: reads.signedInAt };
};
