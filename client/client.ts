import createClient, { type Client } from "openapi-fetch";
import type { GatewayMessage, paths, Problem } from "./api-types.ts";
import { ApiProblem } from "./problem.ts";

/**
 * Client of the API: `api.GET("/v1/reviews/{reviewId}", { params: { path: { reviewId } } })`, and accordingly POST …
 */
export type Api = Client<paths>;

export interface ApiSettings {
  /** Address of the API, such as `http://localhost:8787`. */
  readonly baseUrl: string;
  /**
   * Returns the access token for each request; none for public data. After a reply of 401 it is called once more, with
   * the refused token: it may return a new one, and the request is sent again.
   */
  readonly token?: (refused?: string) => string | undefined | Promise<string | undefined>;
  /** The language in which texts are wanted, as Accept-Language takes it. */
  readonly language?: string;
  /** Function that sends requests; the platform's own if left out. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** An answer that is a success. */
export interface Answer<Body> {
  readonly body: Body;
  readonly status: number;
  /** The version of what was read, for `ifMatchOf`. */
  readonly etag: string | undefined;
  /** The path at which to read what was created. */
  readonly location: string | undefined;
}

/** Result of openapi-fetch: the body of a success, or that of a refusal. */
interface Reply {
  readonly data?: unknown;
  readonly error?: Problem | GatewayMessage;
  readonly response: Response;
}

/** The body of a success; without exactOptionalPropertyTypes a reply also says `undefined` where it is a refusal. */
type BodyOf<Kind extends Reply> = Exclude<Kind["data"], undefined>;

/** A page of a list. */
interface Page {
  readonly items: readonly unknown[];
  readonly next?: string;
}

const withToken = (request: Request, token: string | undefined): Request => {
  if (token !== undefined) request.headers.set("authorization", `Bearer ${token}`);
  return request;
};

/** A client of the API with the types of docs/openapi.json. Wrap its calls in answerOf or itemsOf. */
export const openApi = ({ baseUrl, token, language, fetch: send = fetch }: ApiSettings): Api =>
  createClient<paths>({
    baseUrl,
    headers: language === undefined ? {} : { "accept-language": language },
    fetch: async (request) => {
      if (token === undefined) return send(request);
      const now = await token();
      const response = await send(withToken(request.clone(), now));
      if (response.status !== 401 || now === undefined) return response;
      const renewed = await token(now);
      return renewed === undefined || renewed === now ? response : send(withToken(request, renewed));
    },
  });

const bodyOf = <Kind extends Reply>({ data, response }: Kind): BodyOf<Kind> => {
  if (isThere<Kind>(data)) return data;
  throw new Error(`${response.status} from ${new URL(response.url).pathname}: a success without a body`);
};

const isThere = <Kind extends Reply>(data: Kind["data"]): data is BodyOf<Kind> => data !== undefined;

/** The answer to one request: `answerOf(api.GET("/v1/me"))`. Throws ApiProblem where it is no success. */
export const answerOf = async <Kind extends Reply>(reply: Promise<Kind>): Promise<Answer<BodyOf<Kind>>> => {
  const result = await reply;
  if (!result.response.ok || result.error !== undefined) throw new ApiProblem(result.response, result.error);
  const { headers, status } = result.response;
  return {
    body: bodyOf(result),
    status,
    etag: headers.get("etag") ?? undefined,
    location: headers.get("location") ?? undefined,
  };
};

/** The requested page of a list. */
export interface PageQuery {
  readonly limit: number;
  readonly cursor?: string;
}

/**
 * All items of a paged list, page by page:
 * `itemsOf((page) => api.GET("/v1/reviews", { params: { query: { stage: "nomination", ...page } } }))`.
 * Throws ApiProblem where a page is refused.
 */
export const itemsOf = async <Kind extends Reply & { readonly data?: Page }>(
  fetchPage: (page: PageQuery) => Promise<Kind>,
): Promise<BodyOf<Kind>["items"][number][]> => {
  const items: BodyOf<Kind>["items"][number][] = [];
  let page: PageQuery = { limit: 200 };
  for (;;) {
    const { body } = await answerOf(fetchPage(page));
    items.push(...body.items);
    if (body.next === undefined) return items;
    page = { limit: 200, cursor: body.next };
  }
};

/**
 * Returns the header of a request that creates: `params: { header: makeIdempotencyKey() }`. Keep it and send the
 * request unchanged again if no reply came: an equal key and body have one effect.
 */
export const makeIdempotencyKey = (key: string = crypto.randomUUID()) => ({ "Idempotency-Key": key });

/** The header of a request that changes what was read before. Throws Error where the answer came without an ETag. */
export const ifMatchOf = ({ etag }: Pick<Answer<unknown>, "etag">) => {
  if (etag === undefined) throw new Error("What was read has no ETag: read the one item that is to be changed");
  return { "If-Match": etag };
};
