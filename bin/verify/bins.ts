import type { Course } from "./course.ts";
import type { Tally } from "./finding.ts";
import type { FigureReading, Readings } from "./read.ts";

const rule = "Figures: one definition per figure, each able to list its members";
const stageRule = "One country review: it is in one stage";

/** Every review is on the list of exactly one stage, the one that the journal gives. */
export const checkStageLists = (courses: readonly Course[], { stageLists }: Readings, tally: Tally): void => {
  for (const course of courses) {
    const lists = [...stageLists].filter(([, ids]) => ids.includes(course.id)).map(([stage]) => stage);
    tally.count("reviews sought in lists of stages");
    const [only = "none", ...others] = lists;
    if (lists.length === 0) tally.report("review-in-no-stage", course.id, "no list of a stage holds it", stageRule);
    else if (others.length > 0)
      tally.report("review-in-two-stages", course.id, `it is on the lists of ${lists.join(" and ")}`, stageRule);
    else if (only !== course.stage)
      tally.report(
        "figure-differs",
        course.id,
        `it is on the list of ${only}, the journal says ${course.stage}`,
        stageRule,
      );
  }
};

const dimensions = ["cluster", "group", "stage", "kind", "party"] as const;
type Member = FigureReading["members"][number];

/** A blocked review counts in each part by kind of what blocks it; a cluster is one of the part's cycle. */
const fits = (member: Member, part: Readonly<Record<string, unknown>>): boolean =>
  (part["cluster"] === undefined || member.cycle === part["cycle"]) &&
  dimensions.every((name) => {
    const wanted = part[name];
    if (wanted === undefined || member[name] === wanted) return true;
    return name === "kind" && (member.blockedBy ?? []).some((kind) => kind === wanted);
  });

const checkFigure = ({ figure, count, members }: FigureReading, tally: Tally): void => {
  tally.count("figures");
  tally.count("members of figures", members.length);
  const wrong = (about: string, why: string): void =>
    tally.report("figure-miscounted", `${figure.figure}${about}`, why, rule);
  if (figure.total !== members.length) wrong("", `it says ${figure.total} and lists ${members.length}`);
  if (count !== members.length) wrong("", `its list says ${count} and holds ${members.length}`);
  for (const { count: said, ...part } of figure.parts) {
    const listed = members.filter((member) => fits(member, part)).length;
    tally.count("parts of figures");
    if (said !== listed) wrong(` by ${JSON.stringify(part)}`, `it says ${said}, and ${listed} of its members fit`);
  }
  const keys = members.map((one) => JSON.stringify([one.review, one.party, one.kind, one.obligation]));
  if (new Set(keys).size < keys.length) wrong("", "it lists a member twice");
};

/** Counts of the checker, by the figure that should equal them; each is one line of the process. */
const own: Readonly<Record<string, (courses: readonly Course[], now: string) => readonly string[]>> = {
  reviews: (courses) => courses.map(({ id }) => id),
  "duties-overdue": (courses, now) =>
    courses.flatMap(({ id, spans }) =>
      spans.filter(({ to, dueAt }) => to === undefined && dueAt < now).map(({ obligation }) => `${id} ${obligation}`),
    ),
  "duties-late": (courses, now) =>
    courses.flatMap(({ id, spans }) =>
      spans
        .filter(({ to, originalDueAt }) => to === undefined && originalDueAt < now)
        .map(({ obligation }) => `${id} ${obligation}`),
    ),
};

/** Each figure is the count of its members, and those that the checker counts itself hold the same ones. */
export const checkFigures = (courses: readonly Course[], { figures, now }: Readings, tally: Tally): void => {
  for (const reading of figures) {
    checkFigure(reading, tally);
    const count = own[reading.figure.figure];
    if (count === undefined) continue;
    const counted = new Set(count(courses, now));
    const listed = new Set(
      reading.members.map(({ review, obligation }) => (obligation === undefined ? review : `${review} ${obligation}`)),
    );
    for (const one of new Set([...counted, ...listed])) {
      if (counted.has(one) === listed.has(one)) continue;
      const where = counted.has(one)
        ? "the journal counts it, the list does not"
        : "the list holds it, the journal does not";
      tally.report(
        "figure-differs",
        `${reading.figure.figure}: ${one}`,
        where,
        "Late counts from the original date, overdue from the current one",
      );
    }
  }
};
