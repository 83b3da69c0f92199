import * as z from "zod";
import type { Account, SignIn } from "./fields.ts";
import { type Mail, readMailbox } from "./mailbox.ts";

const Token = z.object({ token: z.string() });

/** A local system's token for an account; undefined where the system is no local one, or knows no such account. */
export const localToken = async (url: string, email: string): Promise<string | undefined> => {
  const reply = await fetch(new URL("/_local/tokens", url), { method: "POST", body: JSON.stringify({ email }) });
  return reply.ok ? Token.parse(await reply.json()).token : undefined;
};

/**
 * Returns the address of an account: initial accounts of a local system are named by their party; the API gives the
 * address of others.
 */
const addressOf = ({ role, party, email }: Account): string | undefined => {
  if (role === "president") return "president@example.org";
  return role === "mission" && party !== undefined ? `mission@${party.toLowerCase()}.example.org` : email;
};

/** Returns the sources of a local system other than its API: the mailbox, and tokens for its made-up people. */
export const localSystem = (
  url: string,
): { readonly mails: () => Promise<readonly Mail[]>; readonly signIn: SignIn } => ({
  mails: () => readMailbox(url),
  signIn: async (account) => {
    const email = addressOf(account);
    return email === undefined ? undefined : localToken(url, email);
  },
});
