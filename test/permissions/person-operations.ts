import type { Action } from "../../schemas/base/actions.ts";
import { addressOf } from "../harness/test-api.ts";
import type { ActionCalls, Aim } from "./operation.ts";
import { type One, people } from "./people.ts";

/** Returns the person of a request: the caller for their own party, and otherwise a person named by the party. */
const personOf = ({ place, who, about, party }: Aim) => {
  const { as = "" }: One = people[who];
  const named = place.people[addressOf(party, "expert")] ?? place.people[addressOf(party, "focal-point")];
  return (about === "own" ? place.people[as] : undefined) ?? named;
};
const personParams = (aim: Aim) => ({ userId: personOf(aim)?.id });

/** The id of a mandate that was never offered. */
const unknownMandate = `m-${"0".repeat(26)}`;

/** Operations on the people of a party; without a party it is an expert of the party under review. */
export const aboutPersons = {
  "calendar.share": {
    on: [{ id: "getCalendarLink" }, { id: "revokeCalendarLink", harmless: "as it is" }],
  },
  "calendar.issue": { on: [{ id: "issueCalendarLink", harmless: "unknown parameter" }] },
  "mandate-offers.read": { about: ["own", "other"], on: [{ id: "listMandateOffers" }] },
  "mandate-offer.answer": {
    on: ["acceptMandateOffer", "refuseMandateOffer"].map((id) => ({
      id,
      params: () => ({ mandateId: unknownMandate }),
      harmless: "as it is" as const,
    })),
  },
  "mandate-offer.withdraw": {
    about: ["own", "other"],
    on: [
      {
        id: "withdrawMandateOffer",
        params: () => ({ mandateId: unknownMandate }),
        body: () => ({}),
        harmless: { body: () => ({}), outcome: "unknown-offer" },
      },
    ],
  },
  "person.read": { about: ["own", "other", ""], on: [{ id: "getPerson", params: personParams }] },
  "person.correct": {
    about: ["own", "other", ""],
    on: [
      {
        id: "correctPerson",
        params: personParams,
        version: (aim) => personOf(aim)?.version ?? 1,
        body: () => ({ person: { title: "Ambassador" } }),
      },
    ],
  },
} as const satisfies Partial<Record<Action, ActionCalls>>;
