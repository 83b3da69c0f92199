import type { AddresseeReason, StoredAudienceList } from "../../../schemas/model/audience.ts";
import { mandateWords, inSentence, type NamedParty } from "./wording.ts";
import { type Markup, markup } from "./html.ts";

/** What a list says of a party, in reviews that are named already: without blame, as it stands. */
const listWords: { readonly [L in StoredAudienceList]: (party: Markup, reviews: Markup) => Markup } = {
  "missing-focal-point": (party, reviews) =>
    markup`the nomination of a focal point by ${party} is awaited in ${reviews}`,
  "overdue-questionnaire": (party, reviews) =>
    markup`the answers of ${party} to the self-assessment questionnaire are awaited in ${reviews}`,
  "presidents-list": (party, reviews) => markup`nominations by ${party} are awaited in ${reviews}`,
  reviews: (party, reviews) => markup`${party} is under review in ${reviews}`,
  "reviews-blocked": (party, reviews) => markup`${party} is under review in ${reviews}, where a step is awaited`,
  "reviews-missing-somebody": (party, reviews) =>
    markup`${party} is under review in ${reviews}, where the nomination of a focal point is awaited`,
  blockers: (party, reviews) => markup`a step of ${party} is awaited in ${reviews}`,
  "focal-points-missing": (party, reviews) =>
    markup`the nomination of a focal point by ${party} is awaited in ${reviews}`,
  "experts-missing": (party, reviews) =>
    markup`the nomination of governmental experts by ${party} is awaited in ${reviews}`,
  "duties-overdue": (party, reviews) =>
    markup`a contribution of ${party}, the date of which has passed, is awaited in ${reviews}`,
  "duties-late": (party, reviews) =>
    markup`a contribution of ${party}, the original date of which has passed, is awaited in ${reviews}`,
  "duties-delayed": (party, reviews) => markup`${party} has notified a delay in ${reviews}`,
  "duties-returned": (party, reviews) =>
    markup`a submission of ${party} was returned at its request and is awaited again in ${reviews}`,
};

/** The list whose words fit best: of overdue duties that are answers to the questionnaire alone, what is said of those. */
const listNamed = ({ list, kinds }: ListedReason): StoredAudienceList =>
  list === "duties-overdue" && kinds.every((kind) => kind === "questionnaire") ? "overdue-questionnaire" : list;
type ListedReason = Extract<AddresseeReason, { readonly code: "listed" }>;

/**
 * Why somebody is written to, after "because, according to the records of the secretariat,": what they are, and what
 * the audience that they are in is. `reviews` are those of the reason, as a sentence names them.
 */
export const becauseOf = (reason: AddresseeReason, named: NamedParty, reviews: Markup): Markup => {
  const party = inSentence(named);
  const serving = reason.as === "mission" ? undefined : markup`you serve as ${mandateWords[reason.as]} of ${party}`;
  switch (reason.code) {
    case "registered":
      return markup`${party} is registered as a party with the Mechanism`;
    case "seated":
      return serving === undefined ? markup`${party} takes part in ${reviews}` : markup`${serving} in ${reviews}`;
    case "listed": {
      const listed = listWords[listNamed(reason)](party, reviews);
      return serving === undefined ? listed : markup`${serving}, and ${listed}`;
    }
  }
};
