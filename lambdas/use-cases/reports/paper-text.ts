import { documentOf, type PaperPart } from "../../../domain/papers/status-papers.ts";
import { PaperData } from "../../../schemas/model/paper-data.ts";
import type { StatusPaper } from "../../../schemas/model/status-paper.ts";
import { unpackPages } from "../../io/packed-pages.ts";
import type { Store } from "../../io/ports/store.ts";

/**
 * What a part of a paper says, the bytes of a file in base64; undefined where it is not written. Throws where what
 * was written is not kept.
 */
export const paperText = async (
  store: Pick<Store, "paperPages">,
  paper: StatusPaper,
  part: PaperPart,
): Promise<string | undefined> => {
  const written = documentOf(paper, part);
  if (written === undefined) return undefined;
  const pages = await store.paperPages({ paper: paper.id, ...part }, written.pages);
  if (pages === undefined) throw new Error(`What ${paper.id} says as ${part.format} is not kept`);
  return unpackPages(pages);
};

/** The numbers of a paper, as they were kept when it was written. */
export const paperNumbers = async (
  store: Pick<Store, "paperPages">,
  paper: StatusPaper,
): Promise<PaperData | undefined> => {
  const text = await paperText(store, paper, { format: "json" });
  if (text === undefined) return undefined;
  const kept: unknown = JSON.parse(text);
  return PaperData.parse(kept);
};
