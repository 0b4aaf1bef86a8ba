import type { LoanPortfolio } from '#domain/forecast/loan-portfolio.ts';
import { isZero, sum } from '#domain/tkr.ts';
import { shown, shownYears } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Sentence, wholeDay } from './sentence.tsx';

/** Calendar years after the chosen day's that are looked at for what has to be refinanced. */
const yearsAhead = 3;

/** What the sentence takes. */
export type LoansSayProps = { readonly portfolio: LoanPortfolio; readonly day: string };

/** What is said: the debt of a day, how long it is bound, and what must be refinanced soon. */
export function LoansSay({ portfolio, day }: LoansSayProps) {
  const { loans: words } = useTexts();
  const { balance, capitalBinding, rateBinding } = portfolio;
  const count = portfolio.loans.length;
  if (count === 0) return words.sayNone(wholeDay(day));
  if (balance === null || capitalBinding === null) return words.sayUnknown(wholeDay(day), count);
  const capital = words.years(shownYears(capitalBinding));
  return (
    <>
      <Sentence parts={words.say(wholeDay(day), shown(balance), count)} />
      {rateBinding === null
        ? words.sayCapital(capital)
        : words.sayBinding(capital, words.years(shownYears(rateBinding)))}
      <Refinancing portfolio={portfolio} until={parseInt(day.slice(0, 4), 10) + yearsAhead} />
    </>
  );
}

type RefinancingProps = { readonly portfolio: LoanPortfolio; readonly until: number };

function Refinancing({ portfolio, until }: RefinancingProps) {
  const { loans: words } = useTexts();
  const soon = portfolio.refinancing.filter(({ year }) => year <= until);
  const total = sum(soon.map(({ amount }) => amount));
  if (isZero(total)) return words.sayNoRefinance(until);
  const [first, ...others] = soon;
  const years = soon.map(({ year, amount }) => words.sayRefinanceYear(year, shown(amount)));
  return (
    <>
      <Sentence parts={words.sayRefinance(until, shown(total))} />
      {first !== undefined && others.length === 0
        ? words.sayRefinanceOne(first.year)
        : words.sayRefinanceYears(years)}
    </>
  );
}
