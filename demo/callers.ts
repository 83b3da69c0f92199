import { type Api, openApi } from "../client/client.ts";

/** What the callers need of the system they call: its address, and tokens for made-up people. */
export interface ReachableSystem {
  readonly url: string;
  readonly token: (email: string) => Promise<string>;
}

/** The API as whoever has this address calls it; each signs in once. */
export const callersOf = ({ url, token }: ReachableSystem): ((email: string) => Api) => {
  const callers = new Map<string, Api>();
  return (email) => {
    const known = callers.get(email);
    if (known !== undefined) return known;
    let signedIn: Promise<string> | undefined;
    const caller = openApi({ baseUrl: url, token: () => (signedIn ??= token(email)) });
    callers.set(email, caller);
    return caller;
  };
};
