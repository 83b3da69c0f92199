import * as z from "zod";
import {
  BulletinId,
  GroupId,
  LetterId,
  MandateId,
  ObligationId,
  PartyId,
  PhaseId,
  ReviewId,
  UserId,
} from "../base/ids.ts";
import { CalendarDate, Instant, Instrument } from "../base/values.ts";
import { withId } from "../base/with-id.ts";

/** One place that does not fit: a JSON pointer into the body, or the name of a parameter or header. */
export const FieldError = withId(
  "FieldError",
  z.strictObject({
    pointer: z.string().optional(),
    parameter: z.string().optional(),
    header: z.string().optional(),
    /** Of an import. */
    sheet: z.string().optional(),
    /** Line of a file as an editor shows it, and the name of its column. */
    row: z.int().min(0).optional(),
    column: z.string().optional(),
    message: z.string(),
  }),
);
export type FieldError = z.infer<typeof FieldError>;

export const Problem = z.looseObject({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  /** The next step for the caller. */
  detail: z.string(),
  instance: z.string(),
  errors: z.array(FieldError).optional(),
  /** The number of further errors, if not all are named. */
  errorsLeftOut: z.int().min(1).optional(),
  /** Of `stale-version`: the latest version. */
  version: z.int().min(0).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** A rule of the drawing of lots that would be broken. */
const BrokenLotsRule = withId(
  "BrokenLotsRule",
  z.looseObject({ rule: z.string(), party: PartyId, review: ReviewId.optional(), detail: z.string() }),
);

/** Reason why a text cannot be sent: a place in it, or a recipient with missing data. */
const TextObstacle = withId(
  "TextObstacle",
  z.looseObject({ where: z.string().optional(), problem: z.string(), placeholder: z.string().optional() }),
);

/** A mandate that prevents the command, with its reviews. */
const MandateInTheWay = withId("MandateInTheWay", z.looseObject({ mandate: MandateId, reviews: z.array(ReviewId) }));

/** A seat for which lots were drawn, and the party that has it since. */
const DrawnSeat = withId("DrawnSeat", z.looseObject({ review: ReviewId, by: PartyId }));

/** A refused entry of a list, by its place in the body, and the type of its own problem. */
const RefusedItem = withId("RefusedItem", z.looseObject({ pointer: z.string(), problem: z.string() }));

/** A day, or an instant where the type of problem has to do with one. */
const dayOrInstant = z.string();

/** A problem in the document: with the members that only some types of problem have, all of which are listed. */
export const DocumentedProblem = withId(
  "Problem",
  z.looseObject({
    ...Problem.shape,
    access: z.string().optional(),
    act: z.string().optional(),
    allowed: z.array(z.string()).optional(),
    bulletin: BulletinId.optional(),
    clearedAt: Instant.optional(),
    concluded: z.int().min(0).optional(),
    concludedOn: CalendarDate.optional(),
    contradicts: z.string().optional(),
    country: z.string().optional(),
    currency: z.string().optional(),
    dueAt: Instant.optional(),
    dueOn: CalendarDate.optional(),
    earliest: dayOrInstant.optional(),
    expected: z.string().optional(),
    group: GroupId.optional(),
    groups: z.array(GroupId).optional(),
    heldOn: CalendarDate.optional(),
    instruments: z.array(Instrument).optional(),
    items: z.array(RefusedItem).optional(),
    languages: z.array(z.string()).optional(),
    latest: dayOrInstant.optional(),
    least: z.int().min(0).optional(),
    letters: z.array(LetterId).optional(),
    mandate: MandateId.optional(),
    mandates: z.array(MandateInTheWay).optional(),
    missing: z.array(Instrument).optional(),
    most: z.int().min(0).optional(),
    needed: z.int().min(0).optional(),
    next: PhaseId.optional(),
    now: Instant.optional(),
    number: z.int().min(0).optional(),
    obligation: ObligationId.optional(),
    of: z.int().min(0).optional(),
    openedOn: CalendarDate.optional(),
    outcome: z.string().optional(),
    parties: z.array(PartyId).optional(),
    party: PartyId.optional(),
    phase: PhaseId.optional(),
    problems: z.array(TextObstacle).optional(),
    problemsLeftOut: z.int().min(1).optional(),
    recipients: z.int().min(0).optional(),
    review: ReviewId.optional(),
    reviews: z.array(ReviewId).optional(),
    register: z.string().optional(),
    role: z.string().optional(),
    seat: PartyId.optional(),
    seats: z.array(DrawnSeat).optional(),
    secondFactor: z.string().optional(),
    stage: z.string().optional(),
    startedOn: CalendarDate.optional(),
    state: z.string().optional(),
    until: Instant.optional(),
    users: z.array(UserId).optional(),
    version: z.int().min(0).optional(),
    violations: z.array(BrokenLotsRule).optional(),
    what: z.string().optional(),
    withdrawnOn: CalendarDate.optional(),
  }),
);
