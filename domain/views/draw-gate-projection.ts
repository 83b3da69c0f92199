import { scaleLinear, scaleUtc } from "d3-scale";
import type { CalendarDate } from "../../schemas/base/values.ts";
import type { GateProjectionView, ProjectionSeries } from "../../schemas/model/gate-projection.ts";
import { dayOf, epochOf, instantOf, shortMonth, startOfDay } from "../base/time.ts";
import { leastPassed } from "../policy/reviews.ts";
import { fill } from "../labels/fill.ts";
import type { Wording } from "../labels/words.ts";
import {
  centred,
  colors,
  type Drawn,
  drawHeading,
  drawLines,
  drawSentences,
  frame,
  margin,
  type Pencil,
  pencil,
  sizes,
  width,
} from "./figure-canvas.ts";
import { dayInFigure, subtitleOf } from "./figure-words.ts";

const figure = "gate-projection";
const wholeWidth = width - 2 * margin;
const chartHeight = 260;
/** Room before the axis for its numbers. */
const numberWidth = 34;

/** The style of each line: the strokes differ, and not the colour alone. */
const lines = {
  concluded: { stroke: "#0b2f55", "stroke-width": 3, fill: "none" },
  quick: { stroke: "#2f6fa8", "stroke-width": 1.5, "stroke-dasharray": "2 3", fill: "none" },
  middle: { stroke: "#2f6fa8", "stroke-width": 2.5, "stroke-dasharray": "8 4", fill: "none" },
  slow: { stroke: "#2f6fa8", "stroke-width": 1.5, "stroke-dasharray": "9 3 2 3", fill: "none" },
} as const satisfies Record<ProjectionSeries, Readonly<Record<string, string | number>>>;
const paces = ["quick", "middle", "slow"] as const;

/** Returns the state of the gate, line by line. */
const standOf = (data: GateProjectionView, wording: Wording): readonly string[] => {
  const { words } = wording;
  const { gateReached, gatePace, gateNever, gateTooLittle, gateWithoutPace } = words.ownFigureSentences;
  const { state, reachedOn, withoutPace, steps } = data;
  if (state === "reached")
    return reachedOn === undefined ? [] : [fill(gateReached, { day: dayInFigure(reachedOn, wording) })];
  if (state === "too-little") {
    const { part } = words.figureSentences;
    const passed = steps.map((one) => fill(part, { series: words.stages[one.step], count: String(one.passed) }));
    return [fill(gateTooLittle, { least: String(leastPassed), steps: passed.join("; ") })];
  }
  return [
    ...paces.map((pace) => {
      const day = data[pace];
      const when = day === undefined ? gateNever : dayInFigure(day, wording);
      return fill(gatePace, { pace: words.projectionSeries[pace], day: when });
    }),
    ...(withoutPace === 0 ? [] : [fill(gateWithoutPace, { reviews: String(withoutPace) })]),
  ];
};

type DrawingPlace = readonly [number, number];

/** Returns the places of a line that rises on each day on which one more is concluded, from one scale to another. */
const stairs = (
  points: GateProjectionView["points"],
  x: (day: CalendarDate) => number,
  y: (count: number) => number,
): readonly DrawingPlace[] =>
  points.flatMap(({ day, concluded }, place): readonly DrawingPlace[] => {
    const before = points[place - 1];
    return before === undefined
      ? [[x(day), y(concluded)]]
      : [
          [x(day), y(before.concluded)],
          [x(day), y(concluded)],
        ];
  });

const epochOfDay = (day: CalendarDate): number => epochOf(startOfDay(day));

/** Returns the scales of a chart: days from side to side, and reviews from the bottom up. */
const scalesOf = ({ asAt, points, of }: GateProjectionView, top: number) => {
  const days = [asAt, ...points.map(({ day }) => day)].map(epochOfDay);
  const time = scaleUtc()
    .domain([Math.min(...days), Math.max(...days)])
    .range([margin + numberWidth, width - margin - 24]);
  const reviews = scaleLinear()
    .domain([0, Math.max(1, of)])
    .range([top + chartHeight, top]);
  return {
    time,
    x: (day: CalendarDate) => time(epochOfDay(day)),
    y: (count: number) => reviews(count),
    counts: reviews.ticks(6).filter(Number.isInteger),
  };
};

type Scales = ReturnType<typeof scalesOf>;

const drawAxes = (
  { asAt, needed }: GateProjectionView,
  { time, x, y, counts }: Scales,
  wording: Wording,
  by: Pencil,
): string => {
  const [left, right] = [margin + numberWidth, width - margin - 24];
  const base = y(0);
  const { ownFigureSentences } = wording.words;
  const months = time.ticks(4).map((date) => ({
    at: time(date),
    words: shortMonth(dayOf(instantOf(date.getTime())), wording.language),
  }));
  return [
    ...counts.flatMap((count) => [
      by.line([left, y(count)], [right, y(count)], colors.grid),
      by.words(String(count), left - 8, y(count) + 4, sizes.numbers, { "text-anchor": "end" }),
    ]),
    ...months.flatMap(({ at, words }) => [
      by.line([at, base], [at, base + 5], colors.outline),
      by.words(words, at, base + 20, sizes.numbers, centred),
    ]),
    by.path(
      [
        [x(asAt), y(0)],
        [x(asAt), y(counts.at(-1) ?? 0)],
      ],
      { stroke: colors.grid, "stroke-width": 1.5, fill: "none" },
    ),
    by.path(
      [
        [left, y(needed)],
        [right, y(needed)],
      ],
      { stroke: "#b4540a", "stroke-width": 2, "stroke-dasharray": "1 4", "stroke-linecap": "round", fill: "none" },
    ),
    by.words(fill(ownFigureSentences.gateLine, { needed: String(needed) }), left + 6, y(needed) - 6, sizes.numbers),
  ].join("");
};

/** Draws the area between the quick and the slow pace: up the one and back down the other. */
const drawRange = (data: GateProjectionView, { x, y }: Scales, by: Pencil): string => {
  const of = (series: ProjectionSeries) => data.points.filter((point) => point.series === series);
  const [quick, slow] = [stairs(of("quick"), x, y), stairs(of("slow"), x, y)];
  return quick.length === 0 || slow.length === 0
    ? ""
    : by.path([...quick, ...slow.toReversed()], { fill: "#d5dde3", stroke: "none" }, "Z");
};

/** Draws the lines with their names. */
const drawKey = (data: GateProjectionView, top: number, wording: Wording, by: Pencil): Drawn => {
  const shown = (["concluded", "quick", "middle", "slow"] as const).filter((series) =>
    data.points.some((point) => point.series === series),
  );
  const column = wholeWidth / 2;
  const svg = shown.map((series, place) => {
    const [left, middle] = [margin + (place % 2) * column, top + Math.floor(place / 2) * 22 + 9];
    return (
      by.path(
        [
          [left, middle],
          [left + 28, middle],
        ],
        lines[series],
      ) + by.words(wording.words.projectionSeries[series], left + 36, middle + 5, sizes.words)
    );
  });
  return { svg: svg.join(""), bottom: top + Math.ceil(shown.length / 2) * 22 + 12 };
};

const drawChart = (data: GateProjectionView, top: number, wording: Wording, by: Pencil): Drawn => {
  const scales = scalesOf(data, top);
  const series = (["slow", "quick", "middle", "concluded"] as const).map((name) => {
    const own = data.points.filter((point) => point.series === name);
    return own.length < 2 ? "" : by.path(stairs(own, scales.x, scales.y), lines[name]);
  });
  const bottom = scales.y(0) + 28;
  const axis = drawLines(wording.words.ownFigureSentences.gateAxis, margin, bottom, sizes.numbers, wholeWidth, by);
  const svg = drawRange(data, scales, by) + drawAxes(data, scales, wording, by) + series.join("") + axis.svg;
  return { svg, bottom: axis.bottom };
};

/**
 * Returns the number of concluded reviews of the first group, and when as many may be as the next phase needs, as SVG.
 */
export const drawGateProjection = (data: GateProjectionView, wording: Wording): string => {
  const { gateTitle, gateCount } = wording.words.ownFigureSentences;
  const { concluded, of, needed, percent } = data;
  const title = fill(gateTitle, { percent: String(percent) });
  const subtitle = subtitleOf(data, wording);
  const counted = fill(gateCount, { concluded: String(concluded), of: String(of), needed: String(needed) });
  const current = standOf(data, wording);
  const by = pencil(wording.language);
  const heading = drawHeading({ title, subtitle }, by);
  const facts = drawSentences([counted, ...current], heading.bottom, sizes.words, by);
  const key = drawKey(data, facts.bottom + 8, wording, by);
  const chart = drawChart(data, key.bottom + 8, wording, by);
  const notes = drawSentences([data.method, ...data.assumptions], chart.bottom + 6, sizes.numbers, by, 3);
  const description = [`${subtitle}.`, counted, ...current, data.method, ...data.assumptions].join(" ");
  const svg = [heading, facts, key, chart, notes].map((one) => one.svg).join("");
  return frame(figure, { title, subtitle, description }, wording.language, { svg, bottom: notes.bottom + 4 }, []);
};
