import { expect, test } from "vitest";
import type * as z from "zod";
import { endpoints } from "../../schemas/api/index.ts";
import { PartyId, UserId } from "../../schemas/base/ids.ts";
import { nameMembers } from "../../schemas/base/names.ts";

/**
 * Objects with a name of their own: a party, a person, the caller. The name in a reason is that of its record. The
 * record of an act outside the system is shown as the hash of its journal covers it.
 */
const namedBySelf = new Set(["id"]);
const apart = new Set(["reason", "onBehalfOf"]);

const inner = (schema: any): any => {
  const { def } = schema;
  if (def.innerType !== undefined) return inner(def.innerType);
  return def.type === "pipe" ? inner(def.out) : schema;
};

const isIdOfSomebody = (schema: unknown): boolean => schema === PartyId || schema === UserId;

/** Members that hold the id of a party or person without a member for the name, alone or in a list. */
const gapsIn = (schema: any, at: string): readonly string[] => {
  const { def } = inner(schema);
  switch (def.type) {
    case "array":
      return isIdOfSomebody(inner(def.element)) ? [`${at}[]`] : gapsIn(def.element, `${at}[]`);
    case "record":
      return gapsIn(def.valueType, `${at}.*`);
    case "union":
      return def.options.flatMap((option: z.ZodType) => gapsIn(option, at));
    case "object":
      return Object.entries(def.shape).flatMap(([key, member]) => {
        if (apart.has(key)) return [];
        const isLone =
          isIdOfSomebody(inner(member)) &&
          !namedBySelf.has(key) &&
          !(key in nameMembers && nameMembers[key as keyof typeof nameMembers] in def.shape);
        return [...(isLone ? [`${at}.${key}`] : []), ...gapsIn(member, `${at}.${key}`)];
      });
    default:
      return [];
  }
};

test("Every id of a party or a person in a reply comes with a name", async () => {
  const gaps = await Promise.all(endpoints.map(async ({ id, reply }) => gapsIn(await reply(), id)));
  expect(gaps.flat()).toEqual([]);
});
