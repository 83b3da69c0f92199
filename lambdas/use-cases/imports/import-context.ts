import pMap from "p-map";
import type { ImportContent } from "../../../domain/imports/sheets.ts";
import type { ImportContext } from "../../../domain/imports/plan.ts";
import type { ImportId } from "../../../schemas/base/ids.ts";
import type { Group } from "../../../schemas/model/group.ts";
import type { Review } from "../../../schemas/model/review.ts";
import type { EmailAddress } from "../../../schemas/base/values.ts";
import type { User } from "../../../schemas/model/user.ts";
import { all } from "../../io/pages.ts";
import type { Store } from "../../io/ports/store.ts";
import { everyReview } from "../planning/every-review.ts";

type ContextStore = Pick<Store, "list" | "userOfAddress" | "loadMany" | "missions" | "persons">;

/** The number of addresses that are read in parallel. */
const maxConcurrency = 16;

const usersOf = async (
  store: ContextStore,
  addresses: readonly EmailAddress[],
): Promise<ReadonlyMap<EmailAddress, User>> => {
  const holders = await pMap(addresses, async (address) => [address, await store.userOfAddress(address)] as const, {
    concurrency: maxConcurrency,
  });
  const aggregates = await store.loadMany(
    "user",
    holders.flatMap(([, user]) => user ?? []),
  );
  const byId = new Map<string, User>(aggregates.map(({ id, state }) => [id, state]));
  return new Map(
    holders.flatMap(([address, id]) => {
      const user = id === undefined ? undefined : byId.get(id);
      return user === undefined ? [] : [[address, user] as const];
    }),
  );
};

/**
 * Returns the current data against which an import is checked, without the groups and reviews that it has created. An
 * import that continues after an interruption thus finds their positions as at first.
 */
export const loadImportContext = async (
  store: ContextStore,
  content: ImportContent,
  own: ImportId,
): Promise<ImportContext> => {
  const isOthers = ({ import: id }: Pick<Review | Group, "import">): boolean => id !== own;
  const [parties, groups, phases, reviews, users, missions] = await Promise.all([
    all((paging) => store.list("party", paging), 200),
    all((paging) => store.list("group", paging)),
    all((paging) => store.list("phase", paging)),
    everyReview(store),
    usersOf(store, [...new Set(content.people.map(({ email }) => email))]),
    store.missions(content.missions.map(({ party }) => party)),
  ]);
  return {
    parties: parties.map(({ state }) => state),
    groups: groups.map(({ state }) => state).filter(isOthers),
    phases: phases.map(({ state }) => state),
    reviews: reviews.filter(isOthers),
    users,
    persons: await store.persons([...users.values()].map(({ id }) => id)),
    missions,
  };
};
