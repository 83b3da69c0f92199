import { ApiProblem } from "@review-mechanism/client/problem";

/** The element of the page with this id; throws where index.html has none of this kind. */
export const element = <Kind extends HTMLElement>(id: string, kind: new () => Kind): Kind => {
  const found = document.getElementById(id);
  if (found instanceof kind) return found;
  throw new Error(`index.html has no ${kind.name} #${id}`);
};

export const field = (id: string): HTMLInputElement => element(id, HTMLInputElement);
export const area = (id: string): HTMLTextAreaElement => element(id, HTMLTextAreaElement);
export const show = (id: string, shown: boolean): void => void (element(id, HTMLElement).hidden = !shown);
export const write = (id: string, text: string): void => void (element(id, HTMLElement).textContent = text);

/** A refusal as people read it: what it is, what to do, and the places that do not fit. */
const wordsOf = (error: unknown): string => {
  if (!(error instanceof ApiProblem)) return String(error);
  const places = error.errors.map(({ pointer, message }) => `${pointer ?? ""} ${message}`.trim());
  return [`${error.problem.title}.`, error.problem.detail, ...places].join(" ");
};

/** Does something, and says what has become of it. */
export const attempt = async (what: () => Promise<string>): Promise<void> => {
  write("alert", "");
  write("status", "");
  try {
    write("status", await what());
  } catch (error) {
    write("alert", wordsOf(error));
  }
};

/** Does something when a form is sent or a button is pressed. */
export const on = (id: string, event: "submit" | "click", what: () => Promise<string>): void =>
  element(id, HTMLElement).addEventListener(event, (happened) => {
    happened.preventDefault();
    void attempt(what);
  });
