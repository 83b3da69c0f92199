/** The reply of the API. */
export interface CanaryAnswer {
  readonly status: number;
  /** The type of the problem that it answers with; undefined where it answers with none. */
  readonly problem: string | undefined;
}

/** An account that belongs to no registered user. It tests sign-in and reading from outside. */
export interface Canary {
  /** Signs in and gives the access token. Throws where that is refused, or not answered in time. */
  signIn(): Promise<string>;
  /** Reads, with a token where one is given. Throws where no answer comes in time. */
  read(path: "/health" | "/v1/me", token?: string): Promise<CanaryAnswer>;
}
