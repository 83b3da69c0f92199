import * as z from "zod";
import { userFacts } from "./user-facts.ts";
import { contactRecorded, missionReaddressed, roundHeld } from "./contact-facts.ts";
import { denunciationCorrections } from "./denunciation-facts.ts";

/** A corrected day of a review, and which one it is. */
const dateCorrected = z.looseObject({
  kind: z.literal("date-corrected"),
  happenedAt: z.string(),
  review: z.string(),
  what: z.string(),
  from: z.string(),
  to: z.string(),
  party: z.string().optional(),
  mandate: z.string().optional(),
  version: z.number().optional(),
  part: z.string().optional(),
  obligation: z.string().optional(),
  clarification: z.number().optional(),
  seat: z.string().optional(),
  consultationSince: z.string().optional(),
});

/** Facts of the journal as far as the rules need them; a fact of another kind is passed over. */
const about = { happenedAt: z.string(), review: z.string() };
const obligationFields = { ...about, obligation: z.string(), generation: z.number() };
const seat = z.looseObject({ party: z.string(), role: z.string(), instruments: z.array(z.string()) });
const joiningDays = z.partialRecord(z.enum(["UNTOC", "TIP", "SOM", "FP"]), z.string());
const part = z.looseObject({ party: z.string(), instruments: z.array(z.string()) });
const lots = { candidates: z.array(z.string()) };
const turn = z.looseObject({ instruments: z.array(z.string()), ...lots });
const lotsInTurn = z.looseObject({ seed: z.number(), turns: z.array(turn) });
const registerContent = z.looseObject({ register: z.string(), happenedOn: z.string() });

const Known = z.discriminatedUnion("kind", [
  z.looseObject({ kind: z.literal("register-entry-recorded"), happenedAt: z.string(), content: registerContent }),
  z.looseObject({
    kind: z.literal("register-entry-corrected"),
    happenedAt: z.string(),
    content: registerContent,
    reason: z.string(),
  }),
  z.looseObject({ kind: z.literal("register-entry-withdrawn"), happenedAt: z.string(), reason: z.string() }),
  z.looseObject({
    kind: z.literal("phase-opened"),
    happenedAt: z.string(),
    phase: z.string(),
    gate: z.looseObject({ concluded: z.number(), of: z.number(), needed: z.number() }),
    decision: z.looseObject({ decidedOn: z.string() }).optional(),
    import: z.string().optional(),
    groups: z.array(
      z.looseObject({
        group: z.string(),
        number: z.number(),
        follows: z.string(),
        plannedFor: z.string(),
        reviews: z.array(z.string()),
      }),
    ),
    drawings: z.array(
      z.looseObject({
        party: z.string(),
        seats: z.array(seat),
        draw: z.looseObject({ seed: z.number(), turns: z.array(z.looseObject(lots)) }).optional(),
      }),
    ),
  }),
  z.looseObject({
    kind: z.literal("phase-corrected"),
    happenedAt: z.string(),
    phase: z.string(),
    from: z.string(),
    to: z.string(),
    decision: z.looseObject({ decidedOn: z.string() }).optional(),
  }),
  z.looseObject({ kind: z.literal("phase-opening-completed"), phase: z.string(), parties: z.array(z.string()) }),
  z.looseObject({
    kind: z.literal("mandates-continued"),
    ...about,
    from: z.string(),
    mandates: z.array(
      z.looseObject({
        id: z.string(),
        role: z.string(),
        party: z.string(),
        user: z.string(),
        since: z.string(),
        until: z.string().optional(),
      }),
    ),
  }),
  z.looseObject({
    kind: z.literal("party-registered"),
    happenedAt: z.string(),
    party: z.string(),
    partyKind: z.string(),
    joined: joiningDays,
    participation: z.string(),
  }),
  z.looseObject({
    kind: z.literal("party-corrected"),
    happenedAt: z.string(),
    party: z.string(),
    change: z.looseObject({ joined: joiningDays.optional(), participation: z.string().optional() }),
  }),
  z.looseObject({
    kind: z.literal("party-entered"),
    happenedAt: z.string(),
    party: z.string(),
    decidedOn: z.string(),
  }),
  z.looseObject({
    kind: z.literal("redraw-count-imported"),
    happenedAt: z.string(),
    party: z.string(),
    number: z.number(),
  }),
  z.looseObject({ kind: z.literal("redraw-counted"), happenedAt: z.string(), party: z.string(), number: z.number() }),
  z.looseObject({
    kind: z.literal("redraw-count-lowered"),
    happenedAt: z.string(),
    party: z.string(),
    number: z.number(),
  }),
  z.looseObject({ kind: z.literal("redraw-requested"), ...about, party: z.string(), seat: z.string() }),
  z.looseObject({
    kind: z.literal("group-planned"),
    group: z.string(),
    plannedFor: z.string(),
    reviews: z.array(z.string()),
  }),
  z.looseObject({ kind: z.literal("group-review-added"), group: z.string(), review: z.string() }),
  z.looseObject({
    kind: z.literal("group-started"),
    group: z.string(),
    startedOn: z.string(),
    held: z.boolean().optional(),
  }),
  z.looseObject({ kind: z.literal("group-reminders-released"), group: z.string() }),
  z.looseObject({ kind: z.literal("review-imported"), ...about }),
  z.looseObject({ kind: z.literal("reminders-released"), ...about, lettersAt: z.string() }),
  z.looseObject({
    kind: z.literal("review-drawn"),
    ...about,
    cluster: z.number(),
    group: z.string(),
    party: z.string(),
    seats: z.array(seat),
    limitWaived: z.boolean().optional(),
    entry: z.looseObject({ decidedOn: z.string() }).optional(),
    draw: lotsInTurn.optional(),
    deviations: z.array(z.looseObject({ rule: z.string() })).optional(),
  }),
  z.looseObject({ kind: z.literal("group-start-corrected"), group: z.string(), to: z.string() }),
  z.looseObject({ kind: z.literal("group-start-undone"), group: z.string(), startedOn: z.string() }),
  z.looseObject({ kind: z.literal("review-started"), ...about, startedOn: z.string() }),
  z.looseObject({ kind: z.literal("review-start-undone"), ...about }),
  z.looseObject({ kind: z.literal("stage-changed"), ...about, from: z.string(), to: z.string() }),
  z.looseObject({
    kind: z.literal("obligation-opened"),
    ...obligationFields,
    obligationKind: z.string(),
    party: z.string(),
    openedOn: z.string(),
    dueAt: z.string(),
    originalDueAt: z.string().optional(),
  }),
  z.looseObject({ kind: z.literal("obligation-met"), ...obligationFields }),
  z.looseObject({ kind: z.literal("obligation-voided"), ...obligationFields }),
  z.looseObject({
    kind: z.literal("delay-notified"),
    ...obligationFields,
    dueAt: z.string(),
    reason: z.string(),
    beyondRules: z.boolean(),
  }),
  z.looseObject({
    kind: z.literal("delay-reversed"),
    ...obligationFields,
    dueAt: z.string(),
    delay: z.number(),
    notifiedAt: z.string(),
  }),
  z.looseObject({
    kind: z.literal("delay-corrected"),
    ...obligationFields,
    dueAt: z.string(),
    beyondRules: z.boolean(),
    delay: z.number(),
    notifiedAt: z.string(),
  }),
  z.looseObject({
    kind: z.literal("obligation-redated"),
    ...obligationFields,
    openedOn: z.string(),
    dueAt: z.string(),
    originalDueAt: z.string(),
  }),
  dateCorrected,
  z.looseObject({ kind: z.literal("publication-consented"), ...about, parts: z.array(z.string()) }),
  z.looseObject({ kind: z.literal("consultation-held"), ...about, heldOn: z.string() }),
  roundHeld,
  z.looseObject({ kind: z.literal("languages-agreed"), ...about, languages: z.array(z.string()) }),
  z.looseObject({ kind: z.literal("languages-corrected"), ...about, languages: z.array(z.string()) }),
  z.looseObject({ kind: z.literal("languages-left-open"), ...about, why: z.string() }),
  z.looseObject({ kind: z.literal("meeting-mode-corrected"), ...about, round: z.number().optional() }),
  z.looseObject({ kind: z.literal("work-divided"), ...about, parts: z.array(part), party: z.string() }),
  z.looseObject({
    kind: z.literal("feedback-cleared"),
    ...about,
    party: z.string(),
    documents: z.record(z.string(), z.string()),
  }),
  z.looseObject({
    kind: z.literal("consultation-concluded"),
    ...about,
    concludedOn: z.string(),
    withoutMeeting: z.boolean(),
    clockStartsOn: z.string(),
    answersDueOn: z.string().optional(),
  }),
  z.looseObject({ kind: z.literal("answers-submitted"), ...about, receivedOn: z.string() }),
  z.looseObject({ kind: z.literal("answers-returned"), ...about }),
  z.looseObject({ kind: z.literal("answers-opened"), ...about }),
  z.looseObject({
    kind: z.literal("decision-recorded"),
    ...about,
    party: z.string(),
    obligationKind: z.string(),
  }),
  z.looseObject({ kind: z.literal("clarification-asked"), ...about, number: z.number(), party: z.string() }),
  z.looseObject({ kind: z.literal("clarification-answered"), ...about, number: z.number() }),
  z.looseObject({ kind: z.literal("clarification-closed"), ...about, number: z.number() }),
  z.looseObject({ kind: z.literal("clarification-withdrawn"), ...about, number: z.number() }),
  z.looseObject({ kind: z.literal("observations-drafted"), ...about, version: z.number() }),
  z.looseObject({ kind: z.literal("observations-agreed"), ...about, party: z.string(), version: z.number() }),
  z.looseObject({ kind: z.literal("observations-published"), ...about, version: z.number() }),
  z.looseObject({ kind: z.literal("erratum-published"), ...about, version: z.number() }),
  z.looseObject({
    kind: z.literal("mandate-began"),
    ...about,
    mandate: z.string(),
    role: z.string(),
    party: z.string(),
    user: z.string(),
    since: z.string(),
  }),
  z.looseObject({
    kind: z.literal("mandate-ended"),
    ...about,
    mandate: z.string(),
    until: z.string(),
    insteadOf: z.string().optional(),
    reason: z.string().optional(),
  }),
  z.looseObject({
    kind: z.literal("mandate-reversed"),
    ...about,
    mandate: z.string(),
    obligations: z.array(z.object({ obligation: z.string(), generation: z.number() })),
    mandates: z.array(z.string()),
  }),
  z.looseObject({ kind: z.literal("mandate-advanced"), ...about, mandate: z.string(), since: z.string() }),
  z.looseObject({
    kind: z.literal("instruments-added"),
    ...about,
    instruments: z.array(z.string()),
    agreements: z.array(z.looseObject({ party: z.string() })),
    widened: z.array(seat),
    drawn: z.array(seat).optional(),
    draw: lotsInTurn.optional(),
    carriedFrom: z.string().optional(),
    pairedAs: z.string().optional(),
  }),
  z.looseObject({ kind: z.literal("review-discontinued"), ...about, leftOn: z.string() }),
  z.looseObject({
    kind: z.literal("seat-vacated"),
    ...about,
    party: z.string(),
    leftOn: z.string(),
  }),
  ...denunciationCorrections,
  z.looseObject({ kind: z.literal("reviewer-limit-waived"), ...about }),
  z.looseObject({ kind: z.literal("reviewer-limit-waiver-withdrawn"), ...about }),
  z.looseObject({
    kind: z.literal("seat-redrawn"),
    ...about,
    from: z.string(),
    seat,
    additional: z.array(seat).optional(),
    narrowed: z.array(seat).optional(),
    leaving: z.array(z.string()).optional(),
    draw: z
      .looseObject({
        seed: z.number(),
        ...lots,
        additional: z.array(turn).optional(),
      })
      .optional(),
    carriedFrom: z.string().optional(),
    deviations: z.array(z.looseObject({ rule: z.string(), party: z.string(), reason: z.string() })).optional(),
  }),
  ...userFacts,
  z.looseObject({
    kind: z.literal("status-paper-written"),
    format: z.string(),
    language: z.string().optional(),
    hash: z.string(),
  }),
  z.looseObject({
    kind: z.literal("status-paper-published"),
    documents: z.array(z.looseObject({ format: z.string(), language: z.string().optional(), hash: z.string() })),
  }),
  z.looseObject({ kind: z.literal("mission-contacts-set"), happenedAt: z.string(), party: z.string() }),
  missionReaddressed,
  z.looseObject({ kind: z.literal("mission-address-confirmed"), happenedAt: z.string(), party: z.string() }),
  contactRecorded,
]);
export type KnownFact = z.infer<typeof Known>;
export type FactKind = KnownFact["kind"];
export type FactOf<Kind extends FactKind> = Extract<KnownFact, { kind: Kind }>;

export const isOf = <Kind extends FactKind>(kind: Kind, fact: KnownFact): fact is FactOf<Kind> => fact.kind === kind;

const kinds: ReadonlySet<string> = new Set(Known.options.map(({ shape }) => shape.kind.value));

/** The fact as the rules know it; undefined for one of a kind that they say nothing of. Throws on one that has lost a field. */
export const readFact = (fact: { readonly kind: string }): KnownFact | undefined =>
  kinds.has(fact.kind) ? Known.parse(fact) : undefined;
