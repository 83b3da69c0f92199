import { endpoints } from "./index.ts";
import type { Endpoint } from "./endpoint.ts";

/** An operation without its schemas. */
export type Operation = Pick<Endpoint, "id" | "method" | "path" | "action">;

/** Every operation by what it is called. The build of a function evaluates this list, and leaves the schemas behind it out. */
export const operations: readonly Operation[] = endpoints.map(({ id, method, path, action }) => ({
  id,
  method,
  path,
  action,
}));
