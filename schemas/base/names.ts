import * as z from "zod";

/** Name of a party: the recorded name in English, otherwise the short name that the United Nations use. */
const partyName = z
  .string()
  .meta({ description: "The party's name in the language of the reply", examples: ["France"] });

/** A member that every reply has, and that use cases leave out: the type shows the latter, the schema the former. */
function writtenByShell(schema: z.ZodString): z.ZodOptional<z.ZodString>;
function writtenByShell(schema: z.ZodType): z.ZodType {
  return schema;
}

/** The name of a party, next to its id. The executor adds it to replies, in the requested language. */
export const PartyName = writtenByShell(partyName);

/** The name of an optional party: present exactly if the party is. */
export const OptionalPartyName = partyName.optional();

/** The name of a person, next to the id; added in the way of a party's name. */
export const PersonName = z
  .string()
  .optional()
  .meta({ description: "Absent where the caller may not know it, and once the person was erased" });

/** The name of an office, next to its code; added in the way of a party's name. */
export const OfficeName = writtenByShell(
  z.string().meta({ description: "The office's name in the language of the reply", examples: ["Secretariat"] }),
);

/** Members of replies that hold an id, with the member that holds its name. */
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
