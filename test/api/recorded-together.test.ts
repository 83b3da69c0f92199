import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { PartyId } from "../../schemas/base/ids.ts";
import { drawOf } from "../fixtures/changes.ts";
import { recordContact, recordTogether, tickTogether } from "../fixtures/worklist.ts";
import { byNote, freshKey, openTestApi, personOf, secretariat, type TestApi } from "../harness/test-api.ts";

/** Contacts and ticks that the secretariat records as a list: all or none. */
let api: TestApi;
beforeAll(async () => {
  api = await openTestApi();
  await api.startGroup();
});
afterAll(() => api.close());

const contactsWith = async (party: string): Promise<readonly any[]> =>
  (await api.pages(`/v1/contacts?party=${party}`, secretariat, 50)).items;
const call = (party: string, more: object = {}) => ({ party, way: "call", outcome: "informed", ...more });
const contactsCall = (contacts: readonly object[]) =>
  ["POST", "/v1/contacts", { as: secretariat, key: freshKey(), body: { contacts } }] as const;

describe("contacts in a list", () => {
  test("are all recorded, numbered by party in the order of the list, once for one key", async () => {
    await recordContact(api, "GR", { way: "call", outcome: "promised", nextOn: "2020-12-18" });
    const list = [
      call("GR", { follows: 1, note: "Ms. Papadaki" }),
      call("FR", { nextOn: "2020-12-20" }),
      call("GR", { follows: 1, review: "c1-GR" }),
    ];
    const key = freshKey();
    const first = await recordTogether(api, list, key);
    expect(first.status, first.text).toBe(201);
    expect(first.body.contacts.map(({ party, number }: any) => [party, number])).toEqual([
      ["GR", 2],
      ["FR", 1],
      ["GR", 3],
    ]);
    const before = await api.storedRows();
    expect((await recordTogether(api, list, key)).text).toBe(first.text);
    expect(await api.changedSince(before)).toEqual([]);
    const contacts = await contactsWith("GR");
    expect(contacts.map(({ number, followedBy }) => [number, followedBy])).toEqual([
      [3, undefined],
      [2, undefined],
      [1, 2],
    ]);
    const { items } = await api.pages("/v1/journal/contact-log/GR", secretariat, 50);
    expect(items.map(({ facts }: any) => facts.length)).toEqual([1, 2]);
  });

  test("are none recorded where some are refused, and each of these is named", async () => {
    const list = [
      call("GR"),
      call("XX"),
      call("FR", { contactedOn: "2099-01-01" }),
      call("GR", { review: "c1-DE" }),
      call("GR", { follows: 99 }),
      call("GR", { officer: `u-${"0".repeat(26)}` }),
      call("GR", { follows: 4 }),
    ];
    await api.expectRefusal(contactsCall(list), {
      status: 422,
      problem: "items-refused",
      more: {
        items: [
          { pointer: "#/contacts/1", problem: "not-found" },
          { pointer: "#/contacts/2", problem: "date-in-the-future" },
          { pointer: "#/contacts/3", problem: "not-in-this-review" },
          { pointer: "#/contacts/4", problem: "unknown-contact" },
          { pointer: "#/contacts/5", problem: "unknown-officer" },
          { pointer: "#/contacts/6", problem: "unknown-contact" },
        ],
      },
    });
  });

  test("are at most twenty, and twenty fit in one transaction", async () => {
    const { items } = await api.pages("/v1/parties", secretariat, 100);
    const parties: readonly string[] = items.map(({ id }: any) => id);
    await api.expectRefusal(contactsCall(parties.slice(0, 21).map((party) => call(party))), {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/contacts" }],
    });
    const list = parties.slice(0, 20).map((party) => call(party, { note: "x".repeat(500) }));
    const recorded = await recordTogether(api, list);
    expect(recorded.status, recorded.text).toBe(201);
  });

  test("and one that is recorded at the same moment have numbers of their own", async () => {
    const numbers = (await contactsWith("IT")).length;
    const [together, alone] = await Promise.all([
      recordTogether(api, [call("IT"), call("IT")]),
      recordContact(api, "IT", { way: "call", outcome: "informed" }),
    ]);
    expect([together.status, alone.status]).toEqual([201, 201]);
    const after = (await contactsWith("IT")).map(({ number }) => number);
    expect(after.toSorted((one, other) => one - other).slice(-3)).toEqual([numbers + 1, numbers + 2, numbers + 3]);
  });
});

describe("nominations in a list", () => {
  const named = async (party: string, role: "focal-point" | "expert", more: object = {}) => {
    const answer = await api.name(party, role, more);
    expect(answer.status, answer.text).toBe(201);
    return { party, mandate: String(answer.body.mandate) };
  };
  const toCheck = async (): Promise<readonly string[]> =>
    (await api.pages("/v1/worklist?kind=nomination-to-check", secretariat, 50)).items.map(({ mandate }) => mandate);
  const checksCall = (checks: readonly object[]) =>
    ["POST", "/v1/nomination-checks", { as: secretariat, key: freshKey(), body: { checks } }] as const;
  const tick = ({ party, mandate }: { party: string; mandate: string }) => tickTogether(api, [{ party, mandate }]);

  test("are none ticked where one is refused, and it is named", async () => {
    const [first, second] = [await named("GR", "focal-point"), await named("FR", "expert")];
    const list = [first, { party: "DE", mandate: second.mandate }, { party: "GR", mandate: `m-${"0".repeat(26)}` }];
    await api.expectRefusal(checksCall(list), {
      status: 422,
      problem: "items-refused",
      more: {
        items: [
          { pointer: "#/checks/1", problem: "unknown-mandate" },
          { pointer: "#/checks/2", problem: "unknown-mandate" },
        ],
      },
    });
    expect(await toCheck()).toEqual([first.mandate, second.mandate]);
    await api.expectRefusal(checksCall([first, first]), {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/checks" }],
    });
  });

  test("are all ticked, once for one key, also two in one review and one that is ticked at the same moment", async () => {
    const expert = await named("GR", "expert");
    const [first, second] = await toCheck();
    const list = [{ party: "GR", mandate: first }, { party: "FR", mandate: second }, expert];
    const key = freshKey();
    const [together, alone] = await Promise.all([tickTogether(api, list, key), tick(expert)]);
    expect([together.status, alone.status], together.text).toEqual([200, 200]);
    expect(together.body.checks.map(({ party, role }: any) => [party, role])).toEqual([
      ["GR", "focal-point"],
      ["FR", "expert"],
      ["GR", "expert"],
    ]);
    expect(await toCheck()).toEqual([]);
    const { items } = await api.pages("/v1/journal/review/c1-GR", secretariat, 100);
    const ticks = items.flatMap(({ facts }: any) => facts.filter(({ kind }: any) => kind === "nomination-checked"));
    expect(ticks.map(({ mandate }: any) => mandate).toSorted()).toEqual(list.map(({ mandate }) => mandate).toSorted());
    const before = await api.storedRows();
    expect((await tickTogether(api, list, key)).text).toBe(together.text);
    expect((await tickTogether(api, list)).status).toBe(200);
    const changed = await api.changedSince(before);
    expect(changed.filter((row) => row.includes("review") || row.includes("journal"))).toEqual([]);
  });

  test("are at most fifty, and refused where one transaction does not hold their reviews; nothing is ticked then", async () => {
    const mandates = Array.from({ length: 51 }, (_, place) => `m-${String(place).padStart(26, "0")}`);
    await api.expectRefusal(checksCall(mandates.map((mandate) => ({ party: "MC", mandate }))), {
      status: 400,
      problem: "invalid-request",
      places: [{ pointer: "#/checks" }],
    });
    const { items } = await api.pages("/v1/parties", secretariat, 100);
    const { store, clock, close } = api.contents();
    const reviews: string[] = [];
    try {
      for (const { id } of items)
        if (reviews.length < 54 && id !== "MC" && (await store.load("review", `c1-${id}`)) === undefined) {
          await store.commit({ changes: [drawOf(id, PartyId.parse("MC"))], by: "load", at: clock.now() });
          reviews.push(`c1-${id}`);
        }
    } finally {
      close();
    }
    await api.app.rest();
    const list: object[] = [];
    for (let from = 0; from < reviews.length; from += 18) {
      const person = { ...personOf("MC", "expert"), email: `expert${from}@mc.example.org` };
      const body = { role: "expert", person, reviews: reviews.slice(from, from + 18), ...byNote("MC", "2020-12-01") };
      const answer = await api.request("POST", "/v1/parties/MC/mandates", { as: secretariat, key: freshKey(), body });
      expect(answer.status, answer.text).toBe(201);
      list.push({ party: "MC", mandate: answer.body.mandate });
    }
    expect(list).toHaveLength(3);
    await api.app.rest();
    await api.expectRefusal(checksCall(list), { status: 422, problem: "too-much-at-once" });
    for (const one of list) {
      const ticked = await tickTogether(api, [one]);
      expect(ticked.status, ticked.text).toBe(200);
    }
    expect(await toCheck()).toEqual([]);
  });
});
