import { Fragment, type RefObject } from 'react';
import type { SkrivelseSection, TextPiece, Tjansteskrivelse } from '#domain/tjansteskrivelse.ts';
import { SkrivelseTableBlock } from './skrivelse-table.tsx';

/** What the document takes; `heading` is where the focus comes on a new page. */
export type SkrivelseDocumentProps = {
  readonly skrivelse: Tjansteskrivelse;
  readonly heading: RefObject<HTMLHeadingElement | null>;
};

/** A tjänsteskrivelse on its paper, as it is printed: always in Swedish and dark on light. */
export function SkrivelseDocument({ skrivelse, heading }: SkrivelseDocumentProps) {
  const { organisation, kind, title, facts, sections } = skrivelse;
  return (
    <article className="skrivelse" lang="sv-SE" aria-labelledby="skrivelse-title">
      <header>
        <p className="skrivelse-sender">
          <span>{organisation}</span>
          <span>{kind}</span>
        </p>
        <dl className="skrivelse-facts">
          {numbered(facts).map(({ key, one: { label, value } }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <h1 id="skrivelse-title" ref={heading} tabIndex={-1}>
          {title}
        </h1>
      </header>
      {sections.map((section) => (
        <Section key={section.heading} section={section} />
      ))}
    </article>
  );
}

function Section({ section }: { readonly section: SkrivelseSection }) {
  return (
    <section>
      <h2>{section.heading}</h2>
      {numbered(section.pieces).map(({ key, one }) =>
        one.kind === 'table' ? (
          <SkrivelseTableBlock key={key} table={one} />
        ) : (
          <Piece key={key} piece={one} />
        ),
      )}
    </section>
  );
}

function Piece({ piece }: { readonly piece: TextPiece }) {
  if (piece.kind === 'list') {
    return (
      <ul>
        {numbered(piece.items).map(({ key, one }) => (
          <li key={key}>{one}</li>
        ))}
      </ul>
    );
  }
  return (
    <p>
      {numbered(piece.lines).map(({ key, one }) => (
        <Fragment key={key}>
          {key === '0' ? null : <br />}
          {one}
        </Fragment>
      ))}
    </p>
  );
}

/** What is shown in a row and never moved, each with its place as its key. */
function numbered<Item>(items: readonly Item[]): { readonly key: string; readonly one: Item }[] {
  return items.map((one, place) => ({ key: `${place}`, one }));
}
