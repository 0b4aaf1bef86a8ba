import { useMutation } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { remapUtfallSource, type UtfallSourceAnswer } from '#contract/utfall.ts';
import { applyMapping } from '#domain/mapping.ts';
import type { UtfallKind } from '#domain/utfall-terms.ts';
import { callApi } from '../../../lib/api.ts';
import { useFailureText } from '../../../lib/failure-text.ts';
import { shownDay } from '../../../lib/format.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { PageSection } from '../../../ui/page/section.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { changesBetween, type KnownSource, placedOf, sourceOf, withoutSource } from './changes.ts';
import {
  useForgetUtfall,
  useImportAmounts,
  useKnownSources,
  useMapping,
} from './import-queries.ts';
import { Preview } from './preview.tsx';

/** What mapping an import anew takes. */
export type RemapSectionProps = {
  /** The imports that are in force. */
  readonly sources: readonly UtfallSourceAnswer[];
  /** The one that the address names. */
  readonly first: UtfallSourceAnswer | null;
  readonly versions: readonly number[];
  readonly newestVersion: number;
  readonly lines: readonly InvestmentLineAnswer[];
};

/** Applies a version of the mapping to an import that is there, after showing what that changes. */
export function RemapSection(props: RemapSectionProps) {
  const { sources, first, versions, newestVersion, lines } = props;
  const words = useTexts().mapping;
  const [sourceId, setSourceId] = useState(first?.sourceId ?? '');
  const [version, setVersion] = useState(newestVersion);
  const [done, setDone] = useState('');
  const source = sources.find((one) => one.sourceId === sourceId) ?? null;
  return (
    <PageSection id="koppla-om" title={words.remapTitle} detail={words.remapDetail}>
      <div className="table-fields">
        <SelectField
          label={words.import}
          value={sourceId}
          placeholder={words.chooseImport}
          options={sources.map((one) => ({
            value: one.sourceId,
            label: `${one.fileName ?? ''} (${shownDay(one.createdAt)})`,
          }))}
          onChange={(next) => {
            setDone('');
            setSourceId(next);
          }}
        />
        <SelectField
          label={words.version}
          value={`${version}`}
          options={versions.map((one) => ({ value: `${one}`, label: words.versionNumber(one) }))}
          onChange={(next) => {
            setDone('');
            setVersion(parseInt(next, 10));
          }}
        />
      </div>
      <p role="status" className="mapping-state">
        {done}
      </p>
      {source === null ? null : source.mappingVersion === version ? (
        <p className="small">{done === '' ? words.sameVersion : ''}</p>
      ) : (
        <RemapPreview
          key={`${sourceId} ${version}`}
          source={source}
          version={version}
          lines={lines}
          onDone={() => setDone(words.remapped(source.fileName ?? '', version))}
        />
      )}
    </PageSection>
  );
}

type RemapPreviewProps = {
  readonly source: UtfallSourceAnswer;
  readonly version: number;
  readonly lines: readonly InvestmentLineAnswer[];
  readonly onDone: () => void;
};

function RemapPreview({ source, version, lines, onDone }: RemapPreviewProps) {
  const { common, mapping: words, imports } = useTexts();
  const { organisationId } = useOrganisation();
  const forget = useForgetUtfall();
  const { sourceId, years, mappingVersion } = source;
  const known = useKnownSources(years, source);
  const own = useImportAmounts(sourceId);
  const mapping = useMapping(version);
  const changes = useMemo(() => {
    if (known.data === undefined || own.data === undefined || mapping.data === undefined) {
      return null;
    }
    const { rules } = mapping.data.mapping;
    const amounts = applyMapping(rules, own.data);
    const after = known.data.map((one) =>
      one.sourceId === sourceId ? withAmounts(one, source.kind, amounts) : one,
    );
    return withoutSource(changesBetween(known.data, after, years), sourceId);
  }, [known.data, own.data, mapping.data, sourceId, source.kind, years]);
  const remap = useMutation({
    mutationFn: async () => {
      const body = { mappingVersion: version, replacesVersion: mappingVersion ?? 0 };
      await callApi(remapUtfallSource, { params: { organisationId, sourceId }, body });
      await forget();
    },
    onSuccess: onDone,
  });
  const failure = useFailureText(remap.error);
  if (changes === null || known.data === undefined) {
    return <Loading query={known.isError ? known : own.isError ? own : mapping} />;
  }
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
      {changes.isSame ? <p>{imports.nothingChanges}</p> : null}
      <Preview changes={changes} years={years} lines={lines} sources={known.data} />
      <p className="import-finish">
        <Button look="primary" isPending={remap.isPending} onPress={() => remap.mutate()}>
          {words.remapWith(version)}
        </Button>
      </p>
    </>
  );
}

// The same source at the same place in the order, with its amounts at other places.
function withAmounts(
  { told }: KnownSource,
  kind: UtfallKind,
  amounts: Parameters<typeof placedOf>[0],
): KnownSource {
  return { ...sourceOf(told.sourceId, kind, placedOf(amounts)), told };
}
