import pMap from "p-map";
import type { LetterData, LetterNeeds } from "../../../domain/letters/content/letter-page.ts";
import type { GatheredContent } from "../../../domain/letters/content/letter-pages.ts";
import { copiesInDigest } from "../../../domain/letters/digests.ts";
import type { PartyId, ReviewId, UserId } from "../../../schemas/base/ids.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import type { AggregateKind } from "../../../schemas/model/aggregate-kind.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Person } from "../../../schemas/model/user.ts";
import { all } from "../../io/pages.ts";
import type { Ledger } from "../../io/ports/outbox.ts";
import type { Store } from "../../io/ports/store.ts";
import { reviewsOfParties } from "../accounts/reviews-of-parties.ts";
import type { WriteIo } from "./written-letter.ts";

/** Returns the reviews with an obligation that is overdue. */
const overdueReviews = async (store: Pick<Store, "due">, before: Instant): Promise<readonly ReviewId[]> => {
  const seats = await all((paging) => store.due({ ...paging, before }));
  return [...new Set(seats.map(({ review }) => review))];
};

/** Returns the copies that a digest lists. */
const copiesIn = async (
  ledger: Pick<Ledger, "ofParty">,
  digest: ReturnType<NonNullable<LetterNeeds<GatheredContent>["copiesOf"]>> | undefined,
): Promise<readonly Letter[]> =>
  digest === undefined ? [] : copiesInDigest(digest, await all((paging) => ledger.ofParty(digest.party, paging)));

/** Reads the data that a letter needs before its address is known, each item once and nothing else. */
export const readLetterData = async (
  { store, ledger, frontEndUrl, replyTo }: WriteIo,
  letter: Letter,
  { needs, content }: { readonly needs: LetterNeeds<GatheredContent>; readonly content: GatheredContent },
  now: Instant,
): Promise<LetterData> => {
  const state = async <K extends AggregateKind>(kind: K, id: string | undefined) =>
    id === undefined ? undefined : (await store.load(kind, id))?.state;
  const missionId = needs.mission?.(content);
  const users = needs.persons?.(content) ?? [];
  const [group, phase, party, user, mission, persons, copies] = await Promise.all([
    state("group", needs.group?.(content)),
    state("phase", needs.phase?.(content)),
    state("party", needs.party?.(content)),
    state("user", needs.user?.(content)),
    missionId === undefined ? undefined : store.mission(missionId),
    users.length === 0 ? new Map<UserId, Person>() : store.persons(users),
    copiesIn(ledger, needs.copiesOf?.(content)),
  ]);
  const keyed = { letter, now, frontEndUrl, replyTo, group, phase, party, user, mission, persons, copies };
  const data: LetterData = { ...keyed, found: [], reviews: [] };
  const found = needs.isAboutOverdue?.(content, data)
    ? await overdueReviews(store, now)
    : await reviewsOfParties(store, needs.reviewsOf?.(content, data) ?? []);
  const ids = needs.reviews === undefined ? found : needs.reviews(content, { ...data, found });
  const aggregates = ids.length === 0 ? [] : await store.loadMany("review", ids);
  return { ...data, found, reviews: aggregates.map((aggregate) => aggregate.state) };
};

/** The number of missions that are read in parallel. */
const maxConcurrency = 20;

/** Returns the parties of whose missions no address works now. */
export const unreachableAmong = async (
  ledger: Pick<Ledger, "unreachableOf">,
  parties: readonly PartyId[],
): Promise<ReadonlySet<PartyId>> => {
  const rows = await pMap(parties, (party) => ledger.unreachableOf({ kind: "mission", party }), {
    concurrency: maxConcurrency,
  });
  return new Set(parties.filter((_, place) => rows[place] !== undefined && rows[place].until === undefined));
};
