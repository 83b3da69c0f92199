import { escapeHtml, printable } from "../letters/content/html.ts";

/** Words as HTML on one line, with nothing invisible in them. */
export const text = (words: string): string => escapeHtml(printable(words));

/** Returns a label within a sentence. */
export const decapitalize = (label: string): string => `${label.slice(0, 1).toLowerCase()}${label.slice(1)}`;
