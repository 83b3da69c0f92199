import { describe, expect, test } from "vitest";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { recordContact } from "../../../domain/parties/follow-ups.ts";
import { letterRowKindOf, recordKindOf, rowKinds } from "../../../lambdas/io/store/keys/row-kinds.ts";
import { allowanceKey } from "../../../lambdas/io/store/keys/requests.ts";
import { presidentsRemindersKey } from "../../../lambdas/io/store/keys/bulletins.ts";
import { erasePast } from "../../../lambdas/use-cases/erase-past.ts";
import type { Ledger } from "../../../lambdas/io/ports/outbox.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import { address, at, change, day, party, registeredUser, reviewId, userId } from "../../fixtures/changes.ts";
import { muteLog } from "../../use-cases/sending/campaign/muted-log.ts";
import { engineRunsHere } from "./engine.ts";
import { openEngineStore } from "./engine-store.ts";
import { bothStores } from "./stores.ts";

const written = at("2021-01-10T10:00:00.000Z");
const user = { kind: "user", user: userId(1) } as const;

test("every kind of row states its lifetime, and the reason", () => {
  const rules = Object.values(rowKinds).flatMap((ofTable) => Object.values<{ readonly why: string }>(ofTable));
  expect(rules.length).toBeGreaterThan(40);
  expect(rules.filter(({ why }) => why.length < 20)).toEqual([]);
});

test("daily use and the President's reminders are of kinds in the table", () => {
  const allowance = { of: userId(1), day: day("2021-01-10") } as const;
  expect(recordKindOf(allowanceKey(allowance))).toBe("allowance");
  expect(recordKindOf(presidentsRemindersKey)).toBe("presidents-reminders");
});

/** A letter to a mission that failed, with its text. */
const sentToMission = async (ledger: Ledger): Promise<Letter["id"]> => {
  const recipient = { kind: "mission", party: party("FR") } as const;
  const content = { kind: "list-published", review: reviewId("FR") } as const;
  const planned = plannedLetter({ content, recipient, plannedFor: written, rule: "A rule." }, written);
  await ledger.plan(planned);
  const to = { address: address("mission@fr.example.org"), subjectLine: "A list" };
  const claimed = { ...moveLetter(planned, "claimed", { at: written, ...to }), textKept: true };
  const text = "The Permanent Mission is reminded.";
  await ledger.claim(claimed, [], { subject: "A list", text, html: `<p>${text}</p>` });
  await ledger.move(moveLetter(claimed, "failed", { at: written, reason: "refused" }));
  return planned.id;
};

/** Returns the kind of each stored row of records, and whether it expires; none from a store in memory. */
const kindsIn = async (rows: () => Promise<readonly string[]>) =>
  (await rows())
    .flatMap((row) => (row.startsWith('{"') ? [JSON.parse(row)] : []))
    .filter(({ pk }) => pk?.S !== undefined)
    .map(({ pk, sk, expiresAt }) => [recordKindOf({ pk: pk.S, sk: sk.S }), expiresAt !== undefined] as const);

describe.each(bothStores())("rows that are kept long enough, $name", ({ make }) => {
  test("is erased to the day of its period, and every row is of a kind that the table knows", async () => {
    const { store, ledger, rows } = await make();
    const at36 = { way: "call", outcome: "informed", officer: userId(2), note: "A note." } as const;
    const recorded = recordContact(party("FR"), undefined, at36, undefined, written);
    if (!recorded.ok) throw new Error("Refused");
    const besides = [{ kind: "contact", contact: recorded.contact }] as const;
    const log = change("contact-log", "FR", undefined, recorded.facts, besides);
    const reply = { status: 200, headers: {}, body: "{}" };
    const idempotency = { key: "a-key", bodyHash: "0", reply };
    await store.commit({ changes: [log, registeredUser(1)], by: "test", at: written, idempotency });
    const content = { kind: "invitation", user: userId(1) } as const;
    const planned = plannedLetter({ content, recipient: user, plannedFor: written, rule: "A rule." }, written);
    await ledger.plan(planned);
    const to = { address: address("a.person@example.org"), subjectLine: "Your access" };
    const claimed = moveLetter(planned, "claimed", { at: written, ...to });
    const said = { subject: "Your access", text: "Dear A. Person,", html: "<p>Dear A. Person,</p>" };
    await ledger.claim({ ...claimed, textKept: true }, [], said);
    const withText = { ...claimed, textKept: true };
    // A letter to a mission names no person: its content is kept for longer.
    const toMission = await sentToMission(ledger);
    await ledger.move(moveLetter(withText, "failed", { at: written, reason: "refused" }));
    const unreached = { schema: 1, recipient: user, why: "suppressed", letter: planned.id, since: written } as const;
    await ledger.writeUnreachable({ ...unreached, until: written });
    const eraseOn = (instant: string) => erasePast({ store, ledger, clock: { now: () => at(instant) } });
    for (const [kind, expires] of await kindsIn(rows))
      expect([kind, expires]).toEqual([kind, kind !== undefined && rowKinds.records[kind].lives === "until-expiry"]);
    const noteOf = async () => (await store.contact(party("FR"), 1))?.note;

    expect(await eraseOn("2021-01-11T10:00:00.000Z")).toBe(0);
    expect(await eraseOn("2022-01-10T10:00:00.000Z")).toBe(0);
    expect(await eraseOn("2022-01-11T10:00:00.000Z"), "who was not reached").toBe(1);
    expect(await ledger.letterText(planned.id)).toEqual(said);
    expect(await eraseOn("2023-01-11T10:00:00.000Z"), "both addresses").toBe(2);
    expect(await ledger.letterText(planned.id), "what names its reader").toBeUndefined();
    expect(await ledger.letterText(toMission)).toMatchObject({ text: "The Permanent Mission is reminded." });
    expect(await ledger.letter(planned.id)).toMatchObject({ state: "failed", subjectLine: "Your access" });
    expect(await noteOf()).toBe("A note.");
    expect(await eraseOn("2024-01-11T10:00:00.000Z"), "the note").toBe(1);
    expect(await noteOf()).toBeUndefined();
    expect(await eraseOn("2031-01-11T10:00:00.000Z"), "both texts").toBe(2);
    expect(await ledger.letterText(toMission)).toBeUndefined();
    expect((await rows()).filter((row) => /a\.person@|Your access|A\. Person|is reminded|A note/u.test(row))).toEqual(
      [],
    );
    expect((await kindsIn(rows)).filter(([kind]) => kind === undefined)).toEqual([]);
    expect(letterRowKindOf(planned.id)).toBe("letter");
  });
});

describe.runIf(engineRunsHere)("the details of letters", () => {
  const makeStore = openEngineStore();
  test("are read on the night when they become past, and again if the letter moved meanwhile", async () => {
    const { ledger } = await makeStore();
    const id = await sentToMission(ledger);
    const seenOn = async (instant: string, isErased: boolean) => {
      const seen: string[] = [];
      await ledger.erasePastDetails(at(instant), async (letter, details) => {
        seen.push(...[...details].map((detail) => `${detail} of ${letter.id}`));
        return isErased;
      });
      return seen;
    };
    expect(await seenOn("2023-01-09T10:00:00.000Z", true)).toEqual([]);
    expect(await seenOn("2023-01-11T10:00:00.000Z", false)).toEqual([`address of ${id}`]);
    expect(await seenOn("2023-01-12T10:00:00.000Z", true)).toEqual([`address of ${id}`]);
    expect(await seenOn("2023-01-13T10:00:00.000Z", true)).toEqual([]);
    expect(await seenOn("2031-01-11T10:00:00.000Z", true)).toEqual([`address of ${id}`, `text of ${id}`]);
    expect(await seenOn("2031-01-12T10:00:00.000Z", true)).toEqual([]);
  });

  test("that name an erased person are deleted, although another text cannot be read", async () => {
    const lines = muteLog();
    const { ledger, client, tables } = await makeStore();
    const id = await sentToMission(ledger);
    const broken = { id: { S: "text#0" }, schema: { N: "1" }, letter: { S: "0" }, packed: { B: Buffer.from("x") } };
    await client.putItem({ TableName: tables.letters, Item: broken });
    await ledger.forgetTexts((text) => text.includes("is reminded"));
    expect(await ledger.letterText(id)).toBeUndefined();
    expect(lines.get("ROW_UNREADABLE")).toBe(1);
  });
});
