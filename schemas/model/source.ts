import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { CalendarDate } from "../base/values.ts";
import { NoteVerbale } from "./party.ts";

/** From what the secretariat knows that a party acted outside the system. */
export const SourceKind = z.enum(["note-verbale", "letter", "e-mail", "call", "meeting"]).meta({ id: "SourceKind" });
export type SourceKind = z.infer<typeof SourceKind>;

/**
 * A note verbale with its number, a letter, an e-mail, a call or a meeting, and its day. It stays in the journal
 * permanently, so it names no person.
 */
export const Source = z
  .strictObject({ kind: SourceKind, date: CalendarDate, number: NoteVerbale.shape.number.optional() })
  .refine(({ kind, number }) => (kind === "note-verbale") === (number !== undefined), {
    path: ["number"],
    error: "must be the number of a note verbale, and is for nothing else",
  })
  .meta({ id: "Source" });
export type Source = z.infer<typeof Source>;

/** For which party the secretariat records what it did outside the system, on which day, and from what that is known. */
export const OutsideAct = z
  .strictObject({ party: PartyId, happenedOn: CalendarDate, source: Source })
  .meta({ id: "OutsideAct" });
export type OutsideAct = z.infer<typeof OutsideAct>;

/** The day on which the secretariat acted outside the system, and the source that shows it. */
export const OutsideDay = OutsideAct.pick({ happenedOn: true, source: true }).strict().meta({ id: "OutsideDay" });
export type OutsideDay = z.infer<typeof OutsideDay>;
