import { lettersToSettle } from "../../domain/bulletins/progress.ts";
import { refuseSettling, settleBulletin } from "../../domain/bulletins/bulletin.ts";
import { refuse, type Refused } from "../../domain/base/decision.ts";
import { needsSettlement } from "../../domain/letters/lifecycle.ts";
import { bulletinView } from "../../domain/views/bulletins.ts";
import { letterView } from "../../domain/views/letters.ts";
import type { Bulletin } from "../../schemas/model/bulletin.ts";
import * as api from "../../schemas/api/endpoints/settlements.ts";
import { commandOn } from "../commands/execute-command.ts";
import { isRefused } from "../shell/http/problem.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import type { Timers } from "../io/ports/schedules.ts";
import { reportSettled } from "../use-cases/bulletins/completion.ts";
import { lettersOf, readAgain } from "../use-cases/bulletins/plan-pages.ts";
import { settleAlone, type SettlementIo, settleTogether } from "../use-cases/sending/settle-letters.ts";

export type SettlementRouteIo = RouteIo & SettlementIo & { readonly timers: Timers };

/** Routes by which a person settles letters of unknown delivery: one letter, or all of a bulletin. */
export const settlementRoutes = (io: SettlementRouteIo): readonly Route[] => [
  route(api.SettleLetter, io, async ({ params, body, actor, now }) => {
    const settled = await settleAlone(io, params.letterId, { ...body, by: actor.id }, now);
    if (!settled.ok) return settled;
    await reportSettled(io, settled.letter);
    return { reply: letterView(settled.letter) };
  }),

  route(api.SettleBulletin, io, async ({ params: { bulletinId }, body, actor, now, change }) => {
    const letters = await lettersOf(io.ledger, bulletinId);
    const rows = await readAgain(io.ledger, lettersToSettle(letters));
    const unsettledLetters = rows.filter(needsSettlement);
    const isRepeat = [...letters, ...rows].some(({ settlement }) => settlement?.outcome === body.outcome);
    // The bulletin changes before its letters do. After a crash in between, the breaker and the sweep treat it as being
    // sent, and its letters still wait for the caller's next attempt.
    const answer = await change(async () => {
      const [aggregate, wording] = await Promise.all([
        io.store.load("bulletin", bulletinId),
        io.store.wording(bulletinId),
      ]);
      if (aggregate === undefined || wording === undefined) return refuse("not-found");
      const refused = refuseSettling(aggregate.state);
      if (refused !== undefined) return refused;
      if (unsettledLetters.length === 0 && !isRepeat) return nothingToSettle(aggregate.state);
      const decision = settleBulletin(
        aggregate.state,
        { outcome: body.outcome, letters: unsettledLetters.length },
        now,
      );
      return commandOn(aggregate, decision, (after) => ({
        reply: bulletinView(after, wording),
        version: after.version,
      }));
    });
    if (isRefused(answer) || unsettledLetters.length === 0) return answer;
    const settled = await settleTogether(io, unsettledLetters, { ...body, by: actor.id }, now);
    await io.timers.fire({ settled: bulletinId });
    if (settled > 0) return answer;
    const aggregate = await io.store.load("bulletin", bulletinId);
    return aggregate === undefined ? refuse("not-found") : nothingToSettle(aggregate.state);
  }),
];

/** Refuses because no letter of a bulletin waits for a person, or all were settled or reported meanwhile. */
const nothingToSettle = ({ state }: Bulletin): Refused => refuse("nothing-to-settle", { state });
