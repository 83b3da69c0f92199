import { operations } from "../../../schemas/api/operations.ts";
import { findingTemplate } from "./prefix-routes.ts";
import { ProblemError } from "./problem.ts";

const find = findingTemplate(operations.map(({ path }) => path));

/** Throws the problem where no route fits: 405 with the methods that the path takes, or 404. */
export const refuseRoute = (rawPath: string): never => {
  const found = find(rawPath);
  if (found === undefined) throw new ProblemError("not-found");
  const methods = operations
    .filter(({ path }) => path === found.template)
    .flatMap(({ method }) => (method === "GET" ? ["GET", "HEAD"] : [method]));
  const allowed = [...new Set(methods)];
  throw new ProblemError("method-not-allowed", [], { allowed }, { allow: allowed.join(", ") });
};
