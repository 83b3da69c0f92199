/** @import { FieldError, Problem } from "../client/api-types.ts" */

/** A refusal in the words of the API, in the language that was asked for. */
export class Refusal extends Error {
  /** @param {Problem} problem */
  constructor(problem) {
    super(problem.title);
    this.problem = problem;
    /** @type {readonly FieldError[]} */
    this.errors = problem.errors ?? [];
  }
}

/** Nobody is signed in any more. */
export class SignedOut extends Error {}

/** @param {unknown} body @returns {body is Problem} */
const isProblem = (body) => typeof body === "object" && body !== null && "title" in body && "type" in body;

/**
 * A caller of the API. A front end in TypeScript takes client/client.ts, which knows every path and body; this page
 * shows that nothing more is needed than fetch.
 * @param {{ api: string, token: (refused?: string) => Promise<string | undefined>, language: () => string }} settings
 */
export const openApi = ({ api, token, language }) => {
  /** @param {string} path @param {RequestInit} init @param {string | undefined} bearer */
  const send = (path, init, bearer) =>
    fetch(`${api}${path}`, {
      ...init,
      headers: {
        "accept-language": language(),
        ...(bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }),
        ...Object.fromEntries(new Headers(init.headers)),
      },
    });

  /**
   * @param {Response} response
   * @returns {Promise<any>} what the API document says of this answer
   */
  const bodyOf = async (response) => {
    /** @type {unknown} */
    const body = await response.json().catch(() => undefined);
    if (response.ok) return body;
    if (isProblem(body)) throw new Refusal(body);
    throw new Error(`${response.status} ${response.statusText}`);
  };

  /**
   * What needs a sign-in; asked again with another token where the first has expired.
   * @param {string} path @param {RequestInit} init
   */
  const sendSigned = async (path, init) => {
    const now = await token();
    if (now === undefined) throw new SignedOut();
    const response = await send(path, init, now);
    if (response.status !== 401) return response;
    const renewed = await token(now);
    if (renewed === undefined) throw new SignedOut();
    return send(path, init, renewed);
  };

  return {
    /** What needs no sign-in. @param {string} path */
    open: async (path) => bodyOf(await send(path, {}, undefined)),

    /** What needs one, and answers in JSON. @param {string} path @param {RequestInit} [init] */
    ask: async (path, init = {}) => bodyOf(await sendSigned(path, init)),

    /** What needs one, and answers with a text. @param {string} path */
    askText: async (path) => {
      const response = await sendSigned(path, {});
      return response.ok ? response.text() : bodyOf(response);
    },
  };
};
