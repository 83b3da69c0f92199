import * as z from "zod";
import type { Account, SignIn } from "./fields.ts";
import { type Mail, readMailbox } from "./mailbox.ts";

const Token = z.object({ token: z.string() });

/** A local system's token for an account; undefined where the system is no local one, or knows no such account. */
export const localToken = async (url: string, email: string): Promise<string | undefined> => {
  const reply = await fetch(new URL("/_local/tokens", url), { method: "POST", body: JSON.stringify({ email }) });
  return reply.ok ? Token.parse(await reply.json()).token : undefined;
};

/** The accounts that a local system starts with are called after their party; of others the API tells the address. */
const addressOf = ({ role, party, email }: Account): string | undefined => {
  if (role === "president") return "president@example.org";
  return role === "mission" && party !== undefined ? `mission@${party.toLowerCase()}.example.org` : email;
};

/** What a local system has to read besides its API: the mailbox, and tokens for its made-up people. */
export const localSystem = (
  url: string,
): { readonly mails: () => Promise<readonly Mail[]>; readonly signIn: SignIn } => ({
  mails: () => readMailbox(url),
  signIn: async (account) => {
    const email = addressOf(account);
    return email === undefined ? undefined : localToken(url, email);
  },
});
