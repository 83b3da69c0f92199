import pMap from "p-map";
import { expect } from "vitest";
import { subjectOfLetter } from "../../../domain/letters/letter-kinds.ts";
import { endOfTime, later } from "../../../domain/base/time.ts";
import { all } from "../../../lambdas/io/pages.ts";
import { ReviewId } from "../../../schemas/base/ids.ts";
import type { Letter } from "../../../schemas/model/letter.ts";
import type { Instant } from "../../../schemas/base/values.ts";
import { brokenAtRest, brokenNow } from "../../harness/invariants.ts";
import type { StackContents } from "../../harness/stack-contents.ts";
import { type Life, lifeOf } from "../../fixtures/review-life.ts";
import { missionOf, openTestApi, type TestApi, secretariat } from "../../harness/test-api.ts";

/** The story of one review, with the letters to its parties, and the guarantees that must hold when it ends. */
export interface Story extends Life {
  readonly api: TestApi;
  readonly mission: (party: string) => string;
  /** Lets time pass until noon (UTC) of a day. */
  readonly to: (day: string) => Promise<void>;
  /** Letters about the review that were sent or skipped since the last call: `questionnaire d-28 to mission@de`. */
  readonly readNewLetters: () => Promise<readonly string[]>;
  /** The actions that a user may take now, each once. */
  readonly actions: (as: string) => Promise<readonly string[]>;
  /** The obligations that block the review: `DE questionnaire`, followed by `overdue` where it is. */
  readonly blockers: (as?: string) => Promise<readonly string[]>;
  /** Checks every guarantee of a system at rest, after all effects and the sweep have run. */
  readonly holds: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Names people for the parties of the other reviews of the group, except `but`, so that none is reminded there. */
const quieten = async (api: TestApi, review: string, but: readonly string[]): Promise<void> => {
  const { items } = await api.pages("/v1/reviews", secretariat, 100);
  const others = items.filter(({ group, id }) => group === "c1-g1" && id !== review);
  const views = await Promise.all(others.map(({ id }) => api.get(`/v1/reviews/${id}`, secretariat)));
  const seats = views.flatMap(({ body }) => body.seats.map(({ party }: { party: string }) => ({ party, id: body.id })));
  const name = async ([party, held]: readonly [string, readonly { id: string }[]]): Promise<void> => {
    for (const role of ["focal-point", "expert"] as const) {
      const answer = await api.name(party, role, { reviews: held.map((seat) => seat.id) });
      expect([answer.status, answer.problem]).toEqual([201, undefined]);
    }
  };
  const serving = seats.filter(({ party }) => !but.includes(party));
  await pMap(
    Map.groupBy(serving, ({ party }) => party),
    name,
    { concurrency: 3 },
  );
};

/** Returns the steps that a reminder covers, one by one, or the kind of another letter. */
const contentsOf = ({ content }: Letter): readonly string[] => {
  if (!("reminderSubject" in content)) return [content.kind];
  const further = content.kind === "nomination-reminder" ? (content.further ?? []) : [];
  return [content, ...further].map(({ reminderSubject, stepName }) => `${reminderSubject.kind} ${stepName}`);
};

/** `mission@de` or `focal-point@de`: the person and the party in the made-up addresses. */
const short = (address: string): string => address.replace(".example.org", "");

const underWay: ReadonlySet<string> = new Set(["planned", "claimed", "accepted"]);

const isAbout = (letter: Letter, review: ReviewId, parties: readonly string[]): boolean => {
  const { content } = letter;
  if (content.kind === "handover" || content.kind === "mandate-ended") return parties.includes(content.party);
  return (
    subjectOfLetter(letter) === `review#${review}` || (letter.obligationRefs ?? []).some((ref) => ref.review === review)
  );
};

/** The time for which the address of a letter is stored, in milliseconds; less one day, because months differ. */
const twoYears = (2 * 365 - 1) * 86_400_000;

/**
 * Mails against the ledger: one for each letter that left, to the address on it as long as addresses are kept, and
 * never one after another alike.
 */
const mailsMatch = (api: TestApi, letters: readonly Letter[]): void => {
  const mails = api.app.mailbox.find({ limit: 10_000 });
  const sent = letters.filter(({ messageId }) => messageId !== undefined);
  const erased = new Set<string>(sent.filter(({ address }) => address === undefined).map(({ id }) => id));
  const mailedTo = ({ tags, to }: (typeof mails)[number]) =>
    erased.has(tags["letter"] ?? "") ? `${tags["letter"]} undefined` : [tags["letter"], ...to].join(" ");
  expect(mails.map(mailedTo).toSorted()).toEqual(sent.map(({ id, address }) => `${id} ${address}`).toSorted());
  const oldEnough = new Date(api.app.clock.now() - twoYears).toISOString();
  expect(mails.filter(({ tags, at }) => erased.has(tags["letter"] ?? "") && at > oldEnough)).toEqual([]);
  const alike = mails.map(({ at, to, subject, text }) => [at.slice(0, 10), ...to, subject, text].join("|"));
  expect(new Set(alike).size).toBe(alike.length);
};

/**
 * Checks that no sender claimed a letter about an obligation that was met, void or redated by then. One minute is
 * tolerated, because a fact carries the instant of its request, not of its commit.
 */
const nothingForWhatWasMet = async ({ store }: StackContents, letters: readonly Letter[]): Promise<void> => {
  const closed = new Map<string, Instant>();
  for (const { id } of await all((paging) => store.list("review", paging)))
    for (const { recordedAt, facts } of await all((paging) => store.journalOf("review", id, paging)))
      for (const fact of facts) {
        const at = later(recordedAt, { minutes: 1 });
        if (fact.kind === "obligation-met" || fact.kind === "obligation-voided")
          closed.set(`${id} ${fact.obligation} ${fact.generation}`, at);
        if (fact.kind === "delay-notified" || fact.kind === "delay-reversed" || fact.kind === "obligation-redated")
          closed.set(`${id} ${fact.obligation} ${fact.generation - 1}`, at);
      }
  const late = letters.flatMap(({ id, history, obligationRefs = [] }) => {
    const claimed = history.findLast(({ state }) => state === "claimed")?.at;
    if (claimed === undefined) return [];
    return obligationRefs
      .map(({ review, obligation, generation }) => `${review} ${obligation} ${generation}`)
      .filter((ref) => claimed > (closed.get(ref) ?? endOfTime))
      .map((ref) => `letter ${id} spoke of ${ref}`);
  });
  expect(late).toEqual([]);
};

const chainIsWhole = async (api: TestApi, review: string): Promise<void> => {
  const { body } = await api.get(`/v1/journal/review/${review}/verification`, secretariat);
  const { items } = await api.pages(`/v1/journal/review/${review}`, secretariat, 100);
  const { version } = (await api.get(`/v1/reviews/${review}`, secretariat)).body;
  expect(body).toEqual({ subject: `review#${review}`, entries: version, intact: true, lastHash: items.at(-1).hash });
  expect(items.map((entry) => entry.version)).toEqual(items.map((_, at) => at + 1));
};

/**
 * Starts a system and its first group on 2020-12-01. The parties of the review have no people yet, and a
 * `silent` party has none anywhere. End it with `close`.
 */
export const storyOf = async (review: string, silent: readonly string[] = []): Promise<Story> => {
  const api = await openTestApi();
  await api.startGroup();
  await quieten(api, review, silent);
  const life = await lifeOf(api, review);
  const kept = api.contents();
  const id = ReviewId.parse(review);
  const known = new Set<string>();

  const readNewLetters: Story["readNewLetters"] = async () => {
    await api.app.rest();
    const aggregate = await kept.store.load("review", id);
    const parties = [
      ...Object.keys(aggregate?.state.seats ?? {}),
      ...(aggregate?.state.drawnAway ?? []).map(({ party }) => party),
    ];
    const fresh = (await kept.letters()).filter(
      (letter) =>
        !known.has(letter.id) &&
        !underWay.has(letter.state) &&
        letter.coveredBy === undefined &&
        isAbout(letter, id, parties),
    );
    for (const letter of fresh) known.add(letter.id);
    const users = fresh.flatMap(({ recipient }) => (recipient.kind === "user" ? [recipient.user] : []));
    const persons = await kept.store.persons([...new Set(users)]);
    const recipients = ({ recipient }: Letter): string =>
      recipient.kind === "user"
        ? short(persons.get(recipient.user)?.email ?? recipient.user)
        : recipient.kind === "mission"
          ? `mission@${recipient.party.toLowerCase()}`
          : recipient.office;
    return fresh
      .flatMap((letter) => {
        const end = letter.state === "delivered" ? "" : `: ${[letter.state, letter.reason].join(" ").trim()}`;
        return contentsOf(letter).map((content) => `${content} to ${recipients(letter)}${end}`);
      })
      .toSorted();
  };

  return {
    ...life,
    api,
    mission: missionOf,
    to: (day) => api.app.moveTo(`${day}T12:00:00.000Z`),
    readNewLetters,
    actions: async (as) => [
      ...new Set((await life.read(as)).actions.map(({ action }: { action: string }) => action) as string[]),
    ],
    blockers: async (as) =>
      (await life.read(as)).blockedBy.map(
        ({ party, kind, overdue }: { party?: string; kind: string; overdue: boolean }) =>
          `${party ?? "secretariat"} ${kind}${overdue ? " overdue" : ""}`,
      ),
    holds: async () => {
      await api.app.moveTo(api.app.clock.now() + 26 * 3_600_000);
      const letters = await kept.letters();
      expect([...(await brokenNow(kept)), ...(await brokenAtRest(kept))]).toEqual([]);
      mailsMatch(api, letters);
      await nothingForWhatWasMet(kept, letters);
      await chainIsWhole(api, review);
    },
    close: async () => {
      kept.close();
      await api.close();
    },
  };
};

/** Returns the lines that `readNewLetters` gives for letters that each of several addresses got. */
export const each = (letters: readonly string[], to: readonly string[]): string[] =>
  letters.flatMap((letter) => to.map((address) => `${letter} to ${address}`));
