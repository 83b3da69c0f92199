import { defined } from "../../schemas/base/defined.ts";
import type { FollowUp } from "../../schemas/model/follow-up.ts";
import type { PresidentsListView, PresidentsMissing, PresidentsParty } from "../../schemas/views/presidents-list.ts";
import { cycleAndClusterOf, type PartyId } from "../../schemas/base/ids.ts";
import { type Letter, SkipReason } from "../../schemas/model/letter.ts";
import type { Party } from "../../schemas/model/party.ts";
import type { Review } from "../../schemas/model/review.ts";
import { type Instant, RegionalGroup } from "../../schemas/base/values.ts";
import { dueDate } from "../base/time.ts";
import { clustersOfLetter } from "../letters/about-clusters.ts";
import { partyName } from "../parties/party-names.ts";
import {
  type MissingNomination,
  missingAt,
  missingSince,
  nextListed,
  nominationFigures,
  wasNotifiedOfVacancy,
} from "../oversight/presidents-list.ts";

/** The follow-up for a party on the list. */
export interface FollowedUp {
  readonly party: Party;
  /** Letters to the party since the first of the seats fell vacant, or more, the latest first. */
  readonly letters: readonly Letter[];
  /** Contacts with it, the latest first. */
  readonly contacts: readonly FollowUp[];
}

/** Returns the key of a row: all reviews of a group that wait since one moment, as one letter reminds of them. */
const rowKey = ({ kind, member: { group, since, dueAt } }: MissingNomination): string =>
  [kind, group, since, dueAt].join(" ");

const missingRows = (listed: readonly MissingNomination[]): PresidentsMissing[] =>
  [...Map.groupBy(listed, rowKey).values()]
    .flatMap((together): PresidentsMissing[] => {
      const [first] = together;
      if (first === undefined) return [];
      const { group, since, dueAt } = first.member;
      const reviews = together.map(({ member }) => member.review).toSorted();
      const { kind, listedSince } = first;
      return [{ kind, ...cycleAndClusterOf(group), group, reviews, since, ...dueDate(dueAt), listedSince }];
    })
    .toSorted((one, other) => (one.since < other.since ? -1 : 1));

/** Returns why a letter was skipped; undefined for any other, whose reason may be an answer of the mail service. */
const skippedWhy = ({ state, reason }: Letter): SkipReason | undefined =>
  state === "skipped" ? SkipReason.safeParse(reason).data : undefined;

const letterRow = (letter: Letter): PresidentsParty["letters"][number] => {
  const { id, content, state, subjectLine, plannedFor, changedAt } = letter;
  const reason = skippedWhy(letter);
  return {
    id,
    kind: content.kind,
    state,
    ...defined({ reason, subject: subjectLine }),
    clusters: clustersOfLetter(letter),
    plannedFor,
    changedAt,
  };
};

const partyOf = (listed: readonly MissingNomination[], { party, letters, contacts }: FollowedUp): PresidentsParty => {
  const reviews = new Set(listed.map(({ member }) => member.review));
  const since = missingSince(listed, party.id);
  return {
    party: party.id,
    partyName: partyName(party, "en"),
    missing: missingRows(listed),
    letters: letters.filter((letter) => since !== undefined && wasNotifiedOfVacancy(letter, since)).map(letterRow),
    contacts: contacts
      .filter(({ review }) => review === undefined || reviews.has(review))
      .map(({ number, way, contactedOn, outcome, nextOn }) => ({
        number,
        way,
        contactedOn,
        outcome,
        ...defined({ nextOn }),
      })),
  };
};

/** Compares two rows: those that wait longest come first. */
const bySince = (one: PresidentsParty, other: PresidentsParty): number => {
  const [first, second] = [one, other].map(({ missing, partyName: name }) => `${missing[0]?.since} ${name}`);
  return (first ?? "") < (second ?? "") ? -1 : 1;
};

/** Returns the President's list with the follow-up for each party on it; notes of contacts are left out. */
export const presidentsListView = (
  reviews: readonly Review[],
  listed: readonly MissingNomination[],
  followedUp: readonly FollowedUp[],
  now: Instant,
): PresidentsListView => {
  const next = nextListed(reviews, now);
  const ofParty: ReadonlyMap<PartyId, readonly MissingNomination[]> = Map.groupBy(listed, ({ party }) => party);
  const ofGroup = Map.groupBy(followedUp, ({ party }) => party.regionalGroup);
  return {
    asOf: now,
    ...defined({ nextListedAt: next }),
    figures: nominationFigures.map((figure) => ({
      figure,
      total: missingAt(figure, reviews, now).length,
      listed: listed.filter(({ kind }) => (kind === "experts") === (figure === "experts-missing")).length,
    })),
    groups: [...RegionalGroup.options, null].flatMap((regionalGroup) => {
      const parties = (ofGroup.get(regionalGroup) ?? [])
        .map((one) => partyOf(ofParty.get(one.party.id) ?? [], one))
        .toSorted(bySince);
      return parties.length === 0 ? [] : [{ ...defined({ regionalGroup: regionalGroup ?? undefined }), parties }];
    }),
  };
};
