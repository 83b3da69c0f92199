import * as oidc from "openid-client";

/** Addresses of API and sign-in, and the client id of this page: settings.json. */
export interface Settings {
  readonly api: string;
  readonly issuer: string;
  readonly clientId: string;
}

const attemptKey = "sign-in-attempt";
const refreshKey = "refresh-token";

/** Session of the user in this tab: docs/sign-in.md explains its storage. */
export class Session {
  private accessToken: string | undefined;
  private renewal: Promise<string | undefined> | undefined;

  private constructor(
    private readonly config: oidc.Configuration,
    private readonly home: string,
  ) {}

  /** Discovers the sign-in, and takes the tokens where the browser has just come back from it. */
  static async open({ issuer, clientId }: Settings): Promise<Session> {
    const config = await oidc.discovery(new URL(issuer), clientId, undefined, oidc.None(), {
      execute: issuer.startsWith("http:") ? [oidc.allowInsecureRequests] : [],
    });
    const session = new Session(config, `${location.origin}/`);
    if (new URLSearchParams(location.search).has("state")) await session.comeBack();
    return session;
  }

  /** Leaves for the sign-in. */
  async signIn(): Promise<void> {
    const verifier = oidc.randomPKCECodeVerifier();
    const state = oidc.randomState();
    sessionStorage.setItem(attemptKey, JSON.stringify({ verifier, state }));
    location.href = oidc.buildAuthorizationUrl(this.config, {
      redirect_uri: this.home,
      scope: "openid",
      state,
      code_challenge: await oidc.calculatePKCECodeChallenge(verifier),
      code_challenge_method: "S256",
    }).href;
  }

  private async comeBack(): Promise<void> {
    const address = new URL(location.href);
    history.replaceState(null, "", this.home);
    const attempt = JSON.parse(sessionStorage.getItem(attemptKey) ?? "null");
    sessionStorage.removeItem(attemptKey);
    if (attempt === null) return;
    this.keep(
      await oidc.authorizationCodeGrant(this.config, address, {
        pkceCodeVerifier: attempt.verifier,
        expectedState: attempt.state,
      }),
    );
  }

  private keep(tokens: oidc.TokenEndpointResponse): string {
    this.accessToken = tokens.access_token;
    if (tokens.refresh_token !== undefined) sessionStorage.setItem(refreshKey, tokens.refresh_token);
    return tokens.access_token;
  }

  /**
   * Returns the access token; a new one if the refused one is given, or none exists. Undefined if no user is signed
   * in.
   */
  async token(refused?: string): Promise<string | undefined> {
    if (this.accessToken !== undefined && this.accessToken !== refused) return this.accessToken;
    // Each refresh token is valid once: a caller in the meantime waits for that reply.
    this.renewal ??= this.renew().finally(() => (this.renewal = undefined));
    return this.renewal;
  }

  private async renew(): Promise<string | undefined> {
    const refreshToken = sessionStorage.getItem(refreshKey);
    if (refreshToken === null) return undefined;
    try {
      return this.keep(await oidc.refreshTokenGrant(this.config, refreshToken));
    } catch (error) {
      if (!(error instanceof oidc.ResponseBodyError)) throw error;
      this.forget();
      return undefined;
    }
  }

  private forget(): void {
    this.accessToken = undefined;
    sessionStorage.removeItem(refreshKey);
  }

  /** Ends the session, here and at the sign-in. */
  async signOut(): Promise<void> {
    const refreshToken = sessionStorage.getItem(refreshKey);
    this.forget();
    if (refreshToken !== null) await oidc.tokenRevocation(this.config, refreshToken);
    location.href = oidc.buildEndSessionUrl(this.config, { logout_uri: this.home }).href;
  }
}
