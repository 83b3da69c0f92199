/** Sends requests to a running system by the code of orval; prints the replies as JSON. */
import { getJournal } from "./generated/journal/journal.ts";
import { getMe } from "./generated/me/me.ts";
import type { NominationRequest } from "./generated/model/index.ts";
import { listMandates, namePerson } from "./generated/nominations/nominations.ts";
import { getParty } from "./generated/parties/parties.ts";
import { getLabels } from "./generated/public/public.ts";
import { getReview, listObligations, listReviews } from "./generated/reviews/reviews.ts";
import { getWorklist } from "./generated/worklist/worklist.ts";

const { PARTY: partyId = "", REVIEW: reviewId = "", EMAIL = "", OTHER_EMAIL = "", SECRETARIAT, MISSION } = process.env;
const secretariat = { headers: { authorization: `Bearer ${SECRETARIAT}` } };
const mission = { headers: { authorization: `Bearer ${MISSION}` } };
/** Returns the items of a page. Lists are also available as tables, which are text; this program requests none. */
const listOf = <Item>(page: string | { items: Item[] }): Item[] => {
  if (typeof page === "string") throw new Error("The list came as a table");
  return page.items;
};
const nominate = (email: string) => {
  const body: NominationRequest = { role: "focal-point", person: { name: "Ada Muster", email, language: "en" } };
  return namePerson(partyId, body, { "Idempotency-Key": crypto.randomUUID() }, mission);
};

const nomination = await nominate(EMAIL);
const refusal = await nominate(OTHER_EMAIL);
if (nomination.status !== 201) throw new Error(`A focal point was refused: ${JSON.stringify(nomination)}`);
if (refusal.status !== 409) throw new Error("A second focal point was not refused");
const [me, worklist, reviews, journal] = await Promise.all([
  getMe(undefined, secretariat),
  getWorklist({ limit: 200 }, secretariat),
  listReviews({ limit: 200 }, secretariat),
  getJournal("review", reviewId, undefined, secretariat),
]);
const [review, party, labels, obligations, mandates] = await Promise.all([
  getReview(reviewId, undefined, secretariat),
  getParty(partyId, { language: "fr" }, secretariat),
  getLabels({ language: "fr" }, undefined, secretariat),
  listObligations({ review: reviewId, party: partyId }, secretariat),
  listMandates(partyId, undefined, mission),
]);
if (review.status !== 200 || party.status !== 200 || labels.status !== 200)
  throw new Error("The secretariat could not read a review, a party or the labels");
if (obligations.status !== 200 || mandates.status !== 200) throw new Error("Obligations or mandates could not be read");
if (me.status !== 200 || worklist.status !== 200 || reviews.status !== 200 || journal.status !== 200)
  throw new Error("The secretariat could not read");

if (!("reviews" in refusal.data)) throw new Error("The refusal does not say in which reviews");
const { type, status, detail, reviews: refusedIn } = refusal.data;
console.log(
  JSON.stringify({
    role: me.data.role,
    worklist: listOf(worklist.data)
      .filter((item) => item.party === partyId)
      .map(({ kind }) => kind),
    reviews: listOf(reviews.data).map(({ id }) => id),
    stage: review.data.stage,
    stageName: labels.data.stages[review.data.stage],
    partyName: party.data.name,
    obligations: listOf(obligations.data).map(({ kind, dueOn }) => `${kind} ${dueOn}`),
    mandates: mandates.data.items.map(({ id }) => id),
    mandate: nomination.data.mandate,
    journal: journal.data.items.map(({ facts }) => facts.map(({ kind }) => kind)),
    refusal: { type, status, detail, reviews: refusedIn },
  }),
);
