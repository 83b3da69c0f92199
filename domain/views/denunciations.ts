import { cycleAndClusterOf } from "../../schemas/base/ids.ts";
import type { DenunciationPreviewView } from "../../schemas/views/denunciation.ts";
import type { DenunciationPreview } from "../letters/denunciation-preview.ts";
import { namedParties, recipientView } from "./named.ts";

/** Returns the effects of a denunciation for the secretariat; the shell adds the names. */
export const denunciationPreviewView = (preview: DenunciationPreview): DenunciationPreviewView => ({
  ...preview,
  discontinued: preview.discontinued.map(({ review, stage }) => ({ review, ...cycleAndClusterOf(review), stage })),
  vacated: preview.vacated.map((review) => ({ review, ...cycleAndClusterOf(review) })),
  letters: preview.letters.map(({ content, recipient }) => ({
    kind: content.kind,
    recipient: recipientView(recipient),
  })),
  withoutAddress: namedParties(preview.withoutAddress),
});
