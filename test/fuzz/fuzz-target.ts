import { defined } from "../../schemas/base/defined.ts";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { FigureName } from "../../schemas/model/figures.ts";
import type { TestSystem } from "../harness/test-api.ts";
import * as who from "../permissions/people.ts";
import type { Place } from "../permissions/places.ts";
import type { FuzzTarget } from "./schemathesis.ts";
import { five, type Target } from "./targets.ts";

/** Values of path parameters that exist in a scene. */
const idsOf = ({ experts, letters, user, bulletin, preview }: Place): FuzzTarget["ids"] => ({
  partyId: [who.under, who.reviewer, who.additional, who.formerReviewer, who.outsider],
  reviewId: [who.review, who.outsiderReview, who.otherReview],
  groupId: ["c1-g1", "c1-g2"],
  mandateId: Object.values(experts),
  letterId: Object.values(letters),
  userId: [user],
  bulletinId: [bulletin],
  hash: [preview],
  obligationId: [`questionnaire:${who.under}`, `feedback:${who.reviewer}`, `agreement:${who.additional}`],
  instrument: ["UNTOC", "TIP", "SOM", "FIREARMS"],
  number: ["1", "2", "3", "4"],
  kind: ["review", "party", "user", "group"],
  figure: FigureName.options,
});

/** The values of a template's parameters in a path. */
const paramsOf = (template: string, path: string): Readonly<Record<string, string>> => {
  const given = path.split("/");
  return Object.fromEntries(
    template.split("/").flatMap((part, at) => {
      const name = /^\{(\w+)\}(?:\.csv)?$/u.exec(part)?.[1];
      return name === undefined ? [] : [[name, decodeURIComponent(given[at] ?? "")]];
    }),
  );
};

const takes = (endpoint: Endpoint, parameter: string): boolean => Object.hasOwn(endpoint.query.shape, parameter);

/** Prepares an operation in a running scene, and returns the input of its fuzzing. */
export const fuzzTargetOf = async (
  { endpoint, kept, path: usual, asking, by: may, preparation }: Target,
  system: TestSystem,
): Promise<FuzzTarget> => {
  const prepared = (await preparation?.prepare(system, kept.place)) ?? {};
  const { pathname, searchParams } = new URL(prepared.path ?? usual, system.app.url);
  const address = prepared.by ?? may;
  const body = prepared.body ?? asking.body ?? asking.raw;
  const people: Record<string, string> = {};
  for (const [name, one] of Object.entries(five)) people[name] = await system.token(one);
  const known = Object.entries(five).find(([, one]) => one === address)?.[0];
  const by = known ?? address ?? "nobody";
  if (known === undefined && address !== undefined) people[by] = await system.token(address);
  return {
    params: paramsOf(endpoint.path, pathname),
    query: Object.fromEntries(searchParams),
    headers: asking.match === undefined ? {} : { "If-Match": asking.match },
    takesKey: endpoint.idempotencyKey !== undefined,
    takesCursor: takes(endpoint, "cursor"),
    ...defined({ body }),
    mediaType: endpoint.bodyType ?? "application/json",
    people,
    by,
    ids: idsOf(kept.place),
  };
};
