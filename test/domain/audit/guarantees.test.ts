import { describe, expect, test } from "vitest";
import type { GuaranteeViolation } from "../../../domain/base/guarantee.ts";
import { journalViolations } from "../../../domain/audit/guarantees.ts";
import { unauthorizedEntries } from "../../../domain/audit/unauthorized-entries.ts";
import { nextEntry } from "../../../domain/base/hash-chain.ts";
import { type Move, moveLetter } from "../../../domain/letters/lifecycle.ts";
import { dueReminders } from "../../../domain/letters/reminder-letters.ts";
import { nominate, startReview } from "../../../domain/review/commands/start-review.ts";
import { fold, type Aggregate } from "../../../domain/audit/aggregates.ts";
import { later } from "../../../domain/base/time.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import { ObligationId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { User } from "../../../schemas/model/user.ts";
import { mailViolations, reminderViolations, silentLetterViolations } from "../../harness/letter-guarantees.ts";
import { at, day, drawOf, factsOf, mandateId, party, userId } from "../../fixtures/changes.ts";

const recordedAt = at("2020-12-01T10:00:00.000Z");

/** Returns an aggregate with its journal: one entry for each list of facts, whatever they say. */
const journal = (...lists: readonly (readonly Fact[])[]) => {
  const entries: JournalEntry[] = [];
  for (const facts of lists)
    entries.push(nextEntry(entries.at(-1), { subject: "review#c1-FR", recordedAt, by: "react", facts: [...facts] }));
  return entries;
};
const aggregateOf = (entries: readonly JournalEntry[], state: Review): Aggregate<"review"> => {
  const { version = 0, hash = "" } = entries.at(-1) ?? {};
  return { kind: "review", id: "c1-FR", version, hash, foldVersion: 1, state };
};
const stateOf = (...lists: readonly (readonly Fact[])[]): Review => {
  const state = fold("review", undefined, lists.flat());
  if (state === undefined) throw new Error("No facts");
  return state;
};
const naming = (code: string, number: number) => ({
  mandate: mandateId(number),
  role: "focal-point" as const,
  party: party(code),
  user: userId(number),
  at: recordedAt,
});

const drawing = drawOf("FR", "DE").facts;
const start = factsOf(startReview(stateOf(drawing), day("2020-12-01")));
const started = stateOf(drawing, start);
const guarantees = (broken: readonly GuaranteeViolation[]) => broken.map(({ guarantee }) => guarantee);

describe("a journal that", () => {
  test("is whole breaks nothing", () => {
    const named = factsOf(nominate(started, naming("FR", 1)));
    const entries = journal(drawing, start, named);
    expect(journalViolations(aggregateOf(entries, stateOf(drawing, start, named)), entries)).toEqual([]);
  });

  test("misses an entry, or has one more than the aggregate knows, breaks 3", () => {
    const entries = journal(drawing, start);
    const aggregate = aggregateOf(entries, started);
    expect(guarantees(journalViolations(aggregate, entries.slice(0, 1)))).toEqual([3]);
    expect(guarantees(journalViolations(aggregateOf(entries.slice(0, 1), stateOf(drawing)), entries))).toEqual([3]);
  });

  test("was changed afterwards breaks 3", () => {
    const [first, second] = journal(drawing, start);
    if (first === undefined || second === undefined) throw new Error("No entries");
    const changed = [first, { ...second, by: "another user" }];
    expect(guarantees(journalViolations(aggregateOf(changed, started), changed))).toEqual([3]);
  });

  test("leads to another state than the stored one breaks 16", () => {
    const entries = journal(drawing, start);
    expect(guarantees(journalViolations(aggregateOf(entries, { ...started, stage: "consultation" }), entries))).toEqual(
      [16],
    );
  });

  test("takes a step that the table does not have breaks 1", () => {
    const leap: Fact = {
      kind: "stage-changed",
      happenedAt: recordedAt,
      review: started.id,
      from: "nomination",
      to: "feedback",
    };
    const entries = journal(drawing, start, [leap]);
    expect(journalViolations(aggregateOf(entries, started), entries)).toMatchObject([
      { guarantee: 1, about: "review#c1-FR", why: "No way from nomination by nomination to feedback" },
    ]);
  });

  test("leaves the nomination while a seat is vacant breaks 10", () => {
    const named = factsOf(nominate(started, naming("FR", 1)));
    const step: Fact = {
      kind: "stage-changed",
      happenedAt: recordedAt,
      review: started.id,
      from: "nomination",
      to: "consultation",
    };
    const entries = journal(drawing, start, [...named, step]);
    expect(journalViolations(aggregateOf(entries, stateOf(drawing, start, named, [step])), entries)).toMatchObject([
      { guarantee: 10, why: "left nomination without DE" },
    ]);
  });

  test.each([
    ["a day too late", { dueAt: at("2020-12-16T22:59:59.999Z") }],
    ["at midnight in UTC", { dueAt: at("2020-12-15T23:59:59.999Z") }],
    ["counted from another day than the start", { openedOn: day("2020-12-02"), dueAt: at("2020-12-16T22:59:59.999Z") }],
  ])("has an obligation due %s breaks 8", (_, changes) => {
    const moved = start.map((fact) =>
      fact.kind === "obligation-opened" && fact.obligation === "focal-point:FR" ? { ...fact, ...changes } : fact,
    );
    const entries = journal(drawing, moved);
    expect(guarantees(journalViolations(aggregateOf(entries, stateOf(drawing, moved)), entries))).toEqual([8]);
  });
});

describe("authorship", () => {
  const users = new Map<string, User>([
    [userId(1), { id: userId(1), role: "secretariat" }],
    [userId(2), { id: userId(2), role: "permanent-mission", party: party("FR") }],
    [userId(3), { id: userId(3), role: "permanent-mission", party: party("DE") }],
    [userId(4), { id: userId(4), role: "delegate", party: party("FR") }],
    [userId(5), { id: userId(5), role: "president" }],
  ]);
  const authors = (facts: readonly Fact[]) =>
    [...users.keys(), userId(9), "react"].filter((by) => {
      const entry = nextEntry(undefined, { subject: "review#c1-FR", recordedAt, by, facts: [...facts] });
      return unauthorizedEntries([entry], users).length === 0;
    });

  const group = drawOf("FR").after;
  const groupId = "group" in group && typeof group.group === "string" ? group.group : undefined;
  if (groupId === undefined) throw new Error("No group");
  const fr = party("FR");
  const obligation = ObligationId.parse("questionnaire:FR");
  const delay = { happenedAt: recordedAt, review: started.id, obligation, generation: 2 };

  test.each<[string, Fact, readonly number[]]>([
    ["naming for France", factsOf(nominate(started, naming("FR", 1)))[0] as Fact, [2]],
    ["naming for Germany", factsOf(nominate(started, naming("DE", 1)))[0] as Fact, [3]],
    [
      "the start of a group",
      { kind: "group-started", happenedAt: recordedAt, group: groupId, startedOn: day("2020-12-01") },
      [1],
    ],
    [
      "a delegate of France",
      { kind: "user-registered", happenedAt: recordedAt, user: userId(7), role: "delegate", party: fr },
      [1, 2],
    ],
    [
      "a colleague of the secretariat",
      { kind: "user-registered", happenedAt: recordedAt, user: userId(7), role: "secretariat" },
      [1],
    ],
    [
      "another mission for France",
      { kind: "user-registered", happenedAt: recordedAt, user: userId(7), role: "permanent-mission", party: fr },
      [1],
    ],
    ["France's address", { kind: "mission-contacts-set", happenedAt: recordedAt, party: fr }, [1, 2]],
    [
      "a correction of France",
      { kind: "party-corrected", happenedAt: recordedAt, party: fr, reason: "So.", change: {} },
      [1],
    ],
    [
      "a correction of a delay",
      {
        kind: "delay-corrected",
        ...delay,
        dueAt: recordedAt,
        beyondRules: false,
        delay: 2,
        notifiedAt: recordedAt,
        reason: "So.",
      },
      [1],
    ],
    ["a drawing of lots", drawing[0] as Fact, []],
    ["the start of a review", start[0] as Fact, []],
    ["an account", { kind: "account-created", happenedAt: recordedAt, user: userId(7), sub: "s" }, []],
  ])("of %s is for those who may, and for functions (13)", (_, fact, numbers) => {
    expect(authors([fact])).toEqual([...numbers.map(userId), "react"]);
  });

  test("of what follows is the user who caused it, but never an unknown user", () => {
    const met = factsOf(nominate(started, naming("FR", 1)));
    expect(authors(met)).toEqual([userId(2), "react"]);
  });
});

describe("reminding", () => {
  const now = at("2020-12-08T10:00:00.000Z");
  const reminders = dueReminders([started], now);
  const letters = new Set<string>(reminders.flatMap(({ letters: due }) => due.map(({ id }) => id)));
  const armed = new Set(reminders.flatMap(({ timer }) => timer?.name ?? []));

  test("that is as it should be breaks nothing", () => {
    expect([letters.size, armed.size]).toEqual([4, 4]);
    expect(reminderViolations({ groups: [], reviews: [started], letters, armed }, now)).toEqual([]);
  });

  test("without a due letter breaks 7, without an alarm or with one for nothing 4", () => {
    const [first] = armed;
    const without = new Set([...armed].filter((name) => name !== first));
    expect(guarantees(reminderViolations({ groups: [], reviews: [started], letters: new Set(), armed }, now))).toEqual([
      7, 7, 7, 7,
    ]);
    expect(reminderViolations({ groups: [], reviews: [started], letters, armed: without }, now)).toEqual([
      { guarantee: 4, about: first, why: "is not armed" },
    ]);
    expect(guarantees(reminderViolations({ groups: [], reviews: [], letters, armed }, now))).toEqual([4, 4, 4, 4]);
  });
});

describe("letters", () => {
  const now = at("2020-12-01T12:00:00.000Z");
  const planned = dueReminders([started], now).flatMap(({ letters }) => letters)[0];
  if (planned === undefined) throw new Error("No letter");
  const moved = (...moves: readonly Move[]): Letter =>
    moves.reduce<Letter>((letter, move) => moveLetter(letter, ...move), planned);
  const claimed: Move = ["claimed", { at: now }];
  const unknown: Move = ["unknown", { at: now }];
  const accepted: Move = ["accepted", { at: now, messageId: "m-1" }];
  const states = {
    planned,
    claimed: moved(claimed),
    unknown: moved(claimed, unknown),
    accepted: moved(claimed, accepted),
    repeated: moved(claimed, unknown, claimed, accepted),
    lost: moved(claimed, unknown, claimed, unknown),
    "left to a person": moved(claimed, unknown, claimed, unknown, unknown),
    skipped: moved(["skipped", { at: now, reason: "done" }]),
    failed: moved(claimed, ["failed", { at: now, reason: "refused" }]),
    rejected: moved(claimed, accepted, ["failed", { at: now, reason: "rejected" }]),
  };

  test("that wait, and whose instant has passed, are silent (7); those that say why they ended are not", () => {
    const muchLater = later(now, { hours: 24 * 30 });
    const silent = Object.entries(states).filter(
      ([, letter]) => silentLetterViolations([letter], muchLater).length > 0,
    );
    expect(silent.map(([name]) => name)).toEqual(["planned", "claimed", "unknown", "lost"]);
    expect(silentLetterViolations(Object.values(states), now)).toEqual([]);
  });

  test.each<[keyof typeof states, number]>([
    ["planned", 0],
    ["claimed", 0],
    ["unknown", 1],
    ["accepted", 1],
    ["repeated", 2],
    ["lost", 2],
    ["left to a person", 2],
    ["skipped", 0],
    ["failed", 0],
    ["rejected", 1],
  ])("%s answer for %i mails and no more (6)", (name, mails) => {
    const letter = states[name];
    expect(mailViolations([letter], new Map([[letter.id, mails]]))).toEqual([]);
    expect(guarantees(mailViolations([letter], new Map([[letter.id, mails + 1]])))).toEqual([6]);
  });

  test("that are not in the ledger answer for none", () => {
    expect(mailViolations([], new Map([[planned.id, 1]]))).toEqual([
      { guarantee: 6, about: `letter ${planned.id}`, why: "is not in the ledger" },
    ]);
  });
});
