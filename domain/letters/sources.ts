import type { Basis, LetterExplanation, SourceDocument } from "../../schemas/views/letter.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { editionOn, type Source } from "../base/settings.ts";
import { reminderSchedules } from "../policy/reminders.ts";
import { periodSourcesOn } from "../policy/reviews.ts";
import { dayOf } from "../base/time.ts";
import type { Words } from "../labels/words.ts";
import { letterKindOf, stepsOfReminder } from "./letter-kinds.ts";

/** The titles of documents in a language. */
type DocumentTitles = Words["sourceDocuments"];

const isDocument = (sign: string, titles: DocumentTitles): sign is SourceDocument => Object.hasOwn(titles, sign);

/**
 * Returns a source for callers: the document, and the paragraph if it has one. Throws a RangeError on an unknown
 * source.
 */
export const sourceView = (source: Source, titles: DocumentTitles): Basis => {
  const sign = source.slice(0, 1);
  if (!isDocument(sign, titles)) throw new RangeError(`${source} is no source`);
  const paragraph = source.slice(1);
  return { source, document: titles[sign], ...(paragraph === "" ? {} : { paragraph: Number(paragraph) }) };
};

/**
 * Returns the paragraphs that are the source of a letter; for a reminder also the edition of the reminder schedule in
 * force on its day. `openedOn` is the day from which the obligation counts, if it is known.
 */
export const restsOn = (
  { content, plannedFor }: Letter,
  openedOn: CalendarDate | undefined,
  titles: DocumentTitles,
): Pick<LetterExplanation, "basis" | "ladder"> => {
  if (!("reminderSubject" in content))
    return { basis: letterKindOf(content).sources.map((one) => sourceView(one, titles)) };
  const { kind } = content.reminderSubject;
  const day = dayOf(plannedFor);
  const { effectiveFrom } = editionOn(reminderSchedules[kind], day);
  const all = new Set(
    stepsOfReminder(content).flatMap(({ reminderSubject }) => [
      ...periodSourcesOn(reminderSubject.kind, openedOn ?? day),
      ...editionOn(reminderSchedules[reminderSubject.kind], day).sources,
    ]),
  );
  return { basis: [...all].map((one) => sourceView(one, titles)), ladder: { kind, effectiveFrom } };
};
