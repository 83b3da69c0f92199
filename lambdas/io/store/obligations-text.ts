import { addDays, dayOf, daysBetween, endOfDay, instantOf } from "../../../domain/base/time.ts";
import type { ReviewId } from "../../../schemas/base/ids.ts";
import { type CalendarDate, DelayReason, type Instant, Instrument } from "../../../schemas/base/values.ts";
import { ListedObligation } from "../../../schemas/model/listed-obligation.ts";
import { ObligationKind, ObligationState } from "../../../schemas/model/review.ts";
import { UnreadableRow } from "../unreadable-row.ts";
import { parseRow } from "./row.ts";
import { byPlace, readGroup, readInstant, readNumber, writeGroup, writeInstant, writeNumber } from "./text-fields.ts";

/*
 * The obligations of a review as a short text: the group and the obligations, joined by `|`, with fields joined by `,`.
 * The generation is left out if it is the first. A day is the number of days since 1970. A due date is a day if it is
 * the end of that day, and otherwise an instant after `@`. The explanations of delays follow on a line of their own, as
 * JSON: they are rare and may have any letters.
 */

const kinds = byPlace(() => ObligationKind.options);
const states = byPlace(() => ObligationState.options);
const instruments = byPlace(() => Instrument.options);
const reasons = byPlace(() => DelayReason.options);

const firstDay = (): CalendarDate => dayOf(instantOf(0));
/** More days than there are until the last year of the calendar. */
const tooManyDays = 1e6;
const writeDate = (date: CalendarDate): string => writeNumber(daysBetween(firstDay(), date));
const readDate = (text: string | undefined): CalendarDate | undefined => {
  const number = readNumber(text);
  return writeNumber(number) === text && Math.abs(number) < tooManyDays ? addDays(firstDay(), number) : undefined;
};

const writeDue = (dueAt: Instant): string => {
  const date = dayOf(dueAt);
  return endOfDay(date) === dueAt ? writeDate(date) : `@${writeInstant(dueAt)}`;
};
const readDue = (text: string | undefined): string | undefined => {
  if (text?.startsWith("@") === true) return readInstant(text.slice(1));
  const date = readDate(text);
  return date === undefined ? undefined : endOfDay(date);
};

type Delay = NonNullable<ListedObligation["delay"]>;
const writeDelay = ({ reason, on, beyondRules, explanation }: Delay): string =>
  [reasons.write(reason), beyondRules === true ? "!" : "", explanation === undefined ? "" : "+", writeDate(on)].join(
    "",
  );

const writeObligation = (obligation: ListedObligation): string => {
  const { id, kind, party, state, generation, openedOn, dueAt, originalDueAt, settledAt, delay } = obligation;
  return [
    [
      kinds.write(kind),
      party,
      states.write(state),
      generation === 1 ? "" : writeNumber(generation),
      id.slice(kind.length, -":FR".length),
    ].join(""),
    writeDate(openedOn),
    writeDue(dueAt),
    originalDueAt === dueAt ? "" : writeDue(originalDueAt),
    writeInstant(settledAt),
    obligation.instruments === undefined ? "" : `.${obligation.instruments.map(instruments.write).join("")}`,
    delay === undefined ? "" : writeDelay(delay),
  ]
    .join(",")
    .replace(/,+$/u, "");
};

/** Returns the obligations of a review, at least one, as their row in lists has them. The review is its sort key. */
export const obligationsText = (obligations: readonly ListedObligation[]): string => {
  const [first] = obligations;
  if (first === undefined) throw new RangeError("A review without obligations has no row of them");
  const explanations = obligations.flatMap(({ delay }) => delay?.explanation ?? []);
  const items = [writeGroup(first.group, first.review), ...obligations.map(writeObligation)].join("|");
  return explanations.length === 0 ? items : `${items}\n${JSON.stringify(explanations)}`;
};

const readDelay = (text: string, explanationOf: () => unknown): unknown => {
  const [, reason, beyond, explained, on] = /^(.)(!?)(\+?)(.*)$/u.exec(text) ?? [];
  return {
    reason: reasons.read(reason),
    on: readDate(on),
    ...(beyond === "!" ? { beyondRules: true } : {}),
    ...(explained === "+" ? { explanation: explanationOf() ?? null } : {}),
  };
};

const readExplanations = (text: string): readonly unknown[] => {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : [];
  } catch {
    throw new UnreadableRow("The explanations of delays are no list");
  }
};

/** Returns the obligations of a row in lists, by the id of the review. Throws an UnreadableRow on a text of another kind. */
export const readObligationsText = (review: ReviewId, text: string): readonly ListedObligation[] => {
  const end = text.indexOf("\n");
  const [group, ...items] = (end === -1 ? text : text.slice(0, end)).split("|");
  const explanations = end === -1 ? [].values() : readExplanations(text.slice(end + 1)).values();
  return items.map((item) => {
    const [what = "", openedOn, due, original, settled, covered, delay] = item.split(",");
    const [, kindLetter, party, stateLetter, generation, number = ""] = /^(.)(..)(.)([^-]*)(-.*)?$/u.exec(what) ?? [];
    const kind = kinds.read(kindLetter);
    const dueAt = readDue(due);
    const fields = {
      id: `${kind}${number}:${party}`,
      review,
      group: readGroup(group, review),
      kind,
      party,
      state: states.read(stateLetter),
      generation: generation === "" ? 1 : readNumber(generation),
      openedOn: readDate(openedOn),
      dueAt,
      originalDueAt: original === undefined || original === "" ? dueAt : readDue(original),
      ...(settled === undefined || settled === "" ? {} : { settledAt: readInstant(settled) }),
      ...(covered === undefined || covered === ""
        ? {}
        : { instruments: covered.slice(1).split("").map(instruments.read) }),
      ...(delay === undefined || delay === "" ? {} : { delay: readDelay(delay, () => explanations.next().value) }),
    };
    return parseRow(ListedObligation, fields, "listed obligation");
  });
};
