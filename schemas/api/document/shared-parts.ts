import { componentOf, isObject, type Json, listOf, mapOperations, objectAt } from "./json.ts";

/** Moves the parts that many operations share to the components: parameters and headers. */

const wordsOf = (name: string): string =>
  name
    .split(/[^A-Za-z0-9]+/u)
    .map((word) => word.slice(0, 1).toUpperCase() + word.slice(1))
    .join("");

/** A part with the names that it may have, the best one first. */
interface NamedPart {
  readonly part: Json;
  readonly names: readonly string[];
}

/**
 * Returns each part with its component name. Parts that want one name get their next names. Throws where two parts have
 * no name that differs, because a number behind a name says nothing to a reader.
 */
const namesOf = (parts: readonly NamedPart[]): ReadonlyMap<string, string> => {
  const chosen = new Map<string, string>();
  let open = new Map(parts.toReversed().map(({ part, names }) => [JSON.stringify(part), names]));
  while (open.size > 0) {
    const wanted = Map.groupBy(open, ([, names]) => names[0]);
    const taken = new Set(chosen.values());
    for (const [name, [only, ...others]] of wanted) {
      if (name === undefined)
        throw new Error(`No name distinguishes ${[only, ...others].map((one) => one?.[0]).join(" ")}`);
      if (only !== undefined && others.length === 0 && !taken.has(name)) chosen.set(only[0], name);
    }
    open = new Map([...open].filter(([text]) => !chosen.has(text)).map(([text, names]) => [text, names.slice(1)]));
  }
  return chosen;
};

/** Names of a parameter of an operation: its own, that of its schema, and both with what distinguishes it. */
const parameterNames = (parameter: Json, operationId: string): readonly string[] => {
  const own = wordsOf(String(parameter["name"]));
  const isHeaderThatMayBeLeftOut = parameter["in"] === "header" && parameter["required"] !== true;
  const optional = isHeaderThatMayBeLeftOut && (own === "IfMatch" || own === "IdempotencyKey") ? "Optional" : "";
  const schema = componentOf(parameter["schema"]);
  const choice = objectAt(parameter, "schema")["default"];
  const place = `In${wordsOf(String(parameter["in"]))}`;
  const formats = own === "Format" ? listOf(objectAt(parameter, "schema")["enum"]).map(String) : [];
  return [
    ...(formats.length === 0 ? [] : [`Format${formats.map(wordsOf).join("Or")}`]),
    `${own}${optional}`,
    ...(schema === undefined || schema === own ? [] : [schema]),
    ...(schema === undefined || typeof choice !== "string" ? [] : [`${schema}Or${wordsOf(choice)}`]),
    `${own}${place}`,
    ...(schema === undefined ? [] : [`${schema}${place}`]),
    `${wordsOf(operationId)}${own}`,
  ];
};

/** The document with its parameters and headers among the components. */
export const sharedParts = (document: Json): Json => {
  const paths = objectAt(document, "paths");
  const operations = Object.values(paths).flatMap((methods) =>
    Object.values(objectAt(methods)).map((one) => objectAt(one)),
  );
  const parameters = operations.flatMap((operation) =>
    listOf(operation["parameters"])
      .filter(isObject)
      .map((part) => ({ part, names: parameterNames(part, String(operation["operationId"])) })),
  );
  const names = namesOf(parameters);
  const headers = new Map<string, Json>();
  const withHeaders = (response: unknown): Json => {
    const own = objectAt(response, "headers");
    if (Object.keys(own).length === 0) return objectAt(response);
    for (const [name, header] of Object.entries(own))
      if (componentOf(header, "headers") === undefined) headers.set(wordsOf(name), objectAt(header));
    const refer = (name: string, header: unknown) =>
      componentOf(header, "headers") === undefined ? { $ref: `#/components/headers/${wordsOf(name)}` } : header;
    return {
      ...objectAt(response),
      headers: Object.fromEntries(Object.entries(own).map(([name, header]) => [name, refer(name, header)])),
    };
  };
  const mapResponses = (responses: Json): Json =>
    Object.fromEntries(Object.entries(responses).map(([name, response]) => [name, withHeaders(response)]));
  const nameOf = (part: Json) => names.get(JSON.stringify(part)) ?? "";
  const shareIn = (operation: Json): Json => ({
    ...operation,
    ...("parameters" in operation
      ? {
          parameters: listOf(operation["parameters"])
            .filter(isObject)
            .map((part) => ({ $ref: `#/components/parameters/${nameOf(part)}` })),
        }
      : {}),
    responses: mapResponses(objectAt(operation, "responses")),
  });
  const components = objectAt(document, "components");
  return {
    ...document,
    paths: mapOperations(paths, shareIn),
    components: {
      ...components,
      responses: mapResponses(objectAt(components, "responses")),
      parameters: Object.fromEntries(parameters.map(({ part }) => [nameOf(part), part])),
      headers: { ...objectAt(components, "headers"), ...Object.fromEntries(headers) },
    },
  };
};
