import { isHere, isOurs } from "../base/request-origin.ts";
import { type HttpRequest, joinedHeaders } from "./gateway-event.ts";
import { gatewayReply, type HttpReply } from "./gateway-reply.ts";
import type { LocalPages } from "./http.ts";

const reads: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Endpoints that front ends of other origins post to: they take a code that only these front ends received, and state
 * by CORS which origins may read.
 */
const forFrontEnds = /^\/_local\/sign-in\/oauth2\/(?:token|revoke)(?:\?|$)/u;

const refusalOf = ({ method, target, rawHeaders }: HttpRequest): HttpReply | undefined => {
  const headers = joinedHeaders(rawHeaders);
  if (!isHere(headers["host"])) return gatewayReply(403, "This is for this machine only");
  if (reads.has(method) || forFrontEnds.test(target) || isOurs(headers)) return undefined;
  return gatewayReply(403, "Forms and changes come from the pages of this system only, or from programs");
};

/**
 * Combines pages of the local system, which are tried in turn. The system listens on loopback. It refuses a request
 * that names another host: it comes from a page elsewhere whose name resolves to this machine, and these pages issue
 * tokens. It also refuses a change from a page of another origin, because browsers send such requests without any
 * confirmation.
 */
export const onLoopback =
  (pages: readonly LocalPages[]): LocalPages =>
  async (request) => {
    // The bare address leads to the list of pages, by one of them.
    if (!/^\/(?:_local\/|\?|$)/u.test(request.target)) return undefined;
    const refused = refusalOf(request);
    if (refused !== undefined) return refused;
    for (const page of pages) {
      const reply = await page(request);
      if (reply !== undefined) return reply;
    }
    return undefined;
  };
