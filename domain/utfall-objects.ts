/** One object of an amount: the dimension, such as 6 for projects, and the object's code. */
export type ObjectCode = { readonly dimension: string; readonly code: string };

/**
 * The objects of an amount as one text, `6:P1;1:100`, in the order given; empty for none.
 *
 * The signs that part them are escaped with `\` inside a code, so that every list has a text of its
 * own. `fromObjectText` gives the list back.
 */
export function toObjectText(objects: readonly ObjectCode[]): string {
  return objects.map(({ dimension, code }) => `${escaped(dimension)}:${escaped(code)}`).join(';');
}

function escaped(text: string): string {
  return text.replace(/[\\:;]/gu, String.raw`\$&`);
}

/** The objects that a text of `toObjectText` stands for; a text that is none gives what it can. */
export function fromObjectText(text: string): ObjectCode[] {
  if (text === '') return [];
  return splitAt(text, ';').map((one) => {
    const [dimension = '', code = ''] = splitAt(one, ':');
    return { dimension: unescaped(dimension), code: unescaped(code) };
  });
}

function unescaped(text: string): string {
  return text.replace(/\\(.)/gsu, '$1');
}

// Parts a text where the sign stands without `\` before it.
function splitAt(text: string, sign: ';' | ':'): string[] {
  const parts = [''];
  for (const token of text.match(/\\.|[^\\]/gsu) ?? []) {
    if (token === sign) parts.push('');
    else parts.push(`${parts.pop() ?? ''}${token}`);
  }
  return parts;
}
