import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { PartyId, ReviewId, UserId } from "../base/ids.ts";
import { OfficeName, PartyName, PersonName } from "../base/names.ts";
import { Instrument, Office } from "../base/values.ts";
import { withId } from "../base/with-id.ts";

/** One of several parties in a list. */
export const NamedParty = withId("NamedParty", z.strictObject({ party: PartyId, partyName: PartyName }));
export type NamedParty = z.infer<typeof NamedParty>;

/** A review that has not started, with what its party has joined and it does not cover: to be taken in by `addInstruments`. */
export const JoinedSinceView = withId(
  "JoinedSince",
  z.strictObject({
    review: ReviewId,
    ...ofCluster,
    party: PartyId,
    partyName: PartyName,
    instruments: z.array(Instrument),
  }),
);

/** One of several people in a list. */
export const NamedUser = withId("NamedUser", z.strictObject({ user: UserId, personName: PersonName }));
export type NamedUser = z.infer<typeof NamedUser>;

/** A change of an address by its number, where a letter goes to the one that was given up then. */
const BeforeChange = { beforeChange: z.int().min(1).optional() };

/** Recipient of a letter: a permanent mission, a registered person, or an office. */
export const RecipientView = z
  .discriminatedUnion("kind", [
    withId(
      "MissionRecipient",
      z.strictObject({ kind: z.literal("mission"), party: PartyId, partyName: PartyName, ...BeforeChange }),
    ),
    withId(
      "UserRecipient",
      z.strictObject({ kind: z.literal("user"), user: UserId, personName: PersonName, ...BeforeChange }),
    ),
    withId("OfficeRecipient", z.strictObject({ kind: z.literal("office"), office: Office, officeName: OfficeName })),
  ])
  .meta({ id: "Recipient" });
export type RecipientView = z.infer<typeof RecipientView>;
