import { type ReactNode, useEffect } from 'react';
import './section.css';

/** What a section of a page takes. */
export type PageSectionProps = {
  /** Its place in the address: `#personer`. */
  readonly id: string;
  readonly title: string;
  /** One sentence about what the section is for. */
  readonly detail?: ReactNode;
  /** What can be done with it, beside the title. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
};

/** A part of a page under a heading of its own, that an address can lead to. */
export function PageSection({ id, title, detail, tools, children }: PageSectionProps) {
  return (
    <section className="page-section" aria-labelledby={id}>
      <div className="page-section-head">
        <h2 id={id} tabIndex={-1}>
          {title}
        </h2>
        {tools === undefined ? null : <div className="page-section-tools">{tools}</div>}
      </div>
      {detail === undefined ? null : <p className="page-section-detail">{detail}</p>}
      {children}
    </section>
  );
}

/** What the links to a page's sections take. */
export type SectionLinksProps = {
  /** What the list is, read out: "På sidan". */
  readonly label: string;
  readonly sections: readonly { readonly id: string; readonly title: string }[];
};

/** Links to the sections of the page, at its top. */
export function SectionLinks({ label, sections }: SectionLinksProps) {
  useEffect(() => {
    // The browser looked for the place while the page was still being fetched.
    const place = location.hash.slice(1);
    if (place !== '') document.getElementById(place)?.scrollIntoView();
  }, []);
  return (
    <nav className="section-links no-print" aria-label={label}>
      <ul>
        {sections.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Puts the focus on a section's title: whoever listens begins again at the top of it. */
export function focusSection(id: string): void {
  document.getElementById(id)?.focus();
}

/** Long enough for a window that closes to have given the focus back, in milliseconds. */
const handOver = 50;

/** Puts the focus on a section's title, where what a window would have given it back to is gone. */
export function keepFocusAt(id: string): void {
  setTimeout(() => {
    if (document.activeElement === document.body) focusSection(id);
  }, handOver);
}
