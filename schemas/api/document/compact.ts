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

/** Returns the schema of a text, number or list that is no list of codes, behind its reference if any; undefined for others. */
const valueOf = (property: Json, schemas: Json): Json | undefined => {
  const target = componentOf(property);
  const text = target === undefined ? property : { ...objectAt(schemas[target]), ...property };
  const { $ref: _, ...whole } = text;
  const isValue = ["string", "integer", "array"].includes(String(whole["type"]));
  return isValue && whole["enum"] === undefined ? whole : undefined;
};

/** Returns the most frequent property with each shared description, and its schema, by the name of its component. */
const sharedValues = (document: Json, names: Readonly<Record<string, string>>) => {
  const schemas = objectAt(document, "components", "schemas");
  const values = propertiesIn(document).filter((one) => valueOf(one, schemas) !== undefined);
  return Object.entries(names).map(([description, name]) => {
    const uses = Map.groupBy(
      values.filter((one) => one["description"] === description),
      (one) => JSON.stringify(one),
    );
    const [most] = [...uses].toSorted(([, one], [, other]) => other.length - one.length);
    if (most === undefined || most[1].length < 2) throw new Error(`No values share the description of ${name}`);
    if (name in schemas) throw new Error(`The schema ${name} has this name already`);
    return { name, text: most[0], schema: valueOf(objectAt(most[1][0]), schemas) };
  });
};

/**
 * Returns the document with each shared value once: a property that says only what the schema behind its reference says
 * has no description of its own, and values with a description in `names` are one component.
 */
export const withoutRepetition = (document: Json, names: Readonly<Record<string, string>>): Json => {
  const shared = sharedValues(document, names);
  const nameOf = new Map(shared.map(({ name, text }) => [text, name]));
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
      schemas: {
        ...objectAt(mapProperties(schemas, change)),
        ...Object.fromEntries(shared.map(({ name, schema }) => [name, schema])),
      },
    },
  };
};
