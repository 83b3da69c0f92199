import { readFileSync, writeFileSync } from "node:fs";
import { isObject, type Json, objectAt } from "../schemas/api/document/json.ts";
import { replyPlaces } from "../schemas/api/document/reply-examples.ts";
import { openValidator } from "./reply-validator.ts";

/**
 * Prints schemas/api/document/replies.json, the examples of replies in the API document, from replies that tests
 * recorded: `RECORD_REPLIES=FILE npx vitest run PATH…`, then `npx node bin/print-replies.ts FILE` and `npm run docs`.
 * An example that still fits its schema stays.
 */
interface Recorded {
  readonly operation: string;
  readonly type: string;
  readonly cost: number;
  readonly example: unknown;
}

const shownOfMap = 1;
/** As many maps of one object have an entry: the labels have some eighty. */
const shownMaps = 9;
const stored = new URL("../schemas/api/document/replies.json", import.meta.url);
const read = (file: string | URL): unknown => JSON.parse(readFileSync(file, "utf8"));
const document = objectAt(read(new URL("../docs/openapi.json", import.meta.url)));
const validator = openValidator(document);

const isRecorded = (value: unknown): value is Recorded => isObject(value) && "operation" in value && "cost" in value;

/** Returns a value whose maps have one entry: objects whose schema names no members. */
const withShortMaps = (value: unknown, schema: Json): unknown => {
  const whole = validator.resolve(schema);
  if (Array.isArray(value)) return value.map((part) => withShortMaps(part, objectAt(whole["items"])));
  if (!isObject(value)) return value;
  const { properties, additionalProperties } = whole;
  if (isObject(properties)) {
    const isMap = (name: string) => isObject(validator.resolve(objectAt(properties[name]))["additionalProperties"]);
    const empty = new Set(Object.keys(value).filter(isMap).slice(shownMaps));
    const shown = (name: string, part: unknown) =>
      empty.has(name) ? {} : withShortMaps(part, objectAt(properties[name]));
    return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, shown(name, part)]));
  }
  // A choice of several schemas is no map, and its members stay.
  if (!isObject(additionalProperties)) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.slice(0, shownOfMap).map(([name, part]) => [name, withShortMaps(part, objectAt(additionalProperties))]),
  );
};

const [file] = process.argv.slice(2);
const lines = file === undefined ? [] : readFileSync(file, "utf8").trim().split("\n");
const recorded = lines
  .map((line): unknown => JSON.parse(line))
  .filter(isRecorded)
  .toSorted((one, other) => one.cost - other.cost);
const before = objectAt(read(stored));
const examples = new Map<string, unknown>();
const lacking = new Set<string>();
for (const { name, operation, type, schema, pointer } of replyPlaces(document)) {
  const candidates = recorded
    .filter((one) => one.operation === operation && one.type === type)
    .map(({ example }) => withShortMaps(example, schema));
  const all = [...(name in before ? [withShortMaps(before[name], schema)] : []), ...candidates];
  const found = all.find((one) => validator.fits(pointer, one));
  if (found !== undefined && !examples.has(name)) examples.set(name, found);
  if (found === undefined) lacking.add(name);
}
const sorted = Object.fromEntries([...examples].toSorted(([one], [other]) => (one < other ? -1 : 1)));
writeFileSync(stored, `${JSON.stringify(sorted, null, 2)}\n`);
console.log(`${examples.size} examples; none for ${[...lacking].filter((name) => !examples.has(name)).join(", ")}`);
