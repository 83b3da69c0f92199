import { flatUnions, reachedFrom } from "./flat-unions.ts";
import { componentOf, listOf, type Json, mapSchemas, objectAt } from "./json.ts";

/**
 * What generators of clients do not take is said otherwise: each of these is a cause for which one of them gave up or made
 * code that did not compile. `npm run test:clients` shows that they take what is left.
 */

/** Ids are words to a client: what they are made of may grow longer with further cycles and mechanisms. */
export const openId = "^[A-Za-z0-9:._-]{1,100}$";
const openIds: ReadonlySet<string> = new Set([
  "PartyId",
  "ReviewId",
  "GroupId",
  "CycleId",
  "PhaseId",
  "UserId",
  "MandateId",
  "BulletinId",
  "RegisterEntryId",
  "StatusPaperId",
  "ImportId",
  "TextId",
  "ObligationId",
  "LetterId",
  "JournalId",
]);
/** Numbers without a fixed maximum, because further cycles and groups follow. */
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

/** Of whole numbers, bounds that only state that they are whole are left out. */
const withWholeNumbers = (schema: Json): Json => {
  if (schema["type"] !== "integer") return schema;
  const { maximum, minimum, ...rest } = schema;
  return {
    ...rest,
    ...(minimum === undefined || minimum === Number.MIN_SAFE_INTEGER ? {} : { minimum }),
    ...(maximum === undefined || maximum === Number.MAX_SAFE_INTEGER ? {} : { maximum }),
  };
};

/** Any text may be a name, which needs no saying. */
const withoutNeedlessNames = ({ propertyNames, ...schema }: Json): Json =>
  propertyNames === undefined || JSON.stringify(propertyNames) === '{"type":"string"}'
    ? schema
    : { ...schema, propertyNames };

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
    withoutNeedlessNames(withWholeBooleans(withWholeNumbers(withoutNeedlessPattern(withNullAsType(named)(schema)))));
  const changed = objectAt(mapSchemas(named, change));
  const schemas = objectAt(flatUnions(changed, changed));
  const paths = objectAt(flatUnions(mapSchemas(document["paths"], change), changed));
  const responses = objectAt(document, "components", "responses");
  const used = reachedFrom([paths, responses], schemas);
  const components: Json = Object.fromEntries(
    Object.entries(schemas)
      .filter(([name]) => used.has(name))
      .map(([name, schema]) => [name, openComponent(name, objectAt(schema))] as const),
  );
  return {
    ...document,
    paths,
    components: { ...objectAt(document, "components"), schemas: components },
  };
};
