import type { ArendeAnswer } from '#contract/arende-answer.ts';
import { useFailureText } from '../../lib/failure-text.ts';
import { shownMoment } from '../../lib/format.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { FigureSheet } from '../../ui/sheet.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTextEditor } from './arende-editing.tsx';
import type { ArendeView } from './arende-view.ts';
import type { TextDraft } from './text-editor.ts';

type Text = ArendeAnswer['texts'][number];

/** What the texts take. */
export type TextsProps = { readonly view: ArendeView; readonly mayEdit: boolean };

/** The blocks of the tjänsteskrivelse: suggested until somebody writes their own. */
export function TextsSection({ view, mayEdit }: TextsProps) {
  const { arende: words } = useTexts();
  const { texts, arendeId } = view.answer;
  return (
    <FigureSheet title={words.texts} detail={mayEdit ? words.textsDetail : words.textsReader}>
      <div className="arende-texts">
        {texts.map((text) =>
          mayEdit ? (
            <EditedText key={text.block} arendeId={arendeId} text={text} />
          ) : (
            <section key={text.block}>
              <h2>{words.blocks[text.block]}</h2>
              <p className="arende-prose">{text.body === '' ? '–' : text.body}</p>
            </section>
          ),
        )}
      </div>
    </FigureSheet>
  );
}

function EditedText({ arendeId, text }: { readonly arendeId: string; readonly text: Text }) {
  const { arende: words } = useTexts();
  const { editor, drafts } = useTextEditor();
  const place = { arendeId, block: text.block };
  const draft = drafts.find((one) => one.arendeId === arendeId && one.block === text.block);
  const shown = draft?.body ?? text.body;
  return (
    <section>
      <TextField
        label={words.blocks[text.block]}
        description={text.isSuggested ? words.isSuggested : changedLine(text, words)}
        value={shown}
        rows={rowsFor(shown)}
        onChange={(body) => editor.type(place, body)}
        onBlur={() => {
          if (draft === undefined || draft.trouble !== null) return;
          if (draft.body === text.body) editor.drop(place);
          else editor.save(place, draft.body);
        }}
        maxLength={20_000}
      />
      {draft?.trouble?.kind === 'conflict' ? <TextConflict text={text} draft={draft} /> : null}
      {draft?.trouble?.kind === 'refused' ? (
        <TextRefused error={draft.trouble.error} draft={draft} />
      ) : null}
      {text.isSuggested ? null : (
        <Button
          look="quiet"
          name={words.backToSuggestionOf(words.blocks[text.block])}
          onPress={() => {
            editor.drop(place);
            editor.save(place, null);
          }}
        >
          {words.backToSuggestion}
        </Button>
      )}
    </section>
  );
}

function changedLine(text: Text, words: ReturnType<typeof useTexts>['arende']): string {
  return text.changedBy === null || text.changedAt === null
    ? words.isOwn
    : words.isOwnBy(text.changedBy, shownMoment(text.changedAt));
}

function TextConflict({ text, draft }: { readonly text: Text; readonly draft: TextDraft }) {
  const { arende: words } = useTexts();
  const { editor } = useTextEditor();
  return (
    <Notice
      tone="warn"
      heading={words.textConflict}
      actions={
        <>
          <Button onPress={() => editor.drop(draft)}>{words.takeTheirText}</Button>
          <Button look="primary" onPress={() => editor.save(draft, draft.body)}>
            {words.keepMyText}
          </Button>
        </>
      }
    >
      <p>{words.textConflictBody(text.changedBy ?? words.somebody)}</p>
      <blockquote className="arende-prose">{text.body}</blockquote>
    </Notice>
  );
}

function TextRefused({ error, draft }: { readonly error: Error; readonly draft: TextDraft }) {
  const { arende: words, common } = useTexts();
  const { editor } = useTextEditor();
  const failure = useFailureText(error);
  return (
    <Notice
      tone="warn"
      heading={common.refusedTitle}
      actions={
        <>
          <Button onPress={() => editor.drop(draft)}>{words.dropText}</Button>
          <Button look="primary" onPress={() => editor.save(draft, draft.body)}>
            {common.tryAgain}
          </Button>
        </>
      }
    >
      {failure}
    </Notice>
  );
}

/** Room for the whole text without scrolling, within reason. */
function rowsFor(body: string): number {
  const lines = body.split('\n').reduce((rows, line) => rows + 1 + Math.floor(line.length / 66), 0);
  return Math.min(28, Math.max(3, lines + 1));
}
