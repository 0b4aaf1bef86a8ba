import { exportArendeCsv, moveArende } from '#contract/arende.ts';
import { addressOf } from '#contract/endpoint.ts';
import { type ArendeStep, arendePath, takeStep } from '#domain/arende.ts';
import { callApi } from '../../lib/api.ts';
import { useArendeAction, useLatestVersion } from '../../lib/arenden.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight, useRole } from '../../lib/session.tsx';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Notice } from '../../ui/notice.tsx';
import { UndoButtons } from '../../ui/undo-buttons.tsx';
import type { ArendeView } from './arende-view.ts';
import { TjansteskrivelseLinks } from './tjansteskrivelse-links.tsx';
import type { EntryEdits } from './use-entry-edits.ts';

/** Which window is open. */
export type OpenDialog = 'add' | 'facts' | 'decide' | 'delete';

/** What the tools take. */
export type ArendeToolsProps = {
  readonly view: ArendeView;
  readonly edits: EntryEdits;
  readonly openDialog: (dialog: OpenDialog) => void;
};

/** What can be done with an ärende from where it stands, for the person's role. */
export function ArendeTools({ view, edits, openDialog }: ArendeToolsProps) {
  const { arende: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const mayExport = useRight('exportFigures');
  const { arendeId, status } = view.answer;
  const may = useMay(view);
  const isRegistering = useRole() === 'ekonom';
  const move = useMove(arendeId);
  const failure = useFailureText(move.error);
  const csv = addressOf(exportArendeCsv, { params: { organisationId, arendeId } });
  return (
    <>
      {failure === undefined ? null : (
        <Notice tone="warn" heading={common.refusedTitle}>
          {failure}
        </Notice>
      )}
      <div className="tools">
        {may('edit') ? (
          <>
            <UndoButtons
              canUndo={edits.canUndo}
              canRedo={edits.canRedo}
              undo={edits.undo}
              redo={edits.redo}
            />
            <Button onPress={() => openDialog('add')}>{words.addEntryShort}</Button>
            <Menu
              trigger={words.more}
              actions={[
                { id: 'facts', label: words.editFactsMenu, onAction: () => openDialog('facts') },
                ...(may('toUtkast')
                  ? [
                      {
                        id: 'back',
                        label: words.takeBack,
                        detail: words.takeBackDetail,
                        onAction: () => move.mutate('utkast'),
                      },
                    ]
                  : []),
                ...(may('delete')
                  ? [
                      {
                        id: 'delete',
                        label: words.deleteMenu,
                        onAction: () => openDialog('delete'),
                        tone: 'danger' as const,
                      },
                    ]
                  : []),
              ]}
            />
          </>
        ) : null}
        <div className="tools-end">
          <TjansteskrivelseLinks arendeId={arendeId} />
          {mayExport ? (
            <a className="button button-standard" href={csv} download>
              {common.csv}
            </a>
          ) : null}
          {may('toBeredning') ? (
            <Button
              look="primary"
              isPending={move.isPending}
              onPress={() => move.mutate('beredning')}
            >
              {words.toBeredning}
            </Button>
          ) : null}
          {may('bifall') && status === 'beredning' ? (
            <Button look="primary" onPress={() => openDialog('decide')}>
              {isRegistering ? words.registerButton : words.decideButton}
            </Button>
          ) : null}
        </div>
      </div>
    </>
  );
}

function useMay({ answer: { status } }: ArendeView): (step: ArendeStep) => boolean {
  const mayEdit = useRight('editArende');
  const mayDecide = useRight('decideArende');
  return (step) => {
    const isMine = arendePath[step].right === 'editArende' ? mayEdit : mayDecide;
    return isMine && takeStep(status, step).ok;
  };
}

function useMove(arendeId: string) {
  const { organisationId } = useOrganisation();
  const version = useLatestVersion(arendeId);
  return useArendeAction((to: 'beredning' | 'utkast', idempotencyKey) =>
    callApi(
      moveArende,
      { params: { organisationId, arendeId }, body: { to } },
      { version: version(), idempotencyKey },
    ),
  );
}
