import type { FuzzedAnswer } from "./schemathesis.ts";

/** The results of one operation. */
export interface OperationReport {
  readonly operation: string;
  /** The scene of the requests, and the caller that may succeed there. */
  readonly scene: string;
  readonly by: string;
  readonly answers: readonly FuzzedAnswer[];
  readonly seconds: number;
  /** True if it has a parameter, a body or a header that can be varied. */
  readonly takesInput: boolean;
  /** The reason if it could not be fuzzed. */
  readonly trouble?: string;
}

/** Returns true if the operation succeeded: Schemathesis uses other methods, too. */
const isSuccess = ({ status, isOwnMethod }: FuzzedAnswer): boolean => status < 300 && isOwnMethod;

/** Returns findings: a defect of the server, an undocumented reply, or no success at all. */
export const findingsOf = ({ operation, answers, trouble }: OperationReport): readonly string[] => {
  if (trouble !== undefined) return [`${operation}: ${trouble}`];
  const failures = answers.flatMap((answer) => answer.failures.map((failure) => ({ ...failure, answer })));
  // The same defect is found by many cases.
  const kinds = Map.groupBy(
    failures,
    ({ check, message, answer }) => `${check} ${answer.status} ${message.slice(0, 80)}`,
  );
  const found = [...kinds.values()].flatMap(([first, ...more]) => {
    if (first === undefined) return [];
    const { check, title, message, answer } = first;
    const { method, url, body, status, answer: text } = answer;
    const times = more.length === 0 ? "once" : `${more.length + 1} times`;
    return [
      `${operation}: ${check} ${times}: ${title}: ${message}\n  ${method} ${url} ${body}\n  ${status}: ${text?.slice(0, 600)}`,
    ];
  });
  const defects = answers.filter(({ status, failures: none }) => status >= 500 && none.length === 0).length;
  return [
    ...(answers.some(isSuccess) ? [] : [`${operation}: answered no case with success`]),
    ...(defects > 0 ? [`${operation}: answered ${defects} cases with a defect`] : []),
    ...found,
  ];
};

/** Returns one line: cases, the number of each status, and the callers that succeeded. */
export const lineOf = ({ operation, scene, by, answers, seconds }: OperationReport): string => {
  const statuses = [...Map.groupBy(answers, ({ status }) => status)].toSorted(([one], [other]) => one - other);
  const counts = statuses.map(([status, some]) => `${status} x ${some.length}`).join(", ");
  const succeeded = [...new Set(answers.filter(isSuccess).map(({ by: one }) => one))].join(", ");
  return `${operation} in ${scene} by ${by}: ${answers.length} cases in ${Math.round(seconds)} s: ${counts}; success for ${succeeded || "no caller"}`;
};

/** The whole as it is said at the end. */
export const summaryOf = (reports: readonly OperationReport[], cases: number, seconds: number): string => {
  const findings = reports.flatMap(findingsOf);
  const caseCount = reports.reduce((sum, { answers }) => sum + answers.length, 0);
  const few = reports.filter(({ answers, takesInput }) => takesInput && answers.length < cases);
  const succeeded = reports.filter(({ answers }) => answers.some(isSuccess)).length;
  return [
    ...findings,
    `${reports.length} operations (${reports.filter(({ takesInput }) => takesInput).length} take input), ${caseCount} cases in ${Math.round(seconds / 60)} minutes; ${succeeded} operations succeeded at least once.`,
    ...(few.length === 0
      ? []
      : [
          `Fewer than ${cases} cases, as there are no more to be made: ${few.map(({ operation, answers }) => `${operation} ${answers.length}`).join(", ")}.`,
        ]),
    `${findings.length} findings`,
  ].join("\n");
};
