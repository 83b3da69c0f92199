import type { Store } from "../ports/store.ts";
import { commitTo } from "./commit.ts";
import { shareCursorSecret } from "./cursor-secret.ts";
import { savingDrafts } from "./drafts.ts";
import { savingPreviews } from "./previews.ts";
import { queries } from "./queries.ts";
import { readingItems } from "./reading.ts";
import type { Access } from "./tables.ts";

/** The store on DynamoDB. A function that was not given a table may ask only what needs none of it. */
export const dynamoStore = (access: Access): Store => {
  const read = readingItems(access, "records");
  return {
    ...queries(access, read),
    commit: commitTo(access, read),
    saveDraft: savingDrafts(access, read),
    savePreview: savingPreviews(access),
    cursorSecret: shareCursorSecret(access, read),
  };
};
