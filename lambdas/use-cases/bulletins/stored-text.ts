import { hashOf } from "../../../domain/base/hash.ts";
import { defaultTexts } from "../../../domain/bulletins/default-texts.ts";
import type { StoredTextView } from "../../../schemas/api/endpoints/stored-texts.ts";
import type { TextId } from "../../../schemas/base/ids.ts";
import type { TextVersion } from "../../../schemas/model/stored-text.ts";
import type { Store } from "../../io/ports/store.ts";

export interface TextIo {
  readonly store: Pick<Store, "load" | "textVersion">;
}

/**
 * A version of a stored text as it was written, the latest where none is named; version 0 is what comes with the system.
 * Undefined where there is no such text or version.
 */
export const storedText = async (
  { store }: TextIo,
  id: TextId,
  wanted?: TextVersion,
): Promise<StoredTextView | undefined> => {
  const head = await store.load("text", id);
  const latest = head?.version ?? 0;
  const version = wanted ?? latest;
  const byDefault = defaultTexts.get(id);
  if (version === 0) return byDefault && { id, version, latest, hash: hashOf(byDefault), text: byDefault };
  const kept = version > latest ? undefined : await store.textVersion(id, version);
  if (kept === undefined) return undefined;
  return {
    id,
    version,
    latest,
    hash: hashOf(kept.text),
    text: kept.text,
    writtenBy: kept.writtenBy,
    writtenAt: kept.writtenAt,
  };
};
