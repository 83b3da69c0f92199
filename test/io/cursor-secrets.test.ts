import { describe, expect, test } from "vitest";
import {
  acceptedSecrets,
  firstSecrets,
  isRotationDue,
  rotateSecrets,
  signingSecret,
} from "../../lambdas/io/cursor-secrets.ts";
import { at } from "../fixtures/changes.ts";

const first = firstSecrets("one", at("2020-12-01T08:00:00.000Z"));
const second = rotateSecrets(first, "two", at("2020-12-31T08:00:00.000Z"));
const third = rotateSecrets(second, "three", at("2021-01-30T09:00:00.000Z"));

describe("secrets of cursors", () => {
  test("are replaced when the newest has signed for thirty days, and at once where its age is unknown", () => {
    expect(isRotationDue(first, at("2020-12-31T07:59:59.999Z"))).toBe(false);
    expect(isRotationDue(first, at("2020-12-31T08:00:00.000Z"))).toBe(true);
    expect(isRotationDue(second, at("2021-01-30T08:59:59.999Z"))).toBe(false);
    expect(isRotationDue({ newest: "old" }, at("2020-12-01T08:00:00.000Z"))).toBe(true);
  });

  test("sign with the previous one for an hour, until every function has read the newest", () => {
    expect(signingSecret(first, at("2020-12-01T08:00:00.000Z"))).toBe("one");
    expect(signingSecret(second, at("2020-12-31T08:59:59.999Z"))).toBe("one");
    expect(signingSecret(second, at("2020-12-31T09:00:00.000Z"))).toBe("two");
    expect(signingSecret({ newest: "old" }, at("2020-12-01T08:00:00.000Z"))).toBe("old");
  });

  test("are taken as long as one rotation lies between, and no longer", () => {
    expect([first, second, third].map(acceptedSecrets)).toEqual([["one"], ["two", "one"], ["three", "two"]]);
  });
});
