import type { MandateId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { NamedParty } from "../messages/letter-wording.ts";
import type { WorkKind } from "./letter-frame.ts";
import type { LetterWriter, Phrase } from "./letter-writer.ts";
import { endOf, phrase } from "./phrases.ts";

/** An obligation as a handover brief lists it. */
export interface OpenObligation {
  readonly kind: WorkKind | "focal-point" | "experts";
  readonly dueAt: Instant;
}

const obligationPhrase = (party: NamedParty, kind: OpenObligation["kind"]): Phrase =>
  phrase(`obligation.${kind}`, { party });

/** Returns "the written feedback of Peru, due by the end of ...". */
export const openObligation = (party: NamedParty, { kind, dueAt }: OpenObligation, now: Instant): Phrase =>
  phrase(now > dueAt ? "open-obligation.was-due" : "open-obligation.due", {
    obligation: obligationPhrase(party, kind),
    kind,
    end: endOf(dueAt),
  });

/** Returns reviews by the name of the party under review. */
export const byName = <Listed extends { readonly underReview: NamedParty }>(
  writer: LetterWriter,
  reviews: readonly Listed[],
): readonly Listed[] => writer.sorted(reviews, ({ underReview }) => underReview);

/** Returns RM/access/m-... for a mandate. */
export const accessReference = ({ mandate }: { readonly mandate: MandateId }): string => `RM/access/${mandate}`;
