/** A sentence with what stands in braces filled in. Throws where it names what nobody fills in: a defect of its file. */
export const fill = (sentence: string, values: Readonly<Record<string, string | number>>): string =>
  sentence.replaceAll(/\{(\w+)\}/gu, (_, name: string) => {
    const value = values[name];
    if (value === undefined) throw new Error(`${sentence} names ${name}, which nobody fills in`);
    return String(value);
  });
