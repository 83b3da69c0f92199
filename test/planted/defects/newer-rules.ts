import type { Defect } from "../defect.ts";

/** Defects that rules of the checker report which are newer than the list of the examination. */
export const newerRules: readonly Defect[] = [
  {
    name: "rights: the officer who ordered a denunciation approves it",
    file: "domain/parties/order-denunciation.ts",
    from: `  if (order.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now) ?? refuseChanged`,
    to: `  const refused = refuseChanged`,
    suites: ["test/api/lives/denunciation.test.ts"],
    courseEnds: "2021-04-20",
  },
  {
    name: "rights: the officer who ordered an erasure is the second person of it",
    file: "domain/oversight/erase-person.ts",
    from: `  if (order.orderedBy === approver.id) return refuse("second-person-needed");
  const refused = refuseSecondPerson(approver, orderer, now);
  if (refused !== undefined) return refused;
`,
    to: "",
    suites: ["test/api/erasure.test.ts"],
    courseEnds: "2021-10-22",
  },
];
