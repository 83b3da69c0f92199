import { idempotencyRetention } from "../../../domain/policy/retention.ts";
import { aggregateAfter } from "../../../domain/audit/fold-version.ts";
import { nextEntry, aggregateKey } from "../../../domain/base/hash-chain.ts";
import type { Aggregate } from "../../../domain/audit/aggregates.ts";
import type { JournalEntry } from "../../../schemas/model/journal-entry.ts";
import type { AggregateKind } from "../../../schemas/model/fact.ts";
import type { ReviewId, UserId } from "../../../schemas/base/ids.ts";
import { ReviewPlace } from "../../../schemas/model/review-place.ts";
import type { DraftPlace } from "../../../schemas/model/draft.ts";
import type { EmailAddress, Instant } from "../../../schemas/base/values.ts";
import {
  type AnyChange,
  type SideRecord,
  type Commit,
  Conflict,
  type IdempotencyRecord,
  mostItems,
  TooManyItems,
} from "../../../lambdas/io/ports/commit.ts";
import type { DueRow } from "../../../lambdas/io/store/reviews.ts";
import type { Store } from "../../../lambdas/io/ports/store.ts";
import type { StillOpen } from "../../../lambdas/io/store/letters.ts";
import { changedSeatRows } from "../../../lambdas/io/store/keys/review-rows.ts";
import { packReply } from "../../../lambdas/io/store/replies.ts";
import { isOfBulletin, memoryBulletins } from "./bulletins.ts";
import { contactKey, memoryContacts } from "./contacts.ts";
import { memoryErasures } from "./erasures.ts";
import { answer, pageOf, putBack, rowOf } from "./pages.ts";
import { copyOfRows, memorySystemRows, noRows, type StoreRows, textsOf } from "./rows.ts";
import { formerAddressKey, refuseDefects } from "./side-records.ts";
import { seatViews } from "./seats.ts";
import { memoryPages } from "./paper-pages.ts";
import { memoryListRows } from "./list-rows.ts";
import { memoryTexts } from "./texts.ts";
import { memoryJournal } from "./journal.ts";
import { countUse, isAllowed, memoryAllowances } from "./allowances.ts";
import { workIn, workPage } from "./work.ts";

const messages = {
  repeated: "repeated",
  stale: "stale",
  "address-taken": "address taken",
  "used-up": "used up",
  busy: "busy",
} as const;
const keySeconds = ("hours" in idempotencyRetention ? idempotencyRetention.hours : 0) * 3600;
const seconds = (instant: Instant): number => Date.parse(instant) / 1000;

const draftKey = ({ review, kind, party, instrument }: DraftPlace) => [review, kind, party, instrument].join("#");

export interface MemoryStore extends Store {
  /** Lets the next commit lose in this way, without writing anything. */
  loseNext(why: Conflict["why"]): void;
  /** Returns whether an aggregate's obligation is open in this generation. A claim checks this. */
  isOpen(obligation: StillOpen): boolean;
  /** Returns a separate store with a copy of all rows. */
  copy(): MemoryStore;
  /** Returns all rows, each as a text. */
  rows(): readonly string[];
  /** Returns every entry of every journal, in the order of recording, as the stream would deliver them. */
  entries(): readonly JournalEntry[];
  /** Remembers aggregates, journals, drafts and documents of subjects, `review#c1-DE`; returns the way back to them. */
  keep(subjects: readonly string[]): () => void;
}

/** Returns a store in a few maps. The suite that also runs on the real engine proves that both behave alike. */
export const memoryStore = (rows: StoreRows = noRows()): MemoryStore => {
  const { aggregates, journal, missions, people, accounts, drafts, documents, contacts, requests } = rows;
  const bulletins = memoryBulletins(rows.bulletins);
  const losses: Conflict["why"][] = [];

  const ownerOf = (address: EmailAddress): UserId | undefined =>
    [...people].find(([, person]) => person.email === address)?.[0];
  const ofKind = <K extends AggregateKind>(kind: K): Aggregate<K>[] =>
    [...aggregates.values()].filter((aggregate) => aggregate.kind === kind) as Aggregate<K>[];
  const reviews = () => ofKind("review");
  const key = ({ kind, id }: { readonly kind: AggregateKind; readonly id: string }) => aggregateKey(kind, id);

  /** Returns the number of items that the transaction would have for a change. */
  const weight = (change: AnyChange, moves: boolean): number => {
    if (change.facts.length === 0) return moves ? 1 : 0;
    const sideRecords = (change.sideRecords ?? []).map((part) => {
      if (part.kind === "mission") return 2;
      if (part.kind === "person-erased") return 3;
      if (part.kind !== "person") return 1;
      const old = people.get(part.user)?.email;
      return old === part.person.email ? 1 : old === undefined ? 2 : 3;
    });
    const dependent = () => {
      if (change.kind === "user") {
        const [was, is] = [change.before?.state.sub, change.after.sub];
        return was === is ? 0 : [was, is].filter((sub) => sub !== undefined).length;
      }
      if (change.kind === "party") return change.before?.state.name === change.after.name ? 0 : 1;
      return change.kind === "review" ? changedSeatRows(change.before, change.after).length : 0;
    };
    return 2 + sideRecords.reduce((sum, items) => sum + items, 0) + dependent();
  };

  const takesTaken = (changes: readonly AnyChange[]): boolean => {
    const given = changes.flatMap(({ sideRecords = [] }) => sideRecords.filter((part) => part.kind === "person"));
    const addresses = given.map(({ person }) => person.email);
    const foreign = given.some(({ user, person }) => (ownerOf(person.email) ?? user) !== user);
    const subs = changes.flatMap((change) =>
      change.kind === "user" && change.after.sub !== undefined ? [[change.after.id, change.after.sub] as const] : [],
    );
    return (
      foreign ||
      new Set(addresses).size < addresses.length ||
      subs.some(([user, sub]) => (accounts.get(sub) ?? user) !== user)
    );
  };

  const lostBy = (wanted: Commit): Conflict["why"] | undefined => {
    const { uses = [] } = wanted;
    return lostRace(wanted) ?? (uses.every((use) => isAllowed(rows, use)) ? undefined : "used-up");
  };

  const lostRace = ({ changes, at, idempotency }: Commit): Conflict["why"] | undefined => {
    const known = idempotency === undefined ? undefined : requests.get(idempotency.key);
    if (known !== undefined && known.until > seconds(at)) return "repeated";
    if (!changes.some(({ facts }) => facts.length > 0)) return undefined;
    if (changes.some((change) => aggregates.get(key(change))?.version !== change.before?.version)) return "stale";
    const isStale = (part: SideRecord): boolean =>
      (part.kind === "contact" && part.contact.followedBy === undefined && contacts.has(contactKey(part.contact))) ||
      (part.kind === "preview-order" && rows.bulletins.orders.has(part.preview)) ||
      (part.kind === "latest-paper" && rows.latestPapers.get(part.asAt) !== part.before) ||
      (part.kind === "presidents-reminders" &&
        (rows.bulletins.reminders.get("sent")?.revision ?? 0) !== part.reminders.revision - 1) ||
      (part.kind === "draft-read" && drafts.get(draftKey(part.draft))?.version !== part.draft.version);
    if (changes.some(({ sideRecords = [] }) => sideRecords.some(isStale))) return "stale";
    return takesTaken(changes) ? "address-taken" : undefined;
  };

  const write = (change: AnyChange, { by, at, onBehalfOf }: Commit): Aggregate<AggregateKind> => {
    const { kind, id, before, after, facts, sideRecords = [] } = change;
    const entry = nextEntry(before, { subject: key(change), recordedAt: at, by, onBehalfOf, facts: [...facts] });
    const aggregate: Aggregate<AggregateKind> = aggregateAfter(before, { kind, id, entry, state: after });
    journal.push(rowOf(entry));
    aggregates.set(key(change), rowOf(aggregate));
    for (const part of sideRecords)
      if (part.kind === "mission") missions.set(part.party, rowOf(part.mission));
      else if (part.kind === "person") people.set(part.user, rowOf(part.person));
      else if (part.kind === "person-erased") {
        people.delete(part.user);
        rows.erasing.set(part.user, rowOf(part.former));
      } else if (part.kind === "calendar-link") rows.calendarLinks.set(part.link, part.user);
      else if (part.kind === "former-address")
        rows.formerAddresses.set(formerAddressKey(part.of, part.number), part.address);
      else if (part.kind === "latest-paper") rows.latestPapers.set(part.asAt, part.paper);
      else if (part.kind === "contact") contacts.set(contactKey(part.contact), rowOf(part.contact));
      else if (part.kind === "document") documents.set(`${part.review}#${part.hash}`, rowOf(part.document));
      else if (isOfBulletin(part)) bulletins.put(part);
    if (change.kind === "user") {
      const { before: was, after: is } = change;
      if (was?.state.sub !== undefined && was.state.sub !== is.sub) accounts.set(was.state.sub, undefined);
      if (is.sub !== undefined) accounts.set(is.sub, is.id);
    }
    return aggregate;
  };

  const commit: Store["commit"] = (wanted) =>
    Promise.resolve().then(() => {
      const { changes, at, idempotency } = wanted;
      refuseDefects(changes);
      const moves = changes.some(({ facts }) => facts.length > 0);
      const record = idempotency === undefined ? 0 : 1 + packReply(idempotency.reply).parts.length;
      const rowsOf = changes.reduce((sum, change) => sum + weight(change, moves), record);
      const uses = rowsOf === 0 ? [] : (wanted.uses ?? []);
      const items = rowsOf + uses.length;
      if (items > mostItems) throw new TooManyItems(items);
      const lost = losses.shift() ?? lostBy({ ...wanted, uses });
      if (lost !== undefined) throw new Conflict(lost, messages[lost]);
      for (const use of uses) countUse(rows, use);
      if (idempotency !== undefined)
        requests.set(idempotency.key, { ...rowOf(idempotency), until: Math.ceil(seconds(at)) + keySeconds });
      return changes.map((change) =>
        change.facts.length === 0 ? (change.before as Aggregate<AggregateKind>) : write(change, wanted),
      );
    });

  const seats = () => reviews().flatMap(({ state }) => seatViews(state).map((view) => ({ review: state.id, ...view })));
  const read = <T>(value: T | undefined): Promise<T | undefined> =>
    Promise.resolve(value === undefined ? undefined : rowOf(value));

  const loadMany = <K extends AggregateKind>(kind: K, ids: readonly string[]) =>
    answer(() => rowOf(ids.flatMap((id) => aggregates.get(aggregateKey(kind, id)) ?? []) as Aggregate<K>[]));

  return {
    commit,
    load: <K extends AggregateKind>(kind: K, id: string) =>
      read(aggregates.get(aggregateKey(kind, id)) as Aggregate<K> | undefined),
    loadMany,
    lookUp: loadMany,
    repeated: (requestKey, now) => {
      const { until = 0, ...record } = requests.get(requestKey) ?? {};
      return read(until > seconds(now) ? (record as IdempotencyRecord) : undefined);
    },
    ...memoryAllowances(rows),
    ...memoryPages(rows),
    ...memoryListRows(() => ofKind("party"), reviews),
    mission: (party) => read(missions.get(party)),
    publicOffice: (party) => read(missions.get(party)?.publicOffice),
    missions: (parties) => answer(() => new Map(rowOf([...missions].filter(([party]) => parties.includes(party))))),
    person: (user) => read(people.get(user)),
    persons: (users) => answer(() => new Map(rowOf([...people].filter(([user]) => users.includes(user))))),
    formerAddress: (of, number) => read(rows.formerAddresses.get(formerAddressKey(of, number))),
    userOfAccount: (sub) => read(accounts.get(sub)),
    isGivenUp: async (sub) => accounts.has(sub) && accounts.get(sub) === undefined,
    userOfAddress: (address) => read(ownerOf(address)),
    userOfCalendarLink: (link) => read(rows.calendarLinks.get(link)),
    draft: (place) => read(drafts.get(draftKey(place))),
    draftsOf: (review) =>
      answer(() =>
        rowOf([...drafts.entries()].toSorted(([one], [other]) => (one < other ? -1 : 1)))
          .map(([, draft]) => draft)
          .filter((draft) => draft.review === review),
      ),
    saveDraft: (draft, decidedOn, uses = []) =>
      answer(() => {
        const lost = losses.shift();
        if (lost !== undefined) throw new Conflict(lost, messages[lost]);
        if ((drafts.get(draftKey(draft))?.version ?? 0) !== draft.version - 1)
          throw new Conflict("stale", messages.stale);
        if (aggregates.get(aggregateKey("review", draft.review))?.version !== decidedOn.version)
          throw new Conflict("busy", messages.busy);
        if (!uses.every((use) => isAllowed(rows, use))) throw new Conflict("used-up", messages["used-up"]);
        for (const use of uses) countUse(rows, use);
        drafts.set(draftKey(draft), rowOf(draft));
      }),
    ...memoryTexts(rows),
    ...memoryContacts(contacts),
    work: (from, request) => answer(() => workPage(workIn(ofKind, contacts.values()), from, request)),
    ...memoryErasures(rows),
    ...bulletins.previewStore,
    list: (kind, paging) =>
      answer(() =>
        pageOf(
          ofKind(kind).map((aggregate) => [
            "role" in aggregate.state ? `${aggregate.state.role}#${aggregate.id}` : aggregate.id,
            aggregate,
          ]),
          paging,
        ),
      ),
    usersInRole: (role, paging) =>
      answer(() =>
        pageOf(
          ofKind("user").flatMap((aggregate) =>
            aggregate.state.role === role ? [[aggregate.id, aggregate] as const] : [],
          ),
          paging,
        ),
      ),
    reviewsInStage: (stage, paging) =>
      answer(() =>
        pageOf(
          reviews().flatMap((aggregate) =>
            aggregate.state.stage === stage ? [[aggregate.id, aggregate] as const] : [],
          ),
          paging,
        ),
      ),
    placesInStage: (stage, paging) =>
      answer(() =>
        pageOf(
          reviews().flatMap(({ id, state }) =>
            state.stage === stage ? [[id, ReviewPlace.parse(state)] as const] : [],
          ),
          paging,
        ),
      ),
    reviewsOfParty: (party) =>
      answer((): ReviewId[] =>
        reviews()
          .filter(({ state }) => state.seats[party] !== undefined)
          .map(({ state }) => state.id)
          .toSorted(),
      ),
    usersOfParty: (party) =>
      answer((): UserId[] =>
        ofKind("user")
          .filter(({ state }) => state.party === party)
          .map(({ state }) => state.id)
          .toSorted(),
      ),
    due: ({ before = "9", ...paging }) =>
      answer(() =>
        pageOf<DueRow>(
          seats().flatMap(({ review, party, dueAt }) =>
            dueAt === undefined || dueAt >= before
              ? []
              : [[`${dueAt}#${review}#${party}`, { review, party, dueAt }] as const],
          ),
          paging,
        ),
      ),
    pending: (kind, { before = "9", ...paging }) =>
      answer(() =>
        pageOf<DueRow>(
          seats().flatMap(({ review, party, pending }) =>
            pending
              .filter(([what, dueAt]) => what === kind && dueAt < before)
              .map(([, dueAt]) => [`${dueAt}#${party}#${review}`, { review, party, dueAt }] as const),
          ),
          paging,
        ),
      ),
    ...memoryJournal(journal, aggregates),
    ...memorySystemRows(rows),
    loseNext: (why) => void losses.push(why),
    isOpen: ({ review, obligation, generation }) => {
      const aggregate = aggregates.get(aggregateKey("review", review)) as Aggregate<"review"> | undefined;
      const found = Object.values(aggregate?.state.obligations ?? {}).find(({ id }) => id === obligation);
      return found?.state === "open" && found.generation === generation;
    },
    rows: () => textsOf(rows),
    entries: () => rowOf(journal),
    copy: () => memoryStore(copyOfRows(rows)),
    keep: (subjects) => {
      const of = new Set(subjects);
      const ofReview = ({ review }: { readonly review: string }) => of.has(aggregateKey("review", review));
      const ofDocument = (id: string) => ofReview({ review: id.split("#")[0] ?? "" });
      const kept = { aggregates: new Map(aggregates), drafts: new Map(drafts), documents: new Map(documents) };
      return () => {
        const isLater = ({ subject, version }: JournalEntry) =>
          of.has(subject) && version > (kept.aggregates.get(subject)?.version ?? 0);
        journal.splice(0, journal.length, ...journal.filter((entry) => !isLater(entry)));
        putBack(aggregates, kept.aggregates, (id) => of.has(id));
        putBack(drafts, kept.drafts, (_, draft) => ofReview(draft));
        putBack(documents, kept.documents, ofDocument);
      };
    },
  };
};
