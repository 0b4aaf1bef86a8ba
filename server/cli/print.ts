/** The longest text that is written at a time, about: what a pipe takes in some turns. */
const pieceLength = 64 * 1024;

/**
 * A result as JSON with two spaces of indentation, as `JSON.stringify` writes it, in pieces: a list
 * of a million rows is written row by row, and never stands in the memory as one text.
 */
export function* jsonPieces(result: object): Generator<string> {
  let piece = '';
  for (const part of partsOf(result)) {
    piece += part;
    if (piece.length < pieceLength) continue;
    yield piece;
    piece = '';
  }
  yield piece;
}

function* partsOf(result: object): Generator<string> {
  const entries = Object.entries(result).filter(([, value]) => value !== undefined);
  if (entries.length === 0) {
    yield '{}\n';
    return;
  }
  for (const [at, [name, value]] of entries.entries()) {
    yield `${at === 0 ? '{' : ','}\n  ${JSON.stringify(name)}: `;
    if (Array.isArray(value) && value.length > 0) yield* listParts(value);
    else yield indented(value, '  ');
  }
  yield '\n}\n';
}

function* listParts(list: readonly unknown[]): Generator<string> {
  for (const [at, value] of list.entries()) {
    yield `${at === 0 ? '[' : ','}\n    ${indented(value, '    ')}`;
  }
  yield '\n  ]';
}

function indented(value: unknown, indentation: string): string {
  const text = JSON.stringify(value, null, 2) ?? 'null';
  return text.replaceAll('\n', `\n${indentation}`);
}
