import { expect, test } from "vitest";
import { hashOf, sha256 } from "../../../domain/base/hash.ts";

test("a text's hash is the published SHA-256 of its UTF-8 bytes", () => {
  // FIPS 180-2, appendix B.1, and the hash of no bytes.
  expect(sha256("abc")).toBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  expect(sha256("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("the order of keys and keys left undefined do not change a hash, content does", () => {
  expect(hashOf({ b: [1, "ü"], a: { d: 1, c: 2 } })).toBe(hashOf({ a: { c: 2, d: 1 }, b: [1, "ü"] }));
  expect(hashOf({ a: 1, b: undefined })).toBe(hashOf({ a: 1 }));
  expect(hashOf({ a: 1 })).not.toBe(hashOf({ a: "1" }));
  expect(hashOf({ a: 1 })).toBe(sha256('{"a":1}'));
});

test("a value without JSON has no hash", () => {
  expect(() => hashOf(undefined)).toThrow(TypeError);
});
