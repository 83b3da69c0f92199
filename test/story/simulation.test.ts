import { runSimulations } from "./simulation.ts";

// A sixth of what test/system/simulation.test.ts plays.
runSimulations({ seed: 20201202, numRuns: 20 });
