import { holdsToItsWord } from "../../api/properties/properties.ts";

holdsToItsWord("reading", 200);
