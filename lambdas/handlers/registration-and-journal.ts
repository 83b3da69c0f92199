import { refuse } from "../../domain/base/decision.ts";
import { startGroup } from "../../domain/parties/groups.ts";
import { registerUser } from "../../domain/parties/users.ts";
import { dayOf } from "../../domain/base/time.ts";
import { groupView, personView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/secretariat.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route } from "../shell/http/route.ts";
import { verifyJournal } from "../use-cases/oversight/audit-journal.ts";
import type { NominationIo } from "./nominations.ts";

/** What the secretariat does: start groups, register users, look into journals, see who is missing. */
export const secretariatRoutes = (io: NominationIo): readonly Route[] => [
  route(api.StartGroup, io, async ({ params, body, now, change }) =>
    change(async () => {
      const group = await io.store.load("group", params.groupId);
      if (group === undefined) return refuse("not-found");
      const decision = startGroup(group.state, body.startedOn, now);
      if (!decision.ok) return decision;
      if (decision.facts.length === 0)
        return {
          ok: true,
          changes: [],
          outcome: { reply: groupView(group, dayOf(now)), version: group.version },
        };
      const start = changeOf("group", group.id, group, decision.facts);
      const version = group.version + 1;
      return {
        ok: true,
        changes: [start],
        outcome: { reply: groupView({ ...group, state: start.after, version }, dayOf(now)), version },
      };
    }),
  ),

  route(api.RegisterUser, io, async ({ body, now, change }) => {
    const id = io.ids.user();
    return change(async () => {
      if (body.party !== undefined && (await io.store.load("party", body.party)) === undefined)
        return refuse("unknown-party");
      if ((await io.store.userOfAddress(body.person.email)) !== undefined) return refuse("address-in-use");
      const { role, party, person } = body;
      const decision = registerUser({ id, role, party, gender: person.gender }, now);
      if (!decision.ok) return decision;
      return {
        ok: true,
        changes: [changeOf("user", id, undefined, decision.facts, [{ kind: "person", user: id, person }])],
        outcome: {
          reply: { id, role, ...(party === undefined ? {} : { party }), person: personView(id, person) },
        },
      };
    });
  }),

  route(api.GetReviewJournal, io, async ({ params, query, cursors }) => {
    const position = await cursors.open(query.cursor);
    const page = await io.store.journalOf("review", params.reviewId, { limit: query.limit, ...position });
    // Entries are shown also where the head is gone: it is then that they are asked for.
    if (page.items.length === 0 && (await io.store.load("review", params.reviewId)) === undefined)
      return refuse("not-found");
    const items = page.items.map(({ schema: _, subject: __, ...entry }) => entry);
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.VerifyReviewJournal, io, async ({ params }) => {
    const { head, report } = await verifyJournal(io.store, "review", params.reviewId);
    if (head === undefined && report.entries === 0) return refuse("not-found");
    return {
      reply: {
        review: params.reviewId,
        entries: report.entries,
        intact: report.intact,
        lastHash: report.end.hash,
        ...(report.intact ? {} : { firstBroken: { version: report.firstBroken.version, why: report.firstBroken.why } }),
      },
    };
  }),

  route(api.ListMissingNominations, io, async ({ query, cursors, now }) => {
    const position = await cursors.open(query.cursor);
    const page = await io.store.owing(query.kind, { limit: query.limit, ...position });
    const parties = await io.store.loadMany("party", [...new Set(page.items.map(({ party }) => party))]);
    const byId = new Map(parties.map(({ id, state }) => [id, state]));
    const items = page.items.map(({ party, review, dueAt }) => ({
      party,
      name: byId.get(party)?.name ?? party,
      regionalGroup: byId.get(party)?.regionalGroup ?? null,
      kind: query.kind,
      review,
      dueAt,
      overdue: dueAt < now,
    }));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),
];
