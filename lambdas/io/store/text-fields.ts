import { epochOf, instantOf } from "../../../domain/base/time.ts";
import type { GroupId, ReviewId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";

/*
 * The fields of short texts in lists. A list that is sorted or filtered reads the rows of all reviews, and pays by their
 * length. An option of an enum is its place as one letter or digit, and numbers are in base 36. What a text does not
 * mean is returned as it is or as undefined, which the schema of the row refuses.
 */

/** Returns the place of an option as a digit or letter, and the option of a place. */
export const byPlace = (optionsOf: () => readonly string[]) => ({
  write: (option: string): string => optionsOf().indexOf(option).toString(36),
  read: (place: string | undefined): string | undefined => optionsOf()[Number.parseInt(place ?? "", 36)],
});

export const writeNumber = (number: number): string => number.toString(36);
export const readNumber = (text: string | undefined): number => Number.parseInt(text ?? "", 36);

/** An instant in milliseconds. */
export const writeInstant = (instant: Instant | undefined): string =>
  instant === undefined ? "" : writeNumber(epochOf(instant));
export const readInstant = (text: string | undefined): string | undefined => {
  if (text === undefined || text === "") return undefined;
  const milliseconds = readNumber(text);
  return writeNumber(milliseconds) === text ? instantOf(milliseconds) : text;
};

/** A date in eight digits. */
export const writeDay = (day: string | undefined): string => (day ?? "").replaceAll("-", "");
export const readDay = (text: string | undefined): string | undefined =>
  text === undefined || text === "" ? undefined : `${text.slice(0, 4)}-${text.slice(4, 6)}-${text.slice(6)}`;

const prefixOf = (id: ReviewId): string => id.slice(0, -2);
/** The group of a review, without the cycle and cluster that it shares with its review. */
export const writeGroup = (group: GroupId, id: ReviewId): string =>
  group.startsWith(prefixOf(id)) ? group.slice(prefixOf(id).length) : group;
export const readGroup = (text: string | undefined, id: ReviewId): string | undefined =>
  text?.includes("-") === false ? `${prefixOf(id)}${text}` : text;

export const joined = <Item>(items: readonly Item[] | undefined, write: (item: Item) => string): string =>
  (items ?? []).map(write).join(",");
export const split = (text: string | undefined): readonly string[] =>
  text === undefined || text === "" ? [] : text.split(",");
