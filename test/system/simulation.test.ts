import { simulated } from "../support/simulation.ts";

simulated({ seed: 20201201, numRuns: 120 });
