import { reachedFrom } from "./flat-unions.ts";
import { componentOf, type Json, mapOperations, mapSchemas, objectAt } from "./json.ts";

const opened = (value: unknown): unknown =>
  mapSchemas(value, ({ additionalProperties, ...schema }) =>
    additionalProperties === undefined || additionalProperties === false ? schema : { ...schema, additionalProperties },
  );

/** Returns whether a component refuses members that it does not name, directly or through a reference. */
const isClosed = (name: string, components: Json): boolean =>
  [name, ...reachedFrom(components[name], components)].some(
    (one) => JSON.stringify(opened(components[one])) !== JSON.stringify(components[one]),
  );

const operationsOf = (paths: Json): readonly Json[] =>
  Object.values(paths).flatMap((methods) => Object.values(objectAt(methods)).map((operation) => objectAt(operation)));

/** Redirects references and discriminators to the request variants of these components. */
const asSent = (value: unknown, names: ReadonlySet<string>): unknown => {
  const sent = (reference: unknown): unknown => {
    const name = componentOf({ $ref: reference });
    return name !== undefined && names.has(name) ? `#/components/schemas/${name}Request` : reference;
  };
  return mapSchemas(value, (schema) => {
    const { $ref, discriminator } = schema;
    const mapping = Object.entries(objectAt(discriminator, "mapping")).map(([key, one]) => [key, sent(one)] as const);
    return {
      ...schema,
      ...($ref === undefined ? {} : { $ref: sent($ref) }),
      ...(mapping.length === 0
        ? {}
        : { discriminator: { ...objectAt(discriminator), mapping: Object.fromEntries(mapping) } }),
    };
  });
};

/**
 * Returns the document with open replies and closed requests. Replies may gain members later; the server refuses
 * unknown members in requests. A closed component used in both directions appears twice: closed under its name and
 * `Request`.
 */
export const withOpenReplies = (document: Json): Json => {
  const [paths, parts] = [objectAt(document, "paths"), objectAt(document, "components")];
  const components = objectAt(parts, "schemas");
  const inReplies = reachedFrom(
    [parts["responses"], operationsOf(paths).map(({ responses }) => responses)],
    components,
  );
  const inBodies = reachedFrom(
    operationsOf(paths).map(({ requestBody }) => requestBody),
    components,
  );
  const both = new Set([...inBodies].filter((name) => inReplies.has(name) && isClosed(name, components)));
  const schemas = Object.entries(components).flatMap(([name, schema]) => [
    [name, inReplies.has(name) ? opened(schema) : asSent(schema, both)] as const,
    ...(both.has(name) ? [[`${name}Request`, asSent(schema, both)] as const] : []),
  ]);
  return {
    ...document,
    paths: mapOperations(paths, (operation) => ({
      ...operation,
      ...("requestBody" in operation ? { requestBody: asSent(operation["requestBody"], both) } : {}),
      responses: opened(operation["responses"]),
    })),
    components: { ...parts, schemas: Object.fromEntries(schemas) },
  };
};
