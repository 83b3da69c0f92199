import { simulated } from "../story/simulation.ts";

simulated({ seed: 20201201, numRuns: 120 });
