/**
 * Returns an object that calls `make` at the first use of one of its members, and inherits all of them from the result.
 * It has no members of its own, so it must not be spread. A call of `make` that throws is repeated at the next use.
 */
export const atFirstUse = (make: () => object): object => {
  const unmade = new Proxy(
    {},
    {
      get: (_, name, receiver): unknown => Reflect.get(become(), name, receiver),
      has: (_, name) => Reflect.has(become(), name),
    },
  );
  const shell = {};
  const become = (): object => {
    const made = make();
    Object.setPrototypeOf(shell, made);
    return made;
  };
  Object.setPrototypeOf(shell, unmade);
  return shell;
};
