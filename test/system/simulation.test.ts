import { simulated } from "../support/simulated.ts";

simulated({ seed: 20201201, numRuns: 120 });
