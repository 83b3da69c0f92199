/** Width of a line of the text part, in columns; addresses are never broken. */
const lineWidth = 76;

const wide = /[\p{sc=Han}\u3000-\u303F\uFF00-\uFF60]/u;
const wideOnes = new RegExp(wide, "gu");
const invisible = /[\u2066-\u2069]/gu;

/** Returns the columns of a text: two for a Chinese character, none for a mark of direction. */
const widthOf = (text: string): number => {
  const visible = text.replace(invisible, "");
  return visible.length + (visible.match(wideOnes)?.length ?? 0);
};

const chineseWords = new Intl.Segmenter("zh", { granularity: "word" });
const opensAtEnd = /[\uFF08\u300A\u201C\u3010]$/u;
const closesAtBegin = /^[\uFF0C\u3002\uFF1B\uFF1A\u3001\uFF09\u300B\u201D\u3011\uFF1F\uFF01]/u;

/**
 * Returns the parts of a text between which a line may end. Chinese has no spaces: a line may end after a word, but not
 * before a closing mark, nor after an opening one.
 */
const partsOf = (word: string): readonly string[] => {
  if (!wide.test(word)) return [word];
  const parts: string[] = [];
  for (const { segment } of chineseWords.segment(word)) {
    const last = parts.at(-1);
    const isPlain = !wide.test(segment) && last !== undefined && !wide.test(last.at(-1) ?? "");
    if (last !== undefined && (isPlain || closesAtBegin.test(segment) || opensAtEnd.test(last)))
      parts[parts.length - 1] = last + segment;
    else parts.push(segment);
  }
  return parts;
};

/** Returns a text in lines, with the given beginnings of the first line and of the others. */
export const wrapLines = (text: string, { first, rest }: { readonly first: string; readonly rest: string }): string => {
  const lines: string[] = [];
  let line = first;
  let width = widthOf(first);
  let isEmpty = true;
  for (const word of text.split(" "))
    for (const [place, part] of partsOf(word).entries()) {
      const gap = isEmpty || place > 0 ? "" : " ";
      if (!isEmpty && width + gap.length + widthOf(part) > lineWidth) {
        lines.push(line);
        line = rest + part;
        width = widthOf(line);
      } else {
        line += gap + part;
        width += gap.length + widthOf(part);
      }
      isEmpty = false;
    }
  return [...lines, line].join("\n");
};
