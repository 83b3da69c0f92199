import { describe, expect, test } from "vitest";
import { fr } from "../../../domain/letters/messages/fr.ts";

/** Returns the words of a message without its placeholders and without quotations from a page in English. */
const wordsOf = (message: string): string =>
  message.replace(/\{[\w.-]+\}/gu, "").replace(/«\u00A0(?:Forgot password|A compromised account)\u00A0»/gu, "");

describe("the messages of letters in French", () => {
  test.each(Object.entries(fr))("leave no English word, and no mark that a line could begin with: %s", (_, message) => {
    expect(wordsOf(message)).not.toMatch(/\b(?:the|of|and|your|you|was|were|under|review|cluster|secretariat|by)\b/iu);
    expect(message).not.toMatch(/[^\u00A0][:;?!»](?:\s|$)|«(?!\u00A0)/u);
  });

  test.each(Object.entries(fr))("join no article to a name that has its own: %s", (_, message) => {
    expect(message).not.toMatch(
      /(?:\b(?:de|du|des|à|au|aux|la|le|les)|[dl]’) ?\{(?:party|under|left|to|from|by|representation|mission|review|reviews)(?:_[a-z]+)?\}/u,
    );
  });
});
