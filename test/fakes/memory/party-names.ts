import { PartyId } from "../../../schemas/base/ids.ts";
import type { PartyNameStore } from "../../../lambdas/io/store/party-names.ts";
import { answer } from "./pages.ts";
import type { StoreRows } from "./rows.ts";

/** The names of parties, from their aggregates. */
export const memoryPartyNames = (aggregates: StoreRows["aggregates"]): PartyNameStore => ({
  partyNames: () =>
    answer(() => {
      const names = [...aggregates.values()].flatMap((aggregate) =>
        aggregate.kind === "party" && "name" in aggregate.state
          ? [[PartyId.parse(aggregate.id), aggregate.state.name] as const]
          : [],
      );
      return new Map(names.toSorted(([one], [other]) => (one < other ? -1 : 1)));
    }),
});
