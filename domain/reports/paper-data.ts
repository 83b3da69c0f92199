import { defined } from "../../schemas/base/defined.ts";
import { type CalendarDate, type Instant, Instrument } from "../../schemas/base/values.ts";
import type { PaperData, PaperMeasure } from "../../schemas/model/paper-data.ts";
import { PaperFigure } from "../../schemas/model/paper-figures.ts";
import { CurrencyCode, type RegisterEntry } from "../../schemas/model/register.ts";
import { Measure } from "../../schemas/model/statistics.ts";
import type { StatusPaperId } from "../../schemas/base/ids.ts";
import { earliestStart } from "../base/settings.ts";
import { addDays, dayOf, endOfDay, endOfHalfYear, yearOf } from "../base/time.ts";
import { partyName } from "../parties/party-names.ts";
import { contactCounts, type RecordedContact } from "../registers/contact-counts.ts";
import { attendanceKinds, registerCounts } from "../registers/register-counts.ts";
import { type Count, countedBy, countMeasure } from "../statistics/count.ts";
import { gateProjection } from "../statistics/gate-projection.ts";
import { figureData } from "../statistics/paper-figures.ts";
import { expectedSteps } from "../statistics/timeline-steps.ts";
import type { MechanismHistory } from "../statistics/mechanism-history.ts";
import { measureMembers, statisticsView } from "../views/statistics.ts";

/** The subject of a paper. */
export interface PaperSubject {
  readonly asAt: CalendarDate;
  /** The time of the order: facts recorded up to then count. */
  readonly knownAt: Instant;
  readonly mechanism: MechanismHistory;
  readonly entries: readonly RegisterEntry[];
  readonly contacts?: readonly RecordedContact[];
  /** The last published paper, as it was published. */
  readonly previous?: { readonly id: StatusPaperId; readonly data: PaperData } | undefined;
}

/** Returns the last instant that a paper counts: the end of its day, or its order if that was earlier. */
const lastInstant = (asAt: CalendarDate, knownAt: Instant): Instant =>
  asAt === dayOf(knownAt) ? knownAt : endOfDay(asAt);

const measured = (count: Count): readonly PaperMeasure[] =>
  statisticsView(Measure.options, count, { definitionOf: () => "", namesParties: false, mayReadReasons: true }).map(
    ({ definition: _, ...measure }) => measure,
  );

/** Returns the halves of the calendar's years from the launch to a day, which ends the last. */
const halfYearsTo = (asAt: CalendarDate): readonly { readonly from: CalendarDate; readonly to: CalendarDate }[] => {
  const halves: { from: CalendarDate; to: CalendarDate }[] = [];
  let from = earliestStart;
  while (from <= asAt) {
    const ends = endOfHalfYear(from);
    halves.push({ from, to: ends < asAt ? ends : asAt });
    from = addDays(ends, 1);
  }
  return halves;
};

const changesIn = (halves: ReturnType<typeof halfYearsTo>, count: Count): PaperData["halfYears"] => {
  const until = (day: CalendarDate): ReadonlySet<string> =>
    new Set(
      countedBy("changes-of-focal-point", { ...count, at: endOfDay(day) < count.at ? endOfDay(day) : count.at }).keys(),
    );
  let before: ReadonlySet<string> = new Set();
  return halves.map(({ from, to }) => {
    const now = until(to);
    const changes = now.difference(before).size;
    before = now;
    return { from, to, changes };
  });
};

/**
 * Returns the groups with reviews, with the day on which the first of theirs started and the day by which all must be
 * concluded.
 */
const groupsOf = ({ mechanism, at }: Count): PaperData["groups"] => {
  const drawn = mechanism.reviews.filter(({ drawnAt }) => drawnAt <= at);
  return [...Map.groupBy(drawn, ({ group }) => group)]
    .toSorted(([one], [other]) => one.localeCompare(other, "en", { numeric: true }))
    .map(([group, reviews]) => {
      const [startedAt] = reviews.flatMap((review) => review.startedAt ?? []).toSorted();
      const planned = mechanism.planned.get(group);
      const expectedOn = (step: "questionnaire" | "observations") =>
        planned === undefined ? undefined : expectedSteps(planned).find((one) => one.step === step)?.expectedOn;
      return {
        group,
        ...(startedAt === undefined || startedAt > at ? {} : { startedOn: dayOf(startedAt) }),
        ...(planned === undefined
          ? {}
          : { dueOn: expectedOn("observations"), questionnairesDueOn: expectedOn("questionnaire") }),
      };
    });
};

/** Returns the parties to each instrument on the day before the launch, in the order of the instruments. */
const beforeLaunchOf = ({ mechanism }: Count): PaperData["beforeLaunch"] => {
  const asAt = addDays(earliestStart, -1);
  const { parts } = countMeasure("parties-to-instruments", { mechanism, at: endOfDay(asAt), scope: {} });
  return {
    asAt,
    instruments: Instrument.options.map((instrument) => ({
      instrument,
      parties: parts.find(({ values }) => values.instrument === instrument)?.count ?? 0,
    })),
  };
};

/** Returns the parties that a measure counts, by name. */
const namedParties = (measure: "new-parties" | "accessions-to-protocols", count: Count) =>
  measureMembers(measure, count).shown.flatMap(({ member: { party, instrument, sinceDay } }) => {
    const known = party === undefined ? undefined : count.mechanism.parties.get(party)?.party;
    return known === undefined ? [] : [{ party: known.id, name: partyName(known, "en"), instrument, sinceDay }];
  });

const dialoguesOf = (entries: readonly RegisterEntry[], asAt: CalendarDate): PaperData["registers"]["dialogues"] => {
  const years = Map.groupBy(
    entries.filter(({ content }) => content.register === "constructive-dialogue"),
    ({ content }) => yearOf(content.happenedOn),
  );
  return [...years]
    .toSorted(([one], [other]) => one - other)
    .map(([year, own]) => ({ year, ...registerCounts(own, asAt).dialogues }))
    .filter(({ held }) => held > 0)
    .map(({ year, held, attendance }) => ({
      year,
      held,
      attendance: attendanceKinds.map((kind) => ({ kind, ...attendance[kind] })),
    }));
};

const registersOf = ({ entries, contacts = [], asAt }: PaperSubject): PaperData["registers"] => {
  const { training, stakeholders, hub, pilots, contributions, translations } = registerCounts(entries, asAt);
  return {
    training: { ...training, languages: [...training.languages] },
    dialogues: dialoguesOf(entries, asAt),
    stakeholders,
    ...defined({ hub }),
    pilots,
    contributions: {
      number: contributions.number,
      notKnown: contributions.notKnown,
      amounts: Object.entries(contributions.amounts)
        .map(([currency, amount]) => ({ currency: CurrencyCode.parse(currency), amount }))
        .toSorted((one, other) => one.currency.localeCompare(other.currency)),
    },
    translations: { ...translations, ended: { ...translations.ended } },
    contacts: contactCounts(contacts, asAt),
  };
};

const previousOf = ({ previous, mechanism }: PaperSubject): PaperData["previous"] => {
  if (previous === undefined) return undefined;
  const { id, data } = previous;
  // The instant of that time: for a paper that was ordered on its own day, the rest of the day does not count.
  const then = { mechanism, at: lastInstant(data.asAt, data.knownAt), scope: {} };
  const measures = data.measures.map(({ measure, total }) => ({
    measure,
    published: total,
    counted: countedBy(measure, then).size,
  }));
  return { id, asAt: data.asAt, measures };
};

/** Returns what an import took over: the number of reviews, and of requests for redraws. */
const takenOverIn = ({ mechanism, at }: Count): PaperData["takenOver"] => ({
  reviews: mechanism.reviews.filter(({ drawnAt, isTakenOver }) => drawnAt <= at && isTakenOver === true).length,
  redrawsAsked: [...mechanism.parties.values()].flatMap(({ redrawsTakenOver }) =>
    redrawsTakenOver.filter((instant) => instant <= at),
  ).length,
});

/** Returns the position of the gate before the next phase. */
const gateOf = (count: Count): PaperData["gate"] => {
  const { cycle, cluster, groups, percent, concluded, of, needed } = gateProjection(count);
  return { ...defined({ cycle }), cluster, groups: [...groups], percent, concluded, of, needed };
};

/** Returns every number of a status paper, counted from the data of the time of its order. */
export const paperData = (subject: PaperSubject): PaperData => {
  const { asAt, knownAt, mechanism } = subject;
  const count: Count = { mechanism, at: lastInstant(asAt, knownAt), scope: {} };
  const previous = previousOf(subject);
  return {
    asAt,
    knownAt,
    groups: groupsOf(count),
    measures: [...measured(count)],
    newParties: namedParties("new-parties", count).map(({ instrument: _, ...one }) => one),
    accessions: namedParties("accessions-to-protocols", count).flatMap(({ instrument, ...one }) =>
      instrument === undefined ? [] : [{ ...one, instrument }],
    ),
    beforeLaunch: beforeLaunchOf(count),
    redrawDays: measureMembers("redraw-meetings", count).shown.map(({ member }) => member.sinceDay),
    takenOver: takenOverIn(count),
    gate: gateOf(count),
    halfYears: changesIn(halfYearsTo(asAt), count),
    figures: PaperFigure.options.map((figure) => figureData(figure, count)),
    registers: registersOf(subject),
    ...defined({ previous }),
  };
};
