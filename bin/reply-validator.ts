import addFormats from "ajv-formats";
import { Ajv2020 } from "ajv/dist/2020.js";
import { componentOf, type Json, objectAt } from "../schemas/api/document/json.ts";

/** Checks values against schemas of the API document. */
export interface ReplyValidator {
  /** Returns whether a value fits the schema at a JSON pointer. */
  readonly fits: (pointer: string, value: unknown) => boolean;
  /** Returns the schema that a reference names, or the schema itself. */
  readonly resolve: (schema: Json) => Json;
}

/** Opens a validator of an API document. */
export const openValidator = (document: Json): ReplyValidator => {
  const ajv = addFormats.default(new Ajv2020({ strict: false })).addSchema(document, "api");
  const schemas = objectAt(document, "components", "schemas");
  const resolve = (schema: Json): Json => {
    const name = componentOf(schema);
    return name === undefined ? schema : resolve(objectAt(schemas[name]));
  };
  return { fits: (pointer, value) => ajv.compile({ $ref: ["api", pointer].join("#") })(value), resolve };
};
