import type { createDocument } from "zod-openapi";
import { labelLists } from "../../views/labels.ts";
import type { Endpoint } from "../endpoint.ts";
import { withoutRepetition } from "./compact.ts";
import examples from "./examples.json" with { type: "json" };
import { isObject, type Json, mapOperations, objectAt } from "./json.ts";
import { withOpenReplies } from "./open-replies.ts";
import { portableSchemas } from "./portable-schemas.ts";
import { problemsByFeature, problemTypes } from "./refusals.ts";
import replies from "./replies.json" with { type: "json" };
import { withReplyExamples } from "./reply-examples.ts";
import rights from "./rights.json" with { type: "json" };
import { sharedParts } from "./shared-parts.ts";
import { type DocumentTexts, fillTexts } from "./texts.ts";
import texts from "./texts.json" with { type: "json" };

type Document = ReturnType<typeof createDocument>;
const isDocument = (value: object): value is Document => "openapi" in value && "info" in value;

const says: DocumentTexts = texts;
const shown: Readonly<Record<string, Readonly<Record<string, unknown>>>> = examples;

/** Returns the examples of a body as OpenAPI has them: a single one needs no name. */
const shownBody = (bodies: Readonly<Record<string, unknown>>): Json => {
  const [only, ...others] = Object.values(bodies);
  return others.length === 0
    ? { example: only }
    : { examples: Object.fromEntries(Object.entries(bodies).map(([name, value]) => [name, { value }])) };
};

/** Each body of a request with its examples, by their names. Throws where an operation that takes a body has none. */
const withExamples = (document: Json): Json => {
  const lacking: string[] = [];
  const ofOperation = (operation: Json): Json => {
    const id = String(operation["operationId"]);
    const [entry] = Object.entries(objectAt(operation, "requestBody", "content"));
    if (entry === undefined) return operation;
    const [type, content] = entry;
    const own = shown[id];
    if (own === undefined) lacking.push(id);
    return {
      ...operation,
      requestBody: {
        ...objectAt(operation, "requestBody"),
        content: { [type]: { ...objectAt(content), ...shownBody(own ?? {}) } },
      },
    };
  };
  const paths = mapOperations(objectAt(document, "paths"), ofOperation);
  if (lacking.length > 0) throw new Error(`examples.json lacks ${lacking.join(", ")}`);
  return { ...document, paths };
};

const wordsOfRights: Readonly<Record<string, string>> = rights;

/**
 * Returns who may use an operation, in the words of the table of permissions. An operation of the secretariat's for what
 * a party does by another one is to record that. Throws where nothing says who may.
 */
export const rightsOf = ({ id, action, function: of }: Pick<Endpoint, "id" | "action" | "function">): string => {
  const recording = of === "secretariat-api" ? wordsOfRights[`${action}/record`] : undefined;
  const words = recording ?? wordsOfRights[action];
  if (words === undefined) throw new Error(`Nothing says who may do ${id}`);
  return words;
};

/** Returns which headers guard a change against repeats and against changes by others; empty if there are none. */
const guardsOf = ({ idempotencyKey, ifMatch }: Endpoint): string => {
  const key = idempotencyKey === undefined ? [] : [`\`Idempotency-Key\` is ${idempotencyKey}`];
  const match = ifMatch === undefined ? [] : [`\`If-Match\` is ${ifMatch === "own" ? "required" : ifMatch}`];
  return [...key, ...match].length === 0 ? "" : `**Headers:** ${[...key, ...match].join(", and ")}.\n\n`;
};

/** Appends the roles that may use each operation, and the headers of a change, to its description. */
const withRights = (document: Json, endpoints: readonly Endpoint[]): Json => {
  const words = new Map(endpoints.map((endpoint) => [endpoint.id, guardsOf(endpoint) + rightsOf(endpoint)]));
  const ofOperation = (operation: Json): Json => ({
    ...operation,
    description: `${String(operation["description"])}\n\n${words.get(String(operation["operationId"]))}`,
  });
  return { ...document, paths: mapOperations(objectAt(document, "paths"), ofOperation) };
};

/** Adds to the schema of each list of codes which list of `GET /v1/labels` names them. */
const withLabelLists = (document: Json): Json => {
  const components = objectAt(document, "components");
  const named = (name: string, schema: unknown): unknown => {
    const lists = labelLists.get(name);
    if (lists === undefined || !isObject(schema)) return schema;
    const { description } = schema;
    const labels = `Labels: ${lists.map((list) => `\`${list}\``).join(" and ")} of \`GET /v1/labels\`.`;
    return { ...schema, description: typeof description === "string" ? `${description}. ${labels}` : labels };
  };
  const schemas: Json = Object.fromEntries(
    Object.entries(objectAt(components, "schemas")).map(([name, schema]) => [name, named(name, schema)] as const),
  );
  return { ...document, components: { ...components, schemas } };
};

/** Adds the types of problems, and those of all operations with a certain feature, each once. */
const withProblemTypes = (document: Json): Json => ({
  ...document,
  "x-problems-by-feature": problemsByFeature,
  components: { ...objectAt(document, "components"), "x-problem-types": problemTypes },
});

/**
 * The document as callers read it: schemas that generators take, shared parts among the components, words and examples
 * everywhere, and who may use each operation, by its action. Throws where words are missing, or are said of nothing.
 */
export const documentOf = (described: Document, endpoints: readonly Endpoint[]): Document => {
  const plain: unknown = JSON.parse(JSON.stringify(described));
  const { document, missing, unused } = fillTexts(sharedParts(portableSchemas(objectAt(plain))), says);
  if (missing.length + unused.length > 0)
    throw new Error([`texts.json lacks:`, ...new Set(missing), `and says in vain:`, ...unused].join("\n"));
  const said = withLabelLists(withoutRepetition(document, texts.shared));
  const shownWhole = withReplyExamples(withExamples(withOpenReplies(said)), replies);
  const whole = withProblemTypes(withRights(shownWhole, endpoints));
  if (!isDocument(whole)) throw new Error("This is no OpenAPI document any more");
  return whole;
};
