/** The namespace of everything that a stage measures about itself. */
export const metricNamespace = (stage: string): string => `ReviewMechanism/${stage}`;

/** What functions measure, by the names under which alarms find it. */
export const metrics = {
  /** How long the oldest letter about a deadline has waited past its time; 0 while none waits. */
  oldestWaitingLetter: { name: "Oldest waiting deadline letter", unit: "Seconds" },
} as const;
export type Metric = keyof typeof metrics;
