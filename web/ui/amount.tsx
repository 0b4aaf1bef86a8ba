import { compare, roundForDisplay, type ShownDecimals, type Tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import './amount.css';

/** What a standalone amount takes. */
export type AmountProps = {
  readonly value: Tkr;
  /** Decimals of a Tkr to show; none, where nothing is said. */
  readonly decimals?: ShownDecimals;
  /** The unit after the figure, where the words around it do not say it: "Tkr". */
  readonly unit?: string;
};

/** An amount in Tkr in Swedish form. Where rounding hid something, `title` has the exact amount. */
export function Amount({ value, decimals = 0, unit }: AmountProps) {
  const isRounded = compare(value, roundForDisplay(value, decimals)) !== 0;
  return (
    <span className="amount" {...(isRounded ? { title: formatSwedish(value) } : {})}>
      {formatSwedish(value, decimals)}
      {unit === undefined ? null : `\u00a0${unit}`}
    </span>
  );
}
