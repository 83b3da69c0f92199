/** An element of the page by its id. Throws where the page has none. @param {string} id */
export const byId = (id) => {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no ${id}`);
  return found;
};

/** A field of the page by its id. Throws where it takes no value. @param {string} id @returns {HTMLInputElement | HTMLSelectElement} */
export const control = (id) => {
  const found = byId(id);
  if (found instanceof HTMLInputElement || found instanceof HTMLSelectElement) return found;
  throw new Error(`${id} takes no value`);
};

/**
 * An element with what stands in it; text is text, never markup.
 * @param {string} tag @param {Record<string, string>} attributes @param {(Node | string)[]} content
 */
export const element = (tag, attributes = {}, ...content) => {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
  made.append(...content);
  return made;
};

/**
 * An entry that opens: what is always seen, and what is asked for when it is opened.
 * @param {{ id: string, kind: string, summary: Node[], inside: () => Promise<(Node | string)[]>, fail: (error: unknown) => void }} entry
 */
export const openingEntry = ({ id, kind, summary, inside, fail }) => {
  const body = element("div", { class: "inside" });
  const made = element("details", { class: `entry ${kind}`, id }, element("summary", {}, ...summary), body);
  made.addEventListener("toggle", () => {
    if (!(made instanceof HTMLDetailsElement) || !made.open) return;
    inside()
      .then((content) => body.replaceChildren(...content))
      .catch(fail);
  });
  return made;
};
