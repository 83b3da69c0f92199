import { progressBar } from "./load/progress.ts";
import { prepareApp } from "./prepare.ts";

// Before the tests: some read the bundles, and some start a system, which would build them meanwhile.
await prepareApp(progressBar);
