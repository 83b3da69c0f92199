import { aggregateKey } from "../../../domain/base/hash-chain.ts";
import { PartyId } from "../../../schemas/base/ids.ts";
import type { Store } from "../../io/ports/store.ts";
import { pagesOf } from "../../io/pages.ts";
import { readableAggregates } from "../base/skip-unreadable.ts";

/**
 * Returns parties whose name in the list of all names differs from their aggregate. Both lists are eventually
 * consistent, so differences are read once more.
 */
export const partyNameViolations = async (
  store: Store,
): Promise<readonly { readonly subject: string; readonly fault: string }[]> => {
  const names = await store.partyNames();
  const unseen = new Set(names.keys());
  const doubtful: PartyId[] = [];
  for await (const aggregates of pagesOf((paging) => store.list("party", paging), 200))
    for (const { state } of aggregates) {
      unseen.delete(state.id);
      if (names.get(state.id) !== state.name) doubtful.push(state.id);
    }
  doubtful.push(...unseen);
  if (doubtful.length === 0) return [];
  const [again, aggregates] = await Promise.all([store.partyNames(), readableAggregates(store, "party", doubtful)]);
  return aggregates
    .filter(({ state }) => again.get(state.id) !== state.name)
    .map(({ id }) => ({
      subject: aggregateKey("party", id),
      fault: `${aggregateKey("party", id)}: the list of names has ${again.get(PartyId.parse(id)) ?? "no name"}, which is not the name of the aggregate (guarantee 16)`,
    }));
};
