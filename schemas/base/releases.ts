import * as z from "zod";

/**
 * The releases that recorded or may record facts, the earliest first; the last is the one that this code becomes. A rule
 * that makes letters names the release from which it holds: facts of an earlier release call for no letter of the rule.
 */
export const releases = ["0.3.0"] as const;

/** A release of this list, or a later one that this code does not know yet. */
export const Release = z.string().regex(/^\d+\.\d+\.\d+$/u);
export type Release = z.infer<typeof Release>;

export const firstRelease: Release = releases[0];
export const currentRelease: Release = releases.at(-1) ?? firstRelease;
