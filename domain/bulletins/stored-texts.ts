import type { BulletinWords } from "../../schemas/model/bulletin-text.ts";
import type { Fact } from "../../schemas/model/fact.ts";
import type { TextId, UserId } from "../../schemas/base/ids.ts";
import type { StoredText } from "../../schemas/model/stored-text.ts";
import type { Instant } from "../../schemas/base/values.ts";
import { type Decision, accept, refuse, noChange } from "../base/decision.ts";
import { checkWords, type WriterOf } from "./check-text.ts";
import { defaultTexts } from "./default-texts.ts";
import { hashOfWords } from "./languages.ts";

/**
 * Returns a stored text after a fact of its journal. Throws on a fact of another aggregate, and on a version that is
 * not the next.
 */
export const evolveText = (text: StoredText | undefined, fact: Fact): StoredText => {
  if (fact.kind !== "text-stored" || fact.version !== (text?.version ?? 0) + 1)
    throw new Error(`A text of version ${text?.version ?? 0} cannot take in the fact ${fact.kind}`);
  return {
    ...text,
    id: fact.text,
    version: fact.version,
    hash: fact.hash,
    writtenBy: fact.writtenBy,
    writtenAt: fact.happenedAt,
  };
};

/** The text to store. */
export interface NewText {
  readonly id: TextId;
  readonly words: BulletinWords;
  readonly writtenBy: UserId;
}

/**
 * Stores the next version of a text; the fact contains its hash and none of its words. Refused if no letter could be
 * written from it. No change if the latest version has these words.
 */
export const storeText = (
  before: StoredText | undefined,
  { id, words, writtenBy }: NewText,
  now: Instant,
  writerOf: WriterOf,
): Decision => {
  const problems = checkWords(words, now, writerOf);
  if (problems.length > 0) return refuse("unusable-text", { problems });
  const hash = hashOfWords(words);
  const byDefault = defaultTexts.get(id);
  const current = before?.hash ?? (byDefault === undefined ? undefined : hashOfWords(byDefault));
  if (current === hash) return noChange;
  const version = (before?.version ?? 0) + 1;
  return accept([{ kind: "text-stored", happenedAt: now, text: id, version, hash, writtenBy }]);
};
