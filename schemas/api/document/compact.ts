import { componentOf, isObject, type Json, mapSchemas, objectAt } from "./json.ts";

/** Every schema of a property in a value. */
const propertiesIn = (value: unknown): readonly Json[] => {
  if (Array.isArray(value)) return value.flatMap(propertiesIn);
  if (!isObject(value)) return [];
  const own = Object.values(objectAt(value, "properties")).filter(isObject);
  return [...own, ...Object.values(value).flatMap(propertiesIn)];
};

/** Replaces every schema of a property by what `change` makes of it. */
const mapProperties = (value: unknown, change: (property: Json) => Json): unknown =>
  mapSchemas(value, (schema) =>
    isObject(schema["properties"])
      ? {
          ...schema,
          properties: Object.fromEntries(
            Object.entries(schema["properties"]).map(([name, one]) => [name, isObject(one) ? change(one) : one]),
          ),
        }
      : schema,
  );

/** Returns the most frequent inline text of each shared description, by the name that its component gets. */
const sharedTexts = (document: Json, names: Readonly<Record<string, string>>): ReadonlyMap<string, Json> => {
  const taken = objectAt(document, "components", "schemas");
  const inline = propertiesIn(document).filter((one) => one["type"] === "string" && one["enum"] === undefined);
  return new Map(
    Object.entries(names).map(([description, name]) => {
      const uses = Map.groupBy(
        inline.filter((one) => one["description"] === description),
        (one) => JSON.stringify(one),
      );
      const [most] = [...uses.values()].toSorted((one, other) => other.length - one.length);
      if (most?.[0] === undefined || most.length < 2) throw new Error(`No texts share the description of ${name}`);
      if (name in taken) throw new Error(`The schema ${name} has this name already`);
      return [name, most[0]];
    }),
  );
};

/**
 * Returns the document with each shared text once: a property that says only what the schema behind its reference says
 * has no description of its own, and texts with a description in `names` are one component.
 */
export const withoutRepetition = (document: Json, names: Readonly<Record<string, string>>): Json => {
  const shared = sharedTexts(document, names);
  const nameOf = new Map([...shared].map(([name, schema]) => [JSON.stringify(schema), name]));
  const components = objectAt(document, "components");
  const schemas = objectAt(components, "schemas");
  const change = (property: Json): Json => {
    const name = nameOf.get(JSON.stringify(property));
    if (name !== undefined) return { $ref: `#/components/schemas/${name}` };
    const target = componentOf(property);
    const { description, ...reference } = property;
    return target !== undefined && objectAt(schemas[target])["description"] === description ? reference : property;
  };
  return {
    ...document,
    paths: mapProperties(document["paths"], change),
    components: {
      ...components,
      schemas: { ...objectAt(mapProperties(schemas, change)), ...Object.fromEntries(shared) },
    },
  };
};
