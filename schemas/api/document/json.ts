/** A part of the API document as plain JSON. */
export type Json = Record<string, unknown>;

export const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** An object inside another; an empty one where it has none. */
export const objectAt = (value: unknown, ...path: readonly string[]): Json => {
  const [name, ...rest] = path;
  if (!isObject(value)) return {};
  return name === undefined ? value : objectAt(value[name], ...rest);
};

/** The parts of a list; none of what is no list. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** Returns the component name of a reference to a component of this sort, or undefined for any other value. */
export const componentOf = (value: unknown, sort = "schemas"): string | undefined => {
  const ref = isObject(value) ? value["$ref"] : undefined;
  const start = `#/components/${sort}/`;
  return typeof ref === "string" && ref.startsWith(start) ? ref.slice(start.length) : undefined;
};

/** Names of members that hold schemas, examples or texts. Only schemas are changed. */
const holdsData: ReadonlySet<string> = new Set(["example", "examples", "default", "const", "enum", "required"]);

/** Every schema in a value, outermost last, replaced by what `change` makes of it. What holds data stays as it is. */
export const mapSchemas = (value: unknown, change: (schema: Json) => Json): unknown => {
  if (Array.isArray(value)) return value.map((part) => mapSchemas(part, change));
  if (!isObject(value)) return value;
  const inside = Object.fromEntries(
    Object.entries(value).map(([name, part]) => [
      name,
      holdsData.has(name) && !isObject(part) ? part : mapSchemas(part, change),
    ]),
  );
  return change(inside);
};

/** The paths of a document with each operation replaced by what `change` makes of it. */
export const mapOperations = (paths: Json, change: (operation: Json) => Json): Json =>
  Object.fromEntries(
    Object.entries(paths).map(([path, methods]) => [
      path,
      Object.fromEntries(
        Object.entries(objectAt(methods)).map(([method, operation]) => [method, change(objectAt(operation))]),
      ),
    ]),
  );
