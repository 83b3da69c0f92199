import * as z from "zod";

/** What a party is called: the name on record in English, else the short name that the United Nations use. */
const partyName = z
  .string()
  .meta({ description: "The party's name in the language of the reply", examples: ["France"] });

/** What every reply has, and what makes a view leaves out: the type says the latter, the schema the former. */
function writtenByShell(schema: z.ZodString): z.ZodOptional<z.ZodString>;
function writtenByShell(schema: z.ZodType): z.ZodType {
  return schema;
}

/** The name of a party beside its id. The shell writes it when a reply leaves, in the language that is asked for. */
export const PartyName = writtenByShell(partyName);

/** The same where the party may be left out: there exactly where the party is. */
export const OptionalPartyName = partyName.optional();

/** The name of a person beside the id, written like that of a party. */
export const PersonName = z
  .string()
  .optional()
  .meta({ description: "Absent where the caller may not know it, and once the person was erased" });

/** The name of an office beside its code, written like that of a party. */
export const OfficeName = writtenByShell(
  z.string().meta({ description: "The office's name in the language of the reply", examples: ["Secretariat"] }),
);

/** Beside which member of a reply that holds an id its name stands, and in which. */
export const nameMembers = {
  party: "partyName",
  seat: "seatName",
  from: "fromName",
  to: "toName",
  askedBy: "askedByName",
  replacedBy: "replacedByName",
  by: "byName",
  officer: "officerName",
  changedBy: "changedByName",
  orderedBy: "orderedByName",
  approvedBy: "approvedByName",
  writtenBy: "writtenByName",
  user: "personName",
  person: "personName",
  office: "officeName",
} as const;
