import { expect, test } from "vitest";
import { dayLimits } from "../../domain/policy/day-limits.ts";
import { inForce } from "../../domain/base/settings.ts";
import { dayOf } from "../../domain/base/time.ts";
import { countContacts } from "../../lambdas/shell/http/allowances.ts";
import { fakeMetrics } from "../fakes/metrics.ts";
import { memoryStore } from "../fakes/memory/store.ts";
import { at, party, userId } from "../fixtures/changes.ts";

const now = at("2020-12-01T10:00:00.000Z");

test("each reading of others' contact details is counted, and so is each refused one", async () => {
  const measured = fakeMetrics();
  const io = { store: memoryStore(), metrics: () => Promise.resolve(measured) };
  const { person, officer } = inForce(dayLimits, dayOf(now));
  const [ofPerson, ofOfficer] = [person.contacts ?? 0, officer.contacts ?? 0];
  const mission = { id: userId(1), role: "permanent-mission", party: party("FR") } as const;
  await countContacts(io, mission, ofPerson - 5, now);
  await countContacts(io, mission, 0, now);
  await expect(countContacts(io, mission, 6, now)).rejects.toMatchObject({ kind: "contacts-used-up" });
  await countContacts(io, mission, 5, now);
  await countContacts(io, { id: userId(2), role: "secretariat" }, ofOfficer, now);
  expect(measured.recorded("contactsRead")).toEqual([ofPerson - 5, 5, ofOfficer]);
  expect(measured.recorded("contactsRefused")).toEqual([1]);
});
