/** The namespace of everything that a stage measures about itself. */
export const metricNamespace = (stage: string): string => `ReviewMechanism/${stage}`;

interface MetricDescription {
  readonly name: string;
  readonly unit: "Count" | "Seconds" | "Milliseconds";
  /** What it is counted apart by: the name of its one dimension. Each value is a metric of its own, with a price. */
  readonly by?: string;
}

/** What functions measure, by the names under which alarms and the dashboard find it. */
export const metrics = {
  /** How long the oldest letter about a deadline has waited past its time; 0 while none waits. */
  oldestWaitingLetter: { name: "Oldest waiting deadline letter", unit: "Seconds" },
  /** Letters that the mail service took, when that became known. */
  lettersAccepted: { name: "Letters accepted", unit: "Count", by: "Queue" },
  /** Attempts to send a letter that were postponed. */
  lettersPostponed: { name: "Letters postponed", unit: "Count", by: "Reason" },
  /** Postponed letters that a later attempt cannot send either, until a person acts. */
  lettersBlocked: { name: "Letters blocked", unit: "Count" },
  /** Letters that were due at a 09:00, when they were accepted, failed, or were left to a person. */
  lettersDue: { name: "Due letters", unit: "Count" },
  /** Those of them that were accepted within an hour of it. */
  lettersWithinHour: { name: "Due letters accepted within an hour", unit: "Count" },
  /** What a round of the sweep found missing or stuck, and put right; 0 where nothing was. */
  sweepRepairs: { name: "Repairs of the sweep", unit: "Count" },
  /** The same by what it was, and only where there was any. */
  sweepRepaired: { name: "Repaired by the sweep", unit: "Count", by: "Repair" },
  /** Whether the canary could sign in and read: 1, or 0. */
  canarySucceeded: { name: "Canary succeeded", unit: "Count" },
  /** Requests that the code of an API function failed at, by function and version; not what a service did not answer. */
  requestsFailed: { name: "Requests failed", unit: "Count", by: "Version" },
  /** People of others whose e-mail address and telephone were read. */
  contactsRead: { name: "Contacts read", unit: "Count" },
  /** Readings that were refused because their caller had read as many as a day allows. */
  contactsRefused: { name: "Contact readings refused", unit: "Count" },
} as const satisfies Readonly<Record<string, MetricDescription>>;
export type Metric = keyof typeof metrics;

/** What a metric that is counted apart is given besides its number. */
export type MetricPart<M extends Metric> = (typeof metrics)[M] extends { readonly by: string } ? [part: string] : [];

/** What a round of the sweep puts right, as its report and its metric name it. */
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
