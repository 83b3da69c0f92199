import { componentOf, isObject, listOf, type Json, mapSchemas, objectAt } from "./json.ts";

/**
 * What generators of clients do not take is said otherwise: each of these is a cause for which one of them gave up or made
 * code that did not compile. `npm run test:clients` shows that they take what is left.
 */

/** Ids are words to a client: what they are made of may grow longer with further cycles and mechanisms. */
const openId = "^[A-Za-z0-9:._-]{1,100}$";
const openIds: ReadonlySet<string> = new Set([
  "PartyId",
  "ReviewId",
  "GroupId",
  "UserId",
  "MandateId",
  "BulletinId",
  "TextId",
  "ObligationId",
  "LetterId",
]);
/** Numbers that go on counting where a further cycle or group comes. */
const openNumbers: ReadonlySet<string> = new Set(["ClusterNumber", "GroupNumber"]);

const dateFormats: ReadonlySet<unknown> = new Set(["date", "date-time"]);

/** Properties of Unicode, code points in braces and what looks ahead or behind: regular expressions of few languages. */
const isPortable = (pattern: string): boolean => !/\\[pPu]\{|\(\?[!=<]/u.test(pattern);

const withoutNeedlessPattern = (schema: Json): Json => {
  const { pattern, ...rest } = schema;
  if (typeof pattern !== "string") return schema;
  const isOfText = schema["type"] === "string" && !dateFormats.has(schema["format"]);
  return isOfText && isPortable(pattern) ? schema : rest;
};

/** Every number of the API is whole; bounds that only say so are left out. */
const withWholeNumbers = (schema: Json): Json => {
  if (schema["type"] !== "integer" && schema["type"] !== "number") return schema;
  const { maximum, minimum, ...rest } = schema;
  return {
    ...rest,
    type: "integer",
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
};

/** A boolean that is only ever true is one to generators, of which that for Java makes an enum of texts that does not compile. */
const withWholeBooleans = ({ const: only, ...schema }: Json): Json => {
  if (only === undefined) return schema;
  return schema["type"] === "boolean" ? schema : { ...schema, const: only };
};

/** A text that may be null has two types; an object that may be null is that or null. */
const withNullAsType =
  (components: Json) =>
  (schema: Json): Json => {
    const { anyOf, ...rest } = schema;
    const [some, none, ...more] = listOf(anyOf);
    if (more.length > 0 || objectAt(none)["type"] !== "null") return schema;
    const name = componentOf(some);
    const plain = name === undefined ? objectAt(some) : objectAt(components[name]);
    if (plain["type"] !== "string") return schema;
    const { enum: values, examples: _, ...text } = plain;
    return {
      ...text,
      ...rest,
      type: ["string", "null"],
      ...(values === undefined ? {} : { enum: [...listOf(values), null] }),
    };
  };

/** Names of components that a value refers to, and that these refer to in turn. */
const reachedFrom = (value: unknown, components: Json, reached = new Set<string>()): Set<string> => {
  if (Array.isArray(value)) for (const part of value) reachedFrom(part, components, reached);
  if (!isObject(value)) return reached;
  const name = componentOf(value);
  if (name !== undefined && !reached.has(name)) reachedFrom(components[name], components, reached.add(name));
  for (const part of Object.values(value)) reachedFrom(part, components, reached);
  return reached;
};

const opened = (value: unknown): unknown =>
  mapSchemas(value, ({ additionalProperties, ...schema }) =>
    additionalProperties === undefined || additionalProperties === false ? schema : { ...schema, additionalProperties },
  );

const mapOperations = (paths: Json, change: (operation: Json) => Json): Json =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(objectAt(methods)).map(([method, operation]) => [method, change(objectAt(operation))]),
      ),
    ]),
  );

/** Replies may say more tomorrow than today, so only what callers send is closed. */
const withOpenReplies = (paths: Json, components: Json): { readonly paths: Json; readonly components: Json } => {
  const replies = Object.values(paths).flatMap((methods) =>
    Object.values(objectAt(methods)).map((operation) => objectAt(operation, "responses")),
  );
  const reached = reachedFrom(replies, components);
  return {
    paths: mapOperations(paths, (operation) => ({ ...operation, responses: opened(operation["responses"]) })),
    components: Object.fromEntries(
      Object.entries(components).map(([name, schema]) => [name, reached.has(name) ? opened(schema) : schema]),
    ),
  };
};

const openComponent = (name: string, schema: Json): Json => {
  if (openIds.has(name)) return { ...schema, pattern: openId };
  if (!openNumbers.has(name)) return schema;
  const { maximum: _, ...counting } = schema;
  return counting;
};

/** The schemas of a document as generators of clients take them, and as later versions can keep them. */
export const portableSchemas = (document: Json): Json => {
  const named = objectAt(document, "components", "schemas");
  const change = (schema: Json): Json =>
    withWholeBooleans(withWholeNumbers(withoutNeedlessPattern(withNullAsType(named)(schema))));
  const paths = objectAt(mapSchemas(document["paths"], change));
  const components = Object.fromEntries(
    Object.entries(objectAt(mapSchemas(named, change))).map(([name, schema]) => [
      name,
      openComponent(name, objectAt(schema)),
    ]),
  );
  const open = withOpenReplies(paths, components);
  return {
    ...document,
    paths: open.paths,
    components: { ...objectAt(document, "components"), schemas: open.components },
  };
};
