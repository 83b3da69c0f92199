/** Several items with the position to continue at; `next` is opaque, and absent at the end. */
export interface Page<Item> {
  readonly items: readonly Item[];
  readonly next?: string;
}

export interface PageRequest {
  readonly limit: number;
  readonly after?: string;
  /** Hears the key of a row that cannot be read, which is then left out; without it such a row throws an UnreadableRow. */
  readonly onUnreadable?: (key: string) => void;
}

/** Ids from one on that sort below another, which is the id of nothing. */
export interface IdRange {
  readonly from: string;
  readonly below: string;
}

/** A page of what is listed by ids, of some of them where they are named. */
export type IdPageRequest = PageRequest & { readonly ids?: IdRange | undefined };
