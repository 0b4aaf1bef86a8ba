import { useMutation } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { InvestmentLineAnswer } from '#contract/investeringsbudget.ts';
import { type MappingAnswer, saveMapping } from '#contract/mapping.ts';
import type { UtfallFacts } from '#contract/utfall-file.ts';
import type { MappingRule } from '#domain/mapping.ts';
import { callApi } from '../../../lib/api.ts';
import { useFailureText } from '../../../lib/failure-text.ts';
import { useOrganisation } from '../../../lib/organisation.tsx';
import { useSaveQueue } from '../../../lib/saving.ts';
import { useRight } from '../../../lib/session.tsx';
import { useTexts } from '../../../texts/language.tsx';
import { Button } from '../../../ui/button.tsx';
import { Notice } from '../../../ui/notice.tsx';
import { keepFocusAt, PageSection } from '../../../ui/page/section.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useForgetUtfall } from './import-queries.ts';
import { isSameMapping } from './mapping-draft.ts';
import type { Places } from './place-select.tsx';
import { RuleDialog } from './rule-dialog.tsx';
import { RuleTable } from './rule-table.tsx';

/** What the editor of the rules takes. */
export type RuleEditorProps = {
  readonly saved: MappingAnswer;
  readonly newestVersion: number;
  readonly lines: readonly InvestmentLineAnswer[];
  /** What accounts and objects are called, where a file has told. */
  readonly facts: UtfallFacts | null;
  readonly onSaved: () => void;
};

/** The rules in their order, changed here and saved as a new version. */
export function RuleEditor({ saved, newestVersion, lines, facts, onSaved }: RuleEditorProps) {
  const { mapping: words } = useTexts();
  const mayEdit = useRight('editUtfall');
  const queue = useSaveQueue();
  const [rules, setRules] = useState<readonly MappingRule[]>(saved.rules);
  const [edited, setEdited] = useState<number | 'new' | null>(null);
  const [status, setStatus] = useState('');
  const isChanged = !isSameMapping(rules, saved.rules);
  const isOld = saved.version !== newestVersion;
  const places: Places = {
    lines,
    driftNames: [...new Set(rules.flatMap(({ driftrad }) => driftrad ?? []))],
  };
  // What is not saved is said to be so, also at the top of the page.
  useEffect(() => {
    queue.hold('mapping', isChanged);
    return () => queue.hold('mapping', false);
  }, [queue, isChanged]);
  const move = (from: number, to: number): void => {
    const moved = rules[from];
    if (moved === undefined || to < 0 || to >= rules.length) return;
    const others = rules.filter((_, at) => at !== from);
    setRules([...others.slice(0, to), moved, ...others.slice(to)]);
    setStatus(words.moved(from + 1, to + 1));
  };
  return (
    <PageSection
      id="regler"
      title={words.rulesTitle}
      detail={words.rulesDetail}
      {...(mayEdit
        ? { tools: <Button onPress={() => setEdited('new')}>{words.addRule}</Button> }
        : {})}
    >
      {rules.length === 0 ? (
        <Notice heading={words.emptyTitle} live="off">
          {words.emptyBody}
        </Notice>
      ) : (
        <Sheet>
          <RuleTable
            rules={rules}
            places={places}
            facts={facts}
            {...(mayEdit
              ? {
                  actions: {
                    onEdit: setEdited,
                    onMove: move,
                    onRemove: (at) => {
                      setRules(rules.filter((_, other) => other !== at));
                      setStatus(words.removed(at + 1));
                      keepFocusAt('regler');
                    },
                  },
                }
              : {})}
          />
        </Sheet>
      )}
      <span className="visually-hidden" role="status">
        {status}
      </span>
      {mayEdit && (isChanged || isOld) ? (
        <SaveVersion
          rules={rules}
          newestVersion={newestVersion}
          onSaved={onSaved}
          onDiscard={isChanged ? () => setRules(saved.rules) : null}
        />
      ) : null}
      {edited === null ? null : (
        <RuleDialog
          rule={edited === 'new' ? null : (rules[edited] ?? null)}
          places={places}
          onClose={() => setEdited(null)}
          onRule={(rule) => {
            setRules(
              edited === 'new'
                ? [...rules, rule]
                : rules.map((old, at) => (at === edited ? rule : old)),
            );
            setEdited(null);
          }}
        />
      )}
    </PageSection>
  );
}

type SaveVersionProps = {
  readonly rules: readonly MappingRule[];
  readonly newestVersion: number;
  readonly onSaved: () => void;
  /** Null where nothing was changed: an older version that could hold again. */
  readonly onDiscard: (() => void) | null;
};

function SaveVersion({ rules, newestVersion, onSaved, onDiscard }: SaveVersionProps) {
  const { common, mapping: words } = useTexts();
  const [comment, setComment] = useState('');
  const save = useSaving(newestVersion, onSaved);
  const failure = useFailureText(save.error);
  return (
    <div className="mapping-save">
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
      <TextField label={words.saveComment} value={comment} onChange={setComment} />
      <div className="mapping-save-buttons">
        <Button
          look="primary"
          isPending={save.isPending}
          onPress={() => save.mutate({ rules, comment })}
        >
          {words.saveVersion(newestVersion + 1)}
        </Button>
        {onDiscard === null ? null : <Button onPress={onDiscard}>{words.discard}</Button>}
      </div>
    </div>
  );
}

function useSaving(newestVersion: number, onSaved: () => void) {
  const { organisationId } = useOrganisation();
  const forget = useForgetUtfall();
  return useMutation({
    mutationFn: async (wish: {
      readonly rules: readonly MappingRule[];
      readonly comment: string;
    }) => {
      const body = { rules: [...wish.rules], comment: wish.comment };
      const call = { params: { organisationId }, body };
      await callApi(saveMapping, call, { version: newestVersion });
      await forget();
    },
    onSuccess: onSaved,
  });
}
