import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { Hash, PartyId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { CalendarDate } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { LetterKind } from "../model/letter.ts";
import { Stage } from "../model/review.ts";
import { NamedParty, RecipientView } from "./named.ts";

/** The effects of a denunciation before it is recorded, and the hash that its order requires. */
export const DenunciationPreviewView = withId(
  "DenunciationPreview",
  z.strictObject({
    hash: Hash,
    party: PartyId,
    partyName: PartyName,
    leftOn: CalendarDate,
    /** Reviews of the party that would be discontinued, with the stage that they have reached. */
    discontinued: z.array(
      withId("ReviewDiscontinued", z.strictObject({ review: ReviewId, ...ofCluster, stage: Stage })),
    ),
    /** Reviews of other parties in which its seat would become vacant. */
    vacated: z.array(withId("SeatVacated", z.strictObject({ review: ReviewId, ...ofCluster }))),
    /** The number of its obligations that would become void. */
    obligations: z.int().min(0),
    /** The number of mandates that would end. */
    mandates: z.int().min(0),
    /** The letters that would leave. */
    letters: z.array(withId("LetterForeseen", z.strictObject({ kind: LetterKind, recipient: RecipientView }))),
    /** Parties that a letter is for, whose missions have no address on record. */
    withoutAddress: z.array(NamedParty),
  }),
);
export type DenunciationPreviewView = z.infer<typeof DenunciationPreviewView>;
