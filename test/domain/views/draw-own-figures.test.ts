import { type Document, DOMParser, onErrorStopParsing } from "@xmldom/xmldom";
import { describe, expect, test } from "vitest";
import { drawGateProjection } from "../../../domain/views/draw-gate-projection.ts";
import { drawStalledReviews } from "../../../domain/views/draw-stalled-reviews.ts";
import { Language } from "../../../schemas/base/values.ts";
import { gateProjectionData, ownFigures, stalledReviewsData } from "../../fixtures/own-figures.ts";
import { wordingIn } from "../../harness/labels.ts";

/** Throws on what is not well-formed. */
const parse = (svg: string): Document =>
  new DOMParser({ onError: onErrorStopParsing }).parseFromString(svg, "image/svg+xml");
const textsOf = (document: Document, name: string): readonly string[] =>
  [...document.getElementsByTagName(name)].map(({ textContent }) => textContent ?? "");
const numbersIn = (texts: readonly string[]) => texts.flatMap((words) => words.match(/\d+/gu) ?? []);

describe.each(Object.keys(ownFigures))("%s", (name) => {
  test.each(Language.options)("in %s is well-formed, and named by its title and description", (language) => {
    const root = parse(ownFigures[name]?.(language) ?? "").documentElement;
    expect([root?.tagName, root?.getAttribute("role"), root?.getAttribute("width")]).toEqual(["svg", "img", "600"]);
    const named = (root?.getAttribute("aria-labelledby") ?? "")
      .split(" ")
      .map((id) => root?.ownerDocument?.getElementById(id)?.textContent ?? "");
    expect(named).toEqual([expect.stringMatching(/./u), expect.stringMatching(/202\d/u)]);
  });

  test("loads nothing, runs nothing, and has no letters too small to read at 600 pixels", () => {
    const elements = [...parse(ownFigures[name]?.("en") ?? "").getElementsByTagName("*")];
    const values = elements.flatMap(({ attributes }) => [...attributes].map((one) => `${one.name}=${one.value}`));
    expect(values.filter((one) => /^(?:on|href|style|class)|https?:|url\((?!#)/u.test(one))).toEqual([
      "xmlns=http://www.w3.org/2000/svg",
    ]);
    const sizes = elements
      .filter(({ tagName }) => tagName === "text")
      .map((one) => Number(one.getAttribute("font-size")));
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(13);
  });
});

describe("stalled reviews", () => {
  const nameOf = (party: string) => `Party ${party}`;
  const drawn = (data = stalledReviewsData) => parse(drawStalledReviews(data, nameOf, wordingIn("en")));

  test("show and name every number, the ten acts that free most, and what the others would free", () => {
    const document = drawn();
    const shown = numbersIn(textsOf(document, "text"));
    const described = numbersIn(textsOf(document, "desc"));
    const { stalled, underWay, freedByOneAct, waits, acts, furtherActs } = stalledReviewsData;
    const top = acts.slice(0, 10);
    const others = acts.slice(10).reduce((sum, { frees }) => sum + frees, furtherActs.frees);
    for (const number of [
      stalled,
      underWay,
      freedByOneAct,
      others,
      ...top.map(({ frees }) => frees),
      ...waits.flatMap(({ reviews, alone }) => [reviews, alone]),
    ]) {
      expect(shown).toContain(String(number));
      expect(described).toContain(String(number));
    }
    expect(textsOf(document, "text").filter((words) => words.includes("Party ")).length).toBeGreaterThanOrEqual(
      top.length,
    );
  });

  test("say which acts free as many", () => {
    const texts = textsOf(drawn(), "text").join(" ");
    const [first] = stalledReviewsData.acts.filter(({ tied }) => tied);
    expect(texts).toContain(`${first?.rank}= `);
  });

  test("name no party where the data name none, and say so where none is stalled", () => {
    const acts = stalledReviewsData.acts.map(({ party: _, reviews: __, ...act }) => act);
    expect(textsOf(drawn({ ...stalledReviewsData, acts }), "text").join(" ")).not.toContain("Party ");
    const none = drawn({ ...stalledReviewsData, stalled: 0, waits: [], acts: [], freedByOneAct: 0 });
    expect(textsOf(none, "text")).toContain("No review is stalled.");
  });
});

test("the figure of stalled reviews is in docs/ as it is drawn now", async () => {
  await expect(`${ownFigures["stalled reviews"]?.("en")}\n`).toMatchFileSnapshot(
    "../../../docs/figure-stalled-reviews.svg",
  );
});

describe("the projection of the gate", () => {
  const textsWith = (more: Partial<typeof gateProjectionData>) =>
    textsOf(parse(drawGateProjection({ ...gateProjectionData, ...more }, wordingIn("en"))), "text").join(" ");

  test("says how many are concluded and needed, and the day at each pace", () => {
    const texts = textsWith({});
    expect(gateProjectionData.state).toBe("projected");
    const { concluded, of, needed } = gateProjectionData;
    expect(texts).toContain(`${concluded} of ${of} reviews are concluded; ${needed} are needed.`);
    for (const pace of ["Quick pace: ", "Middle pace: ", "Slow pace: "]) expect(texts).toContain(pace);
    expect(texts).toContain(`Needed: ${needed}`);
  });

  test("says plainly when there is too little to project from, and when it was reached", () => {
    expect(textsWith({ state: "too-little" })).toContain("There is too little to project from");
    expect(textsWith({ state: "reached", reachedOn: gateProjectionData.asAt })).toContain("The gate was reached on");
    expect(textsWith({ state: "not-at-this-pace", quick: undefined })).toContain(
      "Quick pace: not reached at this pace",
    );
  });
});
