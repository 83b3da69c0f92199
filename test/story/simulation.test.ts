import { runSimulations } from "./simulation.ts";

// A twentieth of the courses of test/system/simulation.test.ts.
runSimulations({ seed: 20201202, numRuns: 6 });
