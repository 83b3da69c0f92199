import * as z from "zod";
import { Action } from "./actions.ts";
import { LetterState } from "./letter.ts";
import { type ProblemKind, problems } from "./problems.ts";
import { MandateRole, ObligationKind, SeatRole, Stage } from "./review.ts";
import { UserRole } from "./user.ts";
import { DelayReason, Instrument, Language, RegionalGroup } from "./values.ts";

/** What a code is called in one language, to be shown as it is. */
const Label = z.string().min(1);

/** Official name of an instrument as its authentic text has it, and a short form for tables and tabs. */
export const InstrumentLabel = z.strictObject({ name: Label, short: Label });

/** A refusal in words: what is the matter, and what the caller should do. */
export const ProblemText = z.strictObject({ title: Label, detail: Label });
export type ProblemText = z.infer<typeof ProblemText>;

/** Clusters by their number, as text because it is a key. */
export const ClusterKey = z.enum(["1", "2", "3", "4"]);

const isProblemKind = (key: string): key is ProblemKind => Object.hasOwn(problems, key);
export const problemKinds: readonly ProblemKind[] = Object.keys(problems).filter(isProblemKind);

/** Every code of the API that people get to see, in words of one language. A code without its words does not compile. */
export const Labels = z.strictObject({
  stages: z.record(Stage, Label),
  instruments: z.record(Instrument, InstrumentLabel),
  clusters: z.record(ClusterKey, Label),
  regionalGroups: z.record(RegionalGroup, Label),
  languages: z.record(Language, Label),
  userRoles: z.record(UserRole, Label),
  mandateRoles: z.record(MandateRole, Label),
  seatRoles: z.record(SeatRole, Label),
  obligations: z.record(ObligationKind, Label),
  delayReasons: z.record(DelayReason, Label),
  letterStates: z.record(LetterState, Label),
  actions: z.record(Action, Label),
  problems: z.record(z.enum(problemKinds), ProblemText),
});
export type Labels = z.infer<typeof Labels>;

export const LabelsView = z
  .strictObject({
    language: Language,
    /** Direction in which the language is written, as HTML's `dir` takes it. */
    dir: z.enum(["ltr", "rtl"]),
    ...Labels.shape,
  })
  .meta({ id: "Labels" });
