import type { Basis, LetterExplanation } from "../../schemas/views/letter.ts";
import type { Letter } from "../../schemas/model/letter.ts";
import type { CalendarDate } from "../../schemas/base/values.ts";
import { editionOn, periodSourcesOn, reminderSchedules, type Source } from "../base/policy.ts";
import { dayOf } from "../base/time.ts";
import { letterKindOf } from "./letter-kinds.ts";

const documents = {
  S: "Background paper of the secretariat, 2023",
  P: "Procedures and rules, resolution 9/1, annex",
  G: "Guidelines, resolution 10/1, annex I",
  W: "Public pages of the secretariat",
  D: "A decision where the sources are silent",
} as const;

const isLetter = (sign: string): sign is keyof typeof documents => Object.hasOwn(documents, sign);

/** A source as callers read it: the document, and the paragraph where it has one. Throws a RangeError on what is none. */
export const sourcesOf = (source: Source): Basis => {
  const sign = source.slice(0, 1);
  if (!isLetter(sign)) throw new RangeError(`${source} is no source`);
  const paragraph = source.slice(1);
  return { source, document: documents[sign], ...(paragraph === "" ? {} : { paragraph: Number(paragraph) }) };
};

/**
 * The paragraphs that a letter rests on; for a reminder also the edition of the ladder, the one in force on the day of
 * its step. `openedOn` is the day from which the duty counts, where it is known.
 */
export const restsOn = (
  { content, plannedFor }: Letter,
  openedOn: CalendarDate | undefined,
): Pick<LetterExplanation, "basis" | "ladder"> => {
  if (!("occasion" in content)) return { basis: letterKindOf(content).sources.map(sourcesOf) };
  const { kind } = content.occasion;
  const day = dayOf(plannedFor);
  const { effectiveFrom, sources: ladder } = editionOn(reminderSchedules[kind], day);
  const all = new Set([...periodSourcesOn(kind, openedOn ?? day), ...ladder]);
  return { basis: [...all].map(sourcesOf), ladder: { kind, effectiveFrom } };
};
