import { defined } from "../../schemas/base/defined.ts";
import type { Decision, Refused } from "../../domain/base/decision.ts";
import { refuse } from "../../domain/base/decision.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { hashOf } from "../../domain/base/hash.ts";
import { dayOf } from "../../domain/base/time.ts";
import {
  approvePublication,
  completePaper,
  orderPublication,
  paperOrdered,
} from "../../domain/papers/status-papers.ts";
import { may } from "../../domain/review/permissions.ts";
import { statusPaperView } from "../../domain/views/status-papers.ts";
import * as api from "../../schemas/api/endpoints/status-papers.ts";
import type { StatusPaperId } from "../../schemas/base/ids.ts";
import { type CalendarDate, type Instant, Language } from "../../schemas/base/values.ts";
import type { PaperTexts } from "../../schemas/model/paper-texts.ts";
import type { StatusPaper } from "../../schemas/model/status-paper.ts";
import type { StatusPaperView } from "../../schemas/views/status-paper.ts";
import { changeOf, type CommandDecision, commandOn, decidedOnVersion } from "../commands/execute-command.ts";
import { secondPersonAsRead } from "../commands/second-person.ts";
import { packPages } from "../io/packed-pages.ts";
import type { Ids } from "../io/ports/accounts.ts";
import type { AnyChange } from "../io/ports/commit.ts";
import type { Store } from "../io/ports/store.ts";
import { wrongDay } from "../shell/http/counted-days.ts";
import { ProblemError } from "../shell/http/problem.ts";
import type { Answer } from "../shell/http/answer.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { everyPaper, lastPublished, papersAndLatest, upToDatePaper } from "../use-cases/reports/find-papers.ts";
import { paperTexts } from "../use-cases/reports/paper-text.ts";
import { paperContent } from "./paper-content.ts";

export interface PaperRouteIo extends RouteIo {
  readonly ids: Ids;
}

const papersPath = "/v1/reports/status";
/** The action by which the secretariat orders a paper. */
const orderAction = {
  action: "paper.order",
  operationId: "orderStatusPaper",
  method: "POST",
  path: papersPath,
} as const;

const pathOf = (id: StatusPaperId): string => `${papersPath}/${id}`;

const paperReply = (paper: Aggregate<"status-paper">) => ({ reply: statusPaperView(paper), version: paper.version });

const refuseWrongDay = (asAt: CalendarDate, now: Instant, place: { parameter: string } | { pointer: string }): void => {
  const wrong = wrongDay(asAt, dayOf(now));
  if (wrong.length > 0)
    throw new ProblemError(
      "invalid-request",
      wrong.map((message) => ({ ...place, message })),
    );
};

const orderRoute = (io: PaperRouteIo): Route =>
  route(api.OrderStatusPaper, io, async ({ body: { asAt, textsFrom }, actor, now, change }) => {
    refuseWrongDay(asAt, now, { pointer: "#/asAt" });
    const newId = io.ids.statusPaper();
    return change(async () => {
      const { papers, latest } = await papersAndLatest(io.store, asAt);
      const before = papers.filter(({ state }) =>
        textsFrom === undefined ? state.asAt === asAt : state.id === textsFrom,
      );
      if (textsFrom !== undefined && before.length === 0) return refuse("not-found");
      const texts = before.at(-1)?.state.texts;
      const known = await upToDatePaper(io.store, papers, asAt, now);
      if (known !== undefined && known.state.texts?.hash === texts?.hash) {
        return { ok: true, changes: [], outcome: { ...paperReply(known), location: pathOf(known.state.id) } };
      }
      const order = {
        id: newId,
        asAt,
        orderedBy: actor.id,
        previous: lastPublished(papers, asAt)?.id,
        languages: Language.options,
        texts,
      };
      const made = changeOf(
        "status-paper",
        newId,
        undefined,
        [paperOrdered(order, now)],
        [{ kind: "latest-paper", paper: newId, asAt, before: latest }],
      );
      const reply = statusPaperView({ state: made.after, version: 1 });
      return { ok: true, changes: [made], outcome: { reply, version: 1, location: pathOf(newId) } };
    });
  });

const listRoute = (io: RouteIo): Route =>
  route(api.ListStatusPapers, io, async ({ query: { asAt, ...query }, cursors, actor, now }) => {
    if (asAt === undefined) {
      const page = await io.store.list("status-paper", await cursors.page(query));
      return { reply: { items: page.items.map(statusPaperView), ...(await cursors.seal(page.next)) } };
    }
    refuseWrongDay(asAt, now, { parameter: "asAt" });
    const papers = (await everyPaper(io.store)).filter(({ state }) => state.asAt === asAt);
    const { after = "" } = await cursors.open(query.cursor);
    const ahead = papers.filter(({ id }) => id > after);
    const shown = ahead.slice(0, query.limit);
    const known = await upToDatePaper(io.store, papers, asAt, now);
    const mayOrder = may(actor, "paper.order", {}, now) ? { order: orderAction } : {};
    return {
      reply: {
        items: shown.map(statusPaperView),
        ...(known === undefined ? mayOrder : { upToDate: known.state.id }),
        ...(await cursors.seal(ahead.length > shown.length ? shown.at(-1)?.id : undefined)),
      },
    };
  });

type PaperOutcome = Refused | CommandDecision<Answer<StatusPaperView>>;

/** A command on a paper: what it decides, and who has to be as they were read. */
const commandPaper = async (
  store: Store,
  id: StatusPaperId,
  decide: (paper: StatusPaper) => Promise<{ readonly decision: Decision; readonly unchanged?: readonly AnyChange[] }>,
): Promise<PaperOutcome> => {
  const aggregate = await store.load("status-paper", id);
  if (aggregate === undefined) return refuse("not-found");
  const { decision, unchanged } = await decide(aggregate.state);
  return commandOn(aggregate, decision, paperReply, { mustBeUnchanged: unchanged });
};

/** Stores texts under their hash if the paper accepts them. Texts of a failed command are never read. */
const keepTexts = async (store: Store, paper: StatusPaper, texts: PaperTexts, now: Instant): Promise<Decision> => {
  const hash = hashOf(texts);
  const pages = packPages(JSON.stringify(texts));
  const decision = completePaper(paper, { paper: paper.id, hash, pages: pages.length }, now);
  if (decision.ok && decision.facts.length > 0)
    await store.savePaper({ paper: paper.id, format: "texts", texts: hash }, pages);
  return decision;
};

const completionRoute = (io: RouteIo): Route =>
  route(api.CompleteStatusPaper, io, async ({ params, body, now, decidedOn, change }) =>
    change(async () => {
      if (decidedOnVersion(await io.store.load("status-paper", params.paperId), decidedOn()) === undefined)
        return refuse("not-found");
      return commandPaper(io.store, params.paperId, async (paper) => ({
        decision: await keepTexts(io.store, paper, body, now),
      }));
    }),
  );

const publicationRoute = (io: RouteIo): Route =>
  route(api.PublishStatusPaper, io, async ({ params, actor, now, change }) =>
    change(() =>
      commandPaper(io.store, params.paperId, async (paper) => ({ decision: orderPublication(paper, actor.id, now) })),
    ),
  );

const approvalRoute = (io: RouteIo): Route =>
  route(api.ApproveStatusPaper, io, async ({ params, actor, now, change }) =>
    change(() =>
      commandPaper(io.store, params.paperId, async (paper) => {
        const orderer = paper.publicationOrder?.orderedBy ?? actor.id;
        const { people, unchanged } = await secondPersonAsRead(io.store, actor.id, orderer);
        return { decision: approvePublication(paper, people, now), unchanged };
      }),
    ),
  );

/** Status papers as registered users read them, and as the secretariat orders and publishes them. */
export const statusPaperRoutes = (io: PaperRouteIo): readonly Route[] => [
  listRoute(io),
  orderRoute(io),
  completionRoute(io),
  publicationRoute(io),
  approvalRoute(io),

  route(api.GetStatusPaper, io, async ({ params }) => {
    const aggregate = await io.store.load("status-paper", params.paperId);
    if (aggregate === undefined) return refuse("not-found");
    const { reply, version } = paperReply(aggregate);
    const texts = await paperTexts(io.store, aggregate.state);
    return { reply: { ...reply, ...defined({ texts }) }, version };
  }),

  route(api.GetStatusPaperContent, io, async ({ params, format, language }) => {
    const aggregate = await io.store.load("status-paper", params.paperId);
    if (aggregate === undefined) return refuse("not-found");
    return (
      (await paperContent(io.store, aggregate.state, { format, language })) ??
      refuse("paper-not-ready", { state: aggregate.state.state })
    );
  }),
];
