import { describe, expect, test } from "vitest";
import {
  addressHash,
  suppressedAddressAfter,
  type SuppressionReport,
} from "../../../domain/letters/address-reputation.ts";
import { LetterId } from "../../../schemas/base/ids.ts";
import { EmailAddress } from "../../../schemas/base/values.ts";
import { at, party } from "../../fixtures/changes.ts";

const report = (when: string, why: SuppressionReport["why"] = "bounced", letter = "a"): SuppressionReport => ({
  hash: addressHash(EmailAddress.parse("mission@fr.example.org")),
  why,
  letter: LetterId.parse(letter.repeat(40)),
  recipient: { kind: "mission", party: party("FR") },
  at: at(when),
});
const [first, second] = [report("2021-01-04T09:00:00.000Z"), report("2021-01-05T09:00:00.000Z", "bounced", "b")];

describe("a suppressed address", () => {
  test.each([
    ["the earliest report", second, first],
    ["of two at one instant the stronger", first, { ...second, at: first.at, why: "complained" as const }],
    ["of two that say the same the lower id", { ...second, at: first.at }, first],
  ])("is marked by %s, in whatever order they come", (_, other, notification) => {
    const mark = suppressedAddressAfter(undefined, notification);
    expect(suppressedAddressAfter(mark, other)).toBeUndefined();
    const late = suppressedAddressAfter(suppressedAddressAfter(undefined, other), notification);
    expect(late).toEqual({ ...mark, revision: 2 });
  });
});
