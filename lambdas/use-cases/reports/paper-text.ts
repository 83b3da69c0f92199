import { documentOf, type PaperPart } from "../../../domain/papers/status-papers.ts";
import { PaperTexts } from "../../../schemas/model/paper-texts.ts";
import { PaperData } from "../../../schemas/model/paper-data.ts";
import type { StatusPaper } from "../../../schemas/model/status-paper.ts";
import { unpackPages } from "../../io/packed-pages.ts";
import type { PaperPlace, Store } from "../../io/ports/store.ts";

/** Where a part of a paper is kept: words stand beside those that were written before a person added texts. */
export const placeOf = ({ id: paper, texts }: StatusPaper, part: PaperPart): PaperPlace => ({
  paper,
  ...part,
  ...(part.format === "json" || texts === undefined ? {} : { texts: texts.hash }),
});

/** What a person added to a paper; nothing where nobody did. Throws where it is not kept. */
export const paperTexts = async (
  store: Pick<Store, "paperPages">,
  { id, texts }: Pick<StatusPaper, "id" | "texts">,
): Promise<PaperTexts> => {
  if (texts === undefined) return {};
  const pages = await store.paperPages({ paper: texts.paper, format: "texts", texts: texts.hash }, texts.pages);
  if (pages === undefined) throw new Error(`The texts of ${id} are not kept`);
  const kept: unknown = JSON.parse(unpackPages(pages));
  return PaperTexts.parse(kept);
};

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
  const pages = await store.paperPages(placeOf(paper, part), written.pages);
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
