import { hashOf } from "../../../domain/base/hash.ts";

/** The ETag of a version. */
export const etagOf = (version: number): string => `"v${version}"`;

/** Returns the tag of content without a version. */
export const etagOfContent = (content: unknown): string => `W/"${hashOf(content).slice(0, 16)}"`;
