import { holdsToItsWord } from "./properties.ts";

holdsToItsWord("reading", 8);
