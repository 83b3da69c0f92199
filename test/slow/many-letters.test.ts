import { beforeAll, describe, expect, test } from "vitest";
import { type Campaign, runCampaign } from "../use-cases/sending/campaign/campaign.ts";
import { mismatches } from "../use-cases/sending/campaign/reconciliation.ts";
import { muteLog } from "../use-cases/sending/campaign/muted-log.ts";
import { endings, mailedTwice, troubles, writtenAnew } from "../use-cases/sending/campaign/outcomes.ts";

const planned = 10_000;

describe("ten thousand letters with five per cent of every trouble", () => {
  let campaign: Campaign;
  beforeAll(async () => {
    muteLog();
    campaign = await runCampaign({
      people: planned - 1200,
      missions: 600,
      lists: 2,
      trouble: 0.05,
      perSecond: 200,
      seed: 20201201,
    });
    // Half a minute of processor time; more on a machine that is busy.
  }, 600_000);

  test("met each kind of trouble hundreds of times", () => {
    for (const trouble of troubles)
      expect([trouble, (campaign.tally.get(trouble) ?? 0) > planned * 0.03]).toEqual([trouble, true]);
  });

  test("each end in one state that agrees with the mailbox and with the reports, row by row", () => {
    expect(mismatches(campaign)).toEqual([]);
    const { sent, skipped, failed, unknown, waiting } = endings(campaign);
    expect([sent + skipped + failed + unknown, waiting]).toEqual([campaign.letters.length, 0]);
    expect(campaign.letters.length - writtenAnew(campaign).length).toBe(planned);
  });

  test("are mailed once, except for the few with an unknown outcome: these twice", () => {
    const twice = mailedTwice(campaign);
    expect(twice.length).toBeGreaterThan(0);
    // Some eleven in a hundred are taken without the sender's hearing or recording it; of some six no report comes in time.
    expect(twice.length).toBeLessThan(planned * 0.015);
    expect(twice.filter(({ history }) => !history.some(({ state }) => state === "unknown"))).toEqual([]);
  });

  test("go to the second contact of a mission whose first address bounces", () => {
    const again = writtenAnew(campaign);
    expect(again.length).toBeGreaterThan(0);
    for (const { contact, state } of again)
      if (state !== "skipped") expect([state, contact]).toEqual([state, "second"]);
  });

  test("never go above the permitted rate", () => {
    expect(campaign.aboveRate).toBe(0);
  });
});
