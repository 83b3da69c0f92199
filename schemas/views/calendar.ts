import * as z from "zod";
import { PartyId } from "../base/ids.ts";
import { OptionalPartyName } from "../base/names.ts";
import { Instant } from "../base/values.ts";
import { withId } from "../base/with-id.ts";

const link = {
  /** Since when the link in force is there; left out where there is none. */
  issuedAt: Instant.optional(),
  /** The party all of whose dates the link shows; left out where it shows those of a person. */
  party: PartyId.optional(),
  partyName: OptionalPartyName,
};

/** Status of a user's link to a calendar. The link itself is shown only once, when it is created. */
export const CalendarLinkView = withId("CalendarLink", z.strictObject(link));
export type CalendarLinkView = z.infer<typeof CalendarLinkView>;

/** A link that was given out just now, with its secret. */
export const IssuedCalendarLinkView = withId(
  "IssuedCalendarLink",
  z.strictObject({ ...link, issuedAt: Instant, feedPath: z.string() }),
);
