import type { PairedGroup } from "../../schemas/model/data-files.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import { inLotsOrder } from "../chance.ts";
import { castTakeOver, type TakeOverCast } from "./cast.ts";
import { peopleRow, type PeopleRow, servicesOf, type TakenService } from "./people-rows.ts";
import type { StatusPaper } from "./status-paper.ts";
import { isOfGroup, type StepRow, stepsOf } from "./step-rows.ts";

/** The sheets of one group, as an import takes them. */
export interface GroupSheets {
  readonly group: PairedGroup;
  readonly pairings: readonly PeopleRow[];
  readonly people: readonly PeopleRow[];
  readonly steps: readonly StepRow[];
  readonly delays: readonly StepRow[];
  readonly redraws: readonly PeopleRow[];
}

/** A made-up state on the day of the paper that has the paper's counts, with who serves and how far each review is. */
export interface TakeOverState {
  readonly cast: TakeOverCast;
  readonly services: readonly TakenService[];
  readonly sheets: readonly GroupSheets[];
}

const pairingRows = ({ number, plannedFor, reviews }: PairedGroup): readonly PeopleRow[] =>
  reviews.flatMap(({ party: reviewOf, seats }) =>
    seats.map(({ party, role, instruments }) => ({
      cluster: "1",
      group: String(number),
      planned_for: plannedFor,
      started_on: plannedFor,
      review_of: reviewOf,
      party,
      role,
      instruments: instruments.join(" "),
    })),
  );

/**
 * Number of parties with a request for a redraw, made up: the paper names four meetings at which lots were drawn
 * again, and no number.
 */
const askedForRedraws = 6;

const redrawRows = (group: PairedGroup, seed: number): readonly PeopleRow[] => {
  const parties: readonly PartyId[] = group.reviews.map(({ party }) => party);
  return inLotsOrder(seed, parties, (party) => `redraw ${party}`)
    .slice(0, askedForRedraws / 3)
    .map((party) => ({ party, asked: "1" }));
};

/** The state, group by group: made up from a seed over a pairing, and counted as the paper counts. */
export const takeOverState = (groups: readonly PairedGroup[], paper: StatusPaper, seed: number): TakeOverState => {
  const cast = castTakeOver(groups, paper, seed);
  const services = servicesOf(groups, cast, paper, seed);
  const { steps, delays } = stepsOf(groups, cast, services, paper, seed);
  const sheets = groups.map((group): GroupSheets => {
    const isHere = isOfGroup(group);
    return {
      group,
      pairings: pairingRows(group),
      people: services.filter(({ reviews: [review] }) => isHere(review === undefined ? {} : { review })).map(peopleRow),
      steps: steps.filter(isHere),
      delays: delays.filter(isHere),
      redraws: redrawRows(group, seed),
    };
  });
  return { cast, services, sheets };
};
