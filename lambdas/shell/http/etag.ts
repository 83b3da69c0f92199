import { hashOf } from "../../../domain/base/hash.ts";

/** The ETag of a version. */
export const etagOf = (version: number): string => `"v${version}"`;

/** The tag of what has no version, by what it says. */
export const etagOfContent = (content: unknown): string => `W/"${hashOf(content).slice(0, 16)}"`;
