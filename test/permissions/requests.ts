import type { Action } from "../../schemas/base/actions.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { endpoints } from "../../schemas/api/index.ts";
import type { Answer } from "../harness/contract.ts";
import { type RequestOptions, freshKey } from "../harness/test-api.ts";
import type { About, Cell } from "./grid.ts";
import type { Aim, Operation } from "./operation.ts";
import { operations } from "./operations.ts";
import * as who from "./people.ts";
import { type One, people, review } from "./people.ts";
import type { Place } from "./world.ts";

/** One request of a cell, as it is meant, and so that it changes nothing where it is allowed. */
export interface Request {
  readonly operation: string;
  readonly method: string;
  readonly path: string;
  readonly asking: RequestOptions;
  /** Instead of `asking` where success would change something: what to ask, and the refusal that shows the right. */
  readonly harmless?: { readonly asking: RequestOptions; readonly outcome: string };
  /** What an answer means where its status does not say it. */
  readonly outcomeOf?: (answer: Answer) => string;
}

const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));

/** Whose party something is about. */
const partyFor = (one: One, about: About, reviewersOnly: boolean): string => {
  const first = reviewersOnly ? who.reviewer : who.under;
  if (about === "own") return one.party ?? first;
  if (about === "") return first;
  if (reviewersOnly) return one.party === who.reviewer ? who.additional : who.reviewer;
  return one.party === who.under || one.party === undefined ? who.reviewer : who.under;
};

const header = (version: number): string => `"v${version}"`;
/** A version that nothing ever has: with it, whoever may is told that it is stale. */
const neverYet = header(99_999);

const refusalOf = ({ outcome }: { readonly outcome: string | ((aim: Aim) => string) }, aim: Aim): string =>
  typeof outcome === "string" ? outcome : outcome(aim);

const harmlessly = (
  endpoint: Endpoint,
  operation: Operation,
  aim: Aim,
  asking: RequestOptions,
): Request["harmless"] => {
  if (endpoint.method === "GET" || operation.harmless === "as it is") return undefined;
  if (operation.harmless !== undefined)
    return { asking: { ...asking, body: operation.harmless.body(aim) }, outcome: refusalOf(operation.harmless, aim) };
  if (endpoint.ifMatch === undefined) throw new Error(`${endpoint.id} would change something`);
  return { asking: { ...asking, match: neverYet }, outcome: "stale-version" };
};

const requestOf = (operation: Operation, aim: Aim): Request | undefined => {
  const endpoint = byId.get(operation.id);
  if (endpoint === undefined) throw new Error(`There is no operation ${operation.id}`);
  if (operation.in?.includes(aim.place.scene) === false) return undefined;
  const more = operation.params?.(aim) ?? {};
  const params: Readonly<Record<string, string | undefined>> = {
    reviewId: review,
    partyId: aim.party,
    groupId: "c1-g1",
    ...more,
  };
  const names = [...endpoint.path.matchAll(/\{(\w+)\}/gu)].map(([, name = ""]) => name);
  if (names.some((name) => params[name] === undefined)) return undefined;
  const path = endpoint.path.replaceAll(/\{(\w+)\}/gu, (_, name: string) => params[name] ?? "");
  const { as }: One = people[aim.who];
  const asking: RequestOptions = {
    ...(as === undefined ? {} : { as }),
    ...(operation.body === undefined ? {} : { body: operation.body(aim) }),
    ...(operation.raw === undefined ? {} : { raw: operation.raw(), type: "text/csv" }),
    ...(operation.version === undefined ? {} : { match: header(operation.version(aim)) }),
    ...(endpoint.idempotencyKey === "required" ? { key: freshKey() } : {}),
  };
  const harmless = harmlessly(endpoint, operation, aim, asking);
  return {
    operation: operation.id,
    method: endpoint.method,
    path: `${path}${operation.query ?? ""}`,
    asking,
    ...(harmless === undefined ? {} : { harmless }),
    ...(operation.outcomeOf === undefined ? {} : { outcomeOf: operation.outcomeOf }),
  };
};

/** Every request of a cell: one for each operation of its action that can be asked in the place. */
export const requestsOf = (
  place: Place,
  { who: one, action, about }: Pick<Cell, "who" | "action" | "about">,
): readonly Request[] => {
  const { on, reviewersOnly } = operations[action];
  const party = partyFor(people[one], about, reviewersOnly === true);
  return on
    .map((operation) => requestOf(operation, { place, who: one, about, party }))
    .filter((request) => request !== undefined);
};

/** About whose parties each action is asked. */
export const abouts: ReadonlyMap<Action, readonly About[]> = new Map(
  (Object.keys(operations) as Action[]).map((action) => [action, operations[action].about ?? [""]]),
);

/** What an answer says, in the words of the grid. */
export const outcomeOf = (answer: Answer, request?: Request): string => {
  if (request?.outcomeOf !== undefined) return request.outcomeOf(answer);
  if (answer.status < 300) return "allowed";
  return answer.problem ?? String(answer.status);
};
