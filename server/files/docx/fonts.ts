/** The fonts by name; the files themselves are the reader's. */
export const fonts = { text: 'Cambria', heading: 'Calibri' } as const;

type Face = { readonly name: string; readonly instead: string; readonly family: string };

// Caladea and Carlito have the same widths, so that a page breaks in the same place with them.
const faces: readonly Face[] = [
  { name: fonts.text, instead: 'Caladea', family: 'roman' },
  { name: fonts.heading, instead: 'Carlito', family: 'swiss' },
];

/** The part of a DOCX that says what stands in for a font that the reader does not have. */
export const fontTable = {
  path: 'word/fontTable.xml',
  data: [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<w:fonts xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">',
    ...faces.map(
      ({ name, instead, family }) =>
        `<w:font w:name="${name}"><w:altName w:val="${instead}"/><w:family w:val="${family}"/><w:pitch w:val="variable"/></w:font>`,
    ),
    '</w:fonts>',
  ].join(''),
};
