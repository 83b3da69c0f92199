import { expect, test } from "vitest";
import { runCampaign } from "./campaign/campaign.ts";
import { mismatches } from "./campaign/reconciliation.ts";
import { muteLog } from "./campaign/muted-log.ts";
import { endings, troubles } from "./campaign/outcomes.ts";
import { triesOf } from "../../harness/search-runs.ts";

test.each([1, 2].slice(0, triesOf(2, 1)))(
  "five hundred letters with five per cent of every trouble each end in one state that agrees with the mailbox (seed %i)",
  async (seed) => {
    muteLog();
    const plan = { people: 400, missions: 50, lists: 2, trouble: 0.05, perSecond: 50, seed };
    const campaign = await runCampaign(plan);
    expect(mismatches(campaign)).toEqual([]);
    const { sent, skipped, failed, unknown, waiting } = endings(campaign);
    expect([sent + skipped + failed + unknown, waiting]).toEqual([campaign.letters.length, 0]);
    expect(campaign.aboveRate).toBe(0);
    for (const trouble of troubles) expect([trouble, campaign.tally.has(trouble)]).toEqual([trouble, true]);
  },
);
