import { PaperData } from "../../../schemas/model/paper-data.ts";
import type { PaperFormat, StatusPaper } from "../../../schemas/model/status-paper.ts";
import { unpackPages } from "../../io/packed-pages.ts";
import type { Store } from "../../io/ports/store.ts";

/**
 * What a paper says in a format, the bytes of a file in base64; undefined where it is not written in it. Throws where what
 * was written is not kept.
 */
export const paperText = async (
  store: Pick<Store, "paperPages">,
  { id, documents }: StatusPaper,
  format: PaperFormat,
): Promise<string | undefined> => {
  const written = documents.find((one) => one.format === format);
  if (written === undefined) return undefined;
  const pages = await store.paperPages({ paper: id, format }, written.pages);
  if (pages === undefined) throw new Error(`What ${id} says as ${format} is not kept`);
  return unpackPages(pages);
};

/** The numbers of a paper, as they were kept when it was written. */
export const paperNumbers = async (
  store: Pick<Store, "paperPages">,
  paper: StatusPaper,
): Promise<PaperData | undefined> => {
  const text = await paperText(store, paper, "json");
  if (text === undefined) return undefined;
  const kept: unknown = JSON.parse(text);
  return PaperData.parse(kept);
};
