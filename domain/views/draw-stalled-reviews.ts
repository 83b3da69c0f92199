import type { StalledReviewsView } from "../../schemas/model/stalled-reviews.ts";
import type { PartyId } from "../../schemas/base/ids.ts";
import { fill } from "../labels/fill.ts";
import type { Wording } from "../labels/words.ts";
import {
  type BarRow,
  type Drawn,
  drawHeading,
  drawLegend,
  drawLines,
  drawRows,
  drawSentences,
  frame,
  margin,
  type Pencil,
  pencil,
  sizes,
  width,
} from "./figure-canvas.ts";
import { subtitleOf } from "./figure-words.ts";

/** The number of acts that are drawn; the effect of the others is stated below. */
const drawnActs = 10;

/** Returns the name of a party in the language of the figure. */
export type NameOfParty = (party: PartyId) => string;

const figure = "stalled-reviews";
const wholeWidth = width - 2 * margin;

/** The rows of the figure in words. */
interface StalledWords {
  readonly title: string;
  readonly subtitle: string;
  readonly description: string;
  readonly facts: readonly string[];
  readonly waits: readonly BarRow[];
  readonly acts: readonly BarRow[];
  readonly further: readonly string[];
}

const actRows = ({ acts }: StalledReviewsView, nameOf: NameOfParty, { words }: Wording): readonly BarRow[] =>
  acts.slice(0, drawnActs).map(({ rank, tied, act, party, frees }) => {
    const { actOfParty, actAlone } = words.ownFigureSentences;
    const values = { rank: `${rank}${tied ? "=" : "."}`, act: words.awaitedActs[act] };
    const name = party === undefined ? fill(actAlone, values) : fill(actOfParty, { ...values, party: nameOf(party) });
    return { name, total: frees, parts: [{ series: "one-act", count: frees }] };
  });

const waitRows = ({ waits }: StalledReviewsView, { words }: Wording): readonly BarRow[] =>
  waits.map(({ act, reviews, alone }) => ({
    name: fill(words.figureSentences.row, { name: words.awaitedActs[act], total: String(reviews) }),
    total: reviews,
    parts: [
      { series: "one-act", count: alone },
      { series: "several-acts", count: reviews - alone },
    ],
  }));

/** Returns the effect of acts that are not drawn one by one. */
const furtherWords = ({ acts, furtherActs }: StalledReviewsView, { words }: Wording): readonly string[] => {
  const rest = acts.slice(drawnActs);
  const frees = rest.reduce((sum, one) => sum + one.frees, furtherActs.frees);
  const values = { acts: String(rest.length + furtherActs.acts), frees: String(frees) };
  return frees === 0 ? [] : [fill(words.ownFigureSentences.furtherActs, values)];
};

const stalledWords = (data: StalledReviewsView, nameOf: NameOfParty, wording: Wording): StalledWords => {
  const { words } = wording;
  const { stalledTitle, stalledOf, freedByOne, waitsHeading, actsHeading, oneAct, noneStalled } =
    words.ownFigureSentences;
  const { part, sentence } = words.figureSentences;
  const { stalled, underWay, freedByOneAct } = data;
  const subtitle = subtitleOf(data, wording);
  const waits = waitRows(data, wording);
  const acts = actRows(data, nameOf, wording);
  const further = furtherWords(data, wording);
  const facts =
    stalled === 0
      ? [noneStalled]
      : [
          fill(stalledOf, { stalled: String(stalled), underWay: String(underWay) }),
          fill(freedByOne, { freed: String(freedByOneAct) }),
        ];
  const list = (name: string, rows: readonly string[]) =>
    rows.length === 0 ? [] : [fill(sentence, { name, parts: rows.join("; ") })];
  const partOf = (series: string, count: number) => fill(part, { series, count: String(count) });
  const sentences = [
    ...facts,
    ...list(
      waitsHeading,
      data.waits.map(({ alone }, place) => `${waits[place]?.name ?? ""}, ${partOf(oneAct, alone)}`),
    ),
    ...list(
      actsHeading,
      acts.map(({ name, total }) => partOf(name, total)),
    ),
    ...further,
  ];
  const description = `${subtitle}. ${sentences.join(" ")}`;
  return { title: stalledTitle, subtitle, description, facts, waits, acts, further };
};

const drawWaits = ({ waits }: StalledWords, top: number, { words }: Wording, by: Pencil): Drawn => {
  const { waitsHeading, waitsAxis, oneAct, severalActs } = words.ownFigureSentences;
  const heading = drawLines(waitsHeading, margin, top, sizes.words, wholeWidth / 1.1, by, true);
  const legend = drawLegend(
    [
      { series: "one-act", words: oneAct },
      { series: "several-acts", words: severalActs },
    ],
    figure,
    heading.bottom + 6,
    by,
  );
  const bars = { rows: waits, axis: waitsAxis, isStacked: true, widestName: 230 };
  const rows = drawRows(bars, figure, legend.bottom, by);
  return { svg: heading.svg + legend.svg + rows.svg, bottom: rows.bottom };
};

const drawActs = ({ acts }: StalledWords, top: number, { words }: Wording, by: Pencil): Drawn => {
  if (acts.length === 0) return { svg: "", bottom: top };
  const { actsHeading, actsAxis } = words.ownFigureSentences;
  const heading = drawLines(actsHeading, margin, top, sizes.words, wholeWidth / 1.1, by, true);
  const rows = drawRows(
    { rows: acts, axis: actsAxis, isStacked: false, widestName: 330 },
    figure,
    heading.bottom + 6,
    by,
  );
  return { svg: heading.svg + rows.svg, bottom: rows.bottom };
};

/** Returns the acts for which stalled reviews wait, and the single acts that would free most of them, as SVG. */
export const drawStalledReviews = (data: StalledReviewsView, nameOf: NameOfParty, wording: Wording): string => {
  const words = stalledWords(data, nameOf, wording);
  const by = pencil(wording.language);
  const heading = drawHeading(words, by);
  const facts = drawSentences(words.facts, heading.bottom, sizes.words, by);
  const waits =
    data.stalled === 0 ? { svg: "", bottom: facts.bottom } : drawWaits(words, facts.bottom + 14, wording, by);
  const acts = drawActs(words, waits.bottom + 14, wording, by);
  const further = drawSentences(words.further, acts.bottom + 4, sizes.words, by);
  const svg = [heading, facts, waits, acts, further].map((one) => one.svg).join("");
  return frame(figure, words, wording.language, { svg, bottom: further.bottom + 6 }, ["one-act", "several-acts"]);
};
