import type { LetterId } from "../../schemas/base/ids.ts";

/** Returns the number that a recipient quotes and no other letter has: 4F7A-19C0-2B13, the beginning of its id. */
export const letterNumber = (id: LetterId): string => (id.slice(0, 12).toUpperCase().match(/.{4}/gu) ?? []).join("-");
