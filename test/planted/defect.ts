/** One plausible error in a line of the product, and the suite that must detect it. */
export interface Defect {
  /** Its area, a colon, and the wrong behaviour of the product; no other defect has this name. */
  readonly name: string;
  /** The file that it changes, from the root of the repository. */
  readonly file: string;
  /** The exact text that it replaces, which occurs once in the file. */
  readonly from: string;
  readonly to: string;
  /** The test files of which one has to fail, from the root of the repository. */
  readonly suites: readonly [string, ...string[]];
  /** The day by which the checker's course shows the defect, where that is before its last. */
  readonly courseEnds?: string;
  /** True if the suites run the bundles of `dist/lambdas`, so that these are built with the defect in them. */
  readonly bundled?: true;
}

/** Returns the area of a defect: the part of its name before the colon. */
export const areaOf = ({ name }: Pick<Defect, "name">): string => name.split(":")[0] ?? "";

/** A file's text with the defect in it. Throws where the text to replace does not occur exactly once. */
export const plantDefect = (text: string, { name, file, from, to }: Defect): string => {
  const count = text.split(from).length - 1;
  if (count !== 1)
    throw new RangeError(`${name}: the text to replace occurs ${count} times in ${file}, not once:\n${from}`);
  return text.replace(from, () => to);
};
