import { refuse } from "../../domain/base/decision.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import {
  correctEntry,
  type NamedThings,
  partiesNamed,
  recordEntry,
  reviewNamed,
  withdrawEntry,
} from "../../domain/registers/register-entries.ts";
import { registerEntryView } from "../../domain/views/registers.ts";
import * as api from "../../schemas/api/endpoints/registers.ts";
import type { RegisterContent } from "../../schemas/model/register.ts";
import { keptPage } from "../io/pages.ts";
import type { Ids } from "../io/ports/accounts.ts";
import type { Store } from "../io/ports/store.ts";
import { changeOf, commandOn, decidedOnVersion } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";

export interface RegisterIo extends RouteIo {
  readonly ids: Ids;
}

/** Returns the existing parties and reviews among those that an entry names. */
const thereOf = async (store: Store, content: RegisterContent): Promise<NamedThings> => {
  const review = reviewNamed(content);
  const [parties, reviews] = await Promise.all([
    store.loadMany("party", partiesNamed(content)),
    store.loadMany("review", review === undefined ? [] : [review]),
  ]);
  return {
    parties: new Set(parties.map(({ state }) => state.id)),
    reviews: new Set(reviews.map(({ state }) => state.id)),
  };
};

const entryReply = (entry: Aggregate<"register-entry">) => ({
  reply: registerEntryView(entry),
  version: entry.version,
});

const recordRoute = (io: RegisterIo): Route =>
  route(api.RecordRegisterEntry, io, async ({ body, now, change }) => {
    const id = io.ids.registerEntry();
    return change(async () => {
      const decision = recordEntry(id, body, await thereOf(io.store, body), now);
      if (!decision.ok) return decision;
      const made = changeOf("register-entry", id, undefined, decision.facts);
      const reply = registerEntryView({ state: made.after, version: 1 });
      return { ok: true, changes: [made], outcome: { reply, version: 1, location: `/v1/register-entries/${id}` } };
    });
  });

const correctionRoute = (io: RegisterIo): Route =>
  route(api.CorrectRegisterEntry, io, async ({ params, body, now, decidedOn, change }) =>
    change(async () => {
      const aggregate = decidedOnVersion(await io.store.load("register-entry", params.entryId), decidedOn());
      if (aggregate === undefined) return refuse("not-found");
      const { to: content, reason } = body;
      const decision = correctEntry(aggregate.state, { content, reason }, await thereOf(io.store, content), now);
      return commandOn(aggregate, decision, entryReply);
    }),
  );

const withdrawalRoute = (io: RegisterIo): Route =>
  route(api.ReverseRegisterEntry, io, async ({ params, body, now, decidedOn, ifMatch, change }) =>
    change(async () => {
      const aggregate = await io.store.load("register-entry", params.entryId);
      if (aggregate === undefined) return refuse("not-found");
      if (ifMatch !== undefined) decidedOnVersion(aggregate, decidedOn());
      return commandOn(aggregate, withdrawEntry(aggregate.state, body.reason, now), entryReply);
    }),
  );

/** Routes of the secretariat's other activities: recorded, corrected and withdrawn. */
export const registerRoutes = (io: RegisterIo): readonly Route[] => [
  route(api.ListRegisterEntries, io, async ({ query: { register, ...paging }, cursors }) => {
    const page = await keptPage(
      (each) => io.store.list("register-entry", each),
      ({ state }) => register === undefined || state.content.register === register,
      await cursors.page(paging),
    );
    return { reply: { items: page.items.map(registerEntryView), ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetRegisterEntry, io, async ({ params }) => {
    const aggregate = await io.store.load("register-entry", params.entryId);
    return aggregate === undefined ? refuse("not-found") : entryReply(aggregate);
  }),

  recordRoute(io),
  correctionRoute(io),
  withdrawalRoute(io),
];
