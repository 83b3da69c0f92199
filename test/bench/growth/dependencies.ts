import { randomIds } from "../../../lambdas/io/random.ts";
import { dynamoLedger } from "../../../lambdas/io/store/ledger.ts";
import { dynamoSlots } from "../../../lambdas/io/store/slots.ts";
import { dynamoStore } from "../../../lambdas/io/store/store.ts";
import type { Access } from "../../../lambdas/io/store/tables.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { Clock } from "../../../lambdas/io/ports/time.ts";
import { newNamedParties } from "../../../lambdas/use-cases/accounts/named-parties.ts";
import { recountOf } from "../../../lambdas/use-cases/counting/count-everything.ts";
import type { SweepIo } from "../../../lambdas/use-cases/sweep.ts";
import { fakeAccounts, noSecondFactors } from "../../fakes/accounts.ts";
import { fakeSuppression } from "../../fakes/mail-service.ts";
import { noMetrics } from "../../fakes/metrics.ts";
import { countingIo } from "./counted.ts";
import type { PathIo } from "./paths.ts";

/** Returns schedules in memory: those at Amazon EventBridge do not use the database. */
const schedulesInMemory = (): SweepIo["schedules"] => {
  const armed = new Set<string>();
  return {
    arm: async (name) => void armed.add(name),
    disarm: async (name) => void armed.delete(name),
    armed: async () => ({ items: [...armed] }),
  };
};

/** The dependencies of everything that the bench of growth runs. */
export type BenchIo = SweepIo & PathIo & { readonly counting: { readonly store: Store } };

/** Returns the dependencies on a database; what does not use it is in memory. */
export const benchIo = (access: Access, clock: Clock): BenchIo => {
  const store = dynamoStore(access);
  const counting = countingIo(access, store, clock);
  return {
    store,
    ledger: dynamoLedger(access),
    slots: dynamoSlots(access, "bench"),
    clock,
    counting: { ...recountOf(counting), ...counting },
    ids: randomIds(clock),
    schedules: schedulesInMemory(),
    letterQueues: { order: async () => undefined },
    accounts: { ...fakeAccounts(), create: async (address: string) => `sub-of-${address}` },
    suppression: fakeSuppression(),
    mailAccount: { read: async () => "throttled" },
    metrics: noMetrics,
    canary: undefined,
    sleeper: { until: async () => undefined },
    newSecret: () => "secret",
    cursorSecrets: () => Promise.resolve({ newest: "secret" }),
    parties: newNamedParties({ store, clock }),
    secondFactors: noSecondFactors,
  } as unknown as BenchIo;
};
