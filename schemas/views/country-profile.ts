import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { GroupId, PartyId, ReviewId } from "../base/ids.ts";
import { PartyName } from "../base/names.ts";
import { CalendarDate } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { Stage } from "../model/review.ts";
import { publicContact } from "./public-contact.ts";
import { DecisionView } from "./review.ts";

/** Public data of a party: its reviews and, with its consent, the office that it names (paragraph 20). */
export const CountryProfile = withId(
  "CountryProfile",
  z.strictObject({
    party: PartyId,
    partyName: PartyName,
    /** The institution of `office`; none without the party's consent. */
    focalPointInstitutions: z.array(z.string()),
    ...publicContact,
    reviews: z.array(
      z.strictObject({
        review: ReviewId,
        ...ofCluster,
        group: GroupId,
        stage: Stage,
        startedOn: CalendarDate.optional(),
        /** The day on which the party left the Convention, so that the review goes no further. */
        discontinuedOn: CalendarDate.optional(),
        /** Pending acts without which it proceeds, by decision of the Conference or its working group. */
        decisions: z.array(DecisionView).optional(),
      }),
    ),
    /** The number of redraws that the party requested, and the number allowed. */
    redraws: z.strictObject({ asked: z.int().min(0), most: z.int().min(0) }),
  }),
);
