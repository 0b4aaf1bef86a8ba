import { Link, NavLink } from 'react-router';
import './page-tabs.css';

/** One of several pages about the same thing. */
export type PageTab = {
  readonly to: string;
  readonly label: string;
  /** True where addresses below this one belong to another tab. */
  readonly isExact?: boolean;
  /** True on a page below this one that is reached from it, where the address does not say so. */
  readonly isWithin?: boolean;
};

/** What the tabs of a page take. */
export type PageTabsProps = {
  /** What the pages have in common, read out: "Investeringsbudget". */
  readonly label: string;
  readonly tabs: readonly PageTab[];
};

/** Links between the pages of one menu item; the one that is shown is marked as current. */
export function PageTabs({ label, tabs }: PageTabsProps) {
  return (
    <nav className="page-tabs no-print" aria-label={label}>
      <ul>
        {tabs.map(({ to, label: name, isExact = false, isWithin = false }) => (
          <li key={to}>
            {isWithin ? (
              <Link to={to} aria-current="true">
                {name}
              </Link>
            ) : (
              <NavLink to={to} end={isExact}>
                {name}
              </NavLink>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
