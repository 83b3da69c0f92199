/** An object of asynchronous methods. */
type LoadedPart<Names extends PropertyKey> = Readonly<Record<Names, (...given: never[]) => Promise<unknown>>>;

/**
 * Returns the named methods of an object that is loaded and created at the first call of one of them. Requests that
 * never call them do not load its code.
 */
export const onDemand = <Names extends PropertyKey, Made extends LoadedPart<Names>>(
  names: readonly Names[],
  make: () => Promise<Made>,
): Pick<Made, Names> => {
  let made: Promise<Made> | undefined;
  const methodOf =
    (name: Names) =>
    async (...given: never[]): Promise<unknown> => {
      made ??= make().catch((error: unknown) => {
        // A failed load is not cached: the next call repeats it.
        made = undefined;
        throw error;
      });
      return (await made)[name](...given);
    };
  const hasEach = (methods: object): methods is Pick<Made, Names> => names.every((name) => name in methods);
  const methods = Object.fromEntries(names.map((name) => [name, methodOf(name)]));
  if (!hasEach(methods)) throw new TypeError("A method has no name");
  return methods;
};
