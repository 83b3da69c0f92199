import type { VerificationResult } from "./verify.ts";

/** Maximum number of findings of one kind that are written in full; the rest are counted. */
const shown = 20;

/** Returns the report: the checked items, and each finding with its rule. */
export const reportOf = ({ findings, counts }: VerificationResult): string => {
  const looked = [...counts].map(([what, number]) => `${number} ${what}`).join(", ");
  const lines = [...Map.groupBy(findings, ({ kind }) => kind)].flatMap(([kind, those]) => [
    `${kind}: ${those.length}`,
    ...those.slice(0, shown).map(({ about, why, rule }) => `  ${about}: ${why} [${rule}]`),
    ...(those.length > shown ? [`  … and ${those.length - shown} more`] : []),
  ]);
  return [`Looked at: ${looked}.`, ...lines, findings.length === 1 ? "1 finding" : `${findings.length} findings`].join(
    "\n",
  );
};
