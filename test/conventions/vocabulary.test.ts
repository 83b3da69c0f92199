import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** The vocabulary of the API document: one thing has one name wherever it occurs. */
type Schema = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Schema => typeof value === "object" && value !== null;

/** Returns every object with properties in the document, with its place. */
const objectsIn = (value: unknown, place: string): readonly (readonly [string, readonly string[]])[] => {
  if (!isObject(value)) return [];
  const inside = Object.entries(value).flatMap(([key, part]) => objectsIn(part, `${place}/${key}`));
  const { properties } = value;
  return isObject(properties) ? [[place, Object.keys(properties)], ...inside] : inside;
};

const document: { readonly components: { readonly schemas: Readonly<Record<string, Schema>> } } = JSON.parse(
  readFileSync("docs/openapi.json", "utf8"),
);
const objects = objectsIn(document, "");

test("wherever a due instant is given, its day in Vienna is given too", () => {
  const dated = objects.filter(([, names]) => names.some((name) => /dueAt$/iu.test(name)));
  expect(dated.length).toBeGreaterThan(8);
  const without = dated.filter(([, names]) =>
    names.some((name) => /dueAt$/iu.test(name) && !names.includes(name.replace(/At$/u, "On"))),
  );
  expect(without.map(([place]) => place)).toEqual([]);
});

const valuesOf = (name: string): readonly string[] => {
  const { enum: values } = document.components.schemas[name] ?? {};
  if (!Array.isArray(values)) throw new Error(`${name} is no list of values`);
  return values.map(String);
};

test("no two codes are the same words in another order or number", () => {
  const codes = ["FigureName", "AudienceList"].flatMap(valuesOf);
  const wordsOf = (code: string) =>
    code
      .split("-")
      .map((word) => word.replace(/s$/u, ""))
      .toSorted()
      .join(" ");
  const byWords = Map.groupBy(new Set(codes), wordsOf);
  expect([...byWords.values()].filter((same) => same.length > 1)).toEqual([]);
});

test("every description of a possible act names its action, its operation, its method and its path", () => {
  const actions = objects.filter(([, names]) => names.includes("method") && names.includes("path"));
  const members = ["action", "operationId", "party", "partyName", "method", "path"];
  expect(actions).toEqual([
    ["/components/schemas/ReviewAction", [...members, "onRecord"]],
    ["/components/schemas/AvailableAction", members],
  ]);
});
