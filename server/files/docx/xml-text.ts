// What XML 1.0 cannot hold, not even escaped, and other controls: all but tab and line breaks.
const forbidden = /[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu;

/** A text that any XML file can hold: what it cannot is U+FFFD, so that nothing goes silently. */
export function xmlText(text: string): string {
  return text.toWellFormed().replace(forbidden, '\ufffd');
}

/** A text as it stands between the tags of an XML file that is written by hand. */
export function escapedXml(text: string): string {
  return xmlText(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
