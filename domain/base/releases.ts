import { currentRelease, firstRelease, type Release } from "../../schemas/base/releases.ts";

const numbersOf = (release: Release): readonly number[] => release.split(".").map(Number);

/** Whether a release is an earlier one than another. */
export const isEarlierRelease = (one: Release, other: Release): boolean => {
  const [first, second] = [numbersOf(one), numbersOf(other)];
  const place = first.findIndex((number, at) => number !== second[at]);
  return place !== -1 && (first[place] ?? 0) < (second[place] ?? 0);
};

/** The release that entries name from now on; the first release writes none into its entries. */
export const releaseInEntries = currentRelease === firstRelease ? undefined : currentRelease;

/** The release that recorded an entry: the first one writes none into its entries. */
export const releaseOf = ({ release = firstRelease }: { readonly release?: Release | undefined }): Release => release;
