import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { GroupId, PartyId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { CalendarDate, Instrument } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { LotsRule } from "../model/lots.ts";
import { DecisionBody, DocumentSymbol } from "../model/review.ts";
import { NamedParty } from "./named.ts";
import { ReviewerView } from "./review.ts";

/** One draw: what the drawn party was to review, and all who could be drawn. */
const DrawView = withId("Draw", z.strictObject({ instruments: z.array(Instrument), candidates: z.array(NamedParty) }));

/** A rule that a drawing held outside breaks, with the party. */
const AcceptedDeviation = withId(
  "AcceptedDeviation",
  z.strictObject({ rule: LotsRule, party: PartyId, partyName: PartyName }),
);

/** Lots as they were drawn: one of the candidates by the seed, then one of those of each additional draw. */
export const LotsView = withId(
  "Lots",
  z.strictObject({
    seed: z.int().min(0),
    candidates: z.array(NamedParty),
    /** The missing instruments, and the candidates for them. */
    additional: z.array(DrawView).optional(),
    /** The party under review had waived that it has four reviewers at most: candidates may need a fifth. */
    limitWaived: z.literal(true).optional(),
  }),
);

/** Members of a place among the reviewing parties that passed from one party to another. */
export const placePassed = { from: PartyId, fromName: PartyName, to: PartyId, toName: PartyName } as const;

/** Changes of a redraw to the seats: the place that passed, and the effect on additional reviewers. */
const seatChanges = {
  ...placePassed,
  instruments: z.array(Instrument),
  /** Additional reviewers drawn with it, for what the newcomer lacks. */
  additional: z.array(ReviewerView),
  /** Additional reviewers that review less from then on. */
  narrowed: z.array(ReviewerView),
  /** Additional reviewers that are no longer needed. */
  leaving: z.array(NamedParty),
  /** The seed, and all who could be drawn by the rules; absent where the drawing was held outside. */
  draw: LotsView.optional(),
};

/** A seat that went to another party by lot: whose it was, and who holds it now. */
export const RedrawView = withId(
  "Redraw",
  z.strictObject({
    review: ReviewId,
    ...seatChanges,
    /** Reviews of later clusters that had not started, in which the same was changed with it. */
    changedWith: z.array(ReviewId).optional(),
    /** One of a later cluster that had not started and stays as it is, since the change would break a rule of the lots there. */
    notChangedWith: ReviewId.optional(),
    version: z.int().min(0),
  }),
);

/** A redraw as it is published. */
export const PublishedRedraw = withId(
  "PublishedRedraw",
  z.strictObject({
    drawnOn: CalendarDate,
    ...seatChanges,
    /** Of a drawing held outside: the document that records it. */
    document: DocumentSymbol.optional(),
    /** The review of the cluster before for which the lots were drawn, where they hold in this one, too. */
    carriedFrom: ReviewId.optional(),
    /** Rules that a drawing held outside breaks, with the parties; accepted. */
    deviations: z.array(AcceptedDeviation).optional(),
  }),
);

/** Lots by which a review got the reviewers that it lacked: one of the candidates of each turn, by the seed. */
export const LotsInTurnView = withId(
  "LotsInTurn",
  z.strictObject({
    seed: z.int().min(0),
    turns: z.array(DrawView),
    limitWaived: z.literal(true).optional(),
  }),
);

/** Instruments that a review took in later, and the parties drawn for them. */
const PublishedAddition = withId(
  "PublishedAddition",
  z.strictObject({
    addedOn: CalendarDate,
    instruments: z.array(Instrument),
    drawn: z.array(ReviewerView),
    /** Absent if no party was lacking. */
    draw: LotsInTurnView.optional(),
    /** The review of the cluster before that took them in, where they hold in this one, too. */
    carriedFrom: ReviewId.optional(),
    /** The review of another cluster that covered them already, where its reviewers came to this one without lots. */
    pairedAs: ReviewId.optional(),
  }),
);

/** The candidates for the reviewers of a party if it entered today. */
export const EntryPreviewView = withId(
  "EntryPreview",
  z.strictObject({
    review: ReviewId,
    party: PartyId,
    partyName: PartyName,
    group: GroupId,
    instruments: z.array(Instrument),
    ownGroup: z.array(NamedParty),
    otherGroups: z.array(NamedParty),
  }),
);

/** The origin of a review that was drawn after the lots of its group. */
export const PublishedEntry = withId(
  "PublishedEntry",
  z.strictObject({
    body: DecisionBody,
    /** The symbol of the document that holds the decision. */
    decisionDocument: DocumentSymbol,
    decidedOn: CalendarDate,
    drawnOn: CalendarDate,
    /** Absent where the draw was held outside. */
    draw: LotsInTurnView.optional(),
    document: DocumentSymbol.optional(),
    deviations: z.array(AcceptedDeviation).optional(),
  }),
);

/** The pairings of parties, with every redraw since the first drawing: any reader can repeat the draws. */
export const PairingRecord = withId(
  "PairingRecord",
  z.strictObject({
    review: ReviewId,
    party: PartyId,
    partyName: PartyName,
    ...ofCluster,
    group: GroupId,
    reviewers: z.array(ReviewerView),
    reviewerLimitWaivedOn: CalendarDate.optional(),
    redraws: z.array(PublishedRedraw),
    /** Absent of one that was drawn with its group. */
    entry: PublishedEntry.optional(),
    /** Absent where it covers what it covered from the beginning. */
    additions: z.array(PublishedAddition).optional(),
  }),
);
