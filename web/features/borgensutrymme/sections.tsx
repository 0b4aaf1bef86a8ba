import { memo } from 'react';
import type { BorgensprognosView, ScenarioView } from '../../lib/borgensprognos.ts';
import { useTexts } from '../../texts/language.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { SegmentedControl } from '../../ui/segmented-control.tsx';
import { AssumptionsSection } from './assumptions-section.tsx';
import { type SectionName, sectionNames } from './columns.ts';
import { CostsSection } from './costs-section.tsx';
import { DifferencesSection } from './differences-section.tsx';
import type { ForecastActs } from './use-forecast-steps.ts';

/** What stands under the table. */
export type SectionsProps = {
  readonly section: SectionName;
  readonly onSection: (section: SectionName) => void;
  readonly prognos: BorgensprognosView;
  readonly views: readonly ScenarioView[];
  readonly acts: ForecastActs;
};

/** The assumptions, the costs or the differences of the scenarios that are shown. */
export const Sections = memo(function Sections(props: SectionsProps) {
  const { section, onSection, prognos, views, acts } = props;
  const { prognos: words } = useTexts();
  const { title, detail } = {
    antaganden: words.assumptions,
    kostnader: words.costs,
    skillnader: words.differences,
  }[section];
  return (
    <div className="forecast-sections">
      <PageSection
        id={section}
        title={title}
        detail={detail}
        tools={
          <SegmentedControl
            label={words.sections}
            value={section}
            segments={sectionNames.map((value) => ({ value, label: words.sectionNames[value] }))}
            onChange={onSection}
          />
        }
      >
        {section === 'antaganden' ? (
          <AssumptionsSection prognos={prognos} views={views} acts={acts} />
        ) : null}
        {section === 'kostnader' ? <CostsSection views={views} /> : null}
        {section === 'skillnader' ? <DifferencesSection views={views} /> : null}
      </PageSection>
    </div>
  );
});
