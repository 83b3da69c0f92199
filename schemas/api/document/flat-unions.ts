import { componentOf, isObject, type Json, listOf, mapSchemas, objectAt } from "./json.ts";

/**
 * Alternatives without a discriminator as one schema, because generators of Go and Java cannot decide between them: an
 * object with the members of all alternatives, or a text with all of their values. The server still refuses a mixture.
 */

/** Returns the alternatives of a schema, with references and alternatives in alternatives resolved. */
const alternativesOf = (schema: unknown, components: Json): readonly Json[] => {
  const name = componentOf(schema);
  if (name !== undefined) return alternativesOf(components[name], components);
  const { anyOf } = objectAt(schema);
  return anyOf === undefined ? [objectAt(schema)] : listOf(anyOf).flatMap((one) => alternativesOf(one, components));
};

/** Returns one schema of a property that several alternatives have. Throws where two of them differ. */
const mergeProperty = (name: string, schemas: readonly unknown[]): unknown => {
  const texts = new Set(schemas.map((one) => JSON.stringify(one)));
  if (texts.size > 1) throw new Error(`The alternatives differ in ${name}: ${[...texts].join(" ")}`);
  return schemas[0];
};

const mergeObjects = (objects: readonly Json[]): Json => {
  const names = new Set(objects.flatMap(({ properties }) => Object.keys(objectAt(properties))));
  const properties = [...names].map((name) => {
    const all = objects.flatMap((one) =>
      name in objectAt(one["properties"]) ? [objectAt(one, "properties")[name]] : [],
    );
    return [name, mergeProperty(name, all)] as const;
  });
  const required = [...names].filter((name) => objects.every((one) => listOf(one["required"]).includes(name)));
  return {
    type: "object",
    properties: Object.fromEntries(properties),
    ...(required.length === 0 ? {} : { required }),
    ...(objects.some((one) => one["additionalProperties"] === false) ? { additionalProperties: false } : {}),
  };
};

const valuesOf = ({ enum: values, const: only }: Json): readonly unknown[] =>
  only === undefined ? listOf(values) : [only];

const withFlatUnion =
  (components: Json) =>
  (schema: Json): Json => {
    const { anyOf, ...rest } = schema;
    if (anyOf === undefined || "discriminator" in schema) return schema;
    const all = alternativesOf(schema, components);
    const some = all.filter(({ type }) => type !== "null");
    const types = new Set(some.map(({ type }) => type));
    if (types.size !== 1) return schema;
    const merged = types.has("object")
      ? mergeObjects(some)
      : { type: [...types][0], enum: [...new Set(some.flatMap(valuesOf))] };
    return { ...merged, ...rest, ...(all.length > some.length ? { type: [merged["type"], "null"] } : {}) };
  };

/** Returns a value of the document without alternatives that nothing discriminates. */
export const flatUnions = (value: unknown, components: Json): unknown => mapSchemas(value, withFlatUnion(components));

/** Returns the names of the components that a value refers to, directly and through others. */
export const reachedFrom = (value: unknown, components: Json, reached = new Set<string>()): Set<string> => {
  if (Array.isArray(value)) for (const part of value) reachedFrom(part, components, reached);
  if (!isObject(value)) return reached;
  const name = componentOf(value);
  if (name !== undefined && !reached.has(name)) reachedFrom(components[name], components, reached.add(name));
  for (const part of Object.values(value)) reachedFrom(part, components, reached);
  return reached;
};
