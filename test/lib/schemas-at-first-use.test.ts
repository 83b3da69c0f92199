import { expect, test } from "vitest";
import * as z from "zod";
import { atFirstUse } from "../../bin/at-first-use.ts";

const made = () => z.object({ day: z.string(), count: z.int().optional() });

/** A schema of the type that `make` returns. */
const unmade = (make: () => z.ZodType): z.ZodType => {
  const schema = atFirstUse(make);
  if (!(schema instanceof z.ZodType)) throw new TypeError("Not a schema");
  return schema;
};

test("A schema is built once, at its first use, and not when another refers to it", () => {
  let built = 0;
  const schema = atFirstUse(() => {
    built += 1;
    return made();
  });
  const list = atFirstUse(() => z.array(unmade(() => z.string())));
  expect(built).toBe(0);
  expect(list).toBeInstanceOf(z.ZodArray);
  expect(built).toBe(0);
  expect(Reflect.get(schema, "type")).toBe("object");
  expect(Reflect.get(schema, "shape")).toHaveProperty("day");
  expect("shape" in schema).toBe(true);
  expect(built).toBe(1);
});

test("It parses and refuses as the schema that it becomes, also inside others", () => {
  const schema = unmade(made);
  for (const value of [{ day: "x" }, { day: "x", count: 1 }, { day: 1 }, { day: "x", count: "y" }, undefined]) {
    expect(schema.safeParse(value)).toEqual(made().safeParse(value));
    const inside = unmade(() => z.object({ inside: z.array(schema), more: unmade(made).optional() }));
    const outer = z.object({ inside: z.array(made()), more: made().optional() });
    for (const outside of [{ inside: [value] }, { inside: [], more: value }])
      expect(inside.safeParse(outside)).toEqual(outer.safeParse(outside));
  }
});

test("A schema that cannot be built is built at the next use", () => {
  let attempts = 0;
  const schema = atFirstUse(() => {
    attempts += 1;
    if (attempts === 1) throw new Error("not yet");
    return made();
  });
  expect(() => Reflect.get(schema, "type")).toThrow("not yet");
  expect(Reflect.get(schema, "type")).toBe("object");
});
