import { useState } from 'react';
import type { ScenarioView } from '../../lib/borgensprognos.ts';
import { useLanguage } from '../../texts/language.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { assumptionSentences, headroomSentences, rowSentences } from './difference-words.ts';

/** What differs between two scenarios, in words: what they assume, their rows, and what is left. */
export function DifferencesSection({ views }: { readonly views: readonly ScenarioView[] }) {
  const { texts, language } = useLanguage();
  const words = texts.prognos.differences;
  const [leftId, setLeftId] = useState<string | null>(null);
  const [rightId, setRightId] = useState<string | null>(null);
  const chosen = (id: string | null): ScenarioView | undefined =>
    views.find(({ scenario }) => scenario.scenarioId === id);
  const left = chosen(leftId) ?? views[0];
  const right = chosen(rightId) ?? views.find((view) => view !== left);
  if (left === undefined || right === undefined) {
    return <p className="small">{words.needsTwo}</p>;
  }
  const options = views.map(({ scenario }) => ({
    value: scenario.scenarioId,
    label: scenario.name,
  }));
  return (
    <div className="differences">
      <div className="assumption-tools">
        <SelectField
          label={words.left}
          value={left.scenario.scenarioId}
          options={options}
          onChange={setLeftId}
        />
        <SelectField
          label={words.right}
          value={right.scenario.scenarioId}
          options={options}
          onChange={setRightId}
        />
      </div>
      <Sheet>
        <div className="difference-lists" role="status">
          <Sentences
            title={words.outcome}
            sentences={headroomSentences(left, right, texts.prognos)}
          />
          <Sentences
            title={words.assumptions}
            sentences={assumptionSentences(left, right, texts.prognos)}
            none={words.sameAssumptions}
          />
          <Sentences
            title={words.rows}
            sentences={rowSentences(left, right, texts, language)}
            none={words.sameRows}
          />
        </div>
      </Sheet>
    </div>
  );
}

type SentencesProps = {
  readonly title: string;
  readonly sentences: readonly string[];
  readonly none?: string;
};

function Sentences({ title, sentences, none }: SentencesProps) {
  return (
    <section>
      <h3>{title}</h3>
      {sentences.length === 0 ? (
        <p>{none}</p>
      ) : (
        <ul>
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      )}
    </section>
  );
}
