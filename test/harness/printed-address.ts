import { lastLabel } from "../../local/pages/welcome.ts";

/** Returns the address in what a system has printed so far; undefined until the whole text is printed. */
export const addressIn = (printed: string): string | undefined =>
  new RegExp(`^ *${lastLabel} +(http\\S+)/$`, "mu").exec(printed)?.[1];
