import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Bytes, fromItem, toAttribute, toItem } from "../../../lambdas/io/store/attributes.ts";

const json = fc
  .dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 }))
  .map((value) => Object(JSON.parse(JSON.stringify(value))));

describe("attributes", () => {
  test("give back whatever JSON was stored", () => {
    fc.assert(
      fc.property(json, (value) => {
        expect(fromItem(toItem(value))).toEqual(value);
      }),
    );
  });

  test("give back bytes, through the SDK's client and through JSON", () => {
    const row = { packed: new Bytes([0, 1, 250, 255]) };
    expect(fromItem(toItem(row))).toEqual(row);
    expect(JSON.stringify(toItem(row))).toBe('{"packed":{"B":"AAH6/w=="}}');
    expect(fromItem(JSON.parse(JSON.stringify(toItem(row))))).toEqual(row);
    expect(fromItem({ packed: { B: Uint8Array.from([0, 1, 250, 255]) } })).toEqual(row);
  });

  test("come back in the order of their names, whatever the order of the database", () => {
    const item = toItem({ b: 1, a: { d: 1, c: 2 }, A: [{ z: 1, y: 2 }] });
    expect(JSON.stringify(fromItem(item))).toBe('{"A":[{"y":2,"z":1}],"a":{"c":2,"d":1},"b":1}');
  });

  test("omit undefined values", () => {
    expect(toItem({ a: undefined, b: { c: undefined } })).toEqual({ b: { M: {} } });
  });

  test("refuse values without JSON", () => {
    for (const value of [undefined, Number.NaN, Number.POSITIVE_INFINITY, 1n, () => 1, Symbol("s")])
      expect(() => toAttribute(value)).toThrow(TypeError);
    expect(() => fromItem({ a: {} })).toThrow(TypeError);
  });
});
