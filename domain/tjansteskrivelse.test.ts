import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPieces } from './tjansteskrivelse.ts';

describe('a written text', () => {
  it('becomes paragraphs at empty lines, and keeps its other line breaks', () => {
    expect(toPieces('Akt\nDirektionen\n\n  \nRevisionen')).toEqual([
      { kind: 'paragraph', lines: ['Akt', 'Direktionen'] },
      { kind: 'paragraph', lines: ['Revisionen'] },
    ]);
  });

  it('becomes a list where lines begin with a dash or a dot, and the words around it paragraphs', () => {
    expect(
      toPieces('Direktionen beslutar att\n- överföra 990 Tkr.\n• utöka med 620 Tkr.\nSlut'),
    ).toEqual([
      { kind: 'paragraph', lines: ['Direktionen beslutar att'] },
      { kind: 'list', items: ['överföra 990 Tkr.', 'utöka med 620 Tkr.'] },
      { kind: 'paragraph', lines: ['Slut'] },
    ]);
  });

  it('goes on with its list over an empty line, so that the items are of one list', () => {
    expect(toPieces('- ett\n\n- två')).toEqual([{ kind: 'list', items: ['ett', 'två'] }]);
  });

  it('makes no list of amounts that are below zero, or of a dash within a line', () => {
    expect(toPieces('-500 Tkr\n2024 - 2025')).toEqual([
      { kind: 'paragraph', lines: ['-500 Tkr', '2024 - 2025'] },
    ]);
  });

  it('has att-satser as a list in a decision, and nowhere else', () => {
    const text = 'Direktionen beslutar\natt överföra 990 Tkr,\natt utöka budgeten.';
    expect(toPieces(text, 'clauses')).toEqual([
      { kind: 'paragraph', lines: ['Direktionen beslutar'] },
      { kind: 'list', items: ['att överföra 990 Tkr,', 'att utöka budgeten.'] },
    ]);
    expect(toPieces(text).map(({ kind }) => kind)).toEqual(['paragraph']);
  });

  it('is nothing where it is empty', () => {
    expect(toPieces('')).toEqual([]);
    expect(toPieces(' \r\n\r\n- \n')).toEqual([]);
  });

  it('loses no word, whatever it is', () => {
    const word = fc.stringMatching(/^[a-zåäö§]{1,8}$/u);
    const break_ = fc.constantFrom(' ', '\n', '\r\n', '\n\n', '\n- ', '\n• ');
    fc.assert(
      fc.property(fc.array(fc.tuple(word, break_)), (words) => {
        const text = words.flat().join('');
        const said = toPieces(text).flatMap((piece) =>
          piece.kind === 'list' ? piece.items : piece.lines,
        );
        const expected = words.map(([one]) => one);
        expect(said.flatMap((line) => line.split(' '))).toEqual(expected);
      }),
    );
  });
});
