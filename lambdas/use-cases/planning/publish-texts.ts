import { publishedHashes } from "../../../domain/views/texts.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { Store } from "../../io/ports/store.ts";
import { all } from "../../io/pages.ts";

type TextStore = Pick<Store, "load" | "publishDocuments" | "reviewsInStage">;

const publish = (store: TextStore, { state }: Aggregate<"review">): Promise<void> =>
  store.publishDocuments(state.id, publishedHashes(state));

/** Copies the texts that are published of a concluded review to where the function for the public reads them. */
export const publishTextsOf = async (store: TextStore, id: string): Promise<void> => {
  const review = await store.load("review", id);
  if (review?.state.stage === "concluded") await publish(store, review);
};

/** Publishes the texts of every concluded review. */
export const publishAllTexts = async (store: TextStore): Promise<void> => {
  for (const review of await all((paging) => store.reviewsInStage("concluded", paging))) await publish(store, review);
};
