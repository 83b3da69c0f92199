import { defined } from "../../schemas/base/defined.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { endpoints } from "../../schemas/api/index.ts";
import type { RequestOptions } from "../harness/test-api.ts";
import { addressOf, missionOf, president, secretariat } from "../harness/test-api.ts";
import { type Cell, readGrid } from "../permissions/grid.ts";
import * as who from "../permissions/people.ts";
import { people, scenes, type Scene, type Who } from "../permissions/people.ts";
import { requestsOf } from "../permissions/requests.ts";
import { type Preparation, preparations } from "./preparations.ts";
import type { KeptScene } from "./scenes.ts";

/** Five people who serve in the review, or are there for it. */
export const five = {
  secretariat,
  president,
  mission: missionOf(who.under),
  "focal point": addressOf(who.under, "focal-point"),
  expert: addressOf(who.reviewer, "expert"),
} as const;

/** The scene in which an operation succeeds, and the caller. */
export interface Target {
  readonly endpoint: Endpoint;
  readonly kept: KeptScene;
  /** Address of a permitted caller; absent for the public. */
  readonly by?: string;
  /** The request that must be answered with success, before anything that `prepare` says otherwise. */
  readonly path: string;
  readonly asking: RequestOptions;
  readonly preparation: Preparation | undefined;
}

/** Returns true if an operation has a parameter or a body that can be varied. */
export const takesInput = ({ params, query, body, ifMatch, idempotencyKey, negotiated }: Endpoint): boolean =>
  Object.keys(params.shape).length > 0 ||
  Object.keys(query.shape).length > 0 ||
  body.def.type !== "undefined" ||
  ifMatch !== undefined ||
  negotiated === true ||
  idempotencyKey !== undefined;

/** The order in which callers are tried; the first five before others with a mandate. */
const order: readonly Who[] = [
  "secretariat",
  "fp-under",
  "mission-under",
  "expert-reviewing",
  "president",
  "fp-reviewing",
  "fp-additional",
  "expert-under",
  "nobody",
];
const latestFirst = scenes.toReversed();

/** The scene of an operation where the latest in which the grid allows it would not do. */
const sceneOf: Readonly<Record<string, Scene>> = { notifyDelay: "reopened" };

/** Returns the latest scene in which the grid permits an operation, with its first caller. Throws if there is none. */
export const targetOf = (endpoint: Endpoint, kept: ReadonlyMap<Scene, KeptScene>): Target => {
  const preparation = preparations[endpoint.id];
  const cells = readGrid()
    .filter(({ action, outcome, who: one, about }) => {
      const isAsked = action === endpoint.action && order.includes(one) && about !== "other";
      return isAsked && outcome === "allowed";
    })
    .toSorted(
      (one: Cell, other: Cell) =>
        latestFirst.indexOf(one.scene) - latestFirst.indexOf(other.scene) ||
        order.indexOf(one.who) - order.indexOf(other.who),
    )
    .filter(({ scene }) => scene === (preparation?.scene ?? sceneOf[endpoint.id] ?? scene));
  for (const cell of cells) {
    const scene = kept.get(cell.scene);
    if (scene === undefined) continue;
    const found = requestsOf(scene.place, cell).find(({ operation }) => operation === endpoint.id);
    const { as: by }: who.One = people[cell.who];
    const request = found ?? (endpoint.access === "public" ? { path: endpoint.path, asking: {} } : undefined);
    if (request === undefined) continue;
    const { path, asking } = request;
    return { endpoint, kept: scene, path, asking, preparation, ...defined({ by }) };
  }
  const prepared = preparation?.scene === undefined ? undefined : kept.get(preparation.scene);
  if (prepared !== undefined) return { endpoint, kept: prepared, path: endpoint.path, asking: {}, preparation };
  throw new Error(`none of ${order.join(", ")} may ever use ${endpoint.id}`);
};

/** Every operation, or those named. Throws where one is unknown. */
export const operationsOf = (named: readonly string[]): readonly Endpoint[] => {
  const unknown = named.filter((id) => !endpoints.some((endpoint) => endpoint.id === id));
  if (unknown.length > 0) throw new Error(`There is no operation ${unknown.join(", ")}`);
  return endpoints.filter(({ id }) => named.length === 0 || named.includes(id));
};
