import { xoroshiro128plus } from "pure-rand/generator/xoroshiro128plus";
import { uniformInt } from "pure-rand/distribution/uniformInt";
import type { Course, RecordedEntry } from "./course.ts";
import type { FactOf } from "./facts.ts";
import type { Tally } from "./finding.ts";
import type { WantedNotice } from "./personal-notices.ts";

const phaseRules = {
  gate: "Groups, clusters, phases: 70 per cent of the first group's reviews are concluded, or a decision is recorded [S25]",
  pairing: "Groups, clusters, phases: pairings hold for all four clusters unless redrawn [S6]",
  people: "Groups, clusters, phases: mandates run on across clusters until ended [D]",
  told: "Groups, clusters, phases: at opening, one letter per party asks to confirm or replace [D]",
  drawn: "Drawing of lots 8: the same input and seed give the same result [D]",
} as const;

type Phases = ReadonlyMap<string, readonly RecordedEntry[]>;
type Opened = FactOf<"phase-opened">;

/** How many reviews of the first group were concluded by the time that a phase was opened, and how many there were. */
const checkGate = (
  { phase, gate, decision, groups }: Opened,
  recordedAt: string,
  courses: readonly Course[],
  tally: Tally,
): void => {
  const first = groups.find(({ number }) => number === 1)?.follows;
  const isLeft = ({ facts }: Course): boolean =>
    facts.some(({ fact, recordedAt: at }) => fact.kind === "review-discontinued" && at <= recordedAt);
  const own = courses.filter(
    (course) => course.group === first && (course.facts[0]?.recordedAt ?? "") <= recordedAt && !isLeft(course),
  );
  const concluded = own.filter(({ stages }) =>
    stages.some((step) => step.to === "concluded" && step.recordedAt <= recordedAt),
  ).length;
  if (gate.concluded !== concluded || gate.of !== own.length)
    tally.report(
      "gate-miscounted",
      phase,
      `it was opened over ${gate.concluded} of ${gate.of}, the journal tells ${concluded} of ${own.length}`,
      phaseRules.gate,
    );
  if (concluded * 100 < own.length * 70 && decision === undefined)
    tally.report("gate-not-reached", phase, `${concluded} of ${own.length} reviews were concluded`, phaseRules.gate);
};

/** Lots that the opening drew, drawn once more: who came is whom the seed gives. */
const checkDrawings = (
  { phase, drawings }: Opened,
  recordedAt: string,
  before: ReadonlyMap<string, Course>,
  tally: Tally,
): void => {
  for (const { party, seats, draw } of drawings) {
    if (draw === undefined) continue;
    tally.count("draws held again");
    const generator = xoroshiro128plus(draw.seed);
    const drawn = draw.turns.map(({ candidates }) => candidates[uniformInt(generator, 0, candidates.length - 1)] ?? "");
    // Whoever came to the review before by a later redraw was not known at the opening.
    const held = before
      .get(party)
      ?.seats.filter(({ from, to }) => from <= recordedAt && (to === undefined || to > recordedAt));
    const known = new Set(held?.map((seat) => seat.party));
    const came = seats.map((seat) => seat.party).filter((one) => !known.has(one));
    if (drawn.toSorted().join() !== came.toSorted().join())
      tally.report(
        "draw-differs",
        `${phase}, ${party}`,
        `the seed gives ${drawn.join()}, the record says ${came.join()}`,
        phaseRules.drawn,
      );
  }
};

const holders = (course: Course, at: string): string =>
  course.seats
    .filter(({ from, to }) => from <= at && (to === undefined || to > at))
    .map(({ party, role }) => `${party} ${role}`)
    .toSorted()
    .join();

/** A review of the new cluster is held by whom the one before is, but where lots brought others, and by the same people. */
const checkContinued = (course: Course, before: Course | undefined, isDrawn: boolean, tally: Tally): void => {
  const [first] = course.facts;
  if (first === undefined || before === undefined) {
    tally.report("phase-incomplete", course.id, "it goes on from no review", phaseRules.pairing);
    return;
  }
  const at = first.recordedAt;
  const own = first.fact.kind === "review-drawn" ? first.fact.seats : [];
  const seats = own
    .map(({ party, role }) => `${party} ${role}`)
    .toSorted()
    .join();
  if (!isDrawn && seats !== holders(before, at))
    tally.report(
      "pairing-changed",
      course.id,
      `it was set up with ${seats}, not ${holders(before, at)}`,
      phaseRules.pairing,
    );
  const parties = new Set(own.map(({ party }) => party));
  const serving = [...before.mandates.values()].filter(
    ({ party, recordedAt, ends }) =>
      parties.has(party) && recordedAt <= at && ends.findLast((end) => end.recordedAt <= at) === undefined,
  );
  for (const { id } of serving)
    if (!course.mandates.has(id)) tally.report("mandate-lost", course.id, `${id} does not run on`, phaseRules.people);
};

/** That each phase was opened by the rules, and what it set up. */
export const checkPhases = (courses: readonly Course[], phases: Phases, tally: Tally): void => {
  const byId = new Map(courses.map((course) => [course.id, course]));
  for (const { fact, recordedAt } of [...phases.values()].flat()) {
    if (fact.kind !== "phase-opened") continue;
    tally.count("phases recounted");
    checkGate(fact, recordedAt, courses, tally);
    const drawn = new Set(fact.drawings.map(({ party }) => party));
    for (const { follows, reviews } of fact.groups) {
      const before = new Map(
        courses.filter(({ group }) => group === follows).map((course) => [course.party, course] as const),
      );
      checkDrawings(
        { ...fact, drawings: fact.drawings.filter(({ party }) => before.has(party)) },
        recordedAt,
        before,
        tally,
      );
      for (const id of reviews) {
        const course = byId.get(id);
        if (course === undefined) tally.report("phase-incomplete", id, "it was not set up", phaseRules.pairing);
        else checkContinued(course, before.get(course.party), drawn.has(course.party), tally);
      }
    }
  }
};

/** The letters that openings of phases call for. */
export const phaseNoticesOf = (phases: Phases): readonly WantedNotice[] =>
  [...phases].flatMap(([phase, facts]) =>
    facts.flatMap(({ fact, recordedAt: at }) =>
      fact.kind !== "phase-opening-completed"
        ? []
        : fact.parties.map((party) => ({
            to: `mission:${party}`,
            letter: "phase-opened",
            review: undefined,
            at,
            because: `phase#${phase}: opened`,
            rule: phaseRules.told,
            isSuperseded: () => false,
          })),
    ),
  );
