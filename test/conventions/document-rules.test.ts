import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { rightsInWords } from "../../bin/rights-in-words.ts";
import { rightsOf } from "../../schemas/api/document/document.ts";
import hints from "../../schemas/api/document/problem-hints.json" with { type: "json" };
import rights from "../../schemas/api/document/rights.json" with { type: "json" };
import { endpoints } from "../../schemas/api/index.ts";
import { componentOf, isObject, type Json, listOf, objectAt } from "../../schemas/api/document/json.ts";

/** The rules of the API document that generators of clients and later additions need. */
const document: unknown = JSON.parse(readFileSync("docs/openapi.json", "utf8"));
const components = objectAt(document, "components");
const schemas = objectAt(components, "schemas");

/** Returns every object in a value, with its place. */
const objectsIn = (value: unknown, place = ""): readonly (readonly [string, Json])[] => {
  if (Array.isArray(value)) return value.flatMap((part, at) => objectsIn(part, `${place}/${at}`));
  if (!isObject(value)) return [];
  return [[place, value], ...Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${place}/${key}`))];
};
const everything = objectsIn(document).filter(([place]) => !/\/examples?\//u.test(place));
const operations = Object.values(objectAt(document, "paths")).flatMap((methods) =>
  Object.values(objectAt(methods)).map((operation) => objectAt(operation)),
);
const placesOf = (found: readonly (readonly [string, Json])[]): readonly string[] => found.map(([place]) => place);

test("every operation states its action, every success its result, and no text is equal for all", () => {
  const lacking = operations.filter(({ description }) => typeof description !== "string" || description.length < 20);
  expect(lacking.map(({ operationId }) => operationId)).toEqual([]);
  const successes = operations.flatMap((operation) =>
    Object.entries(objectAt(operation, "responses"))
      .filter(([status]) => status.startsWith("2"))
      .map(([, response]) => String(objectAt(response)["description"])),
  );
  expect(successes.filter((text) => !/^[A-Z].{6,}\.$/u.test(text))).toEqual([]);
  const uses = Map.groupBy(successes, (text) => text);
  expect([...uses].filter(([, times]) => times.length > 6).map(([text]) => text)).toEqual([]);
});

test("every operation says who may use it, in the words of the table of permissions and in no others", () => {
  expect(rights, "npm run docs prints them again").toEqual(Object.fromEntries(rightsInWords()));
  const described = new Map(operations.map(({ operationId, description }) => [operationId, String(description)]));
  const documented = endpoints.filter(({ linkedPage }) => linkedPage !== true);
  const otherwise = documented.filter((endpoint) => !described.get(endpoint.id)?.endsWith(`\n\n${rightsOf(endpoint)}`));
  expect(otherwise.map(({ id }) => id)).toEqual([]);
  const byHand = [...described].filter(([, text]) =>
    /(?:^|\. )(?:For|By|Open to) (?:the|a|an|all|every\w*|whoever)\b/u.test(text.split("\n\n")[0] ?? ""),
  );
  expect(byHand.map(([id, text]) => `${String(id)}: ${text}`)).toEqual([]);
});

/** Returns a value and, by their names, the components to which it refers, also through others. */
const withComponents = (
  value: unknown,
  found = new Map<string, unknown>([["", value]]),
): ReadonlyMap<string, unknown> => {
  for (const [, { $ref }] of objectsIn(value)) {
    if (typeof $ref !== "string" || found.has($ref)) continue;
    const [, , sort = "", name = ""] = $ref.split("/");
    const component = objectAt(components, sort)[name];
    found.set($ref, component);
    withComponents(component, found);
  }
  return found;
};

test("null occurs in requests only, where it removes a value: a reply omits what has no value", () => {
  const nullable = (value: unknown): readonly string[] =>
    placesOf(objectsIn(value).filter(([, { type }]) => Array.isArray(type)));
  const replies = withComponents(operations.map((operation) => objectAt(operation, "responses")));
  expect(replies.size).toBeGreaterThan(100);
  expect([...replies].flatMap(([name, one]) => nullable(one).map((place) => name + place))).toEqual([]);
  expect(nullable(document).length).toBeGreaterThan(0);
});

test("an operation to record an act of a party outside the system is the secretariat's, with a source", () => {
  const records = ["recordAnswers", "recordFeedback"];
  const words = operations.filter(({ operationId }) => records.includes(String(operationId)));
  expect(words.map(({ description }) => String(description).split("\n\n").at(-1))).toEqual([
    "**Who:** the secretariat on behalf of the party under review, from a source. **Stages:** `questionnaire` and `feedback`.",
    "**Who:** the secretariat on behalf of the reviewing parties, from a source. **Stages:** `feedback` and `observations`.",
  ]);
});

test("the text of a right names all roles of the table, and every stage", () => {
  const some = ["clarification.close", "journal.read", "texts.read", "answers.draft"] as const;
  expect(some.map((action) => rightsInWords().get(action))).toEqual([
    "**Who:** focal points of the reviewing parties. **Stages:** `feedback`.",
    "**Who:** the secretariat.",
    "**Who:** the secretariat; the President.",
    "**Who:** focal points and experts of the party under review. **Stages:** `questionnaire` and `feedback`.",
  ]);
  expect(rightsInWords().get("delay.notify")).toMatch(
    /^\*\*Who:\*\* the permanent mission and focal points of a party concerned\. /u,
  );
});

/** Repeats of these record nothing more: previews, equal imports and settlements; another link replaces the one before. */
const repeatable =
  /\/previews$|\/check$|^\/v1\/(?:imports|parties\/imports|letters\/\{letterId\}\/settlement|me\/calendar)$/u;

test("each POST that records something takes an Idempotency-Key, and If-Match where its item has an ETag", () => {
  const recording = endpoints.filter(({ method, path }) => method === "POST" && !repeatable.test(path));
  const ofItem = recording.filter(({ etag, status, params }) => etag === true && status !== 201 && "shape" in params);
  const lacking = [
    ...recording.filter(({ idempotencyKey }) => idempotencyKey === undefined),
    ...ofItem.filter(({ ifMatch, location }) => ifMatch === undefined && location !== true),
  ];
  expect(lacking.map(({ id }) => id)).toEqual([]);
  const changes = endpoints.filter(({ method }) => method === "PUT" || method === "PATCH");
  expect(changes.filter(({ ifMatch }) => ifMatch === undefined).map(({ id }) => id)).toEqual([]);
});

test("every property, parameter and header has a description", () => {
  const properties = everything.flatMap(([place, { properties: named }]) =>
    isObject(named) ? Object.entries(named).map(([name, part]) => [`${place}.${name}`, objectAt(part)] as const) : [],
  );
  expect(properties.length).toBeGreaterThan(800);
  const isSaid = (part: Json): boolean =>
    typeof part["description"] === "string" ||
    typeof objectAt(schemas[componentOf(part) ?? ""])["description"] === "string";
  expect(placesOf(properties.filter(([, part]) => !isSaid(part)))).toEqual([]);
  const parts = [
    ...Object.entries(objectAt(components, "parameters")),
    ...Object.entries(objectAt(components, "headers")),
  ];
  expect(parts.filter(([, part]) => typeof objectAt(part)["description"] !== "string").map(([name]) => name)).toEqual(
    [],
  );
});

test("every body has an example", () => {
  const bodies = operations.filter(({ requestBody }) => requestBody !== undefined);
  expect(bodies.length).toBeGreaterThan(35);
  const without = bodies.filter((operation) =>
    Object.values(objectAt(operation, "requestBody", "content")).some(
      (content) => !("example" in objectAt(content)) && Object.keys(objectAt(content, "examples")).length === 0,
    ),
  );
  expect(without.map(({ operationId }) => operationId)).toEqual([]);
});

test("no refusal, parameter or header is inline", () => {
  const inline = operations.flatMap((operation) => [
    ...Object.entries(objectAt(operation, "responses")).filter(
      ([status, response]) => !status.startsWith("2") && componentOf(response, "responses") === undefined,
    ),
    ...listOf(operation["parameters"]).filter((parameter) => componentOf(parameter, "parameters") === undefined),
    ...Object.values(objectAt(operation, "responses")).flatMap((response) =>
      Object.values(objectAt(response, "headers")).filter((header) => componentOf(header, "headers") === undefined),
    ),
  ]);
  expect(inline).toEqual([]);
  expect(Object.keys(objectAt(components, "headers"))).toEqual(
    expect.arrayContaining(["ETag", "Location", "RetryAfter", "ContentLanguage"]),
  );
});

test("every problem that an operation lists is described once, with its status", () => {
  const types = objectAt(components, "x-problem-types");
  const described = Object.values(types).map((type) => Object.keys(objectAt(type)).join(" "));
  expect(new Set(described)).toEqual(new Set(["status title"]));
  const byFeature = Object.values(objectAt(document, "x-problems-by-feature")).flatMap(listOf);
  expect(operations.filter(({ responses }) => !("default" in objectAt(responses)))).toEqual([]);
  expect(byFeature.filter((kind) => types[String(kind)] === undefined)).toEqual([]);
  const named = new Set([...operations.flatMap((operation) => listOf(operation["x-problems"])), ...byFeature]);
  const ofEntries = "unknown-contact"; // Only `items` of `items-refused` name it.
  expect(Object.keys(types).filter((kind) => !named.has(kind))).toEqual(["method-not-allowed", ofEntries]);
});

test("the hint of a problem names what the document has: operations by id or path, and members", () => {
  const paths = objectAt(document, "paths");
  const ids = new Set(operations.map(({ operationId }) => operationId));
  const members = new Set(
    everything.flatMap(([, { properties }]) => (isObject(properties) ? Object.keys(properties) : [])),
  );
  const unknown = Object.entries(hints).flatMap(([kind, hint]) => {
    const names = [...hint.matchAll(/`([^`]+)`/gu)].flatMap(([, name]) => name ?? []);
    const routes = names.filter((name) => /^[A-Z]+ \//u.test(name)).map((name) => name.split(" "));
    const lost = routes.filter(([method = "", path = ""]) => !(method.toLowerCase() in objectAt(paths, path)));
    const words = names.filter((name) => /^[a-z]+(?:[A-Z][a-z]+)+$/u.test(name));
    return [...lost, ...words.filter((name) => !ids.has(name) && !members.has(name))].map((name) => [kind, name]);
  });
  expect(unknown).toEqual([]);
});

test("no name of a component ends with a digit, which would only distinguish it from another", () => {
  const names = Object.values(components).flatMap((sort) => Object.keys(objectAt(sort)));
  expect(names.filter((name) => /\d$/u.test(name))).toEqual([]);
});

const reachedFrom = (value: unknown, reached = new Set<string>()): ReadonlySet<string> => {
  for (const [, part] of objectsIn(value)) {
    const name = componentOf(part);
    if (name !== undefined && !reached.has(name)) reachedFrom(schemas[name], reached.add(name));
  }
  return reached;
};

test("no reply is closed against additions of a later version; every object that callers send is closed", () => {
  const replies = [components["responses"], ...operations.map((operation) => operation["responses"])];
  const all = [...replies, ...[...reachedFrom(replies)].map((name) => schemas[name])];
  const closed = objectsIn(all).filter(([, { additionalProperties }]) => additionalProperties === false);
  expect(placesOf(closed)).toEqual([]);
  const bodies = operations.flatMap(({ requestBody }) => (requestBody === undefined ? [] : [requestBody]));
  const sent = [...bodies, ...[...reachedFrom(bodies)].map((name) => schemas[name])];
  const objects = objectsIn(sent).filter(([, { type, properties }]) => type === "object" && isObject(properties));
  expect(objects.length).toBeGreaterThan(40);
  expect(placesOf(objects.filter(([, { additionalProperties }]) => additionalProperties !== false))).toEqual([]);
});

test("patterns are on strings alone, never next to a format of dates, and mean the same in every language", () => {
  const patterned = everything.filter(
    ([place, { pattern }]) => !place.endsWith("/properties") && pattern !== undefined,
  );
  const odd = patterned.filter(
    ([, { type, format, pattern }]) =>
      type !== "string" || format === "date" || format === "date-time" || /\\[pPu]\{|\(\?[!=<]/u.test(String(pattern)),
  );
  expect(placesOf(odd)).toEqual([]);
});

test("values that are listed more than once have a name", () => {
  const inline = everything.filter(
    ([place, schema]) => Array.isArray(schema["enum"]) && !/^\/components\/schemas\/\w+$/u.test(place),
  );
  const several = [...Map.groupBy(inline, ([, schema]) => JSON.stringify(schema["enum"]))].filter(
    ([values, places]) => places.length > 1 && !values.includes("null") && !values.includes("none"),
  );
  expect(several.map(([values]) => values)).toEqual([]);
  const named = Object.values(schemas).map((schema) => JSON.stringify(objectAt(schema)["enum"] ?? null));
  expect(inline.filter(([, schema]) => named.includes(JSON.stringify(schema["enum"]))).map(([place]) => place)).toEqual(
    [],
  );
});

/** The numbers that are not whole: ratios to one decimal. */
const ratios: ReadonlySet<string> = new Set(["/components/schemas/Share/properties/percent"]);

test("every number but a ratio is whole and begins somewhere; none has the limit of JavaScript as its maximum", () => {
  const numbers = everything.filter(([, { type }]) => type === "integer" || type === "number");
  expect(numbers.length).toBeGreaterThan(60);
  const odd = numbers.filter(
    ([, { type, minimum, maximum }]) =>
      type !== "integer" || typeof minimum !== "number" || minimum < 0 || maximum === Number.MAX_SAFE_INTEGER,
  );
  expect(placesOf(odd).filter((place) => !ratios.has(place))).toEqual([]);
});

test("alternatives have a discriminator, and a value has one type, or that and null", () => {
  const unclear = everything.filter(
    ([place, { anyOf, oneOf, discriminator }]) =>
      !place.endsWith("/properties") && (anyOf ?? oneOf) !== undefined && discriminator === undefined,
  );
  expect(placesOf(unclear)).toEqual([]);
  const several = everything.filter(
    ([, { type }]) => Array.isArray(type) && type.filter((one) => one !== "null").length !== 1,
  );
  expect(placesOf(several)).toEqual([]);
});

test("names clash with none that generators make: constructors, reserved words, and types of inline parts", () => {
  const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);
  const made = Object.entries(schemas).flatMap(([name, schema]) =>
    Object.entries(objectAt(schema, "properties")).flatMap(([property, part]) =>
      isObject(part) && (part["enum"] !== undefined || part["properties"] !== undefined)
        ? [`${name}${capital(property)}`]
        : [],
    ),
  );
  const names = Object.keys(schemas);
  expect(
    names.filter((name) => made.includes(name) || /^New[A-Z]/u.test(name) || ["Return", "Date"].includes(name)),
  ).toEqual([]);
});

test("ids are opaque: each kind has one pattern, which later ids match as well", () => {
  const ids = Object.entries(schemas).filter(([name]) => name.endsWith("Id"));
  expect(ids.length).toBe(15);
  for (const [, schema] of ids) {
    const pattern = new RegExp(String(objectAt(schema)["pattern"]), "u");
    for (const id of ["c1-FR", "untoc-2-c4-FR", "c12-g5", "focal-point:FR", "EU", "untoc2"])
      expect(pattern.test(id)).toBe(true);
  }
});
