import { expect, test } from "vitest";
import { later } from "../../../domain/base/time.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import { presidentsListNow } from "../../../lambdas/use-cases/oversight/presidents-list.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { FollowUp } from "../../../schemas/model/follow-up.ts";
import { PresidentsListView } from "../../../schemas/views/presidents-list.ts";
import { presidentsPageIn } from "../../harness/presidents-page.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { at, day as dateOf, party, userId } from "../../fixtures/changes.ts";
import { earlierReminder } from "../../fixtures/earlier-reminder.ts";
import { given, startOf } from "../../fixtures/group.ts";

/** The start of the group's first day in Vienna: since then its seats are vacant. */
const missingSince = at("2020-11-30T23:00:00.000Z");

/**
 * Returns a reminder of a nomination that was made years ago. Day 0 gives one from the moment before the seat was
 * vacant.
 */
const reminderOf = (day: number): Letter =>
  earlierReminder(
    day === 0 ? at("2020-11-30T22:59:59.999Z") : later(at("2018-01-01T08:00:00.000Z"), { hours: 24 * day }),
  );

test("the President's list reads, and shows, no letter from before the first of the party's seats was vacant", async () => {
  const app = await given.group({ reviews: { FR: ["DE"] } });
  for (let day = 0; day < 250; day++) await app.ledger.plan(reminderOf(day));
  await app.moveTo("2020-12-01T10:00:00.000Z");
  await startOf(app, "2020-12-01");
  await app.settle();
  await app.moveTo("2021-01-20T09:00:00.000Z");
  const read: Letter[] = [];
  const aboutNominations: Ledger["aboutNominations"] = async (paging) => {
    const page = await app.ledger.aboutNominations(paging);
    read.push(...page.items);
    return page;
  };
  const { groups } = await presidentsListNow({ store: app.store, ledger: { aboutNominations } }, app.clock.now());
  const france = groups.flatMap(({ parties }) => parties).find((one) => one.party === "FR");
  expect(france?.missing.map(({ kind, since }) => [kind, since])).toEqual([
    ["focal-point", missingSince],
    ["experts", missingSince],
  ]);
  const mine = read.filter((letter) => letter.party === "FR");
  expect(mine.filter(({ plannedAt }) => plannedAt < missingSince)).toEqual([]);
  expect(france?.letters.map(({ id }) => id)).toEqual(mine.map(({ id }) => id));
  expect(mine.length).toBeGreaterThan(5);
});

/** Returns the port with a counter of its calls. */
const countCalls = <Port extends object>(port: Port, count: (name: string) => void): Port =>
  new Proxy(port, {
    get: (target, name, self) => {
      const found: unknown = Reflect.get(target, name, self);
      if (typeof found !== "function") return found;
      return (...passed: unknown[]): unknown => {
        count(String(name));
        return Reflect.apply(found, target, passed);
      };
    },
  });

test("the President's list is read in at most ten calls, however many parties are on it", async () => {
  const codes = Array.from(
    { length: 32 },
    (_, place) => `${place < 26 ? "A" : "B"}${String.fromCharCode(65 + (place % 26))}`,
  );
  const reviews = Object.fromEntries(codes.map((code, place) => [code, [codes[(place + 1) % codes.length] ?? "AA"]]));
  const app = await given.group({ reviews });
  await app.moveTo(at("2020-12-01T10:00:00.000Z"));
  await startOf(app, "2020-12-01");
  await app.settle();
  for (const when of ["2020-12-10", "2021-01-20", "2021-06-01"]) await app.moveTo(at(`${when}T09:00:00.000Z`));
  const calls: string[] = [];
  const count = (name: string): void => void calls.push(name);
  const io = { store: countCalls(app.store, count), ledger: countCalls(app.ledger, count) };
  const { groups, ...complete } = await presidentsListNow(io, app.clock.now());
  expect(complete).not.toHaveProperty("lettersSince");
  expect(complete).not.toHaveProperty("contactsSince");
  const parties = groups.flatMap((group) => group.parties);
  expect(parties).toHaveLength(32);
  expect(calls.toSorted()).toEqual(["aboutNominations", "contacts", "lookUp", "lookUp", "pending", "pending"]);
  for (const { letters } of parties) expect(letters.length).toBeGreaterThan(5);

  // More than one reading gives: the newest are shown, the list says since when it has all, and no further call is made.
  calls.length = 0;
  const [letter] = (await app.ledger.aboutNominations({ limit: 1 })).items;
  if (letter === undefined) throw new Error("No letter was planned");
  const endless = { aboutNominations: () => Promise.resolve({ items: [letter], next: "more" }) };
  const { pending, lookUp } = app.store;
  const contact = (recordedAt: Instant): FollowUp => ({
    party: party("AA"),
    number: 1,
    way: "call",
    contactedOn: dateOf("2021-01-04"),
    officer: userId(1),
    outcome: "informed",
    recordedAt,
  });
  const contacts: Store["contacts"] = ({ after }) =>
    Promise.resolve({ items: [contact(at(`2021-01-0${after === undefined ? 5 : 4}T09:00:00.000Z`))], next: "more" });
  const store = countCalls({ pending, lookUp, contacts }, count);
  const cut = await presidentsListNow({ store, ledger: countCalls(endless, count) }, app.clock.now());
  expect(cut).toMatchObject({ lettersSince: letter.plannedAt, contactsSince: "2021-01-04T09:00:00.000Z" });
  expect(cut.groups.flatMap((group) => group.parties).find((one) => one.party === "AA")?.contacts).toHaveLength(2);
  expect(calls.length).toBeLessThanOrEqual(10);
  expect(presidentsPageIn("en", cut)).toContain(
    "Older contacts, of <bdi>4 January 2021</bdi> or before, may be missing.",
  );
  expect(PresidentsListView.parse(cut)).toEqual(cut);
});
