import type { createDocument } from "zod-openapi";
import examples from "./examples.json" with { type: "json" };
import { type Json, objectAt } from "./json.ts";
import { withOpenReplies } from "./open-replies.ts";
import { portableSchemas } from "./portable-schemas.ts";
import { sharedParts } from "./shared-parts.ts";
import { type DocumentTexts, fillTexts } from "./texts.ts";
import texts from "./texts.json" with { type: "json" };

type Document = ReturnType<typeof createDocument>;
const isDocument = (value: object): value is Document => "openapi" in value && "info" in value;

const says: DocumentTexts = texts;
const shown: Readonly<Record<string, Readonly<Record<string, unknown>>>> = examples;

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
    const named: Json = Object.fromEntries(Object.entries(own ?? {}).map(([name, value]) => [name, { value }]));
    return {
      ...operation,
      requestBody: {
        ...objectAt(operation, "requestBody"),
        content: { [type]: { ...objectAt(content), examples: named } },
      },
    };
  };
  const paths = Object.fromEntries(
    Object.entries(objectAt(document, "paths")).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(objectAt(methods)).map(([method, operation]) => [method, ofOperation(objectAt(operation))]),
      ),
    ]),
  );
  if (lacking.length > 0) throw new Error(`examples.json lacks ${lacking.join(", ")}`);
  return { ...document, paths };
};

/**
 * The document as callers read it: schemas that generators take, shared parts among the components, words and examples
 * everywhere. Throws where words are missing, or are said of nothing.
 */
export const documentOf = (described: Document): Document => {
  const plain: unknown = JSON.parse(JSON.stringify(described));
  const { document, missing, unused } = fillTexts(sharedParts(portableSchemas(objectAt(plain)), says.responses), says);
  if (missing.length + unused.length > 0)
    throw new Error([`texts.json lacks:`, ...new Set(missing), `and says in vain:`, ...unused].join("\n"));
  const whole = withExamples(withOpenReplies(document));
  if (!isDocument(whole)) throw new Error("This is no OpenAPI document any more");
  return whole;
};
