import { joinedHeaders } from "./gateway-event.ts";
import { gatewayReply } from "./gateway-reply.ts";
import type { LocalPages } from "./http.ts";

const here: ReadonlySet<string> = new Set(["localhost", "127.0.0.1", "[::1]"]);

const isHere = (host: string | undefined): boolean =>
  host !== undefined && URL.canParse(`http://${host}`) && here.has(new URL(`http://${host}`).hostname);

/**
 * Pages that only a local system has, asked in turn. The system listens on loopback; a request that names another host
 * comes from a page elsewhere whose name was made to point here, and is refused: what stands here hands out tokens.
 */
export const onLoopback =
  (pages: readonly LocalPages[]): LocalPages =>
  async (request) => {
    if (!request.target.startsWith("/_local/")) return undefined;
    const { host } = joinedHeaders(request.rawHeaders);
    if (!isHere(host)) return gatewayReply(403, "This is for this machine only");
    for (const page of pages) {
      const reply = await page(request);
      if (reply !== undefined) return reply;
    }
    return undefined;
  };
