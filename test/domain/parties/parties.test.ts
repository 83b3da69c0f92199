import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { correctParty, evolveParty, registerParty, setMissionContacts } from "../../../domain/parties/parties.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { Party } from "../../../schemas/model/party.ts";
import { Instrument, RegionalGroup } from "../../../schemas/base/values.ts";
import { at, day, factsOf } from "../../fixtures/changes.ts";

const now = at("2020-12-01T09:00:00.000Z");
const france = Party.parse({
  id: "FR",
  name: "France",
  kind: "STATE",
  alpha3: "FRA",
  numeric: "250",
  regionalGroup: "WEOG",
  joined: { UNTOC: "2002-10-29", TIP: "2002-10-29" },
  participation: "takes-part",
});
const evolved = (party: Party | undefined, facts: readonly Fact[]): Party => {
  const next = facts.reduce<Party | undefined>(evolveParty, party);
  if (next === undefined) throw new Error("No facts");
  return next;
};

describe("a party", () => {
  test("is registered as it was given, with and without ISO codes", () => {
    expect(evolved(undefined, factsOf(registerParty(france, now)))).toEqual(france);
    const { alpha3: _, numeric: __, ...union } = { ...france, id: Party.shape.id.parse("EU"), kind: "ORG" as const };
    expect(evolved(undefined, factsOf(registerParty(union, now)))).toEqual(union);
  });

  test("is corrected in what the correction names, with the reason, and in nothing else", () => {
    const facts = factsOf(
      correctParty(france, { joined: { UNTOC: day("2002-10-30") } }, "The treaty collection says so.", now),
    );
    expect(facts).toEqual([
      {
        kind: "party-corrected",
        happenedAt: now,
        party: "FR",
        reason: "The treaty collection says so.",
        change: { joined: { UNTOC: "2002-10-30" } },
      },
    ]);
    expect(evolved(france, facts)).toEqual({ ...france, joined: { UNTOC: "2002-10-30" } });
  });

  test("may lose its regional group: nothing is not the same as left out", () => {
    const facts = factsOf(correctParty(france, { regionalGroup: null }, "It belongs to none.", now));
    expect(evolved(france, facts)).toEqual({ ...france, regionalGroup: null });
  });

  const corrections = fc.record(
    {
      name: fc.constantFrom("France", "French Republic"),
      regionalGroup: fc.option(fc.constantFrom(...RegionalGroup.options)),
      joined: fc.dictionary(
        fc.constantFrom(...Instrument.options),
        fc.constantFrom(day("2002-10-29"), day("2010-01-01")),
      ),
      participation: fc.constantFrom("takes-part" as const, "unassigned" as const),
    },
    { requiredKeys: [] },
  );

  test("that is corrected twice the same way has one fact; whatever is corrected, the rest stays", () => {
    fc.assert(
      fc.property(corrections, (correction) => {
        const first = factsOf(correctParty(france, correction, "Because.", now));
        const corrected = evolved(france, first);
        expect(corrected).toEqual({ ...france, ...correction });
        expect(correctParty(corrected, correction, "Because.", now)).toEqual({ ok: true, facts: [] });
      }),
    );
  });

  test("that is read back with its names in another order is still not corrected by what stands", () => {
    const stored = Party.parse({ ...france, joined: { TIP: "2002-10-29", UNTOC: "2002-10-29" } });
    expect(correctParty(stored, { joined: france.joined }, "The party file says so.", now)).toEqual({
      ok: true,
      facts: [],
    });
  });

  test("tells of new contact data of its mission without telling the data", () => {
    const facts = factsOf(setMissionContacts(france, now));
    expect(facts).toEqual([{ kind: "mission-contacts-set", happenedAt: now, party: "FR" }]);
    expect(evolved(france, facts)).toEqual(france);
  });

  test("takes in no fact that cannot follow", () => {
    const [registration, correction] = [
      factsOf(registerParty(france, now)),
      factsOf(correctParty(france, { name: "French Republic" }, "Because.", now)),
    ];
    for (const [party, facts] of [
      [undefined, correction],
      [undefined, factsOf(setMissionContacts(france, now))],
      [france, registration],
    ] as const)
      expect(() => evolved(party, facts)).toThrow("cannot take in");
  });
});
