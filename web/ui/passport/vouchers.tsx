import { useQuery } from '@tanstack/react-query';
import { listVouchers } from '#contract/utfall.ts';
import { compare, tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { callApi } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useTexts } from '../../texts/language.tsx';
import { DataTable } from '../data-table.tsx';
import { Dialog } from '../dialog.tsx';
import { Notice } from '../notice.tsx';
import { Loading } from '../page/loading.tsx';

/** What the vouchers of a figure take. */
export type VouchersProps = {
  readonly sourceId: string;
  readonly lineId: string;
  readonly year: number;
  /** Null for the whole year. */
  readonly month: number | null;
  readonly onClose: () => void;
};

/** The rows of the vouchers behind a figure, read from the file that was imported. */
export function Vouchers({ sourceId, lineId, year, month, onClose }: VouchersProps) {
  const texts = useTexts();
  const words = texts.figurePassport;
  const { organisationId } = useOrganisation();
  const query = useQuery({
    queryKey: ['vouchers', organisationId, sourceId, lineId, year, month],
    queryFn: () =>
      callApi(listVouchers, {
        params: { organisationId, sourceId },
        query: { year: `${year}`, lineId, ...(month === null ? {} : { month: `${month}` }) },
      }),
  });
  const found = query.data;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={words.vouchers}
      closeLabel={texts.common.close}
      size="wide"
      closesOnPressOutside
    >
      {found === undefined ? (
        <Loading query={query} />
      ) : (
        <>
          <p className="small">{words.vouchersOf(found.rowCount, found.rows.length)}</p>
          {found.rowTotal === null ||
          compare(tkr(found.rowTotal), tkr(found.figure)) === 0 ? null : (
            <Notice tone="warn" live="off" heading={words.vouchers}>
              {words.vouchersDiffer(
                formatSwedish(tkr(found.rowTotal)),
                formatSwedish(tkr(found.figure)),
              )}
            </Notice>
          )}
          <DataTable
            label={words.vouchers}
            columns={[
              { id: 'voucher', title: words.voucher },
              { id: 'date', title: words.date },
              { id: 'text', title: words.text },
              { id: 'account', title: words.account },
              { id: 'line', title: words.fileLine },
              { id: 'amount', title: words.amount },
            ]}
            rows={found.rows.map((row) => ({
              id: `${row.line}`,
              cells: {
                voucher: `${row.series} ${row.number}`,
                date: row.date,
                text: row.rowText === '' ? row.text : row.rowText,
                account: row.objects === '' ? row.account : `${row.account} ${row.objects}`,
                line: row.line,
                amount: <span className="voucher-amount">{formatSwedish(tkr(row.amount))}</span>,
              },
            }))}
          />
        </>
      )}
    </Dialog>
  );
}
