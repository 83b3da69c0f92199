import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  changeOfConfirmed,
  type Confirmation,
  confirmMissionAddress,
  correctParty,
  evolveParty,
  registerParty,
  setMissionContacts,
} from "../../../domain/parties/parties.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { NoteVerbale, Party } from "../../../schemas/model/party.ts";
import { type EmailAddress, Instrument, RegionalGroup } from "../../../schemas/base/values.ts";
import { address, at, day, factsOf, userId } from "../../fixtures/changes.ts";

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

  test("may lose its regional group: nothing differs from left out", () => {
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

  test("that is read back with its names in another order is not corrected by the stored ones", () => {
    const stored = Party.parse({ ...france, joined: { TIP: "2002-10-29", UNTOC: "2002-10-29" } });
    expect(correctParty(stored, { joined: france.joined }, "The party file says so.", now)).toEqual({
      ok: true,
      facts: [],
    });
  });

  test("reports new contact data of its mission without the data", () => {
    const facts = factsOf(setMissionContacts(france, now));
    expect(facts).toEqual([{ kind: "mission-contacts-set", happenedAt: now, party: "FR" }]);
    expect(evolved(france, facts)).toEqual(france);
  });

  test("reports another address by the number of the change, and waits until the last one is confirmed", () => {
    const [first, mistyped, second] = ["first@example.org", "mistyped@example.org", "second@example.org"].map((one) =>
      address(one),
    ) as [EmailAddress, EmailAddress, EmailAddress];
    const set = (party: Party, to: EmailAddress, current: EmailAddress, confirmed: EmailAddress) => {
      const facts = factsOf(setMissionContacts(party, now, { address: to }, { current, confirmed }));
      return { facts, after: evolved(party, facts) ?? party, kept: changeOfConfirmed(party, facts) };
    };
    const confirm = (party: Party, confirmation: Confirmation) => confirmMissionAddress(party, confirmation, now);
    expect(set(france, first, first, first)).toMatchObject({ after: france, kept: undefined });
    const one = set(france, mistyped, first, first);
    expect(one.facts[1]).toEqual({ kind: "mission-readdressed", happenedAt: now, party: "FR", number: 1 });
    expect([one.kept, one.after.unconfirmedChange]).toEqual([1, { number: 1, since: now, lastAt: now }]);
    const two = set(one.after, second, mistyped, first);
    expect([two.kept, two.after.addressChanges, two.after.unconfirmedChange?.number]).toEqual([undefined, 2, 1]);
    const back = set(two.after, first, second, first);
    expect([back.facts[1], back.after.unconfirmedChange]).toEqual([
      expect.objectContaining({ number: 3, back: true }),
      undefined,
    ]);
    expect(set(back.after, second, first, first)).toMatchObject({
      kept: 4,
      after: { unconfirmedChange: { number: 4 } },
    });

    const user = userId(5);
    // An earlier address confirms nothing after the next one was set.
    expect(confirm(two.after, { by: "sign-in", user, change: 1, signedInAt: now })).toEqual({ ok: true, facts: [] });
    const early = { by: "sign-in", user, change: 2, signedInAt: at("2020-11-30T09:00:00.000Z") } as const;
    expect(confirm(two.after, early)).toEqual({ ok: true, facts: [] });
    const signedIn = factsOf(confirm(two.after, { by: "sign-in", user, change: 2, signedInAt: now }));
    expect(signedIn).toEqual([{ kind: "mission-address-confirmed", happenedAt: now, party: "FR", user }]);
    expect(evolved(two.after, signedIn)).toEqual({ ...france, addressChanges: 2 });
    const note = NoteVerbale.parse({ number: "12/2020", date: "2020-11-30" });
    const noted = factsOf(confirm(two.after, { by: "note-verbale", note }));
    expect(noted).toEqual([{ kind: "mission-address-confirmed", happenedAt: now, party: "FR", note }]);
    expect(confirm(france, { by: "note-verbale", note })).toEqual({ ok: true, facts: [] });
    expect(confirm(two.after, { by: "note-verbale", note: { ...note, date: day("2020-12-02") } })).toMatchObject({
      ok: false,
      refusal: "date-in-the-future",
    });
  });

  test("names a note by a number that is no address and no sentence", () => {
    for (const number of ["note@example.org", "", "-1", "x".repeat(41)])
      expect(NoteVerbale.safeParse({ number, date: "2020-11-30" }).success, number).toBe(false);
    expect(NoteVerbale.safeParse({ number: "NV 12/2020 (OSLO)", date: "2020-11-30" }).success).toBe(true);
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
