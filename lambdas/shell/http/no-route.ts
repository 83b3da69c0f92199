import { operations } from "../../../schemas/api/operations.ts";
import { ProblemError } from "./problem.ts";

const fits = (template: string, path: string): boolean => {
  const wanted = template.split("/");
  const segments = path.split("/");
  return (
    wanted.length === segments.length &&
    wanted.every((part, at) => (part.startsWith("{") ? segments[at] !== "" : part === segments[at]))
  );
};

const parametersIn = (template: string): number => template.split("/").filter((part) => part.startsWith("{")).length;

/**
 * Throws the problem where no route fits: 405 with the methods that the path takes, or 404. Of several templates that the path fits, the
 * one with the fewest parameters counts: no party is called `imports`.
 */
export const refuseRoute = (rawPath: string): never => {
  const fitting = operations.filter(({ path }) => fits(path, rawPath));
  const fewest = Math.min(...fitting.map(({ path }) => parametersIn(path)));
  const methods = fitting.filter(({ path }) => parametersIn(path) === fewest).map(({ method }) => method);
  if (methods.length === 0) throw new ProblemError("not-found");
  const allowed = [...new Set(methods)];
  throw new ProblemError("method-not-allowed", [], { allowed }, { allow: allowed.join(", ") });
};
