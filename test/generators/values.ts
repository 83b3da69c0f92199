import fc from "fast-check";
import * as z from "zod";

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** Returns a value as text, for a path, a query or the name of a property. */
export const asText = (value: Json): string => (typeof value === "string" ? value : JSON.stringify(value));

/** Values that are meaningful where a test uses them, by the id of a schema or the name of a property. */
export type Vocabulary = Readonly<Record<string, readonly (Json | undefined)[]>>;

/** The members in use of the JSON Schema that a schema of the registry is published as. */
interface Node {
  readonly type?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Node;
  readonly propertyNames?: Node;
  readonly items?: Node;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly enum?: readonly Json[];
  readonly anyOf?: readonly Node[];
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Node>>;
}

interface Resolved {
  readonly node: Node;
  /** The id under which the schema is published, if it has one. */
  readonly id: string | undefined;
}
type Resolve = (node: Node) => Resolved;

const published = (schema: z.ZodType): { readonly root: Node; readonly resolve: Resolve } => {
  const document = JSON.stringify(z.toJSONSchema(schema, { io: "input" }));
  // Of forms that exclude one another a value is made like of any others, and a constant is one of one.
  const root = JSON.parse(
    document.replaceAll('"oneOf":', '"anyOf":').replaceAll(/"const":("[^"]*")/gu, '"enum":[$1]'),
  ) as Node;
  const resolve: Resolve = (node) => {
    const id = node.$ref?.split("/").at(-1);
    return id === undefined ? { node, id } : { node: root.$defs?.[id] ?? {}, id };
  };
  return { root, resolve };
};

/** Any code point but half of a pair: what fast-check calls "binary", for which it lists all of Unicode for a second. */
export const codePoint = fc
  .nat(0x10_ff_ff - 0x8_00)
  .map((place) => String.fromCodePoint(place < 0xd8_00 ? place : place + 0x8_00));

// Every kind of text that people write, but nothing that is refused by what it is.
const refusedInText = /[\p{Cc}\p{Cs}\p{Bidi_Control}\u200B\u2028\u2029\u2060-\u206F\uFEFF\uFFF9-\uFFFD]/u;
const graphemes = fc.string({ unit: "grapheme", maxLength: 60 });
const codePoints = fc.string({ unit: codePoint, maxLength: 60 });
const noLongerThan = (most: number) => (text: string) => Array.from(text).slice(0, most).join("");
const textOf = ({ minLength = 0, maxLength = 60 }: Node): fc.Arbitrary<string> =>
  fc
    .oneof(
      graphemes.map(noLongerThan(maxLength)),
      codePoints.map(noLongerThan(maxLength)),
      fc.constantFrom("__proto__", "constructor", "null", "'; DROP TABLE", "<script>", "{{name}}", "%s", "${x}"),
      // As long as it may be.
      fc.constantFrom("x", "é").map((letter) => letter.repeat(maxLength)),
    )
    .filter((text) => text.length <= maxLength && text.trim().length >= minLength && !refusedInText.test(text));

const address = fc
  .tuple(fc.stringMatching(/^[a-z0-9]{6,12}$/u), fc.stringMatching(/^[a-z]{2,10}$/u))
  .map(([name, place]) => `${name}@${place}.example.org`);
const day = fc
  .date({ min: new Date("1990-01-01"), max: new Date("2035-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const stringOf = (node: Node): fc.Arbitrary<Json> => {
  if (node.format === "email") return address;
  if (node.format === "date") return day;
  if (node.pattern === undefined) return textOf(node);
  const pattern = new RegExp(node.pattern, "u");
  // Texts are mostly chosen from a list; fast-check makes none by a pattern with a lookahead.
  return node.pattern.includes("(?!") ? textOf(node).filter((text) => pattern.test(text)) : fc.stringMatching(pattern);
};

const objectOf = (node: Node, inner: (node: Node, name: string) => fc.Arbitrary<Json | undefined>) => {
  const { properties = {}, required = [], propertyNames, additionalProperties } = node;
  const named = Object.entries(properties).map(([name, each]) => [name, inner(each, name)] as const);
  const others = typeof additionalProperties === "object" ? additionalProperties : undefined;
  const keyed =
    others === undefined
      ? []
      : (propertyNames?.enum ?? []).map(asText).map((key) => [key, inner(others, key)] as const);
  return fc.record(Object.fromEntries([...named, ...keyed]), { requiredKeys: [...required], noNullPrototype: true });
};

const validOf = (given: Node, name: string, resolve: Resolve, words: Vocabulary): fc.Arbitrary<Json | undefined> => {
  const { node, id } = resolve(given);
  const inner = (each: Node, called = name) => validOf(each, called, resolve, words);
  const any = (): fc.Arbitrary<Json | undefined> => {
    if (node.anyOf !== undefined) return fc.oneof(...node.anyOf.map((each) => inner(each)));
    if (node.enum !== undefined) return fc.constantFrom(...node.enum);
    switch (node.type) {
      case "null":
        return fc.constant(null);
      case "boolean":
        return fc.boolean();
      case "integer":
      case "number":
        return fc.integer({ min: node.minimum ?? 0, max: node.maximum ?? 1_000_000 });
      case "string":
        return stringOf(node);
      case "array": {
        const size = { minLength: node.minItems ?? 0, maxLength: Math.min(node.maxItems ?? 5, 20) };
        const items = inner(node.items ?? {}) as fc.Arbitrary<Json>;
        const selector = (one: Json): string => JSON.stringify(one);
        return node.uniqueItems === true ? fc.uniqueArray(items, { ...size, selector }) : fc.array(items, size);
      }
      case "object":
        return objectOf(node, inner) as fc.Arbitrary<Json>;
      default:
        throw new Error(`No values are known for ${JSON.stringify(node)}`);
    }
  };
  const meant = words[name] ?? (id === undefined ? undefined : words[id]);
  return meant === undefined || meant.length === 0
    ? any()
    : fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...meant) }, { weight: 1, arbitrary: any() });
};

/** Returns a value without undefined members, as JSON has it. */
const plain = (value: Json | undefined): Json => JSON.parse(JSON.stringify(value)) as Json;

/** Returns values that fit a schema, of every kind that it accepts. Most of them are meaningful values. */
export const validValues = (schema: z.ZodType, words: Vocabulary = {}): fc.Arbitrary<Json> => {
  const { root, resolve } = published(schema);
  return validOf(root, "", resolve, words)
    .map(plain)
    .filter((value) => schema.safeParse(value).success);
};

/** One thing that is wrong, and where. */
export interface Fault {
  readonly value: Json;
  /** Keys that lead to what is wrong. */
  readonly place: readonly string[];
  readonly what: string;
}
interface Wrong {
  readonly place: readonly string[];
  /** Undefined where it is left out. */
  readonly by: Json | undefined;
  readonly what: string;
  /** The position where a missing or unknown property is reported. */
  readonly reportedPlace?: readonly string[];
}

const ofOtherTypes: readonly Json[] = [null, 7, true, "text", {}, []];
const typeOf = (value: Json): string => {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
};
const typesOf = (node: Node, resolve: Resolve): readonly string[] => {
  const { node: known } = resolve(node);
  if (known.anyOf !== undefined) return known.anyOf.flatMap((each) => typesOf(each, resolve));
  return [known.type === "integer" ? "number" : (known.type ?? "")];
};

const disturbingTexts = ["\u0000", "\u0007", "\u007F", "\u2028", "\u202E", "\uFEFF", "\uFFFD"];
/** Longer than this is written in several lines. */
const oneLine = 1000;

const wrongTexts = (node: Node, value: string): readonly (readonly [what: string, by: string])[] => {
  const { pattern, minLength, maxLength } = node;
  if (node.enum !== undefined)
    return ["", "nothing", `${value}x`, ` ${value}`].map((by) => ["not one of them", by] as const);
  if (pattern !== undefined) {
    const pure = new RegExp(pattern, "u");
    return ["", "?", `${value}\n`, `${value}\u0000`, `-${value}-`, `${value}/..`]
      .filter((by) => !pure.test(by))
      .map((by) => ["of another form", by] as const);
  }
  const half = Math.ceil(value.length / 2);
  const free = minLength !== undefined;
  return [
    ...(free ? ["", " ", "\n \t"].map((by) => ["empty", by] as const) : []),
    ...(free ? disturbingTexts.map((each) => ["disturbing", `${value.slice(0, half)}x${each}y`] as const) : []),
    ...(free && (maxLength ?? 0) <= oneLine ? [["of two lines", `${value.slice(0, half)}x\ny`] as const] : []),
    ...(maxLength === undefined ? [] : [["too long", "x".repeat(maxLength + 1)] as const]),
  ];
};

const wrongIn = (given: Node, value: Json, place: readonly string[], resolve: Resolve, among = false): Wrong[] => {
  const { node } = resolve(given);
  if (node.anyOf !== undefined) {
    const types = typesOf(node, resolve);
    const branch = node.anyOf.find((each) => fits(each, value, resolve));
    const isOther = (by: Json): boolean => !types.includes(typeOf(by));
    const others = ofOtherTypes.filter(isOther).map((by): Wrong => ({ place, by, what: "of another type" }));
    const within = branch === undefined ? [] : wrongIn(branch, value, place, resolve, true);
    return [...others, ...within.filter(({ what, by }) => what !== "of another type" || isOther(by ?? null))];
  }
  const [type = ""] = typesOf(node, resolve);
  const others: readonly Wrong[] = ofOtherTypes
    .filter((by) => typeOf(by) !== type)
    .map((by) => ({ place, by, what: "of another type" }));
  if (typeof value === "string")
    return [...others, ...wrongTexts(node, value).map(([what, by]) => ({ place, by, what }))];
  if (typeof value === "number") {
    const { minimum = Number.NEGATIVE_INFINITY, maximum = Number.POSITIVE_INFINITY } = node;
    const beyond = [minimum - 1, maximum + 1, 1.5].filter(Number.isFinite);
    return [...others, ...beyond.map((by) => ({ place, by, what: "outside the range" }))];
  }
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).flatMap((each, at) =>
      wrongIn(node.items ?? {}, each, [...place, `${at}`], resolve),
    );
    const [first] = value as readonly Json[];
    const { minItems = 0, maxItems } = node;
    const tooMany = Array.from({ length: (maxItems ?? 0) + 1 }, () => first ?? null);
    return [
      ...others,
      ...items,
      ...(minItems > 0 ? [{ place, by: [], what: "empty" }] : []),
      ...(maxItems !== undefined && first !== undefined ? [{ place, by: tooMany, what: "too many" }] : []),
      ...(node.uniqueItems === true && first !== undefined
        ? [{ place, by: [...(value as readonly Json[]), first], what: "twice the same" }]
        : []),
    ];
  }
  if (typeof value !== "object" || value === null) return [...others];
  return [...others, ...wrongInObject(node, value as Record<string, Json>, place, resolve, among)];
};

const wrongInObject = (
  { properties = {}, required = [], additionalProperties, propertyNames }: Node,
  value: Readonly<Record<string, Json>>,
  place: readonly string[],
  resolve: Resolve,
  among: boolean,
): readonly Wrong[] => {
  const rest = typeof additionalProperties === "object" ? additionalProperties : undefined;
  const within = Object.entries(value).flatMap(([key, each]) => {
    const node = properties[key] ?? rest;
    return node === undefined ? [] : wrongIn(node, each, [...place, key], resolve);
  });
  const missing = required
    .filter((key) => Object.hasOwn(value, key))
    .map((key): Wrong => {
      const at = [...place, key];
      // Without the member that distinguishes the alternatives, it may be missing where another one begins.
      return { place: at, by: undefined, what: "missing", reportedPlace: among ? place : at };
    });
  const unknown = ["comment", "Name", "constructor", "a/b~c", "__proto"]
    // A map of words takes any.
    .filter((key) => !Object.hasOwn(properties, key) && (rest === undefined || propertyNames?.enum !== undefined))
    .map((key): Wrong => ({ place: [...place, key], by: "x", what: "unknown" }));
  return [...within, ...missing, ...unknown];
};

const fits = (given: Node, value: Json, resolve: Resolve): boolean => {
  const { node } = resolve(given);
  if (!typesOf(node, resolve).includes(typeOf(value))) return false;
  if (typeOf(value) !== "object") return true;
  const { properties = {}, required = [] } = node;
  const keys = Object.keys(value as object);
  return required.every((key) => keys.includes(key)) && keys.every((key) => Object.hasOwn(properties, key));
};

const replaced = (value: Json, [key, ...rest]: readonly string[], by: Json | undefined): Json | undefined => {
  if (key === undefined) return by;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, Json>;
  const inner = replaced(copy[key] ?? null, rest, by);
  if (inner === undefined) delete copy[key];
  else copy[key] = inner;
  return copy;
};

/**
 * Returns values that fit a schema except for one thing: a property missing, unknown, of another type, out of range, of
 * another form, too long, disturbing. Faults are read off the published JSON Schema, not taken from the schema.
 */
export const faultyValues = (schema: z.ZodType, words: Vocabulary = {}): fc.Arbitrary<Fault> => {
  const { root, resolve } = published(schema);
  return validValues(schema, words).chain((value) => {
    const wrongs = wrongIn(root, value, [], resolve);
    // Each kind of fault as often as any other, however many places it may have.
    const kinds = [...Map.groupBy(wrongs, ({ what }) => what).values()];
    return fc
      .constantFrom(...kinds)
      .chain((alike) => fc.constantFrom(...alike))
      .map(({ place, by, what, reportedPlace }) => ({
        value: replaced(value, place, by) ?? null,
        place: reportedPlace ?? place,
        what,
      }));
  });
};
