import { componentOf, isObject, type Json, listOf, objectAt } from "../../schemas/api/document/json.ts";
import { openId } from "../../schemas/api/document/portable-schemas.ts";

/**
 * Finds breaking changes between two API documents by the rules of docs/versioning.md: requests that are no longer
 * accepted, and members that replies no longer have. Bounds are compared for requests only. Names of components and
 * texts are not part of what is sent.
 */

const whole = (document: unknown, value: unknown, sorts: readonly string[]): Json => {
  const sort = sorts.find((name) => componentOf(value, name) !== undefined);
  if (sort === undefined) return objectAt(value);
  return whole(document, objectAt(document, "components", sort, componentOf(value, sort) ?? ""), sorts);
};

/** Returns a schema with its reference followed, and null as one of its types. */
const schemaOf = (document: unknown, value: unknown): Json => {
  const schema = whole(document, value, ["schemas"]);
  const branches = listOf(schema["anyOf"]);
  const some = branches.filter((branch) => objectAt(branch)["type"] !== "null");
  const [only] = some;
  if (branches.length === 2 && some.length === 1) return { ...schemaOf(document, only), orNull: true };
  const types = listOf(schema["type"]);
  return types.includes("null") ? { ...schema, type: types.find((type) => type !== "null"), orNull: true } : schema;
};

const branchesOf = (schema: Json): readonly unknown[] => [...listOf(schema["anyOf"]), ...listOf(schema["oneOf"])];

/** The two documents in a comparison, and the direction: sent or read by callers. */
interface Side {
  readonly before: unknown;
  readonly after: unknown;
  readonly isSent: boolean;
}

const kindOf = ({ type, const: value }: Json): string => {
  if (type === "number") return "integer";
  return typeof type === "string" ? type : typeof value;
};

const propertyBreaks = (one: Json, other: Json, place: string, side: Side): readonly string[] => {
  const [mine, theirs] = [objectAt(one, "properties"), objectAt(other, "properties")];
  const [needed, neededNow] = [listOf(one["required"]), listOf(other["required"])];
  const gone = Object.keys(mine).filter((name) => !(name in theirs));
  const newlyRequired = neededNow.filter((name) => !needed.includes(name)).map(String);
  const unsure = needed.filter((name) => !neededNow.includes(name) && String(name) in theirs).map(String);
  return [
    ...gone.map((name) => `${place}.${name} is gone`),
    ...(side.isSent ? newlyRequired.map((name) => `${place}.${name} is required`) : []),
    ...(side.isSent ? [] : unsure.map((name) => `${place}.${name} may be absent`)),
    ...Object.entries(mine).flatMap(([name, schema]) =>
      name in theirs ? schemaBreaks(schema, theirs[name], `${place}.${name}`, side) : [],
    ),
  ];
};

/** The values of a schema that has but some: a constant is a list of one. */
const valuesOf = (schema: Json): readonly unknown[] => ("const" in schema ? [schema["const"]] : listOf(schema["enum"]));

const valueBreaks = (one: Json, other: Json, place: string, { isSent }: Side): readonly string[] => {
  const [mine, theirs] = [valuesOf(one), valuesOf(other)];
  if (mine.length === 0 && theirs.length > 0) return isSent ? [`${place} takes some values alone`] : [];
  if (mine.length > 0 && theirs.length === 0) return [];
  const gone = mine.filter((value) => value !== null && !theirs.includes(value)).map(String);
  return gone.map((value) => (isSent ? `${place} does not take ${value}` : `${place} does not say ${value}`));
};

const least = ["minimum", "minLength", "minItems", "minProperties"] as const;
const most = ["maximum", "maxLength", "maxItems", "maxProperties"] as const;
const forms = ["pattern", "format"] as const;

/**
 * Returns bounds of a request that are narrower than before. A changed pattern is reported too, because its effect is
 * unknown, except for that of ids, which accepts those of every release.
 */
const boundBreaks = (one: Json, other: Json, place: string, { isSent }: Side): readonly string[] => {
  if (!isSent) return [];
  const boundOf = (schema: Json, bound: string, none: number): number => Number(schema[bound] ?? none);
  const changed = [
    ...least.filter((bound) => boundOf(other, bound, -Infinity) > boundOf(one, bound, -Infinity)),
    ...most.filter((bound) => boundOf(other, bound, Infinity) < boundOf(one, bound, Infinity)),
    ...forms.filter((form) => other[form] !== undefined && other[form] !== one[form] && other[form] !== openId),
  ];
  const isUnique = other["uniqueItems"] === true && one["uniqueItems"] !== true;
  return [
    ...changed.map((bound) => `${place} has ${bound} ${String(other[bound])}`),
    ...(isUnique ? [`${place} takes nothing twice`] : []),
  ];
};

const schemaBreaks = (before: unknown, after: unknown, place: string, side: Side): readonly string[] => {
  const [one, other] = [schemaOf(side.before, before), schemaOf(side.after, after)];
  const [mine, theirs] = [branchesOf(one), branchesOf(other)];
  if (mine.length !== theirs.length) return [`${place} has other branches`];
  if (mine.length > 0)
    return mine.flatMap((branch, at) => schemaBreaks(branch, theirs[at], `${place}<${at + 1}>`, side));
  if (kindOf(one) !== kindOf(other)) return [`${place} is ${kindOf(other)} and no ${kindOf(one)}`];
  const isStricter = side.isSent ? one["orNull"] === true && other["orNull"] !== true : false;
  const isLooser = !side.isSent && one["orNull"] !== true && other["orNull"] === true;
  return [
    ...(isStricter ? [`${place} does not take null`] : []),
    ...(isLooser ? [`${place} may be null`] : []),
    ...valueBreaks(one, other, place, side),
    ...boundBreaks(one, other, place, side),
    ...propertyBreaks(one, other, place, side),
    ...("items" in one && "items" in other ? schemaBreaks(one["items"], other["items"], `${place}[]`, side) : []),
  ];
};

const parametersOf = (document: unknown, operation: Json): ReadonlyMap<string, Json> =>
  new Map(
    listOf(operation["parameters"])
      .map((parameter) => whole(document, parameter, ["parameters"]))
      .map((parameter) => [`${String(parameter["in"])} ${String(parameter["name"])}`, parameter]),
  );

const parameterBreaks = (one: Json, other: Json, place: string, side: Side): readonly string[] => {
  const [mine, theirs] = [parametersOf(side.before, one), parametersOf(side.after, other)];
  const newlyRequired = [...theirs].filter(
    ([name, { required }]) => required === true && mine.get(name)?.["required"] !== true,
  );
  return [
    ...newlyRequired.map(([name]) => `${place} ${name} is required`),
    ...[...mine].flatMap(([name, parameter]) => {
      const now = theirs.get(name);
      return now === undefined
        ? [`${place} ${name} is gone`]
        : schemaBreaks(parameter["schema"], now["schema"], `${place} ${name}`, side);
    }),
  ];
};

const contentBreaks = (one: Json, other: Json, place: string, side: Side): readonly string[] =>
  Object.entries(one).flatMap(([type, content]) =>
    type in other
      ? schemaBreaks(objectAt(content)["schema"], objectAt(other[type])["schema"], place, side)
      : [`${place} is no ${type} any more`],
  );

/** Returns the break if a body is required now that was absent or optional before. */
const bodyBreaks = (one: Json, other: Json, place: string, side: Side): readonly string[] => {
  const [mine, theirs] = [objectAt(one, "requestBody"), objectAt(other, "requestBody")];
  const isAskedFor = theirs["required"] === true && mine["required"] !== true;
  return [
    ...(isAskedFor ? [`${place} is required`] : []),
    ...contentBreaks(objectAt(mine, "content"), objectAt(theirs, "content"), place, side),
  ];
};

const replyBreaks = (one: Json, other: Json, place: string, side: Side): readonly string[] =>
  Object.entries(objectAt(one, "responses"))
    .filter(([status]) => status.startsWith("2"))
    .flatMap(([status, response]) => {
      const now = objectAt(other, "responses", status);
      if (Object.keys(now).length === 0) return [`${place} does not answer ${status}`];
      const headers = Object.keys(objectAt(response, "headers")).filter((name) => !(name in objectAt(now, "headers")));
      return [
        ...headers.map((name) => `${place} ${status} has no ${name}`),
        ...contentBreaks(objectAt(response, "content"), objectAt(now, "content"), `${place} ${status}`, side),
      ];
    });

const operationsOf = (document: unknown): ReadonlyMap<string, Json> =>
  new Map(
    Object.entries(objectAt(document, "paths")).flatMap(([path, methods]) =>
      Object.entries(objectAt(methods))
        .filter(([, operation]) => isObject(operation))
        .map(([method, operation]) => [`${method.toUpperCase()} ${path}`, objectAt(operation)] as const),
    ),
  );

/** Returns the breaking changes of a document for callers of an earlier one, each in a line, in the earlier order. */
export const apiBreaks = (before: unknown, after: unknown): readonly string[] => {
  const now = operationsOf(after);
  const [sent, read] = [
    { before, after, isSent: true },
    { before, after, isSent: false },
  ];
  return [...operationsOf(before)].flatMap(([name, one]) => {
    const other = now.get(name);
    if (other === undefined) return [`${name} is gone`];
    const id = String(one["operationId"]);
    return [
      ...(other["operationId"] === id ? [] : [`${name} is ${String(other["operationId"])} and no ${id}`]),
      ...parameterBreaks(one, other, id, sent),
      ...bodyBreaks(one, other, `${id} body`, sent),
      ...replyBreaks(one, other, id, read),
    ];
  });
};
