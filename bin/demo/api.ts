import * as z from "zod";

/** A caller of the API with one token; every answer that is no success throws with its problem. */
export interface Caller {
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>>;
  /** All items of a paged list. */
  list<S extends z.ZodType>(path: string, item: S): Promise<z.infer<S>[]>;
  post<S extends z.ZodType>(path: string, body: unknown, schema: S, key?: string): Promise<z.infer<S>>;
}

const answerOf = async (response: Response): Promise<unknown> => {
  const text = await response.text();
  if (!response.ok) throw new Error(`${response.status} from ${new URL(response.url).pathname}: ${text}`);
  return JSON.parse(text);
};

const Page = z.object({ items: z.array(z.unknown()), next: z.string().optional() });

/** Calls the API as whoever holds the token. Throws with the problem's own words where it is refused. */
export const callerOf = (url: string, token: string): Caller => {
  const headers = { authorization: `Bearer ${token}` };
  const get = async <S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>> =>
    schema.parse(await answerOf(await fetch(new URL(path, url), { headers })));
  return {
    get,
    list: async (path, item) => {
      const items = [];
      let cursor: string | undefined;
      do {
        const address = new URL(path, url);
        address.searchParams.set("limit", "200");
        if (cursor !== undefined) address.searchParams.set("cursor", cursor);
        const page = await get(`${address.pathname}${address.search}`, Page);
        items.push(...page.items.map((one) => item.parse(one)));
        cursor = page.next;
      } while (cursor !== undefined);
      return items;
    },
    post: async (path, body, schema, key) => {
      const response = await fetch(new URL(path, url), {
        method: "POST",
        headers: {
          ...headers,
          "content-type": "application/json",
          ...(key === undefined ? {} : { "idempotency-key": key }),
        },
        body: JSON.stringify(body),
      });
      return schema.parse(await answerOf(response));
    },
  };
};
