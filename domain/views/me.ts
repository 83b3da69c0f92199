import { defined } from "../../schemas/base/defined.ts";
import type * as z from "zod";
import { cycleAndClusterOf } from "../../schemas/base/ids.ts";
import type { Mandate, Review } from "../../schemas/model/review.ts";
import type { MissionContacts } from "../../schemas/model/party.ts";
import type { WaitingOffer } from "../../schemas/model/mandate-offer.ts";
import type { Person, SecondFactorState } from "../../schemas/model/user.ts";
import { type Instant, Instrument, type Language } from "../../schemas/base/values.ts";
import type { MeView, ServiceRole } from "../../schemas/views/me.ts";
import type { Actor } from "../base/actor.ts";
import type { Words } from "../labels/words.ts";
import { outlasts } from "../review/mandates.ts";
import { offerView } from "./mandate-offers.ts";
import { personView } from "./parties.ts";

type MeWords = Pick<Words, "userRoles" | "mandateRoles" | "seatRoles" | "clusters" | "instruments">;

/** The caller, as far as rows show. */
export interface Caller {
  readonly person: Person | undefined;
  /** The contacts of the caller's permanent mission: its letters are in their language, not in that of the account. */
  readonly mission: Pick<MissionContacts, "language"> | undefined;
  readonly secondFactor: SecondFactorState;
  /** Mandates that other parties offer to the caller. */
  readonly offers: readonly WaitingOffer[];
  /** The reviews in which a delegate serves, or served. */
  readonly reviews: readonly Review[];
  /** The names of the caller's parties in the language of the reply; empty where the caller acts for none. */
  readonly partyNames: ReadonlyMap<string, string>;
  readonly language: Language;
  readonly words: MeWords;
}

interface Service {
  readonly review: Review;
  readonly mandate: Mandate;
}

/**
 * Returns the role with its party after it: no language of the six needs an article there, nor another form of the
 * name.
 */
const titleOf = (role: string, partyName: string | undefined): string =>
  partyName === undefined ? role : `${role} (${partyName})`;

const instrumentsOf = (services: readonly Service[]): readonly Instrument[] => {
  const held = services.flatMap(({ review, mandate: { party, instruments: some } }) =>
    (review.seats[party]?.instruments ?? []).filter((one) => some?.includes(one) !== false),
  );
  return Instrument.options.filter((instrument) => held.includes(instrument));
};

/** Returns one role for one party, over the reviews in which it is served. */
const serviceRole = (services: readonly Service[], { partyNames, language, words }: Caller): readonly ServiceRole[] => {
  const [first] = services;
  if (first === undefined) return [];
  const { role, party } = first.mandate;
  const instruments = instrumentsOf(services);
  const list = new Intl.ListFormat(language, { type: "conjunction" });
  const clusterNames = new Map<string, string>(Object.entries(words.clusters));
  const on = role === "expert" ? `: ${list.format(instruments.map((one) => words.instruments[one].short))}` : "";
  const service = {
    role,
    party,
    title: `${titleOf(words.mandateRoles[role], partyNames.get(party))}${on}`,
    instruments: [...instruments],
    reviews: services.flatMap(({ review, mandate }) => {
      const seat = review.seats[mandate.party];
      return seat === undefined
        ? []
        : [
            {
              review: review.id,
              party: review.party,
              ...cycleAndClusterOf(review.id),
              clusterName: clusterNames.get(`${review.cluster}`) ?? `${review.cluster}`,
              stage: review.stage,
              seatRole: seat.role,
              seatRoleName: words.seatRoles[seat.role],
            },
          ];
    }),
  };
  return [service];
};

/** Returns the caller's own view: a delegate by present or future roles, each with its reviews. */
export const meView = (actor: Actor, caller: Caller, now: Instant): z.infer<typeof MeView> => {
  const { person, mission, secondFactor, reviews, partyNames, words } = caller;
  const services = reviews.flatMap((review) =>
    Object.values(review.mandates)
      .filter((mandate) => mandate.user === actor.id && outlasts(mandate, now))
      .map((mandate) => ({ review, mandate })),
  );
  const byRole = Map.groupBy(services, ({ mandate: { party, role } }) => `${party} ${role}`);
  return {
    id: actor.id,
    role: actor.role,
    title: titleOf(words.userRoles[actor.role], actor.party && partyNames.get(actor.party)),
    ...defined({ party: actor.party }),
    ...defined({
      person: person && personView(actor.id, { ...person, language: mission?.language ?? person.language }),
    }),
    secondFactor,
    services: [...byRole.values()].flatMap((some) => serviceRole(some, caller)),
    mandates: services.map(({ review, mandate: { id, role, party, since, until, instruments } }) => ({
      id,
      role,
      party,
      review: review.id,
      ...cycleAndClusterOf(review.id),
      since,
      ...defined({ until, instruments }),
    })),
    mandateOffers: caller.offers.map(offerView),
  };
};
