import { Refusal } from "./api.js";
import { byId, control, element } from "./elements.js";
import { pageLanguage, word } from "./language.js";

/** @import { Nomination } from "../client/api-types.ts" */
/** @import { openApi } from "./api.js" */

const fields = ["name", "email", "institution", "letters"];

const form = () => byId("form");
const unmark = () => {
  for (const wrong of form().querySelectorAll(".wrong")) wrong.remove();
  for (const id of fields) {
    control(id).removeAttribute("aria-invalid");
    control(id).removeAttribute("aria-describedby");
  }
};
/** Shows beside the fields what the API says of them; says whether any was meant. @param {Refusal} refusal */
const mark = ({ errors }) => {
  for (const { pointer, message } of errors) {
    const name = pointer?.replace(/^#?\/person\//u, "");
    const field = fields.map(control).find((each) => each.name === name);
    if (field === undefined) continue;
    const id = `${field.id}-wrong`;
    field.setAttribute("aria-invalid", "true");
    field.setAttribute("aria-describedby", id);
    field.after(element("p", { class: "wrong", id }, message));
  }
  return form().querySelector("[aria-invalid]") !== null;
};
const focusWrong = () => {
  const first = form().querySelector("[aria-invalid]");
  if (first instanceof HTMLElement) first.focus();
};

/** The reviews that a refusal is about, where it names some. @param {Refusal} refusal */
const concerned = ({ problem }) =>
  Array.isArray(problem["reviews"])
    ? [element("div", {}, `${word("concerned")} ${problem["reviews"].join(", ")}`)]
    : [];

/**
 * The form by which a mission names a focal point of its party.
 * @param {object} tools
 * @param {ReturnType<typeof openApi>} tools.api
 * @param {(error: unknown) => void} tools.fail
 * @param {() => void} tools.hush
 * @param {(title: string, detail: string, ...more: Node[]) => void} tools.tell
 * @param {() => Promise<void>} tools.afterwards
 */
export const openNomination = ({ api, fail, hush, tell, afterwards }) => {
  /** @type {string | undefined} */
  let party;
  // The same request sent twice has one effect: a key for each, made anew once anything in it changes.
  let key = crypto.randomUUID();
  form().addEventListener("input", () => {
    key = crypto.randomUUID();
  });

  const nominate = async () => {
    const person = Object.fromEntries(fields.map(control).map(({ name, value }) => [name, value.trim()]));
    if (person["institution"] === "") delete person["institution"];
    /** @type {Nomination} */
    const named = await api.ask(`/v1/parties/${party}/mandates`, {
      method: "POST",
      headers: { "content-type": "application/json", "idempotency-key": key },
      body: JSON.stringify({ role: "focal-point", person }),
    });
    const done = byId("done");
    const reviews = named.reviews.map(({ id }) => id).join(", ");
    done.textContent = `${person["name"]} ${word("named")} ${reviews === "" ? "–" : reviews}`;
    done.hidden = false;
    done.focus();
    for (const id of ["name", "email", "institution"]) control(id).value = "";
    key = crypto.randomUUID();
    await afterwards();
  };

  form().addEventListener("submit", (event) => {
    event.preventDefault();
    hush();
    unmark();
    const button = form().querySelector("button");
    button?.setAttribute("disabled", "");
    nominate()
      .catch((/** @type {unknown} */ error) => {
        if (!(error instanceof Refusal)) return fail(error);
        const { title, detail } = error.problem;
        if (mark(error)) tell(title, word("seeFields"), ...concerned(error));
        else tell(title, detail, ...concerned(error));
        focusWrong();
      })
      .finally(() => button?.removeAttribute("disabled"));
  });

  return {
    /** @param {string | undefined} of */
    nameFor: (of) => {
      party = of;
    },
    /** Names the languages of letters in the language of the page. */
    translate: () => {
      const names = new Intl.DisplayNames(pageLanguage(), { type: "language" });
      const chosen = control("letters").value;
      byId("letters").replaceChildren(
        ...["ar", "en", "es", "fr", "ru", "zh"].map((code) =>
          element("option", { value: code }, names.of(code) ?? code),
        ),
      );
      control("letters").value = chosen === "" ? pageLanguage() : chosen;
    },
  };
};
