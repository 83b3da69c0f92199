import * as z from "zod";
import { AbsenceWhy } from "./missing-letter.ts";
import { Action } from "../base/actions.ts";
import { ContactOutcome, ContactWay } from "../model/follow-up.ts";
import { LetterState } from "../model/letter.ts";
import { type ProblemKind, problems } from "../problems/problems.ts";
import { MandateRole, ObligationKind, SeatRole, Stage } from "../model/review.ts";
import { UserAccess, UserRole } from "../model/user.ts";
import { DelayReason, Instrument, Language, RegionalGroup } from "../base/values.ts";
import { BlockedWhy, WorkKind } from "../model/work-item.ts";

/** What a code is called in one language, to be shown as it is. */
const Label = z.string().min(1);

/** Official name of an instrument as its authentic text has it, and a short form for tables and tabs. */
const InstrumentLabel = z.strictObject({ name: Label, short: Label }).meta({ id: "InstrumentLabel" });

/** A refusal in words: what is the matter, and what the caller should do. */
export const ProblemText = z.strictObject({ title: Label, detail: Label }).meta({ id: "ProblemText" });
export type ProblemText = z.infer<typeof ProblemText>;

/** A kind of work: its heading, and what to do about one piece of it. */
const WorkWords = z.strictObject({ name: Label, todo: Label }).meta({ id: "WorkWords" });

/** Clusters by their number, as text because it is a key. */
const ClusterKey = z.enum(["1", "2", "3", "4"]);

const isProblemKind = (key: string): key is ProblemKind => Object.hasOwn(problems, key);
export const problemKinds: readonly ProblemKind[] = Object.keys(problems).filter(isProblemKind);

/** A label for each code; in the API document an object with a property for each, so that clients have them typed. */
const labelledCodes = <Codes extends z.ZodEnum, Words extends z.ZodType>(codes: Codes, words: Words) =>
  z.record(codes, words).meta({
    override: ({ jsonSchema }) => {
      const { required = [], additionalProperties = true } = jsonSchema;
      jsonSchema.properties = Object.fromEntries(required.map((code) => [code, additionalProperties]));
      jsonSchema.additionalProperties = false;
      delete jsonSchema.propertyNames;
    },
  });

/** Every code of the API that people get to see, in words of one language. A code without its words does not compile. */
export const Labels = z.strictObject({
  stages: labelledCodes(Stage, Label),
  instruments: labelledCodes(Instrument, InstrumentLabel),
  clusters: labelledCodes(ClusterKey, Label),
  regionalGroups: labelledCodes(RegionalGroup, Label),
  languages: labelledCodes(Language, Label),
  userRoles: labelledCodes(UserRole, Label),
  userAccess: labelledCodes(UserAccess, Label),
  mandateRoles: labelledCodes(MandateRole, Label),
  seatRoles: labelledCodes(SeatRole, Label),
  obligations: labelledCodes(ObligationKind, Label),
  delayReasons: labelledCodes(DelayReason, Label),
  letterStates: labelledCodes(LetterState, Label),
  absences: labelledCodes(AbsenceWhy, Label),
  contactWays: labelledCodes(ContactWay, Label),
  contactOutcomes: labelledCodes(ContactOutcome, Label),
  worklist: labelledCodes(WorkKind, WorkWords),
  blockedBy: labelledCodes(BlockedWhy, Label),
  actions: labelledCodes(Action, Label),
  problems: labelledCodes(z.enum(problemKinds), ProblemText),
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
