import { expect, test } from 'vitest';
import { formatHtmlTable } from './html-table.ts';

test('writes figures as a table', () => {
  expect(formatHtmlTable([['1', '-2']], { row: false, column: false })).toBe(
    '<table><tr><td>1</td><td>-2</td></tr></table>',
  );
});

test('marks headers as headers', () => {
  const block = [
    ['Tkr', 'Ett'],
    ['Rad', '1'],
  ];
  expect(formatHtmlTable(block, { row: true, column: true })).toBe(
    '<table><tr><th scope="col">Tkr</th><th scope="col">Ett</th></tr>' +
      '<tr><th scope="row">Rad</th><td>1</td></tr></table>',
  );
});

test('lets no text become markup', () => {
  const html = formatHtmlTable([['<img src=x onerror="a()"> & co\nrad 2']], {
    row: false,
    column: false,
  });
  expect(html).toContain('&lt;img src=x onerror=&quot;a()&quot;&gt; &amp; co<br>rad 2');
});
