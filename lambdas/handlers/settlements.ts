import { lettersToSettle } from "../../domain/bulletin-progress.ts";
import { refuseSettling, settleBulletin } from "../../domain/bulletins.ts";
import { refuse } from "../../domain/decision.ts";
import { bulletinView } from "../../domain/views/bulletins.ts";
import { letterView } from "../../domain/views/letters.ts";
import * as api from "../../schemas/endpoints/settlements.ts";
import { changeOf } from "../shell/door.ts";
import { route, type Route, type RouteIo } from "../shell/route.ts";
import { lettersOf } from "../steps/bulletin-pages.ts";
import { type SettlementIo, settleTogether, settleUnknown } from "../steps/settle-unknown.ts";

export type SettlementRouteIo = RouteIo & SettlementIo;

/** Letters of which nobody knows whether they left, settled by a person: one of them, or all of a bulletin. */
export const settlementRoutes = (io: SettlementRouteIo): readonly Route[] => [
  route(api.SettleLetter, io, async ({ params, body, actor, now }) => {
    const settled = await settleUnknown(io, params.letterId, { ...body, by: actor.id }, now);
    return settled.ok ? { reply: letterView(settled.letter) } : settled;
  }),

  route(api.SettleBulletin, io, async ({ params: { bulletinId }, body, actor, now, change }) => {
    const found = await io.store.load("bulletin", bulletinId);
    if (found === undefined) return refuse("not-found");
    const refused = refuseSettling(found.state);
    if (refused !== undefined) return refused;
    const letters = await lettersOf(io.ledger, bulletinId);
    const waiting = lettersToSettle(letters);
    const isRepeat = letters.some(({ settlement }) => settlement?.outcome === body.outcome);
    if (waiting.length === 0 && !isRepeat) return refuse("nothing-to-settle", { state: found.state.state });
    // The rows are written first: the bulletin never says that it is settled while its letters are not.
    const settled = await settleTogether(io, waiting, { ...body, by: actor.id }, now);
    return change(async () => {
      const head = await io.store.load("bulletin", bulletinId);
      if (head === undefined) return refuse("not-found");
      const decision = settleBulletin(head.state, { outcome: body.outcome, letters: settled }, now);
      if (!decision.ok) return decision;
      if (decision.facts.length === 0)
        return { ok: true, changes: [], outcome: { reply: bulletinView(head), version: head.version } };
      const changed = changeOf("bulletin", bulletinId, head, decision.facts);
      const version = head.version + 1;
      const reply = bulletinView({ state: changed.after, version });
      return { ok: true, changes: [changed], outcome: { reply, version } };
    });
  }),
];
