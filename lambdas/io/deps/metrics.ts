import { clock } from "./deps.ts";
import { requiredVariable } from "../env.ts";
import { embeddedMetrics } from "../aws/metrics.ts";

export const metrics = embeddedMetrics({
  stage: requiredVariable("STAGE"),
  clock,
  write: (line) => void process.stdout.write(line),
});
