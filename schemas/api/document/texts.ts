import { defined } from "../../base/defined.ts";
import { componentOf, isObject, type Json, objectAt } from "./json.ts";

/**
 * All texts of the document other than those of endpoints and schemas. They are in a separate file, which no function
 * loads: `names` by the name of a property or parameter, `schemas` for a schema with another text, or with one text
 * for all of its members.
 */
export interface DocumentTexts {
  readonly responses: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly names: Readonly<Record<string, string>>;
  readonly schemas: Readonly<Record<string, string>>;
  readonly operations: Readonly<Record<string, { readonly description?: string; readonly success: string }>>;
}

/** A document with its texts, the places without a text, and the texts that no place used. */
export interface Filled {
  readonly document: Json;
  readonly missing: readonly string[];
  readonly unused: readonly string[];
}

/** A text for a name that says no more than the name. */
const onlyTheName = /^The (?:\w+|id, by which it is named elsewhere)$/u;

/** The texts for places in a document; records which texts were used. */
class Words {
  readonly #texts: DocumentTexts;
  readonly #used = new Set<string>();
  readonly missing: string[] = [];
  constructor(texts: DocumentTexts) {
    this.#texts = texts;
  }
  /** The text of a place, or of the first of its names that has one; counts as missing where none has. */
  of(...keys: readonly (readonly [keyof DocumentTexts, string])[]): string | undefined {
    for (const [group, key] of keys) {
      const text: unknown = this.#texts[group][key];
      if (typeof text !== "string") continue;
      this.#used.add(`${group} ${key}`);
      return text;
    }
    this.missing.push(keys.map(([group, key]) => `${group} ${key}`).join(" or "));
    return undefined;
  }
  /** Returns true if a reference needs no words: its component says all, and its place has none of its own. */
  isSaidBy(reference: Json, place: string, name: string): boolean {
    const component = componentOf(reference) ?? "";
    const isSaid = /(?:Id|Map)$/u.test(component) && this.#texts.schemas[component] !== undefined;
    const isOwn = [place, `${place.split(".").slice(0, -1).join(".")}.*`].some((key) => key in this.#texts.schemas);
    return isSaid && !isOwn && onlyTheName.test(this.#texts.names[name] ?? "The name");
  }
  /** Returns the texts of properties and schemas that no place used. */
  unused(): readonly string[] {
    return (["responses", "headers", "names", "schemas"] as const)
      .flatMap((group) => Object.keys(this.#texts[group]).map((key) => `${group} ${key}`))
      .filter((key) => !this.#used.has(key));
  }
}

const described = (value: Json, description: string | undefined): Json =>
  description === undefined ? value : { ...value, description };

/** A schema with words for each of its properties; `place` is its name, and that of the property within it. */
const fillSchema = (value: unknown, place: string, words: Words): unknown => {
  if (Array.isArray(value)) return value.map((part) => fillSchema(part, place, words));
  if (!isObject(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => {
      if (key === "properties" && isObject(part)) return [key, fillProperties(part, place, words)];
      return [key, key === "enum" || key === "examples" || key === "required" ? part : fillSchema(part, place, words)];
    }),
  );
};

const fillProperties = (properties: Json, place: string, words: Words): Json =>
  Object.fromEntries(
    Object.entries(properties).map(([name, property]) => {
      const at = `${place}.${name}`;
      const inner = objectAt(fillSchema(property, at, words));
      const keys = [
        ["schemas", at],
        ["schemas", `${place}.*`],
        ["names", name],
      ] as const;
      const isSaid = "description" in inner || words.isSaidBy(inner, at, name);
      return [name, isSaid ? inner : described(inner, words.of(...keys))];
    }),
  );

const fillOperation = (operation: Json, texts: DocumentTexts, words: Words): Json => {
  const id = String(operation["operationId"]);
  const said = texts.operations[id];
  if (said === undefined) words.missing.push(`operations ${id}`);
  const description = operation["description"] ?? said?.description;
  if (description === undefined) words.missing.push(`operations ${id} description`);
  if (operation["description"] !== undefined && said?.description !== undefined)
    words.missing.push(`operations ${id} has two descriptions`);
  const responses = Object.entries(objectAt(operation, "responses")).map(([status, response]) => {
    const filled = objectAt(fillSchema(response, id, words));
    return [status, status.startsWith("2") && said !== undefined ? { ...filled, description: said.success } : filled];
  });
  const body = operation["requestBody"];
  return {
    ...operation,
    ...defined({ description }),
    ...(body === undefined ? {} : { requestBody: fillSchema(body, id, words) }),
    responses: Object.fromEntries(responses),
  };
};

/** A parameter says what it is, in words of its own or of its name. */
const fillParameter = (parameter: Json, component: string, words: Words): Json => {
  const name = String(parameter["name"]);
  const own = parameter["description"] ?? objectAt(parameter, "schema")["description"];
  if (typeof own === "string") return described(parameter, own);
  // One filter name has other values in each list: the referenced schema distinguishes them.
  const choice = `parameter ${name} ${componentOf(parameter["schema"]) ?? ""}`;
  return described(parameter, words.of(["schemas", choice], ["names", name], ["schemas", component]));
};

const mapValues = (values: Json, change: (value: Json, name: string) => unknown): Json =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, change(objectAt(value), name)]));

/** The document with words wherever it names something, and which are missing or said in vain. */
export const fillTexts = (document: Json, texts: DocumentTexts): Filled => {
  const words = new Words(texts);
  for (const name of Object.keys(objectAt(document, "components", "responses"))) words.of(["responses", name]);
  const components = objectAt(document, "components");
  const filled = {
    ...document,
    paths: mapValues(objectAt(document, "paths"), (methods) =>
      mapValues(methods, (operation) => fillOperation(operation, texts, words)),
    ),
    components: {
      ...components,
      schemas: mapValues(objectAt(components, "schemas"), (schema, name) => {
        const inner = objectAt(fillSchema(schema, name, words));
        const isNamed = inner["description"] !== undefined || componentOf(inner) !== undefined;
        return isNamed || texts.schemas[name] === undefined ? inner : described(inner, words.of(["schemas", name]));
      }),
      parameters: mapValues(objectAt(components, "parameters"), (one, name) => fillParameter(one, name, words)),
      headers: mapValues(objectAt(components, "headers"), (one, name) =>
        one["description"] === undefined ? described(one, words.of(["headers", name])) : one,
      ),
    },
  };
  return { document: filled, missing: words.missing, unused: words.unused() };
};
