import { refuse } from "../../domain/base/decision.ts";
import { dayOf } from "../../domain/base/time.ts";
import { groupView } from "../../domain/views/parties.ts";
import * as api from "../../schemas/api/endpoints/groups.ts";
import { changeOf } from "../commands/execute-command.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { startGroup } from "../../domain/parties/groups.ts";

/** Groups of reviews, as registered users read them. */
export const groupRoutes = (io: RouteIo): readonly Route[] => [
  route(api.ListGroups, io, async ({ query, cursors, now }) => {
    const page = await io.store.list("group", await cursors.page(query));
    const items = page.items.map((group) => groupView(group, dayOf(now)));
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  }),

  route(api.GetGroup, io, async ({ params, now }) => {
    const group = await io.store.load("group", params.groupId);
    return group === undefined ? refuse("not-found") : { reply: groupView(group, dayOf(now)), version: group.version };
  }),
];

/** The start of a group, by the secretariat. */
export const groupStartRoute = (io: RouteIo): Route =>
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
  );
