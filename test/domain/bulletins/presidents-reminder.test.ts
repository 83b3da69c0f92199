import { describe, expect, test } from "vitest";
import { partiesToRemind, remindersAfter } from "../../../domain/bulletins/presidents-reminder.ts";
import { at, party } from "../../fixtures/changes.ts";

const [france, japan, kenya] = [party("FR"), party("JP"), party("KE")];
const monday = at("2021-03-01T09:00:00.000Z");
const nextMonday = at("2021-03-08T09:00:00.000Z");

describe("the President's reminder", () => {
  test("goes to every party on the list that was never sent it", () => {
    expect(partiesToRemind([france, japan], undefined, monday)).toEqual([france, japan]);
  });

  test("is sent to a party once a week, to the minute", () => {
    const sent = remindersAfter(undefined, [france, japan], monday);
    const refused = { ok: false, refusal: "reminder-too-soon", details: { earliest: nextMonday } };
    expect(partiesToRemind([france, japan], sent, at("2021-03-01T09:00:00.001Z"))).toEqual(refused);
    expect(partiesToRemind([france, japan], sent, at("2021-03-08T08:59:59.999Z"))).toEqual(refused);
    expect(partiesToRemind([france, japan], sent, nextMonday)).toEqual([france, japan]);
  });

  test("goes at once to a party that came on the list meanwhile, and to no other", () => {
    const sent = remindersAfter(undefined, [france, japan], monday);
    const thursday = at("2021-03-04T09:00:00.000Z");
    expect(partiesToRemind([france, japan, kenya], sent, thursday)).toEqual([kenya]);
    const after = remindersAfter(sent, [kenya], thursday);
    expect(after).toEqual({ revision: 2, sentTo: { FR: monday, JP: monday, KE: thursday } });
    expect(partiesToRemind([kenya, france], after, at("2021-03-05T09:00:00.000Z"))).toMatchObject({
      details: { earliest: nextMonday },
    });
  });

  test("keeps no more than matters", () => {
    const sent = remindersAfter(undefined, [france, japan], monday);
    expect(remindersAfter(sent, [kenya], nextMonday).sentTo).toEqual({ KE: nextMonday });
  });
});
