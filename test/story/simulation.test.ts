import { simulated } from "./simulation.ts";

// A sixth of what test/system/simulation.test.ts plays.
simulated({ seed: 20201202, numRuns: 20 });
