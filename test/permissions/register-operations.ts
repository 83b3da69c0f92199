import type { ActionCalls, Operation } from "./operation.ts";

const noEntry = `e-${"0".repeat(26)}`;

const dialogue = (happenedOn: string) => ({
  register: "constructive-dialogue",
  happenedOn,
  attendance: {
    nonGovernmentalOrganizations: 3,
    academia: 0,
    privateSector: 0,
    otherStakeholders: 0,
    memberStates: 2,
    intergovernmentalOrganizations: 1,
  },
});

/** Not found: a caller who may read or change entries gets this for one that was never recorded. */
const shownByAbsence: Operation["outcomeOf"] = ({ status, problem = "" }) =>
  status < 300 || problem === "not-found" ? "allowed" : problem || String(status);
const ofNone = { params: () => ({ entryId: noEntry }), harmless: "as it is", outcomeOf: shownByAbsence } as const;

/** Operations on the registers of training, dialogues, pilot initiatives, contributions and translations. */
export const registerOperations = {
  "registers.read": {
    on: [
      { id: "listRegisterEntries", query: "?limit=1" },
      { id: "getRegisterEntry", ...ofNone },
      { id: "listRegisterMembers", params: () => ({ register: "training-session" }), query: "?limit=1" },
    ],
  },
  "register.write": {
    on: [
      {
        id: "recordRegisterEntry",
        body: () => dialogue("2020-11-02"),
        harmless: { body: () => dialogue("2099-01-01"), outcome: "date-in-the-future" },
      },
      {
        id: "correctRegisterEntry",
        ...ofNone,
        body: () => ({ what: "content", to: dialogue("2020-11-02"), reason: "A slip" }),
        version: () => 1,
      },
      { id: "reverseRegisterEntry", ...ofNone, body: () => ({ reason: "Recorded twice" }) },
    ],
  },
} as const satisfies Readonly<Record<string, ActionCalls>>;
