/** The reply of the API. */
export interface CanaryAnswer {
  readonly status: number;
  /** The type of the problem in the reply; undefined if it has none. */
  readonly problem: string | undefined;
}

/** An account that belongs to no registered user. It tests sign-in and reading from outside. */
export interface Canary {
  /** Signs in and returns the access token. Throws if that is refused or times out. */
  signIn(): Promise<string>;
  /** Reads a path, with a token if given. Throws if the reply times out. */
  read(path: "/health" | "/v1/me", token?: string): Promise<CanaryAnswer>;
}
