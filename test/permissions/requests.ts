import { defined } from "../../schemas/base/defined.ts";
import * as z from "zod";
import { namingActions } from "../../domain/review/permissions.ts";
import type { Action } from "../../schemas/base/actions.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { endpoints } from "../../schemas/api/index.ts";
import type { Answer } from "../harness/contract.ts";
import { type RequestOptions, freshKey } from "../harness/test-api.ts";
import type { About, Cell } from "./grid.ts";
import type { Aim, Operation, Valued } from "./operation.ts";
import { operations } from "./operations.ts";
import { askedParameters } from "./parameters.ts";
import * as who from "./people.ts";
import { type One, people, review } from "./people.ts";
import type { Place } from "./places.ts";

/** One request of a cell, and its variant that changes nothing if it is permitted. */
export interface Request {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly asking: RequestOptions;
  /** The request that replaces `asking` where success would change data, and the refusal that shows the right. */
  readonly harmless?: { readonly asking: RequestOptions; readonly query?: string; readonly outcome: string };
  /** The refusal to a permitted caller, if a value of its parameters is not for them. */
  readonly refused?: Pick<Valued, "refused" | "inAnyStage">;
  /** Returns the outcome of a reply whose status does not show it. */
  readonly outcomeOf?: (answer: Answer) => string;
}

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

/** Returns the party of an aim. */
const partyFor = (one: One, about: About, reviewersOnly: boolean): string => {
  const first = reviewersOnly ? who.reviewer : who.under;
  if (about === "own") return one.party ?? one.records ?? first;
  if (about === "") return first;
  const own = one.party ?? one.records;
  if (reviewersOnly) return own === who.reviewer ? who.additional : who.reviewer;
  return own === who.under || own === undefined ? who.reviewer : who.under;
};

const header = (version: number): string => `"v${version}"`;
/** A version that no aggregate has: a permitted caller is refused because it is stale. */
const neverYet = header(99_999);

const refusalOf = ({ outcome }: { readonly outcome: string | ((aim: Aim) => string) }, aim: Aim): string =>
  typeof outcome === "string" ? outcome : outcome(aim);

const harmlessly = (
  endpoint: Endpoint,
  operation: Operation,
  aim: Aim,
  asking: RequestOptions,
  said: (body: unknown) => unknown,
): Request["harmless"] => {
  if (endpoint.method === "GET" || operation.harmless === "as it is") return undefined;
  if (operation.harmless === "unknown parameter") return { asking, query: "?nothing=x", outcome: "invalid-request" };
  if (operation.harmless !== undefined)
    return {
      asking: { ...asking, body: said(operation.harmless.body(aim)) },
      outcome: refusalOf(operation.harmless, aim),
    };
  if (endpoint.ifMatch === undefined) throw new Error(`${endpoint.id} would change something`);
  return { asking: { ...asking, match: neverYet }, outcome: "stale-version" };
};

/** A value of a parameter that a request is made with. */
interface Value {
  readonly where: string;
  readonly name: string;
  readonly value: string;
}

const pathOf = (endpoint: Endpoint, operation: Operation, aim: Aim, at: Value | undefined, more: Valued) => {
  const params: Readonly<Record<string, string | undefined>> = {
    reviewId: review,
    partyId: aim.party,
    groupId: "c1-g1",
    ...operation.params?.(aim),
    ...(at?.where === "params" ? { [at.name]: at.value } : {}),
    ...more.params,
  };
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
  if (names.some((name) => params[name] === undefined)) return undefined;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => params[name] ?? "");
  const usual = typeof operation.query === "function" ? operation.query(aim) : operation.query;
  if (at?.where !== "query") return `${path}${usual ?? ""}`;
  const query = new URLSearchParams(usual);
  query.set(at.name, at.value);
  return `${path}?${query.toString()}`;
};

/** Returns whether the body of an operation may or must describe an act outside the system, or undefined if neither. */
const outsideActIn = ({ body }: Endpoint): "optional" | "required" | undefined => {
  const takes = (value: unknown) =>
    !(body.safeParse(value).error?.issues ?? []).some(({ path: [first] }) => first === "onBehalfOf");
  const shape = body instanceof z.ZodOptional ? body.unwrap() : body;
  const shapes = shape instanceof z.ZodUnion ? shape.options : [shape];
  const isObject = (one: unknown): one is z.ZodObject => one instanceof z.ZodObject;
  if (!shapes.filter(isObject).some(({ shape: members }) => "onBehalfOf" in members)) return undefined;
  return takes({}) ? "optional" : "required";
};

/** Operations that serve several actions: people are named in three roles, and a meeting is the first or a further one. */
const actionsOf: Readonly<Record<string, readonly Action[]>> = {
  namePerson: Object.values(namingActions),
  recordMeeting: ["consultation.record", "round.record"],
};

/** Actions that the secretariat may record for a party. */
export const recordedActions: ReadonlySet<Action> = new Set(
  endpoints
    .filter((endpoint) => outsideActIn(endpoint) !== undefined)
    .flatMap(({ id, action }) => actionsOf[id] ?? [action]),
);

/** Returns the statement of the secretariat about the act that it records, on the day of the request. */
const outsideAct = (party: string, { place }: Aim) => ({
  onBehalfOf: { party, happenedOn: place.today, source: { kind: "note-verbale", number: "7/2022", date: place.today } },
});

const requestOf = (operation: Operation, aim: Aim, at?: Value): Request | undefined => {
  const endpoint = byId.get(operation.id);
  if (endpoint === undefined) throw new Error(`There is no operation ${operation.id}`);
  if (operation.in?.includes(aim.place.scene) === false) return undefined;
  const outside = outsideActIn(endpoint);
  const { as, records }: One = people[aim.who];
  // Operations that only record are for recorders alone, and recorders use only these.
  if (records === undefined ? outside === "required" : outside === undefined) return undefined;
  const more: Valued = at === undefined ? {} : (operation.valued?.(aim, at.value) ?? {});
  const path = pathOf(endpoint, operation, aim, at, more);
  if (path === undefined) return undefined;
  const said = (one: unknown): unknown =>
    records === undefined ? one : { ...(one as object | undefined), ...outsideAct(records, aim) };
  const body = said(more.body ?? operation.body?.(aim));
  const version = more.version ?? operation.version?.(aim);
  const asking: RequestOptions = {
    ...defined({ as, body }),
    ...(operation.raw === undefined ? {} : { raw: operation.raw(), type: "text/csv" }),
    ...(version === undefined ? {} : { match: header(version) }),
    ...(endpoint.idempotencyKey === "required" ? { key: freshKey() } : {}),
  };
  const harmless = more.refused === undefined ? harmlessly(endpoint, operation, aim, asking, said) : undefined;
  return {
    operation: operation.id,
    method: endpoint.method,
    path,
    asking,
    ...(more.refused === undefined ? {} : { refused: more }),
    ...defined({ harmless, outcomeOf: operation.outcomeOf }),
  };
};

/** Returns one request for each value of a parameter in the scene, or one unchanged if there is none. */
const requestsWith = (operation: Operation, aim: Aim): readonly (Request | undefined)[] => {
  const parameters = askedParameters(operation.id, aim.place.scene).filter(
    ({ where }) => where !== "body" || operation.valued !== undefined,
  );
  if (parameters.length === 0) return [requestOf(operation, aim)];
  return parameters.flatMap(({ where, name, values }) =>
    values.map((value) => requestOf(operation, aim, { where, name, value })),
  );
};

/** Returns every request of a cell: of each operation of its action, with the values of its parameters. */
export const requestsOf = (
  place: Place,
  { who: one, action, about }: Pick<Cell, "who" | "action" | "about">,
): readonly Request[] => {
  const { on, reviewersOnly } = operations[action];
  const party = partyFor(people[one], about, reviewersOnly === true);
  return on
    .flatMap((operation) => requestsWith(operation, { place, who: one, about, party }))
    .filter((request) => request !== undefined);
};

/** The parties that each action is about. */
export const abouts: ReadonlyMap<Action, readonly About[]> = new Map(
  (Object.keys(operations) as Action[]).map((action) => [action, operations[action].about ?? [""]]),
);

/** Outcomes for a caller without the right: these hide any other fault. */
const withoutRight: ReadonlySet<string> = new Set([
  "401",
  "not-yours",
  "not-found",
  "source-missing",
  "not-in-this-review",
]);

/** Returns the expected outcome: that of the cell, unless a value is not for a permitted caller. */
export const expectedOf = ({ outcome }: Pick<Cell, "outcome">, { refused }: Pick<Request, "refused">): string => {
  const isAllowed = outcome === "allowed" || outcome === "repeated";
  const said = isAllowed ? "allowed" : outcome;
  const isShown = isAllowed || (refused?.inAnyStage === true && !withoutRight.has(outcome));
  return isShown ? (refused?.refused ?? said) : said;
};

/** Returns the outcome of a reply, in the terms of the grid. */
export const outcomeOf = (answer: Answer, request?: Request): string => {
  if (request?.outcomeOf !== undefined) return request.outcomeOf(answer);
  if (answer.status < 300) return "allowed";
  return answer.problem ?? String(answer.status);
};
