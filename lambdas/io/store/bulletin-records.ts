import type { Store } from "../ports/store.ts";
import * as keys from "./keys.ts";
import type { ReadItem } from "./item-reader.ts";
import {
  readAddressees,
  readOrder,
  readPresidentsReminders,
  readPreview,
  readPreviewPage,
  readWording,
  readWrittenText,
} from "./rows/bulletins.ts";

/** The texts of bulletins, and their recipients. */
export const bulletinRecords = (
  read: ReadItem,
): Pick<
  Store,
  "preview" | "orderOf" | "presidentsReminders" | "previewPage" | "wording" | "textVersion" | "recipients"
> => ({
  preview: async (hash, now) => {
    const found = await read(keys.previewKey(hash), readPreview);
    return found === undefined || found.expiresAt <= now ? undefined : found;
  },
  orderOf: (preview) => read(keys.previewOrderKey(preview), readOrder),
  presidentsReminders: () => read(keys.presidentsRemindersKey, readPresidentsReminders),
  previewPage: (hash, number) => read(keys.previewPageKey(hash, number), readPreviewPage),
  wording: (bulletin) => read(keys.wordingKey(bulletin), readWording),
  textVersion: (text, version) => read(keys.textKey(text, version), readWrittenText),
  recipients: (place) => read(keys.recipientsKey(place), readAddressees),
});
