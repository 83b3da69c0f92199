import { setTimeout as wait } from "node:timers/promises";
import { type Api, openApi } from "../client/client.ts";

/** What callers need of the system: its address, and tokens for made-up people. */
export interface ReachableSystem {
  readonly url: string;
  readonly token: (email: string) => Promise<string>;
}

/** Number of repeats of a read answered with 503, and milliseconds before each. */
const [readRepeats, repeatAfter] = [3, 1_000];

/** Sends a request; a read that the system could not answer for a moment (503) is repeated, and does not end the run. */
export const sendPatiently = async (request: Request, send = fetch, pause = repeatAfter): Promise<Response> => {
  const repeats = request.method === "GET" ? readRepeats : 0;
  for (let left = repeats; ; left -= 1) {
    const reply = await send(request.clone());
    if (reply.status !== 503 || left === 0) return reply;
    await wait(pause);
  }
};

/** Returns the API client of the user with an address; each user signs in once. */
export const callersOf = ({ url, token }: ReachableSystem): ((email: string) => Api) => {
  const callers = new Map<string, Api>();
  return (email) => {
    const known = callers.get(email);
    if (known !== undefined) return known;
    let signedIn: Promise<string> | undefined;
    const caller = openApi({
      baseUrl: url,
      token: () => (signedIn ??= token(email)),
      fetch: (request) => sendPatiently(request),
    });
    callers.set(email, caller);
    return caller;
  };
};
