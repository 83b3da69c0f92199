import * as api from "../../schemas/api/endpoints/journal.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

/** Every journal, for the secretariat and for whoever verifies the system from outside. */
export const journalRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListJournalFeed, io, async ({ query, cursors }) => {
    const position = await cursors.open(query.cursor);
    const page = await io.store.feed(query.month, { limit: query.limit, ...position });
    const items = page.items.map(({ schema: _, ...entry }) => entry);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.ListJournalHeads, io, async ({ params, query, cursors }) => {
    const position = await cursors.open(query.cursor);
    const page = await io.store.list(params.kind, { limit: query.limit, ...position });
    const items = page.items.map(({ id, version, hash }) => ({ id, version, hash }));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetJournal, io, async ({ params, query, cursors }) => {
    const position = await cursors.open(query.cursor);
    const page = await io.store.journalOf(params.kind, params.id, { limit: query.limit, ...position });
    const items = page.items.map(({ schema: _, subject: __, ...entry }) => entry);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),
];
