/** Text as it may stand in HTML, in attributes too. */
export const escaped = (text: string): string =>
  text.replace(/[&<>"']/gu, (character) => `&#${character.codePointAt(0)};`);
