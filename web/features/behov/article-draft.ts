import { toPlain } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { orNull } from '../../ui/edit-dialog.tsx';

/** A price on its way in, as typed. */
export type PriceDraft = {
  readonly validFrom: string;
  readonly amount: string;
  readonly source: string;
};

/** An article on its way in, as typed, with its first price. */
export type ArticleDraft = PriceDraft & { readonly name: string; readonly unit: string };

/** Nothing typed yet; a need of a year is mostly priced from its beginning. */
export function emptyArticle(year: number): ArticleDraft {
  return { name: '', unit: 'st', validFrom: `${year}-01-01`, amount: '', source: '' };
}

/** What is typed as a price in the form that is sent; a text that is no amount is sent as typed. */
export function priceBody({ validFrom, amount, source }: PriceDraft) {
  const parsed = parseSwedish(amount);
  const plain = parsed.ok ? toPlain(parsed.value) : amount;
  return { validFrom, amount: plain, source: orNull(source) };
}

/** What is typed as an article in the form that is sent. */
export function articleBody({ name, unit, ...price }: ArticleDraft) {
  return { name, unit, price: priceBody(price) };
}
