import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import type { Instant } from "../../schemas/base/values.ts";
import type { LotsDrawn, LotsInTurn } from "../../schemas/model/lots.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { FactOf } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type {
  EntryPreviewView,
  LotsInTurnView,
  LotsView,
  PairingRecord,
  PublishedEntry,
  PublishedRedraw,
  RedrawView,
} from "../../schemas/views/lots.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import type { EntryPreview } from "../review/commands/enter-party.ts";
import type { Side } from "../lots/eligibility.ts";
import type { GroupId } from "../../schemas/base/ids.ts";
import { dayOf } from "../base/time.ts";
import { namedParties } from "./named.ts";
import { listedReview, pairingView } from "./listed-reviews.ts";

const lotsView = ({ seed, candidates, additional, limitWaived }: LotsDrawn): z.input<typeof LotsView> => ({
  seed,
  candidates: namedParties(candidates),
  ...(additional === undefined
    ? {}
    : { additional: additional.map((lots) => ({ ...lots, candidates: namedParties(lots.candidates) })) }),
  ...defined({ limitWaived }),
});

/** Lots by which a review got the reviewers that it lacked, as replies show them. */
export const lotsInTurnView = ({ seed, turns, limitWaived }: LotsInTurn): z.input<typeof LotsInTurnView> => ({
  seed,
  turns: turns.map((turn) => ({ ...turn, candidates: namedParties(turn.candidates) })),
  ...defined({ limitWaived }),
});

/** Returns the last redraw of a review, with its lots where they were drawn here. Throws where none was carried out. */
export const redrawView = (
  review: Review,
  draw: LotsDrawn | undefined,
  next: Pick<z.input<typeof RedrawView>, "changedWith" | "notChangedWith">,
  version: number,
): z.input<typeof RedrawView> => {
  const last = review.drawnAway?.at(-1);
  if (last === undefined) throw new Error(`${review.id}: no party was drawn away`);
  const turns = (review.additionalTurns ?? []).filter(
    ({ at, with: newcomer }) => at === last.at && newcomer === last.by,
  );
  const seatsOf = (part: (typeof turns)[number]["part"]) =>
    turns.filter((turn) => turn.part === part).flatMap(({ party }) => review.seats[party] ?? []);
  return {
    review: review.id,
    from: last.party,
    to: last.by,
    instruments: [...(review.seats[last.by]?.instruments ?? [])],
    additional: seatsOf("drawn"),
    narrowed: seatsOf("narrowed"),
    leaving: turns.filter(({ part }) => part === "leaving").map(({ party }) => ({ party })),
    ...(draw === undefined ? {} : { draw: lotsView(draw) }),
    ...next,
    version,
  };
};

/**
 * Returns a redraw from its fact, on the recorded or corrected day; reasons stay in the journal, since a person wrote
 * them.
 */
const publishedRedraw = (
  drawnAt: Instant | undefined,
  {
    happenedAt,
    from,
    seat,
    additional = [],
    narrowed = [],
    leaving = [],
    draw,
    document,
    deviations,
    carriedFrom,
  }: FactOf<"seat-redrawn">,
): z.input<typeof PublishedRedraw> => ({
  drawnOn: dayOf(drawnAt ?? happenedAt),
  from,
  to: seat.party,
  instruments: [...seat.instruments],
  additional: [...additional],
  narrowed: [...narrowed],
  leaving: leaving.map((party) => ({ party })),
  ...(draw === undefined ? {} : { draw: lotsView(draw) }),
  ...defined({ document, carriedFrom }),
  ...(deviations === undefined ? {} : { deviations: deviations.map(({ rule, party }) => ({ rule, party })) }),
});

/** Returns the draw of a review after the lots of its group, on the day of the draw; reasons stay in the journal. */
const publishedEntry = ({
  happenedAt,
  entry,
  draw,
  document,
  deviations,
}: FactOf<"review-drawn">): z.input<typeof PublishedEntry> | undefined =>
  entry && {
    body: entry.body,
    decisionDocument: entry.document,
    decidedOn: entry.decidedOn,
    drawnOn: dayOf(happenedAt),
    ...(draw === undefined ? {} : { draw: lotsInTurnView(draw) }),
    ...defined({ document }),
    ...(deviations === undefined ? {} : { deviations: deviations.map(({ rule, party }) => ({ rule, party })) }),
  };

/** Returns the effects of the entry of a party, as the secretariat reads them. */
export const entryPreviewView = ({ review, lots }: EntryPreview, group: GroupId): z.input<typeof EntryPreviewView> => {
  const candidatesOf = (side: Side) => namedParties(lots.find((each) => each.side === side)?.candidates ?? []);
  return {
    review: review.id,
    party: review.party,
    group,
    instruments: [...review.instruments],
    ownGroup: candidatesOf("own"),
    otherGroups: candidatesOf("other"),
  };
};

/** Returns the published record of a pairing: its present reviewers, and every redraw of its journal with the lots. */
export const pairingRecord = (
  review: Pick<Aggregate<"review">, "state" | "version">,
  entries: readonly Pick<JournalEntry, "facts">[],
): z.input<typeof PairingRecord> => {
  const facts = entries.flatMap((entry) => entry.facts);
  const additions = facts
    .filter((fact) => fact.kind === "instruments-added")
    .map(({ countedOn: addedOn, instruments, drawn = [], draw, carriedFrom, pairedAs }) => ({
      addedOn,
      instruments,
      drawn,
      ...(draw === undefined ? {} : { draw: lotsInTurnView(draw) }),
      ...defined({ carriedFrom, pairedAs }),
    }));
  // A review of a later cluster begins with what was drawn away in the one before.
  const inherited = facts.flatMap((fact) => (fact.kind === "mandates-continued" ? (fact.drawnAway ?? []) : [])).length;
  const [entry] = facts.flatMap((fact) => (fact.kind === "review-drawn" ? (publishedEntry(fact) ?? []) : []));
  return {
    ...pairingView(listedReview(review)),
    ...defined({ entry }),
    redraws: facts
      .filter((fact) => fact.kind === "seat-redrawn")
      .map((fact, at) => publishedRedraw(review.state.drawnAway?.[inherited + at]?.at, fact)),
    ...(additions.length === 0 ? {} : { additions }),
  };
};
