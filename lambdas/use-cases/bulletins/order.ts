import { pagesOf, previewHash } from "../../../domain/bulletins/preview.ts";
import { needsApproval, orderBulletin } from "../../../domain/bulletins/bulletin.ts";
import { refuse, type Refused } from "../../../domain/base/decision.ts";
import { hashOfWords, wordsOf } from "../../../domain/bulletins/languages.ts";
import { inForce } from "../../../domain/base/settings.ts";
import { recipientsPerDay } from "../../../domain/policy/bulletins.ts";
import { previewRetention } from "../../../domain/policy/retention.ts";
import { dayOf, later } from "../../../domain/base/time.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { Bulletin, BulletinWording } from "../../../schemas/model/bulletin.ts";
import type { BulletinId, Hash, UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { SideRecord } from "../../io/ports/commit.ts";
import type { Store } from "../../io/ports/store.ts";
import { changeOf, type CommandDecision } from "../../commands/execute-command.ts";
import { type AudienceStore, resolveAudience } from "./resolve-audience.ts";

interface OrderIo {
  readonly store: AudienceStore;
}

/** Returns the recipients of a bulletin in pages, as records next to it. */
export const recipientRecords = (
  bulletin: BulletinId,
  round: number,
  addressees: readonly Addressee[],
): readonly SideRecord[] =>
  pagesOf(addressees).map((page, place) => ({
    kind: "recipients",
    place: { bulletin, round, page: place + 1 },
    addressees: page,
  }));

/** The previewed audience and texts, with the hash over these and every recipient. */
type Preview = BulletinWording & {
  readonly hash: Hash;
  readonly content?: Hash | undefined;
  /** The end of a preview's storage, and of its order; absent if no preview was stored. */
  readonly expiresAt?: Instant | undefined;
};

/** A bulletin as it is ordered, of its first version. */
export interface OrderedBulletin {
  readonly state: Bulletin;
  readonly version: number;
  readonly wording: BulletinWording;
}

/**
 * Returns the order of a preview, which is possible once: the order remains stored while the preview could be quoted.
 */
const previewOrder = (bulletin: BulletinId, preview: Hash, expiresAt: Instant): SideRecord => ({
  kind: "preview-order",
  bulletin,
  preview,
  until: later(later(expiresAt, previewRetention), { hours: 1 }),
});

/**
 * Returns true if a bulletin with this number of recipients would need a second person if the officer ordered it now.
 */
export const wouldNeedApproval = async (
  store: Pick<Store, "usedOn">,
  by: UserId,
  recipients: number,
  now: Instant,
): Promise<boolean> => needsApproval(recipients, now, (await store.usedOn({ of: by, day: dayOf(now) })).recipients);

/**
 * Counts the recipients of one order to what the officer may write to in a day alone, once however often the order is decided
 * on: returns whether it needs a second person, whose orders are not counted. Orders of one moment count one after another.
 */
export const countingRecipients = (
  store: Pick<Store, "spend">,
  by: UserId,
  now: Instant,
): ((recipients: number) => Promise<boolean>) => {
  let counted: Promise<boolean> | undefined;
  const day = dayOf(now);
  const most = inForce(recipientsPerDay, day);
  const spend = (amount: number) => store.spend({ of: by, day, counts: { recipients: { amount, most } } });
  return async (recipients) => !(await (counted ??= spend(recipients)));
};

interface Order {
  readonly by: Bulletin["orderedBy"];
  readonly sendAt?: Instant | undefined;
  /** Returns true if this number of recipients needs a second person. */
  readonly needsSecondPerson: (recipients: number) => Promise<boolean>;
  /** Further records next to the bulletin. */
  readonly sideRecords?: readonly SideRecord[];
}

/** Orders a previewed bulletin if its audience is unchanged; it is sent immediately if no time is given. */
export const orderPreviewed = async (
  io: OrderIo,
  id: BulletinId,
  { audience, stored, hash, content = hash, expiresAt, ...preview }: Preview,
  { by, sendAt, needsSecondPerson, sideRecords = [] }: Order,
  now: Instant,
): Promise<Refused | CommandDecision<OrderedBulletin>> => {
  const named = stored === undefined ? {} : { stored };
  const words = wordsOf(preview);
  const wording = { audience, ...words, ...named };
  const addressees = await resolveAudience(io, audience, now);
  const recipients = addressees.length;
  if (previewHash(wording, addressees) !== content) return refuse("preview-changed", { recipients });
  const recipientPages = recipientRecords(id, 1, addressees);
  const about = {
    bulletin: id,
    preview: hash,
    text: hashOfWords(words),
    ...named,
    recipients,
    pages: recipientPages.length,
  };
  const order = { ...about, orderedBy: by, sendAt };
  // What is refused anyhow uses nothing of the day.
  const possible = orderBulletin(order, now);
  if (!possible.ok) return possible;
  const decision = orderBulletin(order, now, await needsSecondPerson(recipients));
  if (!decision.ok) return decision;
  const kept = { kind: "wording", bulletin: id, wording } as const;
  const onceOrdered = expiresAt === undefined ? [] : [previewOrder(id, hash, expiresAt)];
  const change = changeOf("bulletin", id, undefined, decision.facts, [
    kept,
    ...onceOrdered,
    ...sideRecords,
    ...recipientPages,
  ]);
  return { ok: true, changes: [change], outcome: { state: change.after, version: 1, wording } };
};
