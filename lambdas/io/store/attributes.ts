import type { AttributeValue } from "@aws-sdk/client-dynamodb";
import { UnreadableRow } from "../unreadable-row.ts";

export type Item = Record<string, AttributeValue>;

/** The bytes of an attribute. As JSON they are base64, which is how DynamoDB receives them. */
export class Bytes extends Uint8Array {
  toJSON(): string {
    return Buffer.from(this).toString("base64");
  }
}

/** An attribute as it comes over the wire: from a table, an index, or a stream record. */
export interface WireAttribute {
  readonly S?: string | undefined;
  readonly N?: string | undefined;
  readonly BOOL?: boolean | undefined;
  readonly NULL?: boolean | undefined;
  /** Bytes: as base64, except from the SDK's own client. */
  readonly B?: Uint8Array | string | undefined;
  readonly L?: readonly WireAttribute[] | undefined;
  readonly M?: WireItem | undefined;
}
export type WireItem = Readonly<Record<string, WireAttribute>>;

/**
 * The attribute with the id of the write that stored an item. It is internal to the store: no part of the item's data,
 * of a hash, or of a reply.
 */
const writeIdName = "writeId";

/** The item as this write puts it. */
export const writtenBy = (item: Item, writeId: string): Item => ({ ...item, [writeIdName]: { S: writeId } });

/** Returns the id of the write that stored the item, if it has one. */
export const writeIdOf = (item: WireItem): string | undefined => item[writeIdName]?.S;

/** The fields of a row without the name of the write that put it there. */
export const withoutWriteId = (row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> => {
  const { [writeIdName]: _, ...fields } = row;
  return fields;
};

/** The attribute of a JSON value, or of bytes. Throws a TypeError on what is neither. */
export const toAttribute = (value: unknown): AttributeValue => {
  switch (typeof value) {
    case "string":
      return { S: value };
    case "number":
      if (!Number.isFinite(value)) throw new TypeError(`${value} cannot be stored`);
      return { N: String(value) };
    case "boolean":
      return { BOOL: value };
    case "object":
      if (value === null) return { NULL: true };
      if (value instanceof Bytes) return { B: value };
      return Array.isArray(value) ? { L: value.map(toAttribute) } : { M: toItem(value) };
    default:
      throw new TypeError(`A ${typeof value} cannot be stored`);
  }
};

/** Returns the item of an object's own properties; undefined ones are absent. */
export const toItem = (value: object): Item => {
  const entries: readonly (readonly [string, unknown])[] = Object.entries(value);
  return Object.fromEntries(
    entries.flatMap(([name, part]): [string, AttributeValue][] =>
      part === undefined ? [] : [[name, toAttribute(part)]],
    ),
  );
};

/** Returns the JSON value of an attribute, or its bytes. The SDK's own conversion takes many times as long on large feeds. */
const fromAttribute = (attribute: WireAttribute): unknown => {
  if (attribute.S !== undefined) return attribute.S;
  if (attribute.N !== undefined) return Number(attribute.N);
  if (attribute.M !== undefined) return fromItem(attribute.M);
  if (attribute.L !== undefined) return attribute.L.map(fromAttribute);
  if (attribute.BOOL !== undefined) return attribute.BOOL;
  if (attribute.NULL !== undefined) return null;
  if (typeof attribute.B === "string") return new Bytes(Buffer.from(attribute.B, "base64"));
  if (attribute.B !== undefined) return new Bytes(attribute.B);
  throw new UnreadableRow("An attribute is of a type that the system does not store");
};

/**
 * The JSON object of an item, its names in the order of their code units at every depth. The database keeps no order
 * of its own in a map, so without it the same subject could be read in another order each time.
 */
export const fromItem = (item: WireItem): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(item)
      .toSorted(([one], [other]) => (one < other ? -1 : 1))
      .map(([name, attribute]) => [name, fromAttribute(attribute)]),
  );
