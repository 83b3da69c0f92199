import { fold } from "../../domain/audit/aggregates.ts";
import { nominate } from "../../domain/review/commands/start-review.ts";
import { reviewIdOf } from "../../schemas/base/ids.ts";
import { change, factsOf, mandateId, party, registered, userId } from "./changes.ts";
import type { Running } from "./harness.ts";

/** How many users one transaction registers, or names. */
const together = 20;
/** Numbers of users and mandates that nobody else of a test has. */
let numbers = 1_000_000;

/**
 * So many experts are named, by the parties of the pairings in turn, each with an account of their own: written behind
 * the API, in a few transactions, as naming them one by one would take minutes.
 */
export const nameExperts = async (api: Running, count: number): Promise<void> => {
  const { items } = await api.pages("/v1/pairings", undefined, 200);
  const started = items.filter(({ group }) => group === "c1-g1").map((pairing) => pairing.party);
  const people = Array.from({ length: count }, (_, place) => {
    numbers += 1;
    return { number: numbers, under: String(started[place % started.length]) };
  });
  const kept = api.kept();
  const { store, clock } = kept;
  const now = clock.now();
  try {
    for (let from = 0; from < people.length; from += together) {
      const some = people.slice(from, from + together);
      const users = some.map(({ number, under }) => registered(number, { party: under, sub: `account-${number}` }));
      await store.commit({ changes: users, by: "load", at: now });
    }
    for (const [under, ofParty] of Map.groupBy(people, (person) => person.under))
      for (let from = 0; from < ofParty.length; from += together) {
        const named = ofParty.slice(from, from + together);
        const head = await store.load("review", reviewIdOf(1, party(under)));
        if (head === undefined) throw new Error(`No review of ${under}`);
        let state = head.state;
        const facts = named.flatMap(({ number }) => {
          const nomination = {
            mandate: mandateId(number),
            user: userId(number),
            role: "expert",
            party: party(under),
            at: now,
          } as const;
          const began = factsOf(nominate(state, nomination));
          state = fold("review", state, began) ?? state;
          return began;
        });
        await store.commit({ changes: [change("review", head.id, head, facts)], by: "load", at: now });
      }
  } finally {
    kept.close();
  }
  await api.app.rest();
};
