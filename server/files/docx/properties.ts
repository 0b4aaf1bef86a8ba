import { escapedXml } from './xml-text.ts';

/** What a document says about itself. */
export type DocumentProperties = {
  readonly title: string;
  readonly subject: string;
  readonly author: string;
  readonly now: Date;
};

/** The part of a DOCX with its title, author, language and times. */
export function coreProperties({ title, subject, author, now }: DocumentProperties) {
  const dated = (name: string): string =>
    `<dcterms:${name} xsi:type="dcterms:W3CDTF">${now.toISOString()}</dcterms:${name}>`;
  const data = [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"',
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">',
    `<dc:title>${escapedXml(title)}</dc:title>`,
    `<dc:subject>${escapedXml(subject)}</dc:subject>`,
    `<dc:creator>${escapedXml(author)}</dc:creator>`,
    `<cp:lastModifiedBy>${escapedXml(author)}</cp:lastModifiedBy>`,
    '<dc:language>sv-SE</dc:language>',
    dated('created'),
    dated('modified'),
    '</cp:coreProperties>',
  ].join('');
  return { path: 'docProps/core.xml', data };
}
