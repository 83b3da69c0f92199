import type { SideRecord } from "../../../lambdas/io/ports/commit.ts";
import type { BulletinStore } from "../../../lambdas/io/store/bulletin-records.ts";
import type { Addressee } from "../../../schemas/model/addressee.ts";
import type { BulletinPlace, BulletinPreview, BulletinWording } from "../../../schemas/model/bulletin.ts";
import type { BulletinId, TextId } from "../../../schemas/base/ids.ts";
import type { PresidentsReminders } from "../../../schemas/model/presidents-reminders.ts";
import type { WrittenText } from "../../../schemas/model/stored-text.ts";
import { answer, rowOf } from "./pages.ts";

type BesideBulletin = Extract<
  SideRecord,
  { kind: "preview-order" | "presidents-reminders" | "wording" | "recipients" | "text" }
>;

const kinds: ReadonlySet<string> = new Set([
  "preview-order",
  "presidents-reminders",
  "wording",
  "recipients",
  "text",
] satisfies BesideBulletin["kind"][]);
export const isOfBulletin = (part: SideRecord): part is BesideBulletin => kinds.has(part.kind);
/** Returns the bulletin, or the stored text, to which a record belongs. */
export const bulletinOf = (part: BesideBulletin): BulletinId | TextId => {
  if (part.kind === "text") return part.text;
  return part.kind === "recipients" ? part.place.bulletin : part.bulletin;
};

/** Returns the rows of previews and of bulletins' side records, by key: none yet. */
export const noBulletinRows = () => ({
  previews: new Map<string, BulletinPreview>(),
  orders: new Map<string, BulletinId>(),
  reminders: new Map<"sent", PresidentsReminders>(),
  pages: new Map<string, readonly Addressee[]>(),
  wordings: new Map<string, BulletinWording>(),
  texts: new Map<string, WrittenText>(),
  frozen: new Map<string, readonly Addressee[]>(),
});
type BulletinRows = ReturnType<typeof noBulletinRows>;

/** Returns the store's methods for previews and bulletins' side records, over a few maps. */
export const memoryBulletins = ({ previews, orders, reminders, pages, wordings, texts, frozen }: BulletinRows) => {
  const placeKey = ({ bulletin, round, page }: BulletinPlace) => `${bulletin}#${round}#${page}`;
  const found = <Value>(map: ReadonlyMap<string, Value>, key: string): Promise<Value | undefined> =>
    answer(() => (map.has(key) ? (rowOf(map.get(key)) as Value) : undefined));

  const previewStore: BulletinStore = {
    savePreview: (preview, listed) =>
      answer(() => {
        for (const [place, addressees] of listed.entries())
          pages.set(`${preview.hash}#${place + 1}`, rowOf(addressees));
        previews.set(preview.hash, rowOf(preview));
      }),
    preview: async (hash, now) => {
      const preview = await found(previews, hash);
      return preview === undefined || preview.expiresAt <= now ? undefined : preview;
    },
    orderOf: (preview) => found(orders, preview),
    presidentsReminders: () => found(reminders, "sent"),
    previewPage: (hash, page) => found(pages, `${hash}#${page}`),
    wording: (bulletin) => found(wordings, bulletin),
    textVersion: (text, version) => found(texts, `${text}#${version}`),
    recipients: (place) => found(frozen, placeKey(place)),
  };
  return {
    previewStore,
    put: (part: BesideBulletin): void => {
      if (part.kind === "preview-order") orders.set(part.preview, part.bulletin);
      else if (part.kind === "presidents-reminders") reminders.set("sent", rowOf(part.reminders));
      else if (part.kind === "wording") wordings.set(part.bulletin, rowOf(part.wording));
      else if (part.kind === "text") texts.set(`${part.text}#${part.version}`, rowOf(part.written));
      else frozen.set(placeKey(part.place), rowOf(part.addressees));
    },
  };
};
