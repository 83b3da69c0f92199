/**
 * Signing in with the authorization code flow and PKCE, at Cognito's hosted pages or at what stands in for them locally:
 * docs/sign-in.md. The access token stays in memory; what must outlive a reload is kept for this tab only.
 */

/**
 * @typedef {object} Settings
 * @property {string} api Address of the API.
 * @property {string} signIn Address of the sign-in: the output SignInUrl of a deployment.
 * @property {string} clientId The output UserPoolClientId.
 * @property {string} signedIn Where the sign-in returns to: one of the client's callback URLs.
 * @property {string} signedOut Where the sign-out returns to: one of the client's logout URLs.
 */

const attemptKey = "sign-in-attempt";
const sessionKey = "refresh-token";

/** @param {Uint8Array} bytes */
const base64url = (bytes) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replace(/=+$/u, "");

const random = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** @param {string} text */
const sha256 = async (text) =>
  base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text))));

/** @param {unknown} value @param {string} name @returns {string | undefined} */
const textIn = (value, name) => {
  const found = typeof value === "object" && value !== null ? Object.entries(value).find(([key]) => key === name) : [];
  const text = found?.[1];
  return typeof text === "string" ? text : undefined;
};

/** @param {string} text @returns {unknown} */
const parsed = (text) => JSON.parse(text);

/**
 * The tokens of this tab: the access token in memory, the refresh token in its storage.
 * @param {Settings} settings
 */
const openTokens = (settings) => {
  /** @type {string | undefined} */
  let accessToken;
  /** @type {Promise<string | undefined> | undefined} */
  let refreshing;

  const forget = () => {
    accessToken = undefined;
    sessionStorage.removeItem(sessionKey);
  };

  /**
   * Asks the token endpoint. Undefined where it refuses: a code that was spent, a refresh token that has expired.
   * @param {Record<string, string>} form
   */
  const request = async (form) => {
    const body = new URLSearchParams({ client_id: settings.clientId, ...form });
    const response = await fetch(`${settings.signIn}/oauth2/token`, { method: "POST", body });
    if (response.status >= 500) throw new Error(`The sign-in answers ${response.status}`);
    /** @type {unknown} */
    const answer = await response.json();
    if (!response.ok) {
      forget();
      return undefined;
    }
    accessToken = textIn(answer, "access_token");
    // Each refresh token serves once: the new one takes its place.
    const next = textIn(answer, "refresh_token");
    if (next !== undefined) sessionStorage.setItem(sessionKey, next);
    return accessToken;
  };

  /** One request for all who ask at the same time. */
  const refresh = () => {
    const token = sessionStorage.getItem(sessionKey);
    if (token === null) return Promise.resolve(undefined);
    refreshing ??= request({ grant_type: "refresh_token", refresh_token: token }).finally(() => {
      refreshing = undefined;
    });
    return refreshing;
  };

  return { access: () => accessToken, request, refresh, forget };
};

/**
 * Leaves for the sign-in.
 * @param {Settings} settings
 */
const leaveForSignIn = async (settings) => {
  const verifier = random();
  const state = random();
  sessionStorage.setItem(attemptKey, JSON.stringify({ verifier, state }));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: settings.clientId,
    redirect_uri: settings.signedIn,
    scope: "openid",
    state,
    code_challenge: await sha256(verifier),
    code_challenge_method: "S256",
  });
  location.assign(`${settings.signIn}/oauth2/authorize?${query.toString()}`);
};

/**
 * The code that the sign-in gave, with the verifier of the attempt; undefined where that sign-in does not count. Takes
 * both away from the address and the storage.
 * @param {URLSearchParams} query
 */
const takeCode = (query) => {
  history.replaceState(null, "", location.pathname);
  const attempt = parsed(sessionStorage.getItem(attemptKey) ?? "{}");
  sessionStorage.removeItem(attemptKey);
  const code = query.get("code");
  const verifier = textIn(attempt, "verifier");
  // A state that is not ours: somebody else's sign-in was put under this page.
  if (code === null || verifier === undefined || query.get("state") !== textIn(attempt, "state")) return undefined;
  return { code, verifier };
};

/**
 * Ends a session at the sign-in.
 * @param {Settings} settings
 * @param {string} token
 */
const revoke = async (settings, token) => {
  const body = new URLSearchParams({ client_id: settings.clientId, token });
  await fetch(`${settings.signIn}/oauth2/revoke`, { method: "POST", body }).catch(() => undefined);
};

/** @param {Settings} settings */
export const openSession = (settings) => {
  const tokens = openTokens(settings);
  return {
    /** Leaves for the sign-in. */
    start: () => leaveForSignIn(settings),

    /** Comes back from the sign-in, where the address of this page says so. False where that sign-in does not count. */
    finish: async () => {
      const query = new URLSearchParams(location.search);
      if (!query.has("code") && !query.has("error")) return true;
      const taken = takeCode(query);
      if (taken === undefined) return false;
      const { code, verifier } = taken;
      const form = { grant_type: "authorization_code", code, redirect_uri: settings.signedIn, code_verifier: verifier };
      return (await tokens.request(form)) !== undefined;
    },

    /**
     * The access token; undefined where nobody is signed in. With the token that the API refused: another one.
     * @param {string} [refused]
     */
    token: async (refused) => {
      const token = tokens.access();
      return token === undefined || token === refused ? tokens.refresh() : token;
    },

    /** Ends the session here and at the sign-in, and leaves for it. */
    signOut: async () => {
      const token = sessionStorage.getItem(sessionKey);
      tokens.forget();
      if (token !== null) await revoke(settings, token);
      const query = new URLSearchParams({ client_id: settings.clientId, logout_uri: settings.signedOut });
      location.assign(`${settings.signIn}/logout?${query.toString()}`);
    },
  };
};
