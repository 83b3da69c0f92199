import type * as z from "zod";
import type { Instant } from "../../schemas/base/values.ts";
import type { LotsDrawn } from "../../schemas/model/lots.ts";
import type { Review } from "../../schemas/model/review.ts";
import type { FactOf } from "../../schemas/model/fact.ts";
import type { JournalEntry } from "../../schemas/model/journal-entry.ts";
import type { LotsView, PairingRecord, PublishedRedraw, RedrawView } from "../../schemas/views/review.ts";
import type { Aggregate } from "../audit/aggregates.ts";
import { dayOf } from "../base/time.ts";
import { namedParties } from "./named.ts";
import { pairingView } from "./reviews.ts";

const lotsView = ({ seed, candidates, additional, limitWaived }: LotsDrawn): z.input<typeof LotsView> => ({
  seed,
  candidates: namedParties(candidates),
  ...(additional === undefined
    ? {}
    : { additional: additional.map((lots) => ({ ...lots, candidates: namedParties(lots.candidates) })) }),
  ...(limitWaived === undefined ? {} : { limitWaived }),
});

/** The last redraw of a review as it stands, with its lots where they were drawn here. Throws where none was carried out. */
export const redrawView = (
  review: Review,
  draw: LotsDrawn | undefined,
  version: number,
): z.input<typeof RedrawView> => {
  const last = review.drawnAway?.at(-1);
  if (last === undefined) throw new Error(`${review.id}: nobody was drawn away`);
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
    version,
  };
};

/** A redraw as its fact tells it, on the day that is on record, where it was corrected; reasons stay in the journal, since a person wrote them. */
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
  ...(document === undefined ? {} : { document }),
  ...(deviations === undefined ? {} : { deviations: deviations.map(({ rule, party }) => ({ rule, party })) }),
});

/** The published record of a pairing: who reviews now, and every redraw of its journal with the lots. */
export const pairingRecord = (
  review: Aggregate<"review">,
  entries: readonly Pick<JournalEntry, "facts">[],
): z.input<typeof PairingRecord> => ({
  ...pairingView(review),
  redraws: entries
    .flatMap(({ facts }) => facts)
    .filter((fact) => fact.kind === "seat-redrawn")
    .map((fact, at) => publishedRedraw(review.state.drawnAway?.[at]?.at, fact)),
});
