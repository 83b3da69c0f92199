import type { FunctionPlan } from "../template/resource-plans.ts";

/** Settings of functions by variable; those that are undefined stay as the template says. */
export type FunctionSettings = Readonly<Record<string, string | undefined>>;

/**
 * Functions with settings other than the template's, each with those that it has: the front end of a stage need not run
 * where a system does, and what a stage is strict about may be tried on one machine.
 */
export const withSettings = (functions: readonly FunctionPlan[], settings: FunctionSettings): readonly FunctionPlan[] =>
  functions.map((plan) => ({
    ...plan,
    environment: Object.fromEntries(
      Object.entries(plan.environment).map(([name, value]) => [name, settings[name] ?? value]),
    ),
  }));
