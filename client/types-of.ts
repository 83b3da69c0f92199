import openapiTS, { astToString, type OpenAPI3, type ReferenceObject, type ResponseObject } from "openapi-typescript";

const methods = ["get", "put", "post", "patch", "delete"] as const;

const isRefusal = (status: string): boolean => /^[45]/u.test(status);

const isDocument = (value: unknown): value is OpenAPI3 =>
  typeof value === "object" && value !== null && "openapi" in value && "info" in value;

const documentOf = (text: string): OpenAPI3 => {
  const document: unknown = JSON.parse(text);
  if (isDocument(document)) return document;
  throw new Error("This is no OpenAPI document");
};

/** Returns a response with JSON alone if that is its usual format: the client requests JSON. */
const inJson = (response: ResponseObject | ReferenceObject): ResponseObject | ReferenceObject => {
  if ("$ref" in response || response.content === undefined) return response;
  const [[type, json] = []] = Object.entries(response.content);
  return type === "application/json" && json !== undefined ? { ...response, content: { [type]: json } } : response;
};

/**
 * The document with the default alone as the refusal of each operation, instead of one for each status; client.ts makes
 * an ApiProblem of it.
 */
const withOneRefusal = (document: OpenAPI3): OpenAPI3 => {
  for (const path of Object.values(document.paths ?? {})) {
    if ("$ref" in path) continue;
    for (const method of methods) {
      const operation = path[method];
      if (operation === undefined || "$ref" in operation) continue;
      const kept: Record<string, ResponseObject | ReferenceObject> = {};
      for (const [status, response] of Object.entries(operation.responses ?? {}))
        if (!isRefusal(status)) kept[status] = inJson(response);
      operation.responses = kept;
    }
  }
  return document;
};

/**
 * The types of the API as TypeScript, from the text of its OpenAPI document: what api-types.ts holds. Runs on a TypeScript of this folder's own: the generator
 * needs the compiler's older interface, which the compiler of the repository does not have any more.
 */
export const typesOf = async (document: string): Promise<string> => {
  const nodes = await openapiTS(withOneRefusal(documentOf(document)), {
    alphabetize: true,
    rootTypes: true,
    rootTypesNoSchemaPrefix: true,
    rootTypesKeepCasing: true,
    silent: true,
  });
  return `// Printed from docs/openapi.json by npm run docs; changes by hand are lost.\n\n${astToString(nodes)}`;
};
