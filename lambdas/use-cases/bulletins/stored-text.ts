import { defaultTexts } from "../../../domain/bulletins/default-texts.ts";
import { hashOfWords, wordsOf } from "../../../domain/bulletins/languages.ts";
import type { BulletinWords } from "../../../schemas/model/bulletin-text.ts";
import type { Hash, TextId, UserId } from "../../../schemas/base/ids.ts";
import type { TextVersion } from "../../../schemas/model/stored-text.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { Store } from "../../io/ports/store.ts";

export interface TextIo {
  readonly store: Pick<Store, "load" | "textVersion">;
}

/** A version of a stored text, with the latest that there is. */
export interface TextVersionFound {
  readonly id: TextId;
  readonly version: TextVersion;
  readonly latest: TextVersion;
  readonly hash: Hash;
  readonly words: BulletinWords;
  readonly writtenBy?: UserId;
  readonly writtenAt?: Instant;
}

/**
 * A version of a stored text as it was written, the latest where none is named; version 0 is what comes with the system.
 * Undefined where there is no such text or version.
 */
export const storedText = async (
  { store }: TextIo,
  id: TextId,
  wanted?: TextVersion,
): Promise<TextVersionFound | undefined> => {
  const aggregate = await store.load("text", id);
  const latest = aggregate?.version ?? 0;
  const version = wanted ?? latest;
  const byDefault = defaultTexts.get(id);
  if (version === 0) return byDefault && { id, version, latest, hash: hashOfWords(byDefault), words: byDefault };
  const kept = version > latest ? undefined : await store.textVersion(id, version);
  if (kept === undefined) return undefined;
  return {
    id,
    version,
    latest,
    hash: hashOfWords(kept),
    words: wordsOf(kept),
    writtenBy: kept.writtenBy,
    writtenAt: kept.writtenAt,
  };
};
