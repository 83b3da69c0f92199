import type { Defect } from "../defect.ts";

const counting = ["test/domain/registers/register-counts.test.ts"] as const;
const deciding = ["test/domain/registers/register-entries.test.ts"] as const;

/** Records and counts of the registers. */
export const registers: readonly Defect[] = [
  {
    name: "registers: what was withdrawn still counts",
    file: "domain/registers/register-counts.ts",
    from: "withdrawn === undefined && content.happenedOn <= asAt",
    to: "content.happenedOn <= asAt",
    suites: counting,
  },
  {
    name: "registers: an entry of the day itself does not count yet",
    file: "domain/registers/register-counts.ts",
    from: "withdrawn === undefined && content.happenedOn <= asAt",
    to: "withdrawn === undefined && content.happenedOn < asAt",
    suites: counting,
  },
  {
    name: "registers: a State that came twice counts twice",
    file: "domain/registers/register-counts.ts",
    from: `new Set(known.flatMap((one) => ("named" in one ? one.named : []))).size`,
    to: `known.flatMap((one) => ("named" in one ? one.named : [])).length`,
    suites: counting,
  },
  {
    name: "registers: what was withdrawn is corrected",
    file: "domain/registers/register-entries.ts",
    from: `refuse("entry-withdrawn", { withdrawnOn: dayOf(withdrawn.at) })`,
    to: "undefined",
    suites: deciding,
  },
];
