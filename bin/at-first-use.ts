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

/** Returns an object with the members of the object that `make` returns. It calls `make` once, at the first use. */
export const fieldsAtFirstUse = (make: () => object): object => {
  let fields: object | undefined;
  const made = (): object => (fields ??= make());
  return new Proxy(
    {},
    {
      get: (_, name): unknown => Reflect.get(made(), name),
      has: (_, name) => Reflect.has(made(), name),
      ownKeys: () => Reflect.ownKeys(made()),
      getOwnPropertyDescriptor: (_, name) => Reflect.getOwnPropertyDescriptor(made(), name),
    },
  );
};
