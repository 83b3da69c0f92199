import { documentOf, type PaperPart } from "../../../domain/papers/status-papers.ts";
import { PaperTexts } from "../../../schemas/model/paper-texts.ts";
import { PaperData } from "../../../schemas/model/paper-data.ts";
import type { StatusPaper } from "../../../schemas/model/status-paper.ts";
import { unpackPages } from "../../io/packed-pages.ts";
import type { PaperPlace } from "../../io/store/keys/papers.ts";
import type { Store } from "../../io/ports/store.ts";

/** Returns the position of a part of a paper: texts that a person added are stored next to the generated ones. */
export const placeOf = ({ id: paper, texts }: StatusPaper, part: PaperPart): PaperPlace => ({
  paper,
  ...part,
  ...(part.format === "json" || texts === undefined ? {} : { texts: texts.hash }),
});

/** Returns the texts that a person added to a paper; undefined if there are none. Throws if they are not stored. */
export const paperTexts = async (
  store: Pick<Store, "paperPages">,
  { id, texts }: Pick<StatusPaper, "id" | "texts">,
): Promise<PaperTexts | undefined> => {
  if (texts === undefined) return undefined;
  const pages = await store.paperPages({ paper: texts.paper, format: "texts", texts: texts.hash }, texts.pages);
  if (pages === undefined) throw new Error(`The texts of ${id} are not kept`);
  const kept: unknown = JSON.parse(unpackPages(pages));
  return PaperTexts.parse(kept);
};

/**
 * Returns the content of a part of a paper, with the bytes of a file in base64; undefined if it is not written. Throws
 * if a written part is not stored.
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

/** Returns the numbers of a paper, as stored when it was written. */
export const paperNumbers = async (
  store: Pick<Store, "paperPages">,
  paper: StatusPaper,
): Promise<PaperData | undefined> => {
  const text = await paperText(store, paper, { format: "json" });
  if (text === undefined) return undefined;
  const kept: unknown = JSON.parse(text);
  return PaperData.parse(kept);
};
