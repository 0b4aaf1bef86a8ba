import type { AccumulatedAnswer } from '#contract/accumulated.ts';
import { isNegative, isZero, roundForDisplay, subtract, type Tkr, tkr } from '#domain/tkr.ts';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';

/** The projects with what was decided for them in all, what they are thought to cost, and have cost. */
export function ProjectsTable({ answer }: { readonly answer: AccumulatedAnswer }) {
  const { fleraAr: words } = useTexts();
  const projects = answer.rows.flatMap(({ lineId, name, project }) =>
    project === null ? [] : [{ lineId, name, ...project }],
  );
  if (projects.length === 0) return null;
  return (
    <div className="flera-ar-projects">
      <PageSection id="projekt" title={words.projects} detail={words.projectsDetail(answer.toYear)}>
        <Sheet note={<p>{words.toPolicy}</p>}>
          {/* A region that scrolls must be reached by the keyboard. */}
          {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
          <div className="flera-ar-scroll" role="group" aria-label={words.projects} tabIndex={0}>
            <table className="flera-ar-table" aria-label={words.projects}>
              <thead>
                <tr>
                  <th scope="col">{words.project}</th>
                  <th scope="col">{words.beslutad}</th>
                  <th scope="col">{words.beraknad}</th>
                  <th scope="col">{words.deviation}</th>
                  <th scope="col">{words.outcomeSoFar}</th>
                  <th scope="col">{words.remaining}</th>
                </tr>
              </thead>
              <tbody>
                {projects.map(({ lineId, name, beslutad, beraknad, deviation, outcome }) => (
                  <tr key={lineId}>
                    <th scope="row">{name}</th>
                    <Cell amount={beslutad} />
                    <Cell amount={beraknad} />
                    <Cell amount={deviation} isDeviation />
                    <Cell amount={outcome} />
                    <Cell amount={remainingOf(beslutad, outcome)} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </Sheet>
      </PageSection>
    </div>
  );
}

function remainingOf(beslutad: string | null, outcome: string | null): Tkr | null {
  return beslutad === null || outcome === null ? null : subtract(tkr(beslutad), tkr(outcome));
}

type CellProps = { readonly amount: Tkr | string | null; readonly isDeviation?: boolean };

function Cell({ amount, isDeviation = false }: CellProps) {
  const { common, fleraAr: words } = useTexts();
  if (amount === null) {
    return (
      <td>
        <span className="flera-ar-unknown">{common.missing}</span>
      </td>
    );
  }
  const value = typeof amount === 'string' ? tkr(amount) : amount;
  const isDearer = isNegative(value);
  return (
    <td>
      {isDeviation && !isZero(roundForDisplay(value)) ? (
        <Mark tone={isDearer ? 'warn' : 'plain'}>{isDearer ? words.dearer : words.cheaper}</Mark>
      ) : null}
      <Amount value={value} />
    </td>
  );
}
