import { useDeferredValue, useEffect, useMemo, useState } from 'react';
import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { type MappingAnswer, saveMapping } from '#contract/mapping.ts';
import type { MappingRule } from '#domain/mapping.ts';
import { proposeMapping } from '#domain/mapping-proposal.ts';
import { callApi } from '../../../lib/api.ts';
import { shownMoment } from '../../../lib/format.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { focusSection, PageSection } from '../../../ui/page/section.tsx';
import { focusTitle } from '../../../ui/page/title-focus.ts';
import { changesBetween, sourceOf } from './changes.ts';
import { itemsOf } from './file-groups.ts';
import { FileFacts, FileYears, Warnings } from './file-section.tsx';
import { useForgetUtfall, useKnownSources } from './import-queries.ts';
import { firstRules, isSameMapping, neededProposals, placedAmounts } from './mapping-draft.ts';
import { MappingSection } from './mapping-section.tsx';
import { Preview } from './preview.tsx';
import { namesOf, openSum } from './rule-words.ts';
import { TableSection } from './table-section.tsx';
import type { FileReading, useFileImport } from './use-file-import.ts';

/** What the way from a file that was read to an import takes. */
export type ImportFlowProps = {
  readonly reading: FileReading;
  readonly flow: ReturnType<typeof useFileImport>;
  readonly saved: MappingAnswer;
  readonly lines: readonly InvestmentLineAnswer[];
};

/** What was read, how it is mapped and what would change, on one page, with the import at the end. */
export function ImportFlow({ reading, flow, saved, lines }: ImportFlowProps) {
  const texts = useTexts();
  const words = texts.imports;
  const { facts, table } = reading;
  const { file, sending } = flow.state;
  const draft = useDraft(reading, saved, lines);
  const { rules, items, years } = draft;
  const names = useMemo(() => namesOf(facts, texts.mapping), [facts, texts.mapping]);
  const places = useMemo(
    () => ({ lines, driftNames: [...new Set(rules.flatMap(({ driftrad }) => driftrad ?? []))] }),
    [lines, rules],
  );
  const take = useTaking(flow, saved, rules, years);
  // Whoever listens, or uses the keyboard, goes on at what was read.
  useEffect(() => focusSection('filen'), []);
  const hasAmounts = items.length > 0;
  return (
    <>
      <PageSection
        id="filen"
        title={file?.name ?? ''}
        tools={
          <Button
            onPress={() => {
              flow.forget();
              focusTitle();
            }}
          >
            {words.otherFile}
          </Button>
        }
      >
        <AlreadyIn reading={reading} />
        <div className="import-file">
          <FileFacts {...reading} />
          <Warnings warnings={reading.warnings} count={reading.warningCount} />
        </div>
      </PageSection>
      {table === null ? null : (
        <TableSection
          table={{ ...table, choice: flow.state.asked ?? table.choice }}
          isBusy={sending !== null}
          onChoose={(choice) => {
            if (file !== null) void flow.read(file, choice);
          }}
        />
      )}
      {facts.years.length === 0 ? (
        table === null ? (
          <Notice tone="warn" heading={words.noAmounts} live="off">
            {words.noAmountsBody}
          </Notice>
        ) : null
      ) : (
        <PageSection id="ar" title={words.yearsTitle} detail={words.yearsDetail}>
          <FileYears
            facts={facts}
            isLedger={table === null}
            years={years}
            onYears={draft.setYears}
          />
        </PageSection>
      )}
      {hasAmounts ? (
        <>
          <MappingSection
            reading={reading}
            items={items}
            finding={draft.finding}
            places={places}
            names={names}
            onRules={draft.setRules}
          />
          <PreviewSection reading={reading} draft={draft} lines={lines} />
          <Finish
            draft={draft}
            isNewVersion={!isSameMapping(rules, saved.rules)}
            problemCount={table?.problemCount ?? 0}
            isPending={sending?.is === 'importing'}
            onTake={() => void take()}
          />
        </>
      ) : null}
    </>
  );
}

type Draft = ReturnType<typeof useDraft>;

// The mapping as it is being made, and what of the file it is for.
function useDraft(
  { facts, amounts }: FileReading,
  saved: MappingAnswer,
  lines: readonly InvestmentLineAnswer[],
) {
  const [rules, setRules] = useState<readonly MappingRule[]>(saved.rules);
  const [chosenYears, setYears] = useState<readonly number[] | null>(null);
  const years = useMemo(() => {
    const proposed = facts.years.filter(({ isProposed }) => isProposed).map(({ year }) => year);
    return chosenYears ?? proposed;
  }, [facts, chosenYears]);
  const items = useMemo(() => itemsOf(amounts, years), [amounts, years]);
  const proposals = useMemo(
    () =>
      proposeMapping({
        lines,
        accounts: facts.accounts,
        objects: facts.objects,
        names: [...new Set(amounts.flatMap(({ name }) => name ?? []))],
      }),
    [lines, facts, amounts],
  );
  const byRule = useMemo(() => firstRules(rules, items), [rules, items]);
  const byProposal = useMemo(() => firstRules(proposals, items), [proposals, items]);
  const finding = useMemo(
    () => ({ rules, proposals, byRule, byProposal }),
    [rules, proposals, byRule, byProposal],
  );
  return { rules, setRules, years, setYears, items, finding };
}

// Saves the mapping where it was changed, and then takes the file in by it.
function useTaking(
  flow: ReturnType<typeof useFileImport>,
  saved: MappingAnswer,
  rules: readonly MappingRule[],
  years: readonly number[],
): () => Promise<void> {
  const { organisationId } = useOrganisation();
  const words = useTexts().imports;
  const forget = useForgetUtfall();
  const [version, setVersion] = useState<{
    readonly rules: readonly MappingRule[];
    readonly version: number;
  }>(saved);
  return async () => {
    try {
      let mappingVersion = version.version;
      if (!isSameMapping(rules, version.rules)) {
        const comment = words.mappingComment(flow.state.file?.name ?? '');
        const made = await callApi(
          saveMapping,
          { params: { organisationId }, body: { rules: [...rules], comment } },
          { version: version.version },
        );
        // A second try, after the import was refused, must not save the same rules once more.
        setVersion(made);
        mappingVersion = made.version;
      }
      const done = await flow.take({ mappingVersion, years });
      if (done !== null) await forget();
    } catch (error) {
      flow.fail(error);
    }
  };
}

function AlreadyIn({ reading }: { readonly reading: FileReading }) {
  const words = useTexts().imports;
  const [newest] = reading.importedAs.toReversed();
  if (newest === undefined) return null;
  return (
    <Notice heading={words.alreadyTitle} live="off">
      {words.alreadyBody(newest.createdBy, shownMoment(newest.createdAt))}
    </Notice>
  );
}

type PreviewSectionProps = {
  readonly reading: FileReading;
  readonly draft: Draft;
  readonly lines: readonly InvestmentLineAnswer[];
};

function PreviewSection({ reading, draft, lines }: PreviewSectionProps) {
  const { items, finding, years } = draft;
  const words = useTexts().imports;
  const query = useKnownSources(years);
  // The table of the mapping answers at once; what follows from it may come a moment later.
  const settled = useDeferredValue(finding);
  const ofItems = useDeferredValue(items);
  const changes = useMemo(() => {
    if (query.data === undefined) return null;
    const next = sourceOf('next', reading.kind, placedAmounts(ofItems, settled));
    return changesBetween(query.data, [...query.data, next], years);
  }, [query.data, reading.kind, ofItems, settled, years]);
  return (
    <PageSection id="forhandsvisning" title={words.previewTitle} detail={words.previewDetail}>
      {changes === null || query.data === undefined ? (
        <Loading query={query} />
      ) : (
        <>
          {changes.isSame ? <p>{words.nothingChanges}</p> : null}
          <Preview changes={changes} years={years} lines={lines} sources={query.data} />
        </>
      )}
    </PageSection>
  );
}

type FinishProps = {
  readonly draft: Draft;
  readonly isNewVersion: boolean;
  readonly problemCount: number;
  readonly isPending: boolean;
  readonly onTake: () => void;
};

function Finish({ draft, isNewVersion, problemCount, isPending, onTake }: FinishProps) {
  const texts = useTexts();
  const words = texts.imports;
  const { items, finding, years } = draft;
  const left = items.filter((_, at) => finding.byRule[at] === null);
  const proposed = useMemo(() => neededProposals(finding), [finding]);
  return (
    <div className="import-finish">
      <ul>
        {left.length === 0 ? null : (
          <li className="import-open">
            {words.leftOpen(
              left.length,
              openSum(
                left.map(({ amount }) => amount),
                texts.mapping,
              ),
            )}
            {proposed.length === 0 ? '' : ` ${words.leftProposed(proposed.length)}`}
          </li>
        )}
        {problemCount === 0 ? null : (
          <li className="import-open">{words.leftProblems(problemCount)}</li>
        )}
        {isNewVersion ? <li>{words.savesMapping}</li> : null}
      </ul>
      <Button look="primary" isPending={isPending} isDisabled={years.length === 0} onPress={onTake}>
        {words.take(years.join(', '))}
      </Button>
    </div>
  );
}
