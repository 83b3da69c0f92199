import { unlessUnreadable } from "../use-cases/base/skip-unreadable.ts";
import { placeOf } from "../../domain/bulletins/preview.ts";
import { bouncesOf, failedLetters, isLaidDown, recipientsOf } from "../../domain/bulletins/progress.ts";
import { approveBulletin, cancelBulletin, resendBulletin, resumeBulletin } from "../../domain/bulletins/bulletin.ts";
import { type Decision, refuse, type Refused } from "../../domain/base/decision.ts";
import { logicalRecipient } from "../../domain/letters/letter-id.ts";
import { bulletinDetails, bulletinView, previewedView, recipientViews } from "../../domain/views/bulletins.ts";
import type { Addressee, PreviewedAddressee } from "../../schemas/model/addressee.ts";
import type { Bulletin, BulletinPreview, BulletinWording } from "../../schemas/model/bulletin.ts";
import type { BulletinRecipientView, BulletinView, RecipientOutcome } from "../../schemas/views/bulletin.ts";
import * as api from "../../schemas/api/endpoints/bulletins.ts";
import type { BulletinId } from "../../schemas/base/ids.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { Instant, Language } from "../../schemas/base/values.ts";
import type { AnyChange, SideRecord } from "../io/ports/commit.ts";
import type { Ids } from "../io/ports/accounts.ts";
import type { Ledger } from "../io/ports/outbox.ts";
import { type CommandDecision, commandOn } from "../commands/execute-command.ts";
import { loadedUser, secondPersonAsRead } from "../commands/second-person.ts";
import { isRefused } from "../shell/http/problem.ts";
import type { Answer } from "../shell/http/answer.ts";
import { route, type Route, type RouteIo } from "../shell/http/route.ts";
import { lettersOf } from "../use-cases/bulletins/plan-pages.ts";
import { countingRecipients, orderPreviewed, recipientRecords } from "../use-cases/bulletins/order.ts";
import { previewBulletin, type PreviewIo } from "../use-cases/bulletins/preview.ts";

export interface BulletinIo extends RouteIo, PreviewIo {
  readonly store: RouteIo["store"];
  readonly ledger: Ledger;
  readonly ids: Ids;
}

type BulletinOutcome = Refused | CommandDecision<Answer<BulletinView>>;

/** Executes a command on a bulletin with the given decision, and the records next to its facts. */
const commandBulletin = async (
  { store }: BulletinIo,
  id: BulletinId,
  decide: (bulletin: Bulletin) => Decision | Promise<Decision>,
  {
    sideRecords = () => [],
    unchanged = () => [],
  }: { readonly sideRecords?: () => readonly SideRecord[]; readonly unchanged?: () => readonly AnyChange[] } = {},
): Promise<BulletinOutcome> => {
  const [aggregate, wording] = await Promise.all([store.load("bulletin", id), store.wording(id)]);
  if (aggregate === undefined || wording === undefined) return refuse("not-found");
  const decision = await decide(aggregate.state);
  return commandOn(aggregate, decision, (after) => ({ reply: bulletinView(after, wording), version: after.version }), {
    sideRecords: sideRecords(),
    mustBeUnchanged: unchanged(),
  });
};

/** The recipients of the first sending, in the order of pages. */
const firstRecipients = async ({ store }: BulletinIo, { id, rounds }: Bulletin): Promise<readonly Addressee[]> => {
  const pages: Addressee[] = [];
  for (let page = 1; page <= (rounds[0]?.pages ?? 0); page++)
    pages.push(...((await store.recipients({ bulletin: id, round: 1, page })) ?? []));
  return pages;
};

/** Orders it again for the recipients that it did not reach, according to their letters. */
const resendToUnreached = async (io: BulletinIo, id: BulletinId, now: Instant): Promise<BulletinOutcome> => {
  const aggregate = await io.store.load("bulletin", id);
  if (aggregate === undefined) return refuse("not-found");
  const letters = await lettersOf(io.ledger, id);
  const failed = new Set(failedLetters(letters).map(({ recipient }) => logicalRecipient(recipient)));
  const again = (await firstRecipients(io, aggregate.state)).filter(({ recipient }) =>
    failed.has(logicalRecipient(recipient)),
  );
  const sideRecords = recipientRecords(id, aggregate.state.rounds.length + 1, again);
  const decide = (bulletin: Bulletin): Decision => {
    const decision = resendBulletin(bulletin, { recipients: again.length, pages: sideRecords.length }, now);
    if (!decision.ok && decision.refusal === "wrong-bulletin-state") return decision;
    return isLaidDown(bulletin, letters) ? decision : refuse("bulletin-under-way");
  };
  return commandBulletin(io, id, decide, { sideRecords: () => sideRecords });
};

/** Returns one page of recipients with the requested result, from a position on. */
const recipientPage = async (
  { store }: BulletinIo,
  bulletin: Bulletin,
  letters: readonly Letter[],
  wanted: { readonly from: number; readonly limit: number; readonly outcome?: RecipientOutcome | undefined },
): Promise<{ readonly items: BulletinRecipientView[]; readonly next?: number }> => {
  const items: BulletinRecipientView[] = [];
  const all = recipientsOf(bulletin);
  for (let at = wanted.from; at < all;) {
    const { page, place } = placeOf(at);
    const listed = (await store.recipients({ bulletin: bulletin.id, round: 1, page })) ?? [];
    for (const { view, isChosen } of recipientViews(listed.slice(place), letters, wanted.outcome)) {
      if (items.length === wanted.limit) return { items, next: at };
      at += 1;
      if (isChosen) items.push(view);
    }
    if (listed.length <= place) throw new Error(`Bulletin ${bulletin.id} lacks recipients of page ${page}`);
  }
  return { items };
};

/**
 * Returns one page of previewed recipients in the requested language, from a position on; undefined if a stored page is
 * missing.
 */
const previewedPage = async (
  { store }: BulletinIo,
  { hash, recipients }: BulletinPreview,
  wanted: { readonly from: number; readonly limit: number; readonly language?: Language | undefined },
): Promise<{ readonly items: readonly PreviewedAddressee[]; readonly next?: number } | undefined> => {
  const { limit, language } = wanted;
  const items: PreviewedAddressee[] = [];
  for (let at = wanted.from; at < recipients;) {
    const { page, place } = placeOf(at);
    const listed = (await store.previewPage(hash, page)) ?? [];
    if (listed.length <= place) return undefined;
    for (const one of listed.slice(place)) {
      if (items.length === limit) return { items, next: at };
      at += 1;
      if (language === undefined || one.language === language) items.push(one);
    }
  }
  return { items };
};

/** Returns the position at which a list continues: the number of the recipient in the cursor. */
const numberOf = (after: string | undefined): number => (after === undefined ? 0 : Number(after));

const previewBulletinRoute = (io: BulletinIo): Route =>
  route(api.PreviewBulletin, io, async ({ body, actor, now }) => {
    // A preview keeps rows, and records no fact.
    const { countCommand } = await import("../shell/http/allowances.ts");
    await countCommand(io.store, actor, now);
    const preview = await previewBulletin(io, body, actor.id, now);
    return isRefused(preview) ? preview : { reply: preview };
  });

const listPreviewRecipientsRoute = (io: BulletinIo): Route =>
  route(api.ListPreviewRecipients, io, async ({ params, query, cursors, now }) => {
    const preview = await io.store.preview(params.hash, now);
    if (preview === undefined) return refuse("not-found");
    const { limit, textLanguage: language, cursor } = query;
    const from = numberOf((await cursors.open(cursor)).after);
    const found = await previewedPage(io, preview, { from, limit, language });
    if (found === undefined) return refuse("not-found");
    const { items, next } = found;
    return {
      reply: { items: items.map(previewedView), ...(await cursors.seal(next === undefined ? undefined : `${next}`)) },
    };
  });

const orderBulletinRoute = (io: BulletinIo): Route =>
  route(api.OrderBulletin, io, async ({ body, actor, now, change }) => {
    const id = io.ids.bulletin();
    const needsSecondPerson = countingRecipients(io.store, actor.id, now);
    return change(async () => {
      const preview = await io.store.preview(body.preview, now);
      if (preview === undefined) return refuse("preview-expired");
      const earlier = await io.store.orderOf(preview.hash);
      if (earlier !== undefined) return refuse("preview-used", { bulletin: earlier });
      const order = await orderPreviewed(
        io,
        id,
        preview,
        { by: actor.id, sendAt: body.sendAt, needsSecondPerson },
        now,
      );
      if (!order.ok) return order;
      const { version } = order.outcome;
      const outcome = {
        reply: bulletinView(order.outcome, order.outcome.wording),
        version,
        location: `/v1/bulletins/${id}`,
      };
      return { ...order, outcome };
    });
  });

/**
 * Returns the text of a bulletin, written with its order. Returns undefined if the row is missing or unreadable, which
 * is logged.
 */
const readableWording = async ({ store }: BulletinIo, id: BulletinId): Promise<BulletinWording | undefined> => {
  let wording: BulletinWording | undefined;
  await unlessUnreadable(id, async () => {
    wording = await store.wording(id);
  });
  return wording;
};

const listBulletinsRoute = (io: BulletinIo): Route =>
  route(api.ListBulletins, io, async ({ query, cursors }) => {
    const page = await io.store.list("bulletin", await cursors.page(query));
    // Requested together, the texts of a page need few read requests.
    const wordings = await Promise.all(page.items.map(({ state }) => readableWording(io, state.id)));
    const items = page.items.flatMap((aggregate, place) => {
      const wording = wordings[place];
      return wording === undefined ? [] : [bulletinView(aggregate, wording)];
    });
    return { reply: { items, ...(await cursors.seal(page.next)) } };
  });

const getBulletinRoute = (io: BulletinIo): Route =>
  route(api.GetBulletin, io, async ({ params: { bulletinId }, actor, now }) => {
    const aggregate = await io.store.load("bulletin", bulletinId);
    const wording = await io.store.wording(bulletinId);
    if (aggregate === undefined || wording === undefined) return refuse("not-found");
    const [{ state: orderer }, letters] = await Promise.all([
      loadedUser(io.store, aggregate.state.orderedBy),
      lettersOf(io.ledger, bulletinId),
    ]);
    return { reply: bulletinDetails(aggregate, wording, { actor, orderer, letters, now }), version: aggregate.version };
  });

const listBulletinRecipientsRoute = (io: BulletinIo): Route =>
  route(api.ListBulletinRecipients, io, async ({ params: { bulletinId }, query, cursors }) => {
    const aggregate = await io.store.load("bulletin", bulletinId);
    if (aggregate === undefined) return refuse("not-found");
    const { limit, outcome, cursor } = query;
    const from = numberOf((await cursors.open(cursor)).after);
    const letters = await lettersOf(io.ledger, bulletinId);
    const { items, next } = await recipientPage(io, aggregate.state, letters, { from, limit, outcome });
    return { reply: { items, ...(await cursors.seal(next === undefined ? undefined : `${next}`)) } };
  });

const approveBulletinRoute = (io: BulletinIo): Route =>
  route(api.ApproveBulletin, io, async ({ params, actor, now, change }) =>
    change(() => {
      const asRead: AnyChange[] = [];
      const decide = async (bulletin: Bulletin): Promise<Decision> => {
        const { people, unchanged } = await secondPersonAsRead(io.store, actor.id, bulletin.orderedBy);
        asRead.push(...unchanged);
        return approveBulletin(bulletin, people, now);
      };
      return commandBulletin(io, params.bulletinId, decide, { unchanged: () => asRead });
    }),
  );

const cancelBulletinRoute = (io: BulletinIo): Route =>
  route(api.CancelBulletin, io, async ({ params, now, change }) =>
    change(() =>
      commandBulletin(io, params.bulletinId, async (bulletin) =>
        cancelBulletin(bulletin, await lettersOf(io.ledger, bulletin.id), now),
      ),
    ),
  );

const resumeBulletinRoute = (io: BulletinIo): Route =>
  route(api.ResumeBulletin, io, async ({ params, now, change }) =>
    change(() =>
      commandBulletin(io, params.bulletinId, async (bulletin) =>
        resumeBulletin(bulletin, bouncesOf(await lettersOf(io.ledger, bulletin.id)), now),
      ),
    ),
  );

const resendBulletinRoute = (io: BulletinIo): Route =>
  route(api.ResendBulletin, io, async ({ params, now, change }) =>
    change(() => resendToUnreached(io, params.bulletinId, now)),
  );

/** Notifications to many: previewed, ordered by what was previewed, approved, followed, given up, sent again. */
export const bulletinRoutes = (io: BulletinIo): readonly Route[] => [
  previewBulletinRoute(io),
  listPreviewRecipientsRoute(io),
  orderBulletinRoute(io),
  listBulletinsRoute(io),
  getBulletinRoute(io),
  listBulletinRecipientsRoute(io),
  approveBulletinRoute(io),
  cancelBulletinRoute(io),
  resumeBulletinRoute(io),
  resendBulletinRoute(io),
];
