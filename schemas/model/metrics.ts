/** The namespace of everything that a stage measures about itself. */
export const metricNamespace = (stage: string): string => `ReviewMechanism/${stage}`;

interface MetricDescription {
  readonly name: string;
  readonly unit: "Count" | "Seconds" | "Milliseconds";
  /** Name of its one dimension. Each value is a separate metric, with a price. */
  readonly by?: string;
}

/** Metrics of the functions, by the names that alarms and the dashboard use. */
export const metrics = {
  /** The delay of the oldest waiting letter about a deadline; 0 if none waits. */
  oldestWaitingLetter: { name: "Oldest waiting deadline letter", unit: "Seconds" },
  /** Letters that the mail service took, when that became known. */
  lettersAccepted: { name: "Letters accepted", unit: "Count", by: "Queue" },
  /** Attempts to send a letter that were postponed. */
  lettersPostponed: { name: "Letters postponed", unit: "Count", by: "Reason" },
  /** Postponed letters that a later attempt cannot send either, until a person acts. */
  lettersBlocked: { name: "Letters blocked", unit: "Count" },
  /** 1 for a letter that was due at a 09:00 and accepted within an hour of it; 0 for one that was late, failed, or was left to a person. */
  lettersWithinHour: { name: "Due letters accepted within an hour", unit: "Count" },
  /** The number of missing or stuck items that a sweep repaired; 0 if none. */
  sweepRepairs: { name: "Repairs of the sweep", unit: "Count" },
  /** The repairs by kind, only if there were any. */
  sweepRepaired: { name: "Repaired by the sweep", unit: "Count", by: "Repair" },
  /** The result of the canary's sign-in and read: 1 if it succeeded, otherwise 0. */
  canarySucceeded: { name: "Canary succeeded", unit: "Count" },
  /** Requests that the code of an API function failed at, by function and version; not what a service did not answer. */
  requestsFailed: { name: "Requests failed", unit: "Count", by: "Version" },
  /** People of others whose e-mail address and telephone were read. */
  contactsRead: { name: "Contacts read", unit: "Count" },
  /** Readings that were refused because their caller had read as many as a day allows. */
  contactsRefused: { name: "Contact readings refused", unit: "Count" },
} as const satisfies Readonly<Record<string, MetricDescription>>;
export type Metric = keyof typeof metrics;

/** The parameters of a metric other than its number, by dimension. */
export type MetricPart<M extends Metric> = (typeof metrics)[M] extends { readonly by: string } ? [part: string] : [];

/** Kinds of repairs of a sweep, as its report and its metric name them. */
export const sweepRepairs = [
  "startsResumed",
  "importsResumed",
  "lettersOrdered",
  "remindersPlanned",
  "alarmsArmed",
  "alarmsDisarmed",
  "listsPlanned",
  "targetLettersPlanned",
  "noticesPlanned",
  "accountsMade",
  "invitationsPlanned",
] as const;
