import { holdsToItsWord } from "../../api/properties/properties.ts";

holdsToItsWord("registering", 200);
