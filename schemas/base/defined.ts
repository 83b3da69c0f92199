/** The properties of an object, where each one that may be undefined is absent instead. */
type Defined<T> = { [K in keyof T as undefined extends T[K] ? never : K]: T[K] } & {
  [K in keyof T as undefined extends T[K] ? K : never]?: Exclude<T[K], undefined>;
};

/** Returns the properties that have a value, so that a property without one is absent and not undefined. */
export function defined<T extends object>(properties: T): Defined<T>;
export function defined(properties: object): object {
  const present: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(properties)) if (value !== undefined) present[name] = value;
  return present;
}
