import { runSimulations } from "../story/simulation.ts";

runSimulations({ seed: 20201201, numRuns: 120 });
