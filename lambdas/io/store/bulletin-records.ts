import type { Store } from "../ports/store.ts";
import {
  previewKey,
  previewOrderKey,
  presidentsRemindersKey,
  previewPageKey,
  wordingKey,
  textKey,
  recipientsKey,
} from "./keys/bulletins.ts";
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
    const found = await read(previewKey(hash), readPreview);
    return found === undefined || found.expiresAt <= now ? undefined : found;
  },
  orderOf: (preview) => read(previewOrderKey(preview), readOrder),
  presidentsReminders: () => read(presidentsRemindersKey, readPresidentsReminders),
  previewPage: (hash, number) => read(previewPageKey(hash, number), readPreviewPage),
  wording: (bulletin) => read(wordingKey(bulletin), readWording),
  textVersion: (text, version) => read(textKey(text, version), readWrittenText),
  recipients: (place) => read(recipientsKey(place), readAddressees),
});
