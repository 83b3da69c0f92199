/** What an invocation gave: the JSON of the result, or how it failed, as Lambda tells it. */
export type Outcome =
  | { readonly ok: true; readonly payload: string | undefined }
  | { readonly ok: false; readonly errorType: string; readonly message: string };

export const failed = (errorType: string, message: string): Outcome => ({ ok: false, errorType, message });

/** Lambda's limit on what a function takes and gives, in bytes. */
export const payloadLimit = 6 * 1024 * 1024;
