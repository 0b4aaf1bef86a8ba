import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import {
  getInvesteringsbudget,
  type InvesteringsbudgetAnswer,
} from '#contract/investeringsbudget.ts';
import { type FigureReference, formatFigureReference } from '#domain/figure-reference.ts';
import { subtract, type Tkr, tkr } from '#domain/tkr.ts';
import { BorgensConclusion } from '../../charts/conclusion.tsx';
import { DebtFigure } from '../../charts/debt-figure.tsx';
import { callApi } from '../../lib/api.ts';
import { type ScenarioView, useBorgensprognos } from '../../lib/borgensprognos.ts';
import { shareForMeter, shown, shownWithSign } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Amount } from '../../ui/amount.tsx';
import { Meter } from '../../ui/meter.tsx';
import { Loading } from '../../ui/page/loading.tsx';
import { Page } from '../../ui/page/page.tsx';
import { FigureButton } from '../../ui/passport/figure-button.tsx';
import { MovedBases } from './moved-bases.tsx';
import './oversikt.css';

/** Where the organisation stands: debt against ceiling, and what has been decided. */
export function OversiktPage() {
  const texts = useTexts();
  const { view, query } = useBorgensprognos();
  if (view === null) return <Loading query={query} />;
  const [main] = view.scenarios;
  return (
    <Page
      title={texts.oversikt.title}
      place={texts.oversikt.place}
      say={<BorgensConclusion scenarios={view.scenarios} />}
    >
      <MovedBases />
      {main === undefined ? null : <KeyFigures main={main} />}
      <DebtFigure scenarios={view.scenarios} ceilings={view.ceilings} />
    </Page>
  );
}

function KeyFigures({ main }: { readonly main: ScenarioView }) {
  const texts = useTexts().oversikt;
  const { name, scenarioId } = main.scenario;
  const own = { kind: 'forecast', scenarioId } as const;
  const { years, openingDebt } = main.forecast;
  const at = years.findLastIndex(({ headroom }) => headroom !== null);
  const year = years[at];
  const before = at === 0 ? openingDebt : (years[at - 1]?.closing ?? null);
  const budgetYear = years[0]?.year;
  return (
    <dl className="key-figures" aria-label={texts.keyFigures}>
      {year === undefined || year.headroom === null || year.borgenstak === null ? null : (
        <KeyFigure
          label={texts.headroom(name)}
          amount={year.headroom}
          figure={{ ...own, year: year.year, figure: 'headroom' }}
          detail={`${texts.at(year.year)}, ${texts.ofCeiling(shown(year.borgenstak))}`}
          meter={
            <Meter
              share={shareForMeter(subtract(year.borgenstak, year.headroom), year.borgenstak)}
            />
          }
          link={{ to: '../borgensutrymme', text: texts.toBorgensutrymme }}
        />
      )}
      {year === undefined || year.closing === null || before === null ? null : (
        <KeyFigure
          label={texts.debt(name)}
          amount={year.closing}
          figure={{ ...own, year: year.year, figure: 'debt' }}
          detail={`${texts.at(year.year)}, ${texts.change(shownWithSign(subtract(year.closing, before)))}`}
          link={{ to: '../borgensutrymme', text: texts.toBorgensutrymme }}
        />
      )}
      {budgetYear === undefined ? null : <BudgetFigure year={budgetYear} />}
    </dl>
  );
}

function BudgetFigure({ year }: { readonly year: number }) {
  const texts = useTexts().oversikt;
  const { organisationId } = useOrganisation();
  const query = useQuery({
    queryKey: ['investeringsbudget', organisationId, year],
    queryFn: () => callApi(getInvesteringsbudget, { params: { organisationId, year: `${year}` } }),
  });
  if (query.data === undefined) return null;
  return (
    <KeyFigure
      label={texts.budget(year)}
      amount={tkr(query.data.summary.total)}
      figure={{ kind: 'budget', year, lineId: null, postKind: null }}
      detail={texts.decided(shownWithSign(decidedDuringYear(query.data.summary)))}
      link={{ to: `../investeringsbudget/${year}`, text: texts.toBudget }}
    />
  );
}

function decidedDuringYear(summary: InvesteringsbudgetAnswer['summary']): Tkr {
  return subtract(tkr(summary.total), tkr(summary.beforeDecisions));
}

type KeyFigureProps = {
  readonly label: string;
  readonly amount: Tkr;
  readonly figure: FigureReference;
  readonly detail: string;
  readonly meter?: ReactNode;
  readonly link: { readonly to: string; readonly text: string };
};

function KeyFigure({ label, amount, figure, detail, meter, link }: KeyFigureProps) {
  return (
    <div className="key-figure">
      <dt>{label}</dt>
      <dd>
        <span className="big-figure">
          <FigureButton name={label} figure={formatFigureReference(figure)}>
            <Amount value={amount} unit="Tkr" />
          </FigureButton>
        </span>
        {meter}
        <span className="small">{detail}</span>
        <Link className="no-print" to={link.to} relative="path">
          {link.text}
        </Link>
      </dd>
    </div>
  );
}
