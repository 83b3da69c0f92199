import type { CalendarDate } from "../../../schemas/base/values.ts";
import type { Markup } from "./html.ts";
import { paragraph } from "./layout.ts";
import type { LetterWriter } from "./letter-writer.ts";
import { day } from "./phrases.ts";

/** The day on which lots were drawn and the later one on which that was recorded. */
export interface LateRecord {
  readonly happenedOn: CalendarDate;
  readonly recordedOn: CalendarDate;
}

/** The day of a drawing and why the letter about it leaves late; nothing where it does not. */
export const lateBlocks = (writer: LetterWriter, late: LateRecord | undefined): readonly Markup[] =>
  late === undefined
    ? []
    : [paragraph(writer.say("lots.recorded-late", { day: day(late.happenedOn), recorded: day(late.recordedOn) }))];
