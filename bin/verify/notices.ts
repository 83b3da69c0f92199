import { firstLetterAt, lateRemovalAt } from "./announcements.ts";
import { addMinutes } from "./calendar.ts";
import { type Course, type RecordedEntry } from "./course.ts";
import { denunciationNoticesOf, reviewsInOrder } from "./denunciations.ts";
import type { FactOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import { isJudged } from "./judged.ts";
import { letterIdOf } from "./letter-ids.ts";
import type { LetterRow } from "./letters.ts";
import { recipientsOf } from "./notice-recipients.ts";
import { personalNoticesOf, type WantedNotice } from "./personal-notices.ts";
import { phaseNoticesOf } from "./phases.ts";
import type { ReminderClock } from "./reminders.ts";
import { hearings, mandateRule, secretariatRule, takenOver, agreedDates, secretariatFacts } from "./rules.ts";
import { targetNoticesOf } from "./targets.ts";

/** Returns whether languages were agreed after the outcome; the letter about the outcome states earlier ones. */
const isAfterOutcome = (course: Course, { version }: RecordedEntry): boolean =>
  course.facts.some(({ fact, version: at }) => fact.kind === "consultation-concluded" && at < version);

const isCorrectionOfAgreed = (fact: RecordedEntry["fact"]): boolean =>
  fact.kind === "languages-corrected" ||
  (fact.kind === "meeting-mode-corrected" && fact.round === undefined) ||
  (fact.kind === "date-corrected" && agreedDates.has(fact.what));

/** Returns the name of a fact in the rules: its kind, and other conditions that decide about its recipients. */
const nameOf = (course: Course, recorded: RecordedEntry): string => {
  const { fact } = recorded;
  if (fact.kind === "review-drawn") return fact.entry === undefined ? fact.kind : "review-drawn:entry";
  if (fact.kind === "stage-changed") return `stage-changed:${fact.to}`;
  if (fact.kind === "languages-agreed")
    return isAfterOutcome(course, recorded) ? "languages-agreed:after-outcome" : fact.kind;
  if (isCorrectionOfAgreed(fact))
    return isAfterOutcome(course, recorded) ? "agreed-corrected:after-outcome" : fact.kind;
  return fact.kind;
};

/**
 * Returns the facts recorded as they happened: there are no letters about imported ones, and lots have letters only in
 * the review that they were drawn for.
 */
const recordedHere = ({ facts }: Course): readonly RecordedEntry[] => {
  const carried = new Set(
    facts.flatMap(({ fact, version }) =>
      (fact.kind === "seat-redrawn" || fact.kind === "instruments-added") && fact.carriedFrom !== undefined
        ? [version]
        : [],
    ),
  );
  return facts.filter(({ by, version }) => !takenOver.has(by) && !carried.has(version));
};

/** Facts whose letters wait for 09:00 where they were recorded on a later day. */
const waitsForMorning: ReadonlySet<string> = new Set(["seat-redrawn", "review-drawn:entry"]);

const ofReview = (course: Course): readonly WantedNotice[] =>
  recordedHere(course).flatMap((recorded) =>
    hearings
      .filter(({ fact }) => fact === nameOf(course, recorded))
      .flatMap(({ letter, to, rule }) =>
        [...recipientsOf(course, recorded, to)].map((recipient) => ({
          to: recipient,
          letter,
          review: course.id,
          at: recorded.recordedAt,
          id: letterIdOf(letter, course.id, recorded, recipient),
          ...(waitsForMorning.has(nameOf(course, recorded))
            ? { leavesAt: firstLetterAt(recorded.fact, recorded.recordedAt) }
            : {}),
          because: `entry ${recorded.version}: ${nameOf(course, recorded)}`,
          rule,
          isSuperseded: (by: string) =>
            course.facts.some((one) => one.version > recorded.version && one.recordedAt <= by),
        })),
      ),
  );

/**
 * Returns whether an ended mandate continued by an instant, because the denunciation or nomination that ended it was
 * void.
 */
const servesAgain = ({ facts }: Course, mandate: string, since: string, by: string): boolean =>
  facts.some(
    ({ fact, recordedAt }) =>
      recordedAt >= since &&
      recordedAt <= by &&
      ((fact.kind === "review-denunciation-undone" && fact.mandates.some((one) => one.mandate === mandate)) ||
        (fact.kind === "mandate-reversed" && fact.mandates.includes(mandate))),
  );

/** The obligation to name another person, by the role of the one who was removed. */
const obligationOfRole: Readonly<Record<string, string>> = { "focal-point": "focal-point", expert: "experts" };

/** Returns the notices about a nomination that was recorded by mistake: to the person, and to a focal point who serves again. */
const ofReversal = (
  course: Course,
  fact: FactOf<"mandate-reversed">,
  at: string,
): readonly (readonly [string, Pick<WantedNotice, "to" | "letter" | "because">])[] => {
  const reversed = course.mandates.get(fact.mandate);
  if (reversed === undefined) return [];
  const because = `${fact.mandate} was recorded by mistake`;
  const restored = fact.mandates.flatMap((id) => {
    const mandate = course.mandates.get(id);
    return mandate?.role === "focal-point" ? [mandate] : [];
  });
  return [
    [`reversed ${fact.mandate}`, { to: `user:${reversed.user}`, letter: "mandate-ended", because }],
    ...restored.map(
      ({ id, user }) =>
        [`runs on ${id} ${at}`, { to: `user:${user}`, letter: "handover", because: `${id} continues` }] as const,
    ),
  ];
};

/** Returns one letter to a person about the end or the beginning of a mandate, whatever the number of its reviews. */
const ofMandates = (courses: readonly Course[]): readonly WantedNotice[] => {
  const wanted = new Map<string, WantedNotice>();
  for (const course of courses)
    for (const recorded of recordedHere(course)) {
      const { fact, recordedAt: at } = recorded;
      const about = { review: undefined, at, rule: mandateRule, isSuperseded: () => false };
      if (fact.kind === "mandate-ended") {
        const mandate = course.mandates.get(fact.mandate);
        const byLot = course.facts.some((one) => one.version === recorded.version && one.fact.kind === "seat-redrawn");
        if (mandate === undefined) continue;
        const isRepeated = fact.insteadOf !== undefined || servesAgain(course, fact.mandate, "", at);
        const place = ["ended", fact.mandate, byLot ? course.id : "", isRepeated ? fact.until : ""];
        const to = `user:${mandate.user}`;
        const isSuperseded = (by: string): boolean => servesAgain(course, fact.mandate, at, by);
        const because = `${fact.mandate} ended`;
        wanted.set(place.join(" "), { ...about, to, letter: "mandate-ended", because, isSuperseded });
        const leavesAt = lateRemovalAt(fact, at);
        const isAnnounced = course.spans.some(
          (span) =>
            span.party === mandate.party &&
            span.kind === obligationOfRole[mandate.role] &&
            span.version === recorded.version &&
            span.announced !== undefined,
        );
        if (leavesAt !== undefined && isAnnounced) {
          const toMission = { ...about, to: `mission:${mandate.party}`, leavesAt, isSuperseded };
          const why = `${fact.mandate} was removed, which was recorded later`;
          wanted.set(`removed ${place.join(" ")}`, { ...toMission, letter: "mandate-ended", because: why });
        }
      }
      if (fact.kind === "mandate-reversed")
        for (const [place, notice] of ofReversal(course, fact, at)) wanted.set(place, { ...about, ...notice });
      if (fact.kind === "mandate-began" && fact.role === "focal-point") {
        const hadOne = [...course.mandates.values()].some(
          ({ id, party, role, ends, reversedAt }) =>
            id !== fact.mandate &&
            !(reversedAt !== undefined && reversedAt <= at) &&
            party === fact.party &&
            role === fact.role &&
            ends.some((end) => end.recordedAt <= at),
        );
        const to = `user:${fact.user}`;
        if (hadOne)
          wanted.set(`began ${fact.mandate}`, { ...about, to, letter: "handover", because: `${fact.mandate} began` });
      }
      if (fact.kind === "mandate-advanced") {
        const mandate = course.mandates.get(fact.mandate);
        if (mandate?.role !== "focal-point") continue;
        const to = `user:${mandate.user}`;
        const place = `advanced ${fact.mandate} ${fact.since}`;
        wanted.set(place, { ...about, to, letter: "handover", because: `${fact.mandate} begins earlier` });
      }
    }
  return [...wanted.values()];
};

/**
 * Returns letters about changes to users of the secretariat: to all its users whoever made the change, to the closed
 * user, and to a former address. Only the erasure of a recipient excuses a missing letter, not a closed access.
 */
const ofSecretariat = (users: ReadonlyMap<string, readonly RecordedEntry[]>): readonly WantedNotice[] => {
  const secretariat = [...users].filter(([, facts]) =>
    facts.some(({ fact }) => fact.kind === "user-registered" && fact.role === "secretariat"),
  );
  const isOpenAt = (facts: readonly RecordedEntry[], at: string): boolean => {
    const last = facts.findLast(({ fact, recordedAt }) => recordedAt <= at && openings.has(fact.kind));
    return last !== undefined && openings.get(last.fact.kind) === true;
  };
  return secretariat.flatMap(([user, facts]) =>
    facts
      .filter(({ fact, by }) => secretariatFacts.has(fact.kind) && !takenOver.has(by))
      .flatMap(({ fact, version, recordedAt: at }) => {
        const others = secretariat.filter(([other, theirs]) => other !== user && isOpenAt(theirs, at));
        const former = fact.kind === "user-readdressed" && fact.number !== undefined ? [fact.number] : [];
        const closed = fact.kind === "user-closed" ? [user] : [];
        const readers = [...others.map(([other]) => other), ...closed];
        const to = [...readers.map((one) => `user:${one}`), ...former.map((one) => `user:${user}:before-${one}`)];
        return to.map((recipient) => ({
          to: recipient,
          letter: "access-changed",
          review: undefined,
          at,
          because: `user#${user} entry ${version}: ${fact.kind}`,
          rule: secretariatRule,
          isSuperseded: () => false,
          isDueToClosed: !isErased(users.get(recipient.split(":")[1] ?? "")),
        }));
      }),
  );
};
/** Facts after which a user's access is open, or is not. */
const openings: ReadonlyMap<string, boolean> = new Map([
  ["user-registered", true],
  ["user-reopened", true],
  ["user-closed", false],
]);

const excusingReasons: ReadonlySet<string> = new Set(["no-address", "access-closed", "suppressed", "digest"]);
const overtaken: ReadonlySet<string> = new Set(["done", "replaced", "delayed", "superseded"]);

const isErased = (facts: readonly RecordedEntry[] = []): boolean =>
  facts.some(({ fact }) => fact.kind === "user-erased");

const isKept = ({ isSent, state, reason = "", decidedAt }: LetterRow, wanted: WantedNotice): boolean =>
  isSent ||
  state === "failed" ||
  (excusingReasons.has(reason) && !(reason === "access-closed" && wanted.isDueToClosed === true)) ||
  (overtaken.has(reason) && wanted.isSuperseded(decidedAt ?? ""));

/**
 * Returns the letter of a fact among those of its kind to this recipient about this review: the one with its id,
 * independent of the time of planning. If the journal does not give the id, the order of planning decides: of those
 * planned first since, one that was superseded with its content, otherwise one that exists.
 */
const fittest = (wanted: WantedNotice, rows: readonly LetterRow[]): LetterRow | undefined => {
  const own = wanted.id === undefined ? undefined : rows.find(({ id }) => id === wanted.id);
  if (own !== undefined) return own;
  const first = rows.find(({ plannedAt }) => plannedAt >= wanted.at)?.plannedAt;
  const since = rows.filter(({ plannedAt }) => plannedAt === first);
  const isOvertaken = ({ reason = "", decidedAt = "" }: LetterRow): boolean =>
    overtaken.has(reason) && wanted.isSuperseded(decidedAt);
  return since.find(isOvertaken) ?? since.find((row) => isKept(row, wanted)) ?? since[0];
};

const latestOf = (
  { at: since, leavesAt: at = since }: WantedNotice,
  { toleranceMinutes, outages }: ReminderClock,
): string => {
  const end = outages.find(({ from, to }) => from <= at && at < to)?.to ?? at;
  return addMinutes(end, toleranceMinutes);
};

/** Letters about no one review. */
const widerKinds: ReadonlySet<string> = new Set([
  "mandate-ended",
  "handover",
  "invitation",
  "access-changed",
  "person-corrected",
  "further-nomination",
  "mandate-offer",
  "phase-opened",
]);
const noticeKinds: ReadonlySet<string> = new Set([
  ...hearings.map(({ letter }) => letter),
  "consultation-past-target",
  "party-left",
  ...widerKinds,
]);

const reviewsOfNotice = ({ kind, reviews }: LetterRow): string | undefined => {
  if (kind === "party-left") return reviewsInOrder(reviews);
  return widerKinds.has(kind) ? undefined : reviews[0];
};

const placeOf = (to: string, letter: string, review: string | undefined): string => `${to} ${letter} ${review ?? ""}`;

/** The first letters about facts, in the order of planning, by recipient, kind and review. */
const noticesByPlace = (rows: readonly LetterRow[]): Map<string, LetterRow[]> => {
  const notices = rows
    .filter(({ kind, attempt }) => noticeKinds.has(kind) && (attempt === 1 || kind === "invitation"))
    .toSorted((one, other) => (one.plannedAt < other.plannedAt ? -1 : 1));
  return Map.groupBy(notices, (row) => placeOf(row.to, row.kind, reviewsOfNotice(row)));
};

/** Takes for each letter wanted the first that fits and was not taken, planned since the fact. */
export const checkNotices = (
  courses: readonly Course[],
  { users, phases }: { readonly [Kind in "users" | "phases"]: ReadonlyMap<string, readonly RecordedEntry[]> },
  rows: readonly LetterRow[],
  timing: ReminderClock,
  tally: Tally,
): void => {
  const wanted: readonly WantedNotice[] = [
    ...courses.flatMap(ofReview),
    ...courses.flatMap((course) => targetNoticesOf(course, timing.disturbed)),
    ...ofMandates(courses),
    ...denunciationNoticesOf(courses),
    ...personalNoticesOf(courses, users),
    ...ofSecretariat(users),
    ...phaseNoticesOf(phases),
  ].toSorted((one, other) => (one.at < other.at ? -1 : 1));
  const left = noticesByPlace(rows);
  for (const one of wanted) {
    tally.count("notices recomputed");
    const place = placeOf(one.to, one.letter, one.review);
    const rest = left.get(place) ?? [];
    const found = fittest(one, rest);
    if (one.id !== undefined && found?.id === one.id) tally.count("notices found by the id of their letter");
    const by = latestOf(one, timing);
    const isOfNow = isJudged(one.at, timing);
    const about = `${one.to}, ${one.letter}${one.review === undefined ? "" : ` of ${one.review}`} (${one.because})`;
    if (found === undefined) {
      if (isOfNow && by < timing.now && one.isOptional !== true && !one.isSuperseded(by))
        tally.report("notice-missing", about, `no letter since ${one.at}`, one.rule);
      continue;
    }
    left.set(
      place,
      rest.filter((row) => row !== found),
    );
    if (found.decidedAt === undefined || !isOfNow) continue;
    if (!isKept(found, one))
      tally.report(
        "notice-missing",
        about,
        `its letter ${found.id} is ${found.state} (${found.reason ?? ""})`,
        one.rule,
      );
    else if (found.decidedAt > by && !timing.disturbed)
      tally.report("notice-late", about, `left at ${found.decidedAt}, had to by ${by}`, one.rule);
  }
  for (const row of [...left.values()].flat())
    if (row.isSent && isJudged(row.plannedAt, timing))
      tally.report(
        "notice-unfounded",
        `letter ${row.id} to ${row.to}`,
        `${row.kind}${row.reviews.length === 0 ? "" : ` of ${row.reviews.join(", ")}`}: nothing happened that this recipient hears of`,
        "Who hears of what [D]: one letter each",
      );
};
