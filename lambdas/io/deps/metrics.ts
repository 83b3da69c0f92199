import { clock } from "./deps.ts";
import { needed } from "../env.ts";
import { embeddedMetrics } from "../aws/metrics.ts";

export const metrics = embeddedMetrics({
  stage: needed("STAGE"),
  clock,
  write: (line) => void process.stdout.write(line),
});
