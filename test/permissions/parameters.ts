import { readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import * as z from "zod";
import type { Endpoint } from "../../schemas/api/endpoint.ts";
import { endpoints } from "../../schemas/api/index.ts";
import { type Scene, scenes, type Who } from "./people.ts";

/** A parameter or a member of a body that has one of some values: `query kind`, `body drafts[].instrument`. */
interface EnumParameter {
  readonly operation: string;
  readonly parameter: string;
  readonly values: readonly string[];
}

/** Returns the permitted values at each place of a schema with an enumeration; free texts and numbers have none. */
const valuesIn = (schema: z.core.$ZodType, place: string): readonly (readonly [string, readonly string[]])[] => {
  const { def } = schema as unknown as { readonly def: z.core.$ZodTypeDef };
  const inside = (inner: z.core.$ZodType, at = place) => valuesIn(inner, at);
  const is = <Def extends z.core.$ZodTypeDef>(...types: readonly Def["type"][]): Def | undefined =>
    types.includes(def.type) ? (def as Def) : undefined;
  const enumeration = is<z.core.$ZodEnumDef>("enum");
  if (enumeration !== undefined) return [[place, Object.values(enumeration.entries).map(String)]];
  const literal = is<z.core.$ZodLiteralDef<z.core.util.Literal>>("literal");
  if (literal !== undefined) return [[place, literal.values.map(String)]];
  if (def.type === "boolean") return [[place, ["true", "false"]]];
  const object = is<z.core.$ZodObjectDef>("object");
  if (object !== undefined)
    return Object.entries(object.shape).flatMap(([name, member]) =>
      inside(member, place === "" ? name : `${place}.${name}`),
    );
  const array = is<z.core.$ZodArrayDef>("array");
  if (array !== undefined) return inside(array.element, `${place}[]`);
  const union = is<z.core.$ZodUnionDef>("union");
  if (union !== undefined) return union.options.flatMap((option) => inside(option));
  const pipe = is<z.core.$ZodPipeDef>("pipe");
  if (pipe !== undefined) return inside(pipe.in);
  const wrapped = is<z.core.$ZodOptionalDef | z.core.$ZodNullableDef | z.core.$ZodDefaultDef>(
    "optional",
    "nullable",
    "default",
  );
  return wrapped === undefined ? [] : inside(wrapped.innerType);
};

const ofEndpoint = ({ id, params, query, body }: Endpoint): readonly EnumParameter[] =>
  Object.entries({ params, query, body }).flatMap(([where, schema]) => {
    // Alternatives of a union may say the same member, each with values of its own.
    const places = Map.groupBy(valuesIn(schema, ""), ([place]) => place);
    return [...places].map(([place, some]) => ({
      operation: id,
      parameter: `${where} ${place}`,
      values: [...new Set(some.flatMap(([, values]) => values))],
    }));
  });

/** Every parameter of every operation that has an enumeration. */
const enumParameters: readonly EnumParameter[] = endpoints.flatMap(ofEndpoint);

const Row = z.strictObject({
  operation: z.string(),
  parameter: z.string(),
  /** Effect of the value: rights depend on it, it filters the visible data, or it is only content. */
  decides: z.enum(["rights", "filter", "content"]),
  why: z.string().regex(/\[(?:S|P|G)\d|\[W\]|\[D\]/u, "names no paragraph"),
});

const readRows = (): readonly z.infer<typeof Row>[] =>
  z
    .array(Row)
    .parse(parse(readFileSync(new URL("parameters.csv", import.meta.url), "utf8"), { columns: true, comment: "#" }));

/** The recorded decision on each parameter. */
const decisions = readRows();

const nameOf = ({ operation, parameter }: Pick<EnumParameter, "operation" | "parameter">): string =>
  `${operation}, ${parameter}`;

/** Returns parameters with no decision or several, and decisions without a parameter. */
export const decisionGaps = (): readonly string[] => {
  const there = new Set(enumParameters.map(nameOf));
  const said = Map.groupBy(decisions, nameOf);
  return [
    ...[...there].filter((name) => !said.has(name)).map((name) => `undecided: ${name}`),
    ...[...said].filter(([, rows]) => rows.length > 1).map(([name]) => `decided twice: ${name}`),
    ...[...said.keys()].filter((name) => !there.has(name)).map((name) => `no parameter: ${name}`),
  ];
};

const valuesOf = new Map(enumParameters.map((one) => [nameOf(one), one.values]));

/** A parameter with its values for the requests of a scene. */
export interface AskedParameter {
  readonly where: string;
  readonly name: string;
  readonly values: readonly string[];
}

/**
 * Returns the parameters of an operation that the grid uses, with their values in a scene. Values on which rights
 * depend are all used; of values that only filter some, so that every caller uses each over all scenes.
 */
export const askedParameters = (operation: string, scene: Scene): readonly AskedParameter[] =>
  decisions
    .filter((row) => row.operation === operation && row.decides !== "content")
    .map((row) => {
      const [where = "", name = ""] = row.parameter.split(" ");
      const values = valuesOf.get(nameOf(row)) ?? [];
      const turn = scenes.indexOf(scene) % Math.min(values.length, scenes.length);
      const inTurn = values.filter((_, place) => place % scenes.length === turn);
      return { where, name, values: row.decides === "rights" ? values : inTurn };
    });

/** A request that was made, its caller and scene. */
export interface AskedRequest {
  readonly operation: string;
  readonly path: string;
  readonly body: unknown;
  readonly who: Who;
  readonly scene: Scene;
}

const templates = new Map(endpoints.map(({ id, path }) => [id, path.split("/")]));

const membersAt = (body: unknown, place: string): readonly unknown[] =>
  place.split(".").reduce<readonly unknown[]>(
    (found, part) =>
      found.flatMap((one) => {
        const member = (one as Readonly<Record<string, unknown>> | undefined)?.[part.replace("[]", "")];
        return part.endsWith("[]") && Array.isArray(member) ? (member as readonly unknown[]) : [member];
      }),
    [body],
  );

/** The values that a request has of a parameter. */
const saidIn = ({ operation, path, body }: AskedRequest, parameter: string): readonly string[] => {
  const [where = "", name = ""] = parameter.split(" ");
  const [steps = "", query = ""] = path.split("?");
  if (where === "query") return new URLSearchParams(query).getAll(name);
  if (where === "body") return membersAt(body, name).map(String);
  const at = templates.get(operation)?.indexOf(`{${name}}`) ?? -1;
  return at < 0 ? [] : [steps.split("/")[at] ?? ""];
};

/** Returns values that a caller did not use: in each scene if rights depend on it, in any if it only filters. */
export const neverAsked = (requests: readonly AskedRequest[]): readonly string[] => {
  const byOperation = Map.groupBy(requests, ({ operation }) => operation);
  return decisions
    .filter(({ decides }) => decides !== "content")
    .flatMap((row) => {
      const values = valuesOf.get(nameOf(row)) ?? [];
      const made = byOperation.get(row.operation) ?? [];
      const placeOf = ({ who, scene }: AskedRequest) => (row.decides === "rights" ? `${who} in ${scene}` : who);
      return [...Map.groupBy(made, placeOf)].flatMap(([place, some]) => {
        const said = new Set(some.flatMap((request) => saidIn(request, row.parameter)));
        return values.filter((value) => !said.has(value)).map((value) => `${nameOf(row)}: ${value} by ${place}`);
      });
    });
};
