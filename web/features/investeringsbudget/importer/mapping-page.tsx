import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import type { Answer } from '#contract/endpoint.ts';
import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import type { getMapping } from '#contract/mapping.ts';
import type { UtfallFacts } from '#contract/utfall-file.ts';
import { shownMoment } from '../../../lib/format.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { DataTable } from '../../../ui/data-table.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { Loading } from '../../../ui/page/loading.tsx';
import { Page } from '../../../ui/page/page.tsx';
import { PageSection } from '../../../ui/page/section.tsx';
import { focusTitle } from '../../../ui/page/title-focus.ts';
import { Sheet } from '../../../ui/sheet.tsx';
import { BudgetTabs } from '../budget-tabs.tsx';
import { useImport, useImports, useLines, useMapping } from './import-queries.ts';
import { RemapSection } from './remap-section.tsx';
import { RuleEditor } from './rule-editor.tsx';
import './importer.css';

/** The mapping (kontokoppling): its rules in order, its versions, and imports to map anew. */
export function MappingPage() {
  const { mapping: words } = useTexts();
  const { slug } = useOrganisation();
  const [parameters, setParameters] = useSearchParams();
  const asked = parameters.get('version');
  const version = asked !== null && /^\d{1,9}$/u.test(asked) ? parseInt(asked, 10) : undefined;
  const query = useMapping(version);
  const lines = useLines();
  const show = (next: number | null): void => {
    const changed = new URLSearchParams(parameters);
    if (next === null) changed.delete('version');
    else changed.set('version', `${next}`);
    setParameters(changed, { replace: true });
    focusTitle();
  };
  return (
    <Page
      title={words.pageTitle}
      place={words.place(query.data?.mapping.version ?? null)}
      tabs={<BudgetTabs />}
      say={query.data === undefined ? undefined : <Say answer={query.data} />}
    >
      <p className="mapping-back no-print">
        <Link to={`/${slug}/investeringsbudget/importer`}>{words.toImports}</Link>
      </p>
      {query.data === undefined || lines.data === undefined ? (
        <Loading query={query.isError ? query : lines} />
      ) : (
        <Mapping
          key={query.data.mapping.version}
          answer={query.data}
          lines={lines.data}
          onVersion={show}
        />
      )}
    </Page>
  );
}

function Say({ answer }: { readonly answer: Answer<typeof getMapping> }) {
  const words = useTexts().mapping;
  const { rules } = answer.mapping;
  return rules.length === 0 ? words.sayEmpty : words.say(rules.length);
}

type MappingProps = {
  readonly answer: Answer<typeof getMapping>;
  readonly lines: readonly InvestmentLineAnswer[];
  readonly onVersion: (version: number | null) => void;
};

function Mapping({ answer, lines, onVersion }: MappingProps) {
  const { mapping: words } = useTexts();
  const { mapping, newestVersion, versions } = answer;
  const isOld = mapping.version !== newestVersion;
  const facts = useNewestFacts();
  return (
    <>
      {isOld ? (
        <Notice
          heading={words.oldVersion(mapping.version)}
          live="off"
          actions={<Button onPress={() => onVersion(null)}>{words.showNewest}</Button>}
        >
          {words.oldVersionBody}
        </Notice>
      ) : null}
      <RuleEditor
        saved={mapping}
        newestVersion={newestVersion}
        lines={lines}
        facts={facts}
        onSaved={() => onVersion(null)}
      />
      <Remap
        newestVersion={newestVersion}
        versions={versions.map(({ version }) => version)}
        lines={lines}
      />
      {versions.length === 0 ? null : (
        <PageSection id="versioner" title={words.versions} detail={words.versionsDetail}>
          <Sheet>
            <DataTable
              label={words.versions}
              columns={[
                { id: 'version', title: words.version },
                { id: 'when', title: words.when },
                { id: 'who', title: words.who },
                { id: 'comment', title: words.comment },
                { id: 'tools', title: words.show, isTools: true },
              ]}
              rows={versions.map(({ version, createdAt, createdBy, comment }) => ({
                id: `${version}`,
                cells: {
                  version: words.versionNumber(version),
                  when: createdAt === null ? '' : shownMoment(createdAt),
                  who: createdBy ?? '',
                  comment: comment ?? '',
                  tools:
                    version === mapping.version ? (
                      <span className="small">{words.isShown}</span>
                    ) : (
                      <Button
                        look="quiet"
                        name={words.showVersion(version)}
                        onPress={() => onVersion(version === newestVersion ? null : version)}
                      >
                        {words.show}
                      </Button>
                    ),
                },
              }))}
            />
          </Sheet>
        </PageSection>
      )}
    </>
  );
}

// The newest file in force knows what accounts and objects are called.
function useNewestFacts(): UtfallFacts | null {
  const imports = useImports();
  const newest = imports.data?.pages[0]?.sources.find(({ undoneAt }) => undoneAt === null);
  return useImport(newest?.sourceId ?? null).data?.facts ?? null;
}

type RemapProps = {
  readonly newestVersion: number;
  readonly versions: readonly number[];
  readonly lines: readonly InvestmentLineAnswer[];
};

function Remap({ newestVersion, versions, lines }: RemapProps) {
  const [parameters] = useSearchParams();
  const imports = useImports();
  const mayEdit = useRight('editUtfall');
  const [asked] = useState(parameters.get('import'));
  const sources =
    imports.data?.pages.flatMap((page) => page.sources).filter((one) => one.undoneAt === null) ??
    [];
  if (!mayEdit || versions.length === 0 || sources.length === 0) return null;
  return (
    <RemapSection
      sources={sources}
      first={sources.find(({ sourceId }) => sourceId === asked) ?? null}
      versions={versions}
      newestVersion={newestVersion}
      lines={lines}
    />
  );
}
