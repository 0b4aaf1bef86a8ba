import type { svPassport } from './sv-passport.ts';

/** What the passport of a figure says, in English. */
export const enPassport: typeof svPassport = {
  back: (title) => `Back to ${title}`,
  backToFigure: 'Back to the figure',
  follow: 'Follow the figure to its origin',
  open: (title) => `Follow ${title}`,
  formula: 'How it is computed',
  basis: 'Rests on',
  decisions: 'Decisions',
  decisionOf: (dnr) => `Case ${dnr}`,
  decisionWithoutDnr: 'The case',
  registered: (protocol) => `registered from ${protocol}`,
  decidedHere: 'decided here by the board',
  sources: 'Sources',
  superseded: 'no longer holds: a later source took its place',
  typedSource: 'Typed by hand',
  fileSource: (fileName) => `From ${fileName}`,
  sha256: 'SHA-256',
  account: 'Account',
  objects: 'Objects',
  month: 'Month',
  amount: 'Amount',
  showVouchers: 'Show vouchers',
  vouchers: 'Vouchers',
  vouchersOf: (count, shown) =>
    count > shown
      ? `The first ${shown} of ${count} rows, read from the file.`
      : `${count} rows, read from the file.`,
  vouchersDiffer: (sum, figure) =>
    `The rows come to ${sum} and the figure is ${figure}: the file does not have vouchers for all of it.`,
  voucher: 'Voucher',
  date: 'Date',
  text: 'Text',
  fileLine: 'Line in the file',
  history: 'History',
  posts: 'Entries',
  replaced: 'replaced by a later entry',
  printed: 'Printed',
  reference: 'Reference',
};
