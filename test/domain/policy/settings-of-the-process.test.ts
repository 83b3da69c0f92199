import { expect, test } from "vitest";
import { inForce } from "../../../domain/base/settings.ts";
import { recipientsPerDay } from "../../../domain/policy/bulletins.ts";
import { listedAfter } from "../../../domain/policy/reminders.ts";
import {
  contactNotesKept,
  idempotencyRetention,
  letterAddressesKept,
  letterTextsKept,
} from "../../../domain/policy/retention.ts";
import { consultationTarget, phaseGate } from "../../../domain/policy/reviews.ts";
import { day } from "../../fixtures/changes.ts";

/** Settings as the process states them, written by hand: a changed edition changes this list as well. */
test("settings have the values that the process states", () => {
  const today = day("2022-01-01");
  expect({
    consultationTarget: inForce(consultationTarget, today),
    secretariatList: inForce(listedAfter.secretariat, today),
    presidentsList: inForce(listedAfter.president, today),
    phaseGate: inForce(phaseGate, today),
    recipientsPerDay: inForce(recipientsPerDay, today),
    contactNotesKept: inForce(contactNotesKept, today),
    letterAddressesKept: inForce(letterAddressesKept, today),
    letterTextsKept: inForce(letterTextsKept, today),
    repeatedRequests: idempotencyRetention,
  }).toEqual({
    consultationTarget: { weeks: 4 },
    secretariatList: { days: 8 },
    presidentsList: { days: 22 },
    phaseGate: { percent: 70, group: 1 },
    recipientsPerDay: 100,
    contactNotesKept: { months: 36 },
    letterAddressesKept: { months: 24 },
    letterTextsKept: { months: 120 },
    repeatedRequests: { hours: 168 },
  });
});
