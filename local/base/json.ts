/** Functions for JSON of unknown shape: each returns `undefined` or an empty value for a value of another type. */
export type Fields = Readonly<Record<string, unknown>>;

/** Returns whether a value is an object, and no list. */
export const isFields = (value: unknown): value is Fields =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** The value if it is an object, else an empty one. */
export const fieldsOf = (value: unknown): Fields => (isFields(value) ? value : {});

/** The value if it is a list, else an empty one. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** The value if it is a text. */
export const textOf = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);

/** A number, also where a template carries it as text. */
export const numberOf = (value: unknown): number | undefined => {
  if (typeof value === "number") return value;
  return typeof value === "string" && value.trim() !== "" && Number.isFinite(Number(value)) ? Number(value) : undefined;
};

/** Texts of a list; anything else in it is left out. */
export const textsOf = (value: unknown): string[] => listOf(value).filter((each) => typeof each === "string");

/** Each value of an object as a text. */
export const textsByName = (value: unknown): Record<string, string> =>
  Object.fromEntries(Object.entries(fieldsOf(value)).map(([name, each]) => [name, String(each)]));

/** JSON.parse that promises nothing about the result. Throws SyntaxError. */
export const parseJson = (text: string): unknown => JSON.parse(text);

/** The text at `name`, which must be there. Throws an Error that says where it was missing. */
export const needText = (fields: Fields, name: string, where: string): string => {
  const value = textOf(fields[name]);
  if (value === undefined) throw new Error(`${where} has no ${name}`);
  return value;
};
