import * as z from "zod";
import { RegisterEntryId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { Instant, Reason } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import * as model from "../model/register.ts";
import { NamedParty } from "./named.ts";

/** Content of an entry, with the names of its parties. */
const RegisterContentView = z
  .discriminatedUnion("register", [
    withId(
      "NamedTrainingSession",
      model.TrainingSession.extend({
        states: withId(
          "NamedStatesTrained",
          z.union([withId("NamedStates", z.strictObject({ named: z.array(NamedParty) })), model.StatesCounted]),
        ).optional(),
      }),
    ),
    model.ConstructiveDialogue,
    model.StakeholderTraining,
    withId("NamedPilotInitiative", model.PilotInitiative.extend({ partyName: PartyName })),
    withId(
      "NamedVoluntaryContribution",
      model.VoluntaryContribution.extend({ donor: withId("NamedDonor", z.union([NamedParty, model.OtherDonor])) }),
    ),
    model.TranslationNeed,
    model.KnowledgeHub,
  ])
  .meta({ id: "NamedRegisterContent" });

/** The current entry of a register: a withdrawn one is not counted. */
export const RegisterEntryView = withId(
  "RegisterEntry",
  z.strictObject({
    id: RegisterEntryId,
    content: RegisterContentView,
    correctedAt: Instant.optional(),
    withdrawn: withId("RegisterWithdrawal", z.strictObject({ at: Instant, reason: Reason })).optional(),
    version: z.int().min(0),
  }),
);
export type RegisterEntryView = z.infer<typeof RegisterEntryView>;
