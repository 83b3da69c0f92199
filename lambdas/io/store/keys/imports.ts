import { pageKey, type RecordKey } from "./key.ts";
import type { ImportId } from "../../../../schemas/base/ids.ts";

/** Returns the key of a page of an import's content, kept until it is applied. */
export const importPageKey = (id: ImportId, page: number): RecordKey => ({ pk: `import#${id}`, sk: pageKey(page) });
