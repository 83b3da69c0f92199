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

/** Returns the day of a drawing and the reason why the letter about it leaves late; nothing for a letter in time. */
export const lateBlocks = (writer: LetterWriter, late: LateRecord | undefined): readonly Markup[] =>
  late === undefined
    ? []
    : [paragraph(writer.say("lots.recorded-late", { day: day(late.happenedOn), recorded: day(late.recordedOn) }))];
