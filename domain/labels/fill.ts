/**
 * Returns a sentence with the names in braces filled in. Throws if a name has no value, which is a defect of its file.
 */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${sentence} names ${name}, which has no value`);
    return String(value);
  });
