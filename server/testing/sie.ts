/** A voucher row: account, amount in kronor as text, and the project that it is marked with. */
export type SieRow = {
  readonly account: string;
  readonly amount: string;
  readonly project?: string;
};

/** A voucher of a made SIE file; its rows must sum to zero. The day is YYYY-MM-DD. */
export type SieVoucher = { readonly day: string; readonly rows: readonly SieRow[] };

/** A small SIE 4 file of one year with two projects, P1 Klienter and P2 Nät. */
export function sieFile(year: number, vouchers: readonly SieVoucher[]): Buffer {
  const rows = vouchers.flatMap(({ day, rows: inside }, at) => [
    `#VER A ${at + 1} ${day.replaceAll('-', '')} "Faktura ${at + 1}"`,
    '{',
    ...inside.map(({ account, amount, project }) => {
      const objects = project === undefined ? '{}' : `{6 "${project}"}`;
      return `#TRANS ${account} ${objects} ${amount}`;
    }),
    '}',
  ]);
  const lines = [
    '#FLAGGA 0',
    '#PROGRAM "Ekonomi" 1.0',
    '#FORMAT PC8',
    '#GEN 20260101',
    '#SIETYP 4',
    '#FNAMN "Testforbundet"',
    `#RAR 0 ${year}0101 ${year}1231`,
    '#KONTO 1240 "Inventarier"',
    '#KTYP 1240 T',
    '#KONTO 2440 "Leverantorsskulder"',
    '#KTYP 2440 S',
    '#KONTO 6110 "Kontorsmateriel"',
    '#KTYP 6110 K',
    '#KONTO 9000 "Okand"',
    '#DIM 6 "Projekt"',
    '#OBJEKT 6 "P1" "Klienter"',
    '#OBJEKT 6 "P2" "Nat"',
    ...rows,
  ];
  return Buffer.from(`${lines.join('\r\n')}\r\n`, 'latin1');
}
