import { SaxesParser } from 'saxes';
import { maxDepth, maxMarkup } from './limits.ts';
import { TableRefused } from './refused.ts';

/** An element's attributes by their names as written; those of the format's own have no prefix. */
export type Attributes = Readonly<Record<string, string | undefined>>;

/** What is told about a document on the way through it. Elements' names are without their prefix. */
export type XmlReader = {
  /** An element begins; `path` has the names from the root to it, and is reused. */
  open?(path: readonly string[], attributes: Attributes): void;
  /** Text inside the innermost element, whole between two tags. */
  text?(path: readonly string[], text: string): void;
  /** An element ends; it is still the last of the path. */
  close?(path: readonly string[]): void;
  /** A piece of the document has been gone through. */
  piece?(): Promise<void>;
};

const builtInEntities = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/**
 * Goes through an XML document piece by piece, keeping none of it.
 *
 * Throws where it is not well-formed, and for what no workbook has: a DOCTYPE (with which entities
 * could be declared), elements more than 64 deep, and more than a million characters between tags.
 */
export async function readXml(pieces: AsyncIterable<string>, reader: XmlReader): Promise<void> {
  const path: string[] = [];
  let written = 0;
  let told = 0;
  const parser = new SaxesParser<{ position: boolean; xmlns: false }>({
    position: false,
    xmlns: false,
  });
  // Without a prototype, so that &constructor; is as unknown as any other undeclared entity.
  parser.ENTITIES = Object.assign(Object.create(null), builtInEntities) as typeof builtInEntities;
  parser.on('error', () => {
    throw new TableRefused('workbook_damaged');
  });
  parser.on('doctype', () => {
    throw new TableRefused('workbook_doctype');
  });
  parser.on('opentag', ({ name, attributes }) => {
    told = written;
    path.push(withoutPrefix(name));
    if (path.length > maxDepth) throw new TableRefused('workbook_damaged');
    reader.open?.(path, attributes);
  });
  parser.on('text', (text) => {
    reader.text?.(path, text);
  });
  parser.on('cdata', (text) => {
    reader.text?.(path, text);
  });
  parser.on('closetag', () => {
    told = written;
    reader.close?.(path);
    path.pop();
  });
  for await (const piece of pieces) {
    written += piece.length;
    parser.write(piece);
    if (written - told > maxMarkup) throw new TableRefused('workbook_damaged');
    await reader.piece?.();
  }
  parser.close();
}

function withoutPrefix(name: string): string {
  const colon = name.indexOf(':');
  return colon === -1 ? name : name.slice(colon + 1);
}

/** A test for whether a path is exactly these elements; made once, since it is asked for each tag. */
export function pathTest(...names: readonly string[]): (path: readonly string[]) => boolean {
  return (path) => {
    if (path.length !== names.length) return false;
    for (let at = names.length - 1; at >= 0; at -= 1) if (path[at] !== names[at]) return false;
    return true;
  };
}
