import type { GuaranteeViolation } from "../../domain/base/guarantee.ts";
import { journalViolations } from "../../domain/audit/guarantees.ts";
import { unauthorizedEntries } from "../../domain/audit/unauthorized-entries.ts";
import {
  accessNotificationViolations,
  accessViolations,
  notificationViolations,
  readdressNotificationViolations,
  unsuppressViolations,
} from "./effect-guarantees.ts";
import { digestViolations, mailViolations, reminderViolations, silentLetterViolations } from "./letter-guarantees.ts";
import { isChangingReviews } from "../../domain/parties/groups.ts";
import { isOpened } from "../../domain/letters/start-letters.ts";
import { unnamedGenerations } from "../../domain/review/generations.ts";
import { openObligations } from "../../domain/review/obligations.ts";
import type { Aggregate } from "../../domain/audit/aggregates.ts";
import { all } from "../../lambdas/io/pages.ts";
import type { Ledger } from "../../lambdas/io/ports/outbox.ts";
import { type JournalEntry } from "../../schemas/model/journal-entry.ts";
import { AggregateKind } from "../../schemas/model/fact.ts";
import type { LetterId } from "../../schemas/base/ids.ts";
import { type Review, Stage } from "../../schemas/model/review.ts";
import { Instant } from "../../schemas/base/values.ts";
import { missingAt, nominationFigures } from "../../domain/oversight/presidents-list.ts";
import type { TestApp } from "./test-app.ts";
import type { ReceivedMail } from "../fakes/mail-service.ts";

/** The parts that are checked after every step: of a system in memory, or of one that runs. */
export type ObservedSystem = Pick<TestApp, "store" | "lateClaims">;
/** The additional parts that are checked once the system is at rest. */
export interface SystemAtRest extends ObservedSystem, Pick<TestApp, "clock" | "letters"> {
  readonly mail: { readonly inbox: readonly Pick<ReceivedMail, "letter" | "unreported">[] };
  readonly ledger: Pick<Ledger, "suppressed">;
  readonly schedules: { readonly pending: ReadonlyMap<string, unknown> };
}

const aggregates = <K extends AggregateKind>({ store }: ObservedSystem, kind: K): Promise<readonly Aggregate<K>[]> =>
  all((paging) => store.list(kind, paging));

/** Checks after every step: 1, 2, 3, 5, 8, 10, 13 and 16, and of 17 that every list agrees with the reviews. */
export const brokenNow = async (app: ObservedSystem): Promise<readonly GuaranteeViolation[]> => {
  const users = new Map((await aggregates(app, "user")).map(({ id, state }) => [id, state]));
  let lastAt = "";
  const broken: GuaranteeViolation[] = app.lateClaims.map((about) => ({
    guarantee: 5,
    about,
    why: "claimed after completion",
  }));
  for (const kind of AggregateKind.options)
    for (const aggregate of await aggregates(app, kind)) {
      const entries = await all((paging) => app.store.journalOf(kind, aggregate.id, paging));
      for (const { recordedAt } of entries) lastAt = recordedAt > lastAt ? recordedAt : lastAt;
      broken.push(...journalViolations(aggregate, entries), ...unauthorizedEntries(entries, users));
      if (kind === "review") broken.push(...generationsWithoutFact(aggregate.id, entries));
    }
  return [...broken, ...(await brokenLists(app, lastAt))];
};

/** Finds facts of this version without a generation; only entries of earlier versions may omit it. */
const generationsWithoutFact = (review: string, entries: readonly JournalEntry[]): readonly GuaranteeViolation[] =>
  unnamedGenerations(entries.flatMap(({ facts }) => facts)).map(({ fact, obligation, generation }) => ({
    guarantee: 16,
    about: review,
    why: `${fact.kind} does not say that ${obligation} is in generation ${generation}`,
  }));

/** Compares the lists with their reviews: each member must be listed, and no other. */
const brokenLists = async (app: ObservedSystem, lastAt: string): Promise<readonly GuaranteeViolation[]> => {
  const reviews = (await aggregates(app, "review")).map(({ state }) => state);
  const pending = reviews.flatMap((review) =>
    Object.values(review.seats).map(({ party }) => {
      const open = openObligations(review).filter((obligation) => obligation.party === party);
      return { about: `${review.id} ${party}`, kinds: open.map(({ kind }) => kind), dueAt: open[0]?.dueAt };
    }),
  );
  const differ = (
    what: string,
    listed: readonly string[],
    counted: readonly string[],
  ): readonly GuaranteeViolation[] =>
    listed.toSorted().join() === counted.toSorted().join()
      ? []
      : [{ guarantee: 17, about: what, why: `lists ${listed.length} of ${counted.length}` }];
  const name = ({ review, party }: { review: string; party: string }) => `${review} ${party}`;
  const broken = [...vacanciesWithoutObligation(reviews, lastAt)];
  for (const stage of Stage.options)
    broken.push(
      ...differ(
        `reviews in ${stage}`,
        (await all((paging) => app.store.reviewsInStage(stage, paging))).map(({ id }) => id),
        reviews.filter((review) => review.stage === stage).map(({ id }) => id),
      ),
    );
  for (const kind of ["focal-point", "experts"] as const)
    broken.push(
      ...differ(
        `missing ${kind}`,
        (await all((paging) => app.store.pending(kind, paging))).map(name),
        pending.filter(({ kinds }) => kinds.includes(kind)).map(({ about }) => about),
      ),
    );
  broken.push(
    ...differ(
      "what is due",
      (await all((paging) => app.store.due(paging))).map(name),
      pending.filter(({ dueAt }) => dueAt !== undefined).map(({ about }) => about),
    ),
  );
  return broken;
};

/** Finds missing people without an obligation to name them: the President's list is derived from these obligations. */
const vacanciesWithoutObligation = (reviews: readonly Review[], lastAt: string): readonly GuaranteeViolation[] => {
  const instants = lastAt === "" ? [] : [Instant.parse(lastAt), Instant.parse("9999-12-31T00:00:00.000Z")];
  return instants.flatMap((now) =>
    nominationFigures
      .flatMap((figure) => missingAt(figure, reviews, now))
      .filter(({ obligation }) => obligation === undefined)
      .map(({ review, party, kind }) => ({
        guarantee: 17,
        about: review,
        why: `${party} lacks its ${kind}, and has no obligation to nominate`,
      })),
  );
};

/** The journal of every subject, one by one. */
const wholeJournals = async (app: ObservedSystem): Promise<readonly (readonly JournalEntry[])[]> => {
  const journals: (readonly JournalEntry[])[] = [];
  for (const kind of AggregateKind.options)
    for (const { id } of await aggregates(app, kind))
      journals.push(await all((paging) => app.store.journalOf(kind, id, paging)));
  return journals;
};

/** Checks at rest after one sweep: 4, 6 and 7. */
export const brokenAtRest = async (app: SystemAtRest): Promise<readonly GuaranteeViolation[]> => {
  const groups = (await aggregates(app, "group")).map(({ state }) => state);
  const started = new Set(groups.filter((group) => isOpened(group, app.clock.now())).map(({ id }) => id));
  const reviews = (await aggregates(app, "review")).map(({ state }) => state).filter(({ group }) => started.has(group));
  const letters = await app.letters();
  const arrived = new Map<LetterId, number>();
  for (const { letter } of app.mail.inbox) arrived.set(letter, (arrived.get(letter) ?? 0) + 1);
  const now = app.clock.now();
  const reminding = {
    reviews,
    groups,
    letters: new Set<string>(letters.map(({ id }) => id)),
    armed: new Set(app.schedules.pending.keys()),
  };
  const journals = await wholeJournals(app);
  const facts = journals.flat().flatMap((entry) => entry.facts);
  const users = (await aggregates(app, "user")).map(({ state }) => state);
  const stuck = groups
    .filter(isChangingReviews)
    .map(({ id, state }) => ({ guarantee: 7, about: id, why: `is left ${state}` }));
  return [
    ...reminderViolations(reminding, now),
    ...notificationViolations(
      journals.filter(([first]) => first?.subject.startsWith("review#") === true),
      reminding.letters,
      now,
    ),
    ...readdressNotificationViolations(
      journals.filter(([first]) => first?.subject.startsWith("party#") === true),
      reminding.letters,
      now,
    ),
    ...accessNotificationViolations(
      new Map(
        users.flatMap(({ id, role }) => {
          const own = journals.find(([first]) => first?.subject === `user#${id}`);
          return role === "secretariat" && own !== undefined ? [[id, own] as const] : [];
        }),
      ),
      reminding.letters,
      now,
    ),
    ...accessViolations(users, facts, reminding.letters),
    ...unsuppressViolations(await all((paging) => app.ledger.suppressed(paging)), facts),
    ...silentLetterViolations(letters, now),
    ...digestViolations(letters),
    ...mailViolations(letters, arrived),
    ...brokenDuplicates(app),
    ...stuck,
  ];
};

/** Finds letters with several mails. The only permitted case is documented: no event reported the earlier mail. */
const brokenDuplicates = (app: Pick<SystemAtRest, "mail">): readonly GuaranteeViolation[] =>
  [...Map.groupBy(app.mail.inbox, ({ letter }) => letter)].flatMap(([letter, mails]) =>
    mails.slice(0, -1).every(({ unreported }) => unreported) && mails.length <= 2
      ? []
      : [
          {
            guarantee: 6,
            about: `letter ${letter}`,
            why: `was mailed ${mails.length} times, although events reported it`,
          },
        ],
  );
