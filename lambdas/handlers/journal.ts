import { refuse } from "../../domain/base/decision.ts";
import { aggregateKey } from "../../domain/base/hash-chain.ts";
import * as api from "../../schemas/api/endpoints/journal.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { verifyJournal } from "../use-cases/oversight/audit-journal.ts";

/**
 * Routes of all journals, for the secretariat and for independent verifiers. The journal of one aggregate fails if an
 * entry is unreadable. Lists over all aggregates skip and log the row; a gap in the versions shows the loss.
 */
export const journalRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListJournalFeed, io, async ({ query, cursors }) => {
    const page = await io.store.feed(query.month, await cursors.page(query));
    const items = page.items.map(({ schema: _, ...entry }) => entry);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.ListJournalHeads, io, async ({ params, query, cursors }) => {
    const page = await io.store.list(params.kind, await cursors.page(query));
    const items = page.items.map(({ id, version, hash }) => ({ id, version, hash }));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetJournal, io, async ({ params, query, cursors }) => {
    const position = await cursors.open(query.cursor);
    const page = await io.store.journalOf(params.kind, params.id, { limit: query.limit, ...position });
    // Entries are also shown if the aggregate row is missing. If an aggregate has lost its entries, the list is empty.
    if (
      page.items.length === 0 &&
      query.cursor === undefined &&
      (await io.store.load(params.kind, params.id)) === undefined
    )
      return refuse("not-found");
    const items = page.items.map(({ schema: _, subject: __, ...entry }) => entry);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.VerifyJournal, io, async ({ params: { kind, id } }) => {
    const { aggregate, report } = await verifyJournal(io.store, kind, id);
    if (aggregate === undefined && report.entries === 0) return refuse("not-found");
    return {
      reply: {
        subject: aggregateKey(kind, id),
        entries: report.entries,
        intact: report.intact,
        lastHash: report.end.hash,
        ...(report.intact ? {} : { firstBroken: { version: report.firstBroken.version, why: report.firstBroken.why } }),
      },
    };
  }),
];
