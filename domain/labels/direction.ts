import type { Language } from "../../schemas/base/values.ts";

/** Returns the direction in which a language is written: from right to left for Arabic. */
export const directionOf = (language: Language): "ltr" | "rtl" => (language === "ar" ? "rtl" : "ltr");
