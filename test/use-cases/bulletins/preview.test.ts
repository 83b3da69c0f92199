import { expect, test } from "vitest";
import { forecastBulletin } from "../../../lambdas/use-cases/bulletins/preview.ts";
import { Audience } from "../../../schemas/model/audience.ts";
import { bulletinApp } from "./bulletin-app.ts";
import { settings } from "../../harness/test-app.ts";

const audience = Audience.parse({ roles: ["mission"] });
const text = {
  subject: "To {{party}}",
  body: `Dear {{recipientName}},\n\n${"A briefing is held in Vienna. ".repeat(40)}`,
};

/** Returns the preview of a bulletin to the missions of a number of parties, the first of which has no address. */
const foreseen = async (parties: number, more: Partial<typeof text> = {}) => {
  const { app } = await bulletinApp({ parties, withoutMission: 1 });
  return forecastBulletin({ store: app.store, ...settings }, { audience, text: { ...text, ...more } }, app.clock.now());
};

test("of the letters that are written to all recipients of an audience three are kept, however many there are", async () => {
  const [few, many] = [await foreseen(10), await foreseen(400)];
  if ("refusal" in few || "refusal" in many) throw new Error("It was refused");
  expect([few.addressees.length, many.addressees.length]).toEqual([10, 400]);
  expect(many.samples.map(({ recipient }) => recipient)).toEqual(
    ["AB", "AC", "AD"].map((party) => ({ kind: "mission", party })),
  );
  const kept = ({ addressees: _, ...rest }: typeof few): string => JSON.stringify(rest);
  expect(kept(many)).toHaveLength(kept(few).length);
  expect(many.withoutAddress).toBe(1);
});

test("every letter is written before the reply, and of many faults twenty are listed and the rest is counted", async () => {
  const refused = await foreseen(400, { body: "Until {{dueDate}}" });
  if (!("refusal" in refused)) throw new Error("It was not refused");
  expect(refused.refusal).toBe("unusable-text");
  expect(refused.details?.["problems"]).toHaveLength(20);
  expect(refused.details?.["problemsLeftOut"]).toBe(399 - 20);
  expect(refused.details?.["problems"]).toContainEqual({
    where: "body",
    problem: "no-value",
    placeholder: "dueDate",
    recipient: "mission:AB",
  });
});
