import { endpoints } from "../../schemas/api/index.ts";
import { Problem } from "../../schemas/views/problem.ts";

/** The permitted content of a value by its schema: members by name, any other member, items of a list. */
interface Shape {
  readonly members: Map<string, Shape>;
  rest?: Shape;
  items?: Shape;
}

const empty = (): Shape => ({ members: new Map() });

/** Reads a schema into a shape; alternatives are laid over one another. */
const readInto = (shape: Shape, schema: any): Shape => {
  const { def } = schema;
  switch (def.type) {
    case "object":
      for (const [name, member] of Object.entries(def.shape)) {
        const known = shape.members.get(name) ?? empty();
        shape.members.set(name, readInto(known, member));
      }
      if (def.catchall !== undefined && def.catchall.def.type !== "never") shape.rest ??= empty();
      return shape;
    case "array":
      shape.items = readInto(shape.items ?? empty(), def.element);
      return shape;
    case "record":
      shape.rest = readInto(shape.rest ?? empty(), def.valueType);
      return shape;
    case "union":
      for (const option of def.options) readInto(shape, option);
      return shape;
    case "optional":
    case "nullable":
    case "default":
    case "readonly":
      return readInto(shape, def.innerType);
    case "pipe":
      return readInto(shape, def.out);
    default:
      if (!["string", "number", "int", "boolean", "enum", "literal"].includes(def.type))
        throw new Error(`How are the fields of a schema of type ${def.type} read?`);
      return shape;
  }
};

const leavesOf = ({ members, rest, items }: Shape, at: string): readonly string[] => {
  const under = [
    ...[...members].flatMap(([name, shape]) => leavesOf(shape, at === "" ? name : `${at}.${name}`)),
    ...(rest === undefined ? [] : leavesOf(rest, at === "" ? "*" : `${at}.*`)),
    ...(items === undefined ? [] : leavesOf(items, `${at}[]`)),
  ];
  return under.length > 0 ? under : [at];
};

/** Refusals are replies too, and are the same everywhere. */
export const refusal = "refusal";

/** The description of the API as a document and as pages: not data. */
export const reference: ReadonlySet<string> = new Set([
  "getOpenApi",
  "getReferencePage",
  "getReferenceAsset",
  "listProblemTypes",
  "getProblemType",
]);

/** Lists that are also available as a file or a page: other tests check these against the members of the list. */
const files = new Set([
  "getStatusPaperContent",
  "getPublishedPaperContent",
  "getOverviewPage",
  "getListPage",
  "getSubjectPage",
  "getCalendar",
]);

const shapes: ReadonlyMap<string, Shape> = new Map([
  ...(await Promise.all(
    endpoints
      .filter(({ id }) => !reference.has(id) && !files.has(id))
      .map(async ({ id, reply }) => [id, readInto(empty(), await reply())] as const),
  )),
  [refusal, readInto(empty(), Problem)] as const,
]);

/** Every field of the replies of every operation, lists folded: `seats[].mandates[].person.email`. */
export const replyFields: ReadonlyMap<string, readonly string[]> = new Map(
  [...shapes].map(([operation, shape]) => [operation, leavesOf(shape, "")]),
);

/** A field in a reply, with its subject: the instrument or the party in the closest record around it. */
export interface Seen {
  readonly field: string;
  readonly instrument?: string;
  readonly party?: string;
}

type Of = Omit<Seen, "field">;

const ofRecord = (value: object, around: Of): Of => {
  if ("instrument" in value) return { instrument: String(value.instrument) };
  return "party" in value ? { party: String(value.party) } : around;
};

function* seenIn(shape: Shape, value: unknown, at: string, around: Of): Generator<Seen> {
  if (Array.isArray(value)) {
    for (const each of value) yield* seenIn(shape.items ?? empty(), each, `${at}[]`, around);
    return;
  }
  if (typeof value !== "object" || value === null) {
    // No value where there may be a record is none of its fields.
    if (value !== null || shape.members.size === 0) yield { field: at, ...around };
    return;
  }
  const of = ofRecord(value, around);
  for (const [name, each] of Object.entries(value)) {
    const known = shape.members.get(name);
    // Additional members of refusals are named one by one.
    const isFolded = known === undefined && shape.rest !== undefined && shape !== shapes.get(refusal);
    const path = isFolded ? "*" : name;
    const inner = known ?? (isFolded && shape.rest?.members.size === 0 && !shape.rest.items ? undefined : shape.rest);
    const field = at === "" ? path : `${at}.${path}`;
    if (inner === undefined) yield { field, ...of };
    else yield* seenIn(inner, each, field, of);
  }
}

/** Returns every field that a reply has. */
export const fieldsSeen = (operation: string, body: unknown): Iterable<Seen> =>
  files.has(operation) || body === undefined ? [] : seenIn(shapes.get(operation) ?? empty(), body, "", {});
