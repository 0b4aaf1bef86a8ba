import { useState } from 'react';
import type { PassportAnswer } from '#contract/passport.ts';
import { sum, tkr } from '#domain/tkr.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../button.tsx';
import { Vouchers } from './vouchers.tsx';

type Said = PassportAnswer['sources'][number];

/** What each source said of a figure: the import with its file, or who typed it and when. */
export function PassportSources({ sources }: { readonly sources: readonly Said[] }) {
  const words = useTexts().figurePassport;
  if (sources.length === 0) return null;
  return (
    <section className="passport-part" aria-label={words.sources}>
      <p className="passport-heading">{words.sources}</p>
      <ul className="passport-list">
        {sources.map((said) => (
          <li key={`${said.source.sourceId} ${said.lineId} ${said.year} ${said.month}`}>
            <Source said={said} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Source({ said }: { readonly said: Said }) {
  const words = useTexts().figurePassport;
  const [showsVouchers, setShowsVouchers] = useState(false);
  const { source, amounts, isInForce } = said;
  const { fileName, createdBy, createdAt, comment, sha256, kind } = source;
  const hasVouchers = (kind === 'sie4' || kind === 'sie5') && said.lineId !== null;
  return (
    <>
      {fileName === null ? words.typedSource : words.fileSource(fileName)}: {createdBy},{' '}
      {shownMoment(createdAt)}. <strong>{formatSwedish(sum(amounts.map(amountOf)))}</strong>
      {isInForce ? null : <span className="small"> ({words.superseded})</span>}
      {comment === null ? null : <p className="small">{comment}</p>}
      {sha256 === null ? null : (
        <p className="small passport-hash">
          {words.sha256} {sha256}
        </p>
      )}
      {amounts.some(({ account }) => account !== null) ? <Accounts amounts={amounts} /> : null}
      {hasVouchers && isInForce ? (
        <Button look="quiet" onPress={() => setShowsVouchers(true)}>
          {words.showVouchers}
        </Button>
      ) : null}
      {showsVouchers && said.lineId !== null ? (
        <Vouchers
          sourceId={source.sourceId}
          lineId={said.lineId}
          year={said.year}
          month={said.month}
          onClose={() => setShowsVouchers(false)}
        />
      ) : null}
    </>
  );
}

function amountOf({ amount }: Said['amounts'][number]) {
  return tkr(amount);
}

function Accounts({ amounts }: { readonly amounts: Said['amounts'] }) {
  const words = useTexts().figurePassport;
  return (
    <dl className="parts passport-accounts">
      {amounts.map(({ account, accountName, objects, objectNames, month, amount }) => (
        <div key={`${account} ${objects} ${month}`}>
          <dt>
            {[`${words.account} ${account} ${accountName ?? ''}`.trim(), ...objectNames].join(', ')}
          </dt>
          <dd>{formatSwedish(tkr(amount))}</dd>
        </div>
      ))}
    </dl>
  );
}
