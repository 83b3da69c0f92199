/** Result of an invocation: the JSON of the value, or the failure in Lambda's form. */
export type Outcome =
  | { readonly ok: true; readonly payload: string | undefined }
  | { readonly ok: false; readonly errorType: string; readonly message: string };

export const failed = (errorType: string, message: string): Outcome => ({ ok: false, errorType, message });

/** Lambda's limit on what a function takes and gives, in bytes. */
export const payloadLimit = 6 * 1024 * 1024;
