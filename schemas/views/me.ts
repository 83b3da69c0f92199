import * as z from "zod";
import { ofCluster } from "../base/clusters.ts";
import { MandateId, PartyId, ReviewId, UserId } from "../base/ids.ts";
import { OptionalPartyName, PartyName } from "../base/names.ts";
import { Instant, Instrument } from "../base/values.ts";
import { withId } from "../base/with-id.ts";
import { MandateRole, SeatRole, Stage } from "../model/review.ts";
import { SecondFactorState, UserRole } from "../model/user.ts";
import { PersonView } from "./core.ts";
import { MandateOfferView } from "./mandate-offers.ts";

/** A role of a person for a party, in everyday words, with its reviews. */
const ServiceRole = withId(
  "ServiceRole",
  z.strictObject({
    role: MandateRole,
    /** The party for which it is. */
    party: PartyId,
    partyName: PartyName,
    /**
     * The title of the role, with its party and, for an expert, its instruments: "Governmental expert (France):
     * Firearms Protocol".
     */
    title: z.string(),
    /** Of the seats in these reviews. */
    instruments: z.array(Instrument),
    reviews: z.array(
      z.strictObject({
        review: ReviewId,
        /** The party under review. */
        party: PartyId,
        partyName: PartyName,
        ...ofCluster,
        clusterName: z.string(),
        stage: Stage,
        /** As what one's own party sits in the review. */
        seatRole: SeatRole,
        seatRoleName: z.string(),
      }),
    ),
  }),
);
export type ServiceRole = z.infer<typeof ServiceRole>;

export const MeView = withId(
  "Me",
  z.strictObject({
    id: UserId,
    role: UserRole,
    /** The title of the role; of a delegate `services` say more. */
    title: z.string(),
    party: PartyId.optional(),
    partyName: OptionalPartyName,
    person: PersonView.optional(),
    secondFactor: SecondFactorState,
    /** Of a delegate: in which roles they serve, or will. */
    services: z.array(ServiceRole),
    mandates: z.array(
      z.strictObject({
        id: MandateId,
        role: MandateRole,
        party: PartyId,
        partyName: PartyName,
        review: ReviewId,
        ...ofCluster,
        since: Instant,
        /** The instant ahead from which it is over, where one was named. */
        until: Instant.optional(),
        /** Of an expert who serves for some instruments of the seat alone. */
        instruments: z.array(Instrument).optional(),
      }),
    ),
    /** Mandates that other parties offer to the caller, each until it is accepted, refused or withdrawn. */
    mandateOffers: z.array(MandateOfferView),
  }),
);
