import type { Actor } from "../../../domain/base/actor.ts";
import type { Decision, Refusal } from "../../../domain/base/decision.ts";
import type { SeatChanges } from "../../../domain/lots/seats.ts";
import { evolveReview } from "../../../domain/review/evolve.ts";
import { drawReview, nominate, startReview } from "../../../domain/review/commands/start-review.ts";
import { startOfDay } from "../../../domain/base/time.ts";
import type { Fact } from "../../../schemas/model/fact.ts";
import { GroupId, Hash, MandateId, ObligationId, PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { SourceKind } from "../../../schemas/model/source.ts";
import type { RecordedDecision, MandateRole, Obligation, Review, Seat } from "../../../schemas/model/review.ts";
import { CalendarDate, Instant, type Instrument } from "../../../schemas/base/values.ts";

/** Plays one review by what the domain decides, keeping every fact, for tests to read the outcome. */
export const day = (text: string): CalendarDate => CalendarDate.parse(text);
export const at = (text: string): Instant => Instant.parse(text.length === 10 ? `${text}T12:00:00.000Z` : text);
export const party = (code: string): PartyId => PartyId.parse(code);
export const hash = (letter: string): Hash => Hash.parse(letter.charCodeAt(0).toString(16).padStart(64, "0"));

const digits = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^0-9a-z]/g, "")
    .padStart(26, "0");
const userId = (name: string): UserId => UserId.parse(`u-${digits(name)}`);
export const mandateId = (name: string): MandateId => MandateId.parse(`m-${digits(name)}`);

export const secretariat: Actor = { id: userId("secretariat"), role: "secretariat" };
export const president: Actor = { id: userId("president"), role: "president" };
export const mission = (code: string): Actor => ({
  id: userId(`mission${code}`),
  role: "permanent-mission",
  party: party(code),
});
export const delegate = (code: string, name: string): Actor => ({
  id: userId(`${name}${code}`),
  role: "delegate",
  party: party(code),
});
/** The focal point, the expert and the observer that a party of a played review names. */
export const focalPoint = (code: string): Actor => delegate(code, "fp");
export const expert = (code: string): Actor => delegate(code, "ex");
export const observer = (code: string): Actor => delegate(code, "ob");

/** Returns the secretariat that records what a party did on a day, from a source of that day. */
export const recording = (
  code: string,
  happenedOn: string,
  kind: SourceKind = "note-verbale",
  date = happenedOn,
): Actor => ({
  ...secretariat,
  recordsFor: {
    party: party(code),
    happenedOn: day(happenedOn),
    source: { kind, date: day(date), ...(kind === "note-verbale" ? { number: "NV 12/2021" } : {}) },
  },
});

export const seat = (code: string, role: Seat["role"], ...instruments: readonly Instrument[]): Seat => ({
  party: party(code),
  role,
  instruments: instruments.length === 0 ? ["UNTOC", "TIP"] : [...instruments],
});

/** France under review for the Convention and the Trafficking in Persons Protocol, by Peru and Kenya. */
export const usualSeats = [seat("FR", "under-review"), seat("PE", "reviewing"), seat("KE", "reviewing")];

export class Play {
  review: Review;
  readonly facts: Fact[] = [];

  constructor(seats: readonly Seat[] = usualSeats, drawnAt = at("2020-11-02"), entry?: RecordedDecision) {
    const under = seats.find(({ role }) => role === "under-review")?.party ?? party("FR");
    const drawn = drawReview(
      {
        id: ReviewId.parse(`c1-${under}`),
        cluster: 1,
        group: GroupId.parse("c1-g1"),
        party: under,
        seats,
        ...(entry === undefined ? {} : { later: { entry } }),
      },
      drawnAt,
    );
    const [first] = drawn.ok ? drawn.facts : [];
    if (first === undefined) throw new Error("nothing was drawn");
    this.facts.push(first);
    this.review = evolveReview(undefined, first);
  }

  /** Takes in what was decided and gives its facts; a refusal is a defect of the test. */
  take(decision: Decision): readonly Fact[] {
    if (!decision.ok) throw new Error(`refused: ${decision.refusal} ${JSON.stringify(decision.details)}`);
    this.facts.push(...decision.facts);
    this.review = decision.facts.reduce(evolveReview, this.review);
    return decision.facts;
  }

  do(decide: (review: Review) => Decision): readonly Fact[] {
    return this.take(decide(this.review));
  }

  start(on = "2020-12-01"): this {
    this.take(startReview(this.review, day(on)));
    return this;
  }

  name(
    code: string,
    role: MandateRole,
    when: string,
    name = { "focal-point": "fp", expert: "ex", observer: "ob" }[role],
  ) {
    const instant = when.length === 10 ? startOfDay(day(when)) : at(when);
    const mandate = mandateId(`${name}${code}`);
    const user = delegate(code, name).id;
    this.take(nominate(this.review, { mandate, role, party: party(code), user, at: instant }));
    return this;
  }

  /** Names a focal point and an expert for each party, all on one day. */
  nameAll(on = "2020-12-10"): this {
    for (const { party: code } of Object.values(this.review.seats)) this.name(code, "expert", on);
    for (const { party: code } of Object.values(this.review.seats)) this.name(code, "focal-point", on);
    return this;
  }

  obligation(id: string): Obligation {
    const obligation = this.review.obligations[ObligationId.parse(id)];
    if (obligation === undefined) throw new Error(`no ${id}`);
    return obligation;
  }

  /** Returns the review folded from its facts alone. */
  replayed(): Review | undefined {
    return this.facts.reduce<Review | undefined>((state, fact) => evolveReview(state, fact), undefined);
  }
}

/** Returns a redraw of a seat without additional reviewers, for `carryOutRedraw`. */
export const drawing = (
  from: string,
  to: Seat,
  more: Partial<SeatChanges> = {},
): { readonly changes: SeatChanges } => ({
  changes: { from: party(from), seat: to, additional: [], narrowed: [], leaving: [], ...more },
});

export const refusalOf = (decision: Decision): Refusal | "accepted" => (decision.ok ? "accepted" : decision.refusal);
export const factKinds = (facts: readonly Fact[]): readonly string[] => facts.map(({ kind }) => kind);
export const texts = { UNTOC: hash("a"), TIP: hash("b") };
