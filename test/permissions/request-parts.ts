import { readFileSync } from "node:fs";
import type { Answer } from "../harness/contract.ts";
import { personOf, type Role } from "../harness/test-api.ts";
import type { Aim, ActionCalls } from "./operation.ts";
import type { About } from "./grid.ts";
import * as who from "./people.ts";
import { type One, people, review, type Scene } from "./people.ts";

export const early: readonly Scene[] = ["scheduled", "nomination", "consultation"];
export const ownAndOther: readonly About[] = ["own", "other"];
export const isIn = ({ place }: Aim, ...some: readonly Scene[]): boolean => some.includes(place.scene);

/** An additional reviewer reviews one instrument. */
export const instrumentOf = (party: string): string => (party === who.additional ? "SOM" : "UNTOC");
export const draftOf = ({ place: { drafts } }: Aim, party: string, of = instrumentOf(party)): number =>
  drafts[party]?.find(({ instrument }) => instrument === of)?.version ?? 0;
export const partyOf = ({ who: one }: Aim): string => {
  const { party, records }: One = people[one];
  return party ?? records ?? who.reviewer;
};
/** A party writes about the instruments of its seat, and of no other. */
export const ofSeat = ({ place: { life } }: Aim, party: string, instrument: string): { readonly refused?: string } => {
  const seat = [{ party: life.under, instruments: life.instruments }, ...life.reviewers].find(
    (one) => one.party === party,
  );
  return seat?.instruments.includes(instrument) === true ? {} : { refused: "instrument-not-reviewed" };
};
/** A division in which every reviewer takes all of its seat: it moves nothing. */
export const wholeSeats = ({ reviewers }: Aim["place"]["life"]) =>
  reviewers.map(({ party, instruments }) => ({ party, instruments }));
export const draftsOf = ({ place: { drafts } }: Aim, party: string) => {
  const ownDrafts = drafts[party] ?? [];
  return { drafts: ownDrafts.length > 0 ? ownDrafts : [{ instrument: instrumentOf(party), version: 1 }] };
};

/** Names who is named already. */
export const naming = (role: Role): ActionCalls => ({
  about: ownAndOther,
  on: [
    {
      id: "namePerson",
      body: ({ party }) => ({ role, person: personOf(party, role), reviews: [review] }),
      harmless: "as it is",
    },
  ],
});

export const mandateParams = ({ place: { experts }, party }: Aim) => ({
  mandateId: experts[party] ?? experts[who.under],
});
export const tooEarly = { effectiveOn: "2020-11-01" };

/** The obligation of a party that a scene is about. */
export const obligationAimedAt = ({ place: { scene }, party }: Aim): string => {
  const isUnder = party === who.under;
  if ((scene === "questionnaire" || scene === "returned") && isUnder) return `questionnaire:${party}`;
  if (scene === "feedback" && isUnder) return `clarification-3:${party}`;
  if (scene === "feedback" || scene === "returned") return `feedback:${party}`;
  if (early.includes(scene) || scene === "questionnaire") return `focal-point:${party}`;
  return `agreement:${party}`;
};

/** The version of the list that is on the table; once it is published, one that never was. */
export const onTheTable = (aim: Aim) => ({ version: isIn(aim, "concluded", "opened") ? 2 : 1 });
export const text = { text: "A new text" };
/** A text of responses of which the scenes know, in the end, only the fact. */
export const lateText = (date: string) => ({
  of: "answers",
  texts: [{ instrument: "TIP", text: "A text" }],
  source: { kind: "e-mail", date },
});
export const reason = { reason: "Requested by its party" };

const parties = readFileSync(new URL("../../data/parties.csv", import.meta.url), "utf8").split("\n");
/** The party file, cut down to its aggregate and the row of the party under review. */
export const oneRow = [parties[0], parties.find((line) => line.split(",")[1] === who.under), ""].join("\n");

export const listed = ({ status, body }: Answer): string => {
  const found = status === 200 && body.items.some((item: { review: string }) => item.review === review);
  return found ? "allowed" : "not-found";
};

export const byAnybody = (...ids: readonly string[]): ActionCalls => ({ on: ids.map((id) => ({ id })) });
