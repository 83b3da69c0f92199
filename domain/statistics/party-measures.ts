import { Instrument } from "../../schemas/base/values.ts";
import type { JoiningDates, PartyKind } from "../../schemas/model/party.ts";
import { earliestStart } from "../base/settings.ts";
import { dayOf, startOfDay } from "../base/time.ts";
import { joinedBy } from "../lots/instruments.ts";
import type { Definition } from "./measure.ts";
import { type InstrumentsFrom, type Occurrence, ofParty, seatsHeld } from "./occurrences.ts";
import type { MechanismHistory } from "./mechanism-history.ts";

const byRegion = [["regionalGroup"]] as const;
const byPlace = [["cluster"], ["group"], ["regionalGroup"]] as const;

/** Returns the instruments that a party had joined, from each day on which it joined one. */
const instrumentsJoined = (joined: JoiningDates): readonly InstrumentsFrom[] =>
  [...new Set(Object.values(joined))].toSorted().map((day) => ({
    from: startOfDay(day),
    instruments: joinedBy({ joined }, { day }),
  }));

const takingPart =
  (kind?: (typeof PartyKind.options)[number]) =>
  ({ parties }: MechanismHistory): readonly Occurrence[] =>
    [...parties.values()]
      .filter(({ party }) => kind === undefined || party.kind === kind)
      .flatMap(({ party: { id: party, joined }, takesPart }) =>
        takesPart.map((span) => ({
          key: party,
          party,
          instrumentsFrom: instrumentsJoined(joined),
          from: span.from,
          to: span.to,
        })),
      );

/**
 * Returns parties to each instrument, from the day on which they joined it up to that on which they left the
 * Convention.
 */
const partiesToInstruments = ({ parties }: MechanismHistory): readonly Occurrence[] =>
  [...parties.values()].flatMap(({ party: { id: party, joined }, leftAt: to }) =>
    Instrument.options.flatMap((instrument) => {
      const from = joined[instrument] && startOfDay(joined[instrument]);
      if (from === undefined || (to !== undefined && to <= from)) return [];
      return [{ key: party, party, instrument, instrumentsFrom: [{ from, instruments: [instrument] }], from, to }];
    }),
  );

/** Returns instruments that parties joined since the launch. */
const joinedSinceLaunch = ({
  parties,
}: MechanismHistory): readonly (Occurrence & { readonly instrument: Instrument })[] =>
  [...parties.values()].flatMap(({ party: { id: party, joined } }) =>
    Instrument.options.flatMap((instrument) => {
      const day = joined[instrument];
      const from = day && startOfDay(day);
      return from === undefined || day === undefined || day < earliestStart
        ? []
        : [{ key: party, party, instrument, instrumentsFrom: [{ from, instruments: [instrument] }], from }];
    }),
  );

/** Protocols joined since the launch by those that were parties to the Convention before. */
const protocolsJoined = (mechanism: MechanismHistory): readonly Occurrence[] =>
  joinedSinceLaunch(mechanism).filter(({ instrument, party }) => {
    const convention = party === undefined ? undefined : mechanism.parties.get(party)?.party.joined.UNTOC;
    return instrument !== "UNTOC" && convention !== undefined && convention < earliestStart;
  });

/** Returns seats that lots were drawn for again. */
const redraws =
  (keyOf: (review: string, at: Occurrence["from"], by: string) => string) =>
  ({ reviews }: MechanismHistory): readonly Occurrence[] =>
    reviews.flatMap((review) =>
      review.redraws.map(({ at, by }) => ofParty(review, by, keyOf(review.id, at, by), { from: at })),
    );

/** Returns requests for redraws: each of a review, and the earlier ones of which an import gives the number. */
const redrawsAsked = ({ reviews, parties }: MechanismHistory): readonly Occurrence[] => [
  ...reviews.flatMap((review) =>
    review.redrawsAsked.map(({ at, party }, place) => ofParty(review, party, `${review.id} ${place}`, { from: at })),
  ),
  ...[...parties].flatMap(([party, { redrawsTakenOver }]) =>
    redrawsTakenOver.map((from, place) => ({ key: `${party} ${place}`, party, from })),
  ),
];

/** The measures of parties and of the drawing of lots (paragraphs 5 to 9). */
export const partyMeasures = {
  "parties-taking-part": {
    counts: "parties",
    sources: ["S5"],
    of: takingPart(),
    ofParties: true,
    parts: [...byRegion, ["instrument"]],
    overlapping: ["instrument"],
  },
  "states-taking-part": {
    counts: "parties",
    sources: ["S5"],
    of: takingPart("STATE"),
    shareOf: "parties-taking-part",
    ofParties: true,
    parts: byRegion,
    overlapping: [],
  },
  "organizations-taking-part": {
    counts: "parties",
    sources: ["S5"],
    of: takingPart("ORG"),
    shareOf: "parties-taking-part",
    ofParties: true,
    parts: byRegion,
    overlapping: [],
  },
  "parties-to-instruments": {
    counts: "parties",
    sources: ["S9", "S10"],
    of: partiesToInstruments,
    ofParties: true,
    countsBeforeLaunch: true,
    parts: [...byRegion, ["instrument"]],
    overlapping: ["instrument"],
  },
  "parties-in-reviews": {
    counts: "parties",
    sources: ["S7"],
    of: seatsHeld,
    parts: byPlace,
    overlapping: ["cluster", "group"],
  },
  "redraws-asked": {
    counts: "drawings",
    sources: ["S6", "P28"],
    of: redrawsAsked,
    cumulative: true,
    // An import gives the number of a party's requests, and not their reviews.
    parts: byRegion,
    overlapping: [],
  },
  "seats-redrawn": {
    counts: "drawings",
    sources: ["S7"],
    of: redraws((review, at, by) => `${review} ${at} ${by}`),
    cumulative: true,
    parts: byPlace,
    overlapping: [],
  },
  "redraw-meetings": {
    counts: "meetings",
    sources: ["S7"],
    of: redraws((_review, at) => dayOf(at)),
    cumulative: true,
    parts: [["cluster"], ["group"]],
    overlapping: ["cluster", "group"],
  },
  "new-parties": {
    counts: "parties",
    sources: ["S9"],
    of: (mechanism) => joinedSinceLaunch(mechanism).filter(({ instrument }) => instrument === "UNTOC"),
    cumulative: true,
    ofParties: true,
    parts: byRegion,
    overlapping: [],
  },
  "parties-joining-protocols": {
    counts: "parties",
    sources: ["S9"],
    of: protocolsJoined,
    cumulative: true,
    ofParties: true,
    parts: [...byRegion, ["instrument"]],
    overlapping: ["instrument"],
  },
  "accessions-to-protocols": {
    counts: "accessions",
    sources: ["S9"],
    of: (mechanism) => protocolsJoined(mechanism).map((one) => ({ ...one, key: `${one.key} ${one.instrument ?? ""}` })),
    cumulative: true,
    ofParties: true,
    parts: [...byRegion, ["instrument"]],
    overlapping: [],
  },
} as const satisfies Record<string, Definition>;
