/** An interceptor of one call of a port: `go` lets it through. */
export type Watch = (call: string, go: () => Promise<unknown>) => Promise<unknown>;

/** Wraps a port so that every call of its methods is watched, under a name like `ledger.claim`. */
export const watchPort = <Port extends object>(name: string, port: Port, watch: Watch): Port =>
  new Proxy(port, {
    get: (target, key) => {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      return (...given: unknown[]) => watch(`${name}.${String(key)}`, () => member.apply(target, given));
    },
  });

/** A killed function: the caller that waits gets this error, and the function itself does not continue. */
export class Crash extends Error {
  constructor(call: string) {
    super(`Killed at ${call}`);
    this.name = "Crash";
  }
}

/** One run of a function, until it ends or is killed. */
export interface Life {
  readonly watch: Watch;
  /** The calls that were let through. */
  readonly calls: readonly string[];
  /** Ends it at a call, which never answers. */
  readonly end: (call: string) => Promise<never>;
  /** The work, or a Crash at the moment of being killed; the abandoned work goes no further. */
  live<T>(work: () => Promise<T>): Promise<T>;
}

const forever = new Promise<never>(() => undefined);

/**
 * Returns a life that ends at its n-th call, before the call has any effect: n = k + 1 kills between step k and the
 * next. A number above the count of calls kills after all work, before the reply. Without a number nothing is killed.
 */
export const lifeUntil = (lastCall: number | undefined, then: Watch): Life => {
  const calls: string[] = [];
  const death = Promise.withResolvers<never>();
  death.promise.catch(() => undefined);
  let dead = false;
  const die = (call: string): Promise<never> => {
    dead = true;
    death.reject(new Crash(call));
    return forever;
  };
  return {
    calls,
    end: die,
    watch: (call, go) => {
      if (dead) return forever;
      if (calls.length + 1 === lastCall) return die(call);
      calls.push(call);
      return then(call, go);
    },
    live: async (work) => {
      const done = await Promise.race([work(), death.promise]);
      if (calls.length + 1 === lastCall) await Promise.race([die("its end"), death.promise]);
      return done;
    },
  };
};
