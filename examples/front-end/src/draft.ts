import { type Answer, type Api, answerOf, ifMatchOf } from "@review-mechanism/client";
import type { Draft, Me } from "@review-mechanism/client/api-types";
import { ApiProblem } from "@review-mechanism/client/problem";
import { area, element, on, show, write } from "./page.ts";

/**
 * Shows the answers of a party, drafted by several people at once: no text is lost, and none is overwritten unseen.
 */
export const showDraft = async (api: Api, { services }: Me): Promise<void> => {
  const own = services.flatMap(({ reviews }) => reviews).find(({ seatRole }) => seatRole === "under-review");
  if (own === undefined) return;
  const path = { reviewId: own.review, instrument: "UNTOC" } as const;
  const address = "/v1/reviews/{reviewId}/answers/drafts/{instrument}";
  const read = (): Promise<Answer<Draft>> => answerOf(api.GET(address, { params: { path } }));

  let latest = await read();
  area("draft-text").value = latest.body.text ?? "";
  show("draft", true);
  write("draft-version", `Version ${latest.body.version}`);

  const save = async (text: string): Promise<string> => {
    try {
      latest = await answerOf(api.PUT(address, { params: { path, header: ifMatchOf(latest) }, body: { text } }));
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.kind !== "stale-version") throw error;
      // Another user has saved meanwhile (412). Both texts are shown; the next save is based on the newer one.
      latest = await read();
      const theirs = latest.body.text ?? "";
      area("theirs").value = theirs;
      area("merged").value = [theirs, ...newLines(text, theirs)].join("\n");
      show("conflict", true);
      show("save", false);
      element("merged", HTMLTextAreaElement).focus();
      return `Version ${latest.body.version} was saved by another user: read both, and save what is to stay.`;
    }
    area("draft-text").value = text;
    show("conflict", false);
    show("save", true);
    write("draft-version", `Version ${latest.body.version}`);
    return `Version ${latest.body.version} is saved.`;
  };
  on("draft-form", "submit", () => save(area("draft-text").value));
  on("conflict-form", "submit", () => save(area("merged").value));
};

/** The lines of a text that another one does not have: a merge to begin with, for a person to finish. */
const newLines = (text: string, other: string): readonly string[] => {
  const known = new Set(other.split("\n"));
  return text.split("\n").filter((line) => !known.has(line));
};
