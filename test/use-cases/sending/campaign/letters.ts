import { plannedLetter } from "../../../../domain/letters/lifecycle.ts";
import { registerParty, setMissionContacts } from "../../../../domain/parties/parties.ts";
import { invitationOf } from "../../../../lambdas/use-cases/accounts/accounts.ts";
import type { AnyChange } from "../../../../lambdas/io/ports/commit.ts";
import type { Store } from "../../../../lambdas/io/ports/store.ts";
import type { Ledger } from "../../../../lambdas/io/ports/outbox.ts";
import type { Aggregate } from "../../../../domain/audit/aggregates.ts";
import type { AggregateKind } from "../../../../schemas/model/fact.ts";
import type { Letter } from "../../../../schemas/model/letter.ts";
import type { Instant } from "../../../../schemas/base/values.ts";
import { address, change, day, drawOf, factsOf, party, registeredUser, reviewId } from "../../../fixtures/changes.ts";

/** The number of letters to plan, and their recipients. */
export interface LetterCount {
  /** People who are invited. */
  readonly people: number;
  /** The number of missions that are notified of each published list; every other mission has a second contact. */
  readonly missions: number;
  readonly lists: number;
}

const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
const codeOf = (number: number): string =>
  `${letters[Math.floor(number / letters.length)] ?? ""}${letters[number % letters.length] ?? ""}`;

const registeredParty = (code: string, now: Instant): AnyChange =>
  change(
    "party",
    code,
    undefined,
    factsOf(
      registerParty(
        {
          id: party(code),
          name: `Party ${code}`,
          kind: "STATE",
          regionalGroup: null,
          joined: { UNTOC: day("2004-01-01") },
          participation: "takes-part",
        },
        now,
      ),
    ),
  );

/** Returns the contacts of the n-th mission; it has a second contact if n is odd. */
const withContacts = (aggregate: Aggregate<"party">, number: number, now: Instant): AnyChange => {
  const at = `${aggregate.id.toLowerCase()}.example.org`;
  const mission = {
    address: address(`mission@${at}`),
    language: "en" as const,
    place: "Vienna",
    ...(number % 2 === 1 ? { secondAddress: address(`second@${at}`) } : {}),
  };
  return change("party", aggregate.id, aggregate, factsOf(setMissionContacts(aggregate.state, now)), [
    { kind: "mission", party: party(aggregate.id), mission },
  ]);
};

/** The number of subjects in one transaction. */
const together = 20;

/** Registers recipients, and writes down the letters to them, planned and not yet ordered. */
export const planMany = async (
  { store, ledger }: { readonly store: Store; readonly ledger: Pick<Ledger, "plan"> },
  { people, missions, lists }: LetterCount,
  now: Instant,
): Promise<readonly Letter[]> => {
  const commit = async (changes: readonly AnyChange[]): Promise<readonly Aggregate<AggregateKind>[]> => {
    const aggregates: Aggregate<AggregateKind>[] = [];
    for (let from = 0; from < changes.length; from += together)
      aggregates.push(...(await store.commit({ changes: changes.slice(from, from + together), by: "load", at: now })));
    return aggregates;
  };
  const codes = Array.from({ length: missions }, (_, number) => codeOf(number));
  const users = Array.from({ length: people }, (_, number) => registeredUser(number + 1, { sub: `sub-${number + 1}` }));
  await commit(users);
  const parties = await commit(codes.map((code) => registeredParty(code, now)));
  await commit(parties.map((aggregate, number) => withContacts(aggregate as Aggregate<"party">, number, now)));
  const published = codes.slice(0, lists);
  await commit(published.map((code, number) => drawOf(code, codes[number + 1] ?? "", codes[number + 2] ?? "")));
  const planned = [
    ...users.map(({ after }) => invitationOf(after, now)),
    ...published.flatMap((under) =>
      codes.map((code) =>
        plannedLetter(
          {
            content: { kind: "seat-redrawn", review: reviewId(under), from: party(code), to: party(under) },
            recipient: { kind: "mission", party: party(code) },
            party: party(code),
            plannedFor: now,
            rule: "A seat was redrawn.",
          },
          now,
        ),
      ),
    ),
  ];
  for (const letter of planned) await ledger.plan(letter);
  return planned;
};
