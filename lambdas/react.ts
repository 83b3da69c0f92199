import { CognitoIdentityProviderClient } from "@aws-sdk/client-cognito-identity-provider";
import { cognitoAccounts } from "./io/accounts.ts";
import { schedules } from "./io/deps-alarms.ts";
import { letterQueues } from "./io/deps-letters.ts";
import { clock, ledger, store } from "./io/deps.ts";
import { needed } from "./io/env.ts";
import { readStreamed } from "./io/store/streamed.ts";
import { onStream } from "./shell/batch.ts";
import { reactTo } from "./steps/react-to.ts";

const accounts = cognitoAccounts(new CognitoIdentityProviderClient({}), needed("USER_POOL_ID"));
const io = { store, ledger, schedules, letterQueues, accounts, clock };

/** The journal's stream: what follows from what happened. */
export const handler = onStream("react", async (record) => {
  const entry = readStreamed(record);
  if (entry !== undefined) await reactTo(io, entry);
});
