import { componentOf, type Json, mapOperations, objectAt } from "./json.ts";

/** One content type of a successful reply, with the name of its example. */
export interface ReplyPlace {
  readonly name: string;
  readonly operation: string;
  readonly type: string;
  /** What the document has at the content type: its schema, and its example. */
  readonly content: Json;
  readonly schema: Json;
  /** JSON pointer to the schema. */
  readonly pointer: string;
}

const escaped = (part: string): string => part.replaceAll("~", "~0").replaceAll("/", "~1");
const pointerOf = (...parts: readonly string[]): string => parts.map((part) => `/${escaped(part)}`).join("");
const isFile = (type: string): boolean => type.startsWith("application/vnd.");

/**
 * Name of an example: that of the schema, which replies of many operations share, or of the operation and the type.
 * Names of components have no plus sign (OpenAPI 3.1, components object).
 */
const nameOf = (operation: string, type: string, schema: Json): string =>
  componentOf(schema) ?? `${operation}-${type.split("/").at(-1)?.split("+")[0]}`;

/** Returns every successful reply of a document but for files of bytes, by operation and content type. */
export const replyPlaces = (document: Json): readonly ReplyPlace[] =>
  Object.entries(objectAt(document, "paths")).flatMap(([path, methods]) =>
    Object.entries(objectAt(methods)).flatMap(([method, one]) =>
      Object.entries(objectAt(one, "responses"))
        .filter(([status]) => status.startsWith("2"))
        .flatMap(([status, response]) =>
          Object.entries(objectAt(response, "content"))
            .filter(([type]) => !isFile(type))
            .map(([type, content]) => {
              const operation = String(objectAt(one)["operationId"]);
              const schema = objectAt(content, "schema");
              const pointer = pointerOf("paths", path, method, "responses", status, "content", type, "schema");
              return {
                name: nameOf(operation, type, schema),
                operation,
                type,
                content: objectAt(content),
                schema,
                pointer,
              };
            }),
        ),
    ),
  );

/** The document with an example of every successful reply: in its place, or at the schema that several replies share. */
export const withReplyExamples = (document: Json, examples: Readonly<Record<string, unknown>>): Json => {
  const uses = Map.groupBy(replyPlaces(document), ({ name }) => name);
  const isShared = (name: string): boolean => (uses.get(name) ?? []).length > 1;
  const inContent = (operation: string, type: string, content: Json): Json => {
    const name = nameOf(operation, type, objectAt(content, "schema"));
    const isElsewhere = isFile(type) || !(name in examples) || isShared(name);
    return isElsewhere ? content : { ...content, example: examples[name] };
  };
  const inResponse = (operation: string, response: Json): Json => ({
    ...response,
    content: Object.fromEntries(
      Object.entries(objectAt(response, "content")).map(([type, content]) => [
        type,
        inContent(operation, type, objectAt(content)),
      ]),
    ),
  });
  const paths = mapOperations(objectAt(document, "paths"), (operation) => ({
    ...operation,
    responses: Object.fromEntries(
      Object.entries(objectAt(operation, "responses")).map(([status, response]) => [
        status,
        status.startsWith("2") ? inResponse(String(operation["operationId"]), objectAt(response)) : response,
      ]),
    ),
  }));
  const components = objectAt(document, "components");
  const schemas = objectAt(components, "schemas");
  const shown = Object.entries(examples).filter(([name]) => isShared(name));
  const withExample = ([name, value]: readonly [string, unknown]) =>
    [name, { ...objectAt(schemas, name), examples: [value] }] as const;
  return {
    ...document,
    paths,
    components: { ...components, schemas: { ...schemas, ...Object.fromEntries(shown.map(withExample)) } },
  };
};
