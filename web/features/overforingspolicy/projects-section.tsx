import { useState } from 'react';
import { isNegative, type Tkr } from '#domain/tkr.ts';
import { shown, shownWithSign } from '../../lib/format.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { type ProjectView, projectsOn } from './carry-over.ts';
import { NewTotalDialog } from './new-total-dialog.tsx';
import type { CarryOverSectionProps } from './policies-section.tsx';

/** The projects with their totals, and when their slutredovisning is due. */
export function ProjectsSection({ answer, today }: CarryOverSectionProps) {
  const { overforingspolicy: words } = useTexts();
  const mayEdit = useRight('editArende');
  const [open, setOpen] = useState<ProjectView | null>(null);
  const projects = projectsOn(answer, today);
  const columns = [
    { id: 'line', title: words.line },
    { id: 'beslutad', title: words.totalKinds.beslutad },
    { id: 'beraknad', title: words.totalKinds.beraknad },
    { id: 'deviation', title: words.deviation },
    { id: 'lastBooked', title: words.lastBooked },
    { id: 'due', title: words.due },
    ...(mayEdit ? [{ id: 'tools', title: words.actions, isTools: true }] : []),
  ];
  const rows = projects.map((project) => ({
    id: project.lineId,
    cells: {
      line: project.name,
      beslutad: <OrMissing amount={project.totals.beslutad} />,
      beraknad: <OrMissing amount={project.totals.beraknad} />,
      deviation: <Deviation amount={project.totals.deviation} />,
      lastBooked: monthText(project.lastBooked),
      due: <Due project={project} today={today} />,
      tools: (
        <Button name={`${words.addTotal} ${project.name}`} onPress={() => setOpen(project)}>
          {words.addTotal}
        </Button>
      ),
    },
  }));
  return (
    <PageSection id="totalutgifter" title={words.projects} detail={words.projectsDetail}>
      <Sheet>
        {rows.length === 0 ? (
          <p className="sheet-empty">{words.noProjects}</p>
        ) : (
          <DataTable label={words.projects} columns={columns} rows={rows} />
        )}
      </Sheet>
      {open === null ? null : (
        <NewTotalDialog
          project={open}
          beslut={answer.beslut}
          today={today}
          onClose={() => setOpen(null)}
        />
      )}
    </PageSection>
  );
}

function OrMissing({ amount }: { readonly amount: Tkr | null }) {
  const { common } = useTexts();
  return amount === null ? (
    <span className="small">{common.missing}</span>
  ) : (
    <Amount value={amount} />
  );
}

function Deviation({ amount }: { readonly amount: Tkr | null }) {
  const { fleraAr: words } = useTexts();
  if (amount === null) return '–';
  const isDearer = isNegative(amount);
  if (shown(amount) === '0') return shown(amount);
  return (
    <>
      {shownWithSign(amount)}{' '}
      <Mark tone={isDearer ? 'warn' : 'plain'}>{isDearer ? words.dearer : words.cheaper}</Mark>
    </>
  );
}

function monthText(month: ProjectView['lastBooked']): string {
  return month === null ? '–' : `${month.year}-${`${month.month}`.padStart(2, '0')}`;
}

function Due({ project, today }: { readonly project: ProjectView; readonly today: string }) {
  const { overforingspolicy: words } = useTexts();
  const { due } = project;
  if (due === null) return <span className="small">{words.notOwed}</span>;
  return (
    <>
      {due} {due < today ? <Mark>{words.isLate}</Mark> : <small>{words.dueHelp}</small>}
    </>
  );
}
