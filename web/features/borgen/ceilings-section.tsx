import { useState } from 'react';
import type { BorgenstakAnswer, BorgenstakList } from '#contract/borgen.ts';
import { tkr } from '#domain/tkr.ts';
import { useRight } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { useBeslutLine } from '../../ui/beslut-facts.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Mark } from '../../ui/mark.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { ToggleButton } from '../../ui/toggle-button.tsx';
import { type CeilingRow, ceilingRows } from './borgen.ts';
import { CorrectDialog } from './correct-dialog.tsx';
import { RegisterDialog } from './register-dialog.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

/** What the section takes; `today` is the day that things are said to hold on. */
export type CeilingsSectionProps = { readonly list: BorgenstakList; readonly today: string };

type Open =
  | 'new'
  | { readonly is: 'correct' | 'withdraw'; readonly entry: BorgenstakAnswer }
  | null;

const asItStood = ['inForce', 'coming', 'past'];

/** Every ceiling with its decision, the newest first, and those that were corrected where asked. */
export function CeilingsSection({ list, today }: CeilingsSectionProps) {
  const { borgen: words } = useTexts();
  const mayEdit = useRight('editBorgen');
  const [open, setOpen] = useState<Open>(null);
  const [showsHistory, setShowsHistory] = useState(false);
  const close = (): void => setOpen(null);
  const all = ceilingRows(list.borgenstak, today);
  const shown = showsHistory ? all : all.filter(({ state }) => asItStood.includes(state));
  const hasHistory = all.some(({ state }) => !asItStood.includes(state));
  const register = (
    <Button look="primary" onPress={() => setOpen('new')}>
      {words.registerCeiling}
    </Button>
  );
  const columns = [
    { id: 'validFrom', title: words.validFrom },
    { id: 'amount', title: words.amount, isFigure: true },
    { id: 'state', title: words.state },
    { id: 'beslut', title: words.beslut },
    { id: 'comment', title: words.comment },
    ...(mayEdit ? [{ id: 'tools', title: words.ceilingTools, isTools: true }] : []),
  ];
  const rows = shown.map((row) => {
    const { entry } = row;
    const isOld = !asItStood.includes(row.state);
    const amount = <Amount value={tkr(entry.amount)} />;
    return {
      id: entry.borgenstakId,
      cells: {
        validFrom: entry.validFrom,
        amount: isOld ? <s className="borgen-old">{amount}</s> : amount,
        state: <State row={row} />,
        beslut: <Beslut entry={entry} />,
        comment: entry.comment ?? '–',
        tools: isOld ? null : <CeilingMenu entry={entry} onOpen={setOpen} />,
      },
    };
  });
  return (
    <PageSection
      id="borgenstak"
      title={words.ceilings}
      detail={words.ceilingsDetail}
      tools={
        <>
          {hasHistory ? (
            <ToggleButton isSelected={showsHistory} onChange={setShowsHistory}>
              {words.showHistory}
            </ToggleButton>
          ) : null}
          {mayEdit && all.length > 0 ? register : null}
        </>
      }
    >
      {rows.length === 0 ? (
        <Notice
          heading={words.noCeilingsTitle}
          live="off"
          {...(mayEdit ? { actions: register } : {})}
        >
          {mayEdit ? words.noCeilingsBody : words.noCeilingsReader}
        </Notice>
      ) : (
        <Sheet>
          <DataTable label={words.ceilings} columns={columns} rows={rows} />
        </Sheet>
      )}
      {open === 'new' ? <RegisterDialog beslut={list.beslut} onClose={close} /> : null}
      {open !== null && open !== 'new' && open.is === 'correct' ? (
        <CorrectDialog entry={open.entry} beslut={list.beslut} onClose={close} />
      ) : null}
      {open !== null && open !== 'new' && open.is === 'withdraw' ? (
        <WithdrawDialog entry={open.entry} onClose={close} />
      ) : null}
    </PageSection>
  );
}

function State({ row: { state } }: { readonly row: CeilingRow }) {
  const { borgen: words } = useTexts();
  const text = words.states[state];
  return state === 'inForce' ? (
    <Mark tone="plain">{text}</Mark>
  ) : (
    <span className="small">{text}</span>
  );
}

function Beslut({ entry: { beslut } }: { readonly entry: BorgenstakAnswer }) {
  const line = useBeslutLine();
  const dnr = beslut.dnr === null ? '' : `, dnr ${beslut.dnr}`;
  return (
    <>
      {beslut.title}
      <small>
        {line(beslut)}
        {dnr}
      </small>
    </>
  );
}

type CeilingMenuProps = {
  readonly entry: BorgenstakAnswer;
  readonly onOpen: (open: Open) => void;
};

function CeilingMenu({ entry, onOpen }: CeilingMenuProps) {
  const { borgen: words } = useTexts();
  return (
    <Menu
      trigger={words.ceilingTools}
      name={words.ceilingMenu(entry.validFrom)}
      actions={[
        { id: 'correct', label: words.correct, onAction: () => onOpen({ is: 'correct', entry }) },
        {
          id: 'withdraw',
          label: words.withdraw,
          tone: 'danger',
          onAction: () => onOpen({ is: 'withdraw', entry }),
        },
      ]}
    />
  );
}
