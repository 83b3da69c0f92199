import { addDays } from "../domain/base/time.ts";
import type { CalendarDate } from "../schemas/base/values.ts";
import { latestDay, type Script, secretariat } from "./script.ts";
import { lastDay, tuesdayFrom } from "./population.ts";

/** The day on which the version that is to be agreed to is on the table, and its number. */
interface OnTable {
  readonly on: CalendarDate;
  readonly version: number;
}

/** A reviewing party puts the list on the table, and sometimes a second version follows. */
const draftList = (script: Script, entered: CalendarDate): OnTable | undefined => {
  const { chance, drafter, focalPoint, review, seatsOn, traits, write } = script;
  const reviewers = seatsOn(entered).filter(({ role }) => role !== "under-review");
  const { party } = chance.oneOf(reviewers);
  const on = tuesdayFrom(addDays(entered, chance.between(14, 70)));
  if (on > lastDay) return undefined;
  const list = { kind: "list", review: review.id } as const;
  const isServed = script
    .servingOf(party)
    .focalPoints.some(({ from, until }) => from <= on && (until === undefined || on < until));
  write(on, isServed ? drafter(party, on) : secretariat, { ...list, version: 1 });
  if (traits.model === undefined && !chance.inHundred(30)) return { on, version: 1 };
  // One party agrees to the first version before the second comes, and then must agree again.
  focalPoint(review.party, addDays(on, 7), { kind: "agree", review: review.id, version: 1 }, addDays(on, 21));
  const second = tuesdayFrom(addDays(on, 21));
  if (second > lastDay) return { on, version: 1 };
  write(second, secretariat, { ...list, version: 2 });
  return { on: second, version: 2 };
};

/** List, agreements, publication, consent: as far as the parties come. */
export const conclude = (script: Script, entered: CalendarDate): void => {
  const { acts, allServed, chance, focalPoint, review, seatsOn, traits, write } = script;
  const table = draftList(script, entered);
  if (table === undefined) return;
  const { on, version } = table;
  const agreed = seatsOn(on).map(({ party }) => {
    const known = acts.find(
      ({ by, does }) =>
        does.kind === "agree" && does.version === version && by.role === "focal-point" && by.party === party,
    );
    if (known !== undefined) return known.on;
    if (traits.model === undefined && chance.inHundred(20)) return undefined;
    return focalPoint(party, addDays(on, chance.between(7, 60)), { kind: "agree", review: review.id, version });
  });
  const all = agreed.filter((day) => day !== undefined);
  if (all.length < agreed.length || traits.model?.published === false) return;
  const ready = tuesdayFrom(addDays(latestDay(on, ...all), chance.between(7, 20)));
  const served = allServed(ready);
  const published = served === undefined ? undefined : tuesdayFrom(served);
  if (published === undefined || allServed(published) !== published || published > lastDay) return;
  write(published, secretariat, { kind: "publish", review: review.id, version });
  const parts = chance.oneOf([["answers", "dialogue"], ["answers"]] as const);
  write(
    tuesdayFrom(addDays(published, chance.between(14, 40))),
    { role: "mission", party: review.party },
    { kind: "consent", review: review.id, parts },
  );
};
