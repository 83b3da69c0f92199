import { addressHash } from "../../../domain/letters/address-reputation.ts";
import { recordContact } from "../../../domain/parties/follow-ups.ts";
import { moveLetter, plannedLetter } from "../../../domain/letters/lifecycle.ts";
import { setMissionContacts } from "../../../domain/parties/parties.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import { Conflict } from "../../../lambdas/io/ports/commit.ts";
import type { Draft } from "../../../schemas/model/draft.ts";
import { address, at, bulletinId, change, factsOf, party, reviewId, userId } from "../../fixtures/changes.ts";
import type { StoreUnderTest } from "./stores.ts";

/** Writes of two writers in the same millisecond, equal to the last character in every compared part. */
export const now = at("2020-12-01T10:00:00.000Z");
export const code = "FR";
export const review = reviewId(code);

/** Returns true if a write took place, and false if it lost a race. */
export const tookPlace = async (writing: Promise<unknown>): Promise<boolean> => {
  try {
    await writing;
    return true;
  } catch (error) {
    if (error instanceof Conflict) return false;
    throw error;
  }
};

export const theParty = async ({ store }: StoreUnderTest): Promise<Aggregate<"party">> => {
  const aggregate = await store.load("party", code);
  if (aggregate === undefined) throw new Error("There is no party");
  return aggregate;
};
/** The log of the contacts with the party; undefined before the first. */
export const theLog = ({ store }: StoreUnderTest): Promise<Aggregate<"contact-log"> | undefined> =>
  store.load("contact-log", code);
export const theReview = async ({ store }: StoreUnderTest): Promise<Aggregate<"review">> => {
  const aggregate = await store.load("review", review);
  if (aggregate === undefined) throw new Error("There is no review");
  return aggregate;
};

/** Records a contact that the person of this number noted: the fact is equal for all of them, the note is not. */
export const contactOn = (log: Aggregate<"contact-log"> | undefined, number: number) => {
  const newContact = { way: "call", officer: userId(1), outcome: "informed", note: `Note ${number}` } as const;
  const decision = recordContact(party(code), log?.state, newContact, undefined, now);
  if (!decision.ok) throw new Error(decision.refusal);
  const sideRecords = [{ kind: "contact", contact: decision.contact }] as const;
  return { changes: [change("contact-log", code, log, decision.facts, sideRecords)], by: userId(1), at: now };
};
const missionOn = (aggregate: Aggregate<"party">, number: number) => {
  const mission = { address: address(`mission-${number}@example.org`), language: "en", place: "Vienna" } as const;
  const sideRecords = [{ kind: "mission", party: party(code), mission }] as const;
  const facts = factsOf(setMissionContacts(aggregate.state, now));
  return { changes: [change("party", aggregate.id, aggregate, facts, sideRecords)], by: userId(1), at: now };
};
const record = (number: number) => ({
  key: "key-1",
  bodyHash: "1",
  reply: { status: 200, headers: {}, body: `Reply ${number}` },
});

export const letter = plannedLetter(
  {
    content: { kind: "invitation", user: userId(1) },
    recipient: { kind: "user", user: userId(1) },
    plannedFor: now,
    rule: "invitation",
  },
  now,
);
export const claimedLetter = moveLetter(letter, "claimed", { at: now });
const accepted = moveLetter(claimedLetter, "accepted", { at: now, messageId: "message-1" });
export const open = { review, obligation: `focal-point:${code}`, generation: 1 };
export const draft: Draft = {
  review,
  party: party(code),
  kind: "answers",
  instrument: "UNTOC",
  version: 1,
  text: "Answers",
  changedAt: now,
  changedBy: userId(1),
};
export const mark = {
  schema: 1,
  hash: addressHash(address("mission@example.org")),
  why: "bounced",
  letter: letter.id,
  recipient: { kind: "mission", party: party(code) },
  at: now,
  revision: 1,
} as const;
export const tally = {
  schema: 1,
  bulletin: bulletinId(1),
  version: 1,
  counted: { results: 100, bounced: 2 },
  reported: 1,
  revision: 1,
} as const;
export const line = { revision: 1, next: 1, awaitedUntil: 0, bulletinsFrom: 0.5 };

/** A write that two make at a time, decided on the same; says of each whether it took place. */
type Twins = readonly [what: string, twin: (app: StoreUnderTest) => Promise<(number: number) => Promise<boolean>>];

export const twins: readonly Twins[] = [
  [
    "the claim of a letter that speaks of an obligation",
    async ({ ledger }) => {
      await ledger.plan(letter);
      return async () => (await ledger.claim(claimedLetter, [open])) === "claimed";
    },
  ],
  [
    "the claim of a letter that speaks of none",
    async ({ ledger }) => {
      await ledger.plan(letter);
      return async () => (await ledger.claim(claimedLetter, [])) === "claimed";
    },
  ],
  [
    "the planning of a letter",
    async ({ ledger }) =>
      () =>
        ledger.plan(letter),
  ],
  [
    "the move of a letter",
    async ({ ledger }) => {
      await ledger.plan(letter);
      await ledger.claim(claimedLetter, []);
      return () => ledger.move(accepted);
    },
  ],
  [
    "a contact with a party",
    async (app) => {
      const log = await theLog(app);
      return (number) => tookPlace(app.store.commit(contactOn(log, number)));
    },
  ],
  [
    "the settings of a mission",
    async (app) => {
      const aggregate = await theParty(app);
      return (number) => tookPlace(app.store.commit(missionOn(aggregate, number)));
    },
  ],
  [
    "the record of a request that changed nothing",
    async ({ store }) =>
      (number) =>
        tookPlace(store.commit({ changes: [], by: userId(1), at: now, idempotency: record(number) })),
  ],
  [
    "a request with the same key on the same subject",
    async (app) => {
      const log = await theLog(app);
      return (number) => tookPlace(app.store.commit({ ...contactOn(log, number), idempotency: record(number) }));
    },
  ],
  [
    "a draft",
    async (app) => {
      const aggregate = await theReview(app);
      return () => tookPlace(app.store.saveDraft(draft, aggregate));
    },
  ],
  [
    "the first mark of an address",
    async ({ ledger }) =>
      () =>
        ledger.writeMark(mark),
  ],
  [
    "the next mark of an address",
    async ({ ledger }) => {
      await ledger.writeMark(mark);
      return () => ledger.writeMark({ ...mark, unsuppressedAt: now, revision: 2 });
    },
  ],
  [
    "what the breaker counted",
    async ({ ledger }) =>
      () =>
        ledger.writeTally(tally),
  ],
  [
    "the first slots",
    async ({ slots }) =>
      async () =>
        (await slots.replace(undefined, line)).written,
  ],
  [
    "the next slots",
    async ({ slots }) => {
      await slots.replace(undefined, line);
      return async () => (await slots.replace(line, { ...line, revision: 2, next: 2 })).written;
    },
  ],
];
