import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { SweepMessage } from "../schemas/messages.ts";
import { cognitoAccounts } from "./io/accounts.ts";
import { schedules } from "./io/deps-alarms.ts";
import { letterQueues } from "./io/deps-letters.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { needed } from "./io/env.ts";
import { onMessages } from "./shell/batch.ts";
import { sweepRound } from "./steps/sweep-round.ts";

const accounts = cognitoAccounts(new CognitoIdentityProviderClient({}), needed("USER_POOL_ID"));
const io = { store, ledger, schedules, letterQueues, accounts, clock };

/** The sweep queue, filled by the recurring schedules. */
export const handler = onMessages("sweep", SweepMessage, async ({ depth }) => {
  const report = await sweepRound(io, depth);
  return report.broken.length === 0 ? "whole" : "broken";
});
