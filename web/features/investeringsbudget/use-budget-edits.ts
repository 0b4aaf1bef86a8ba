import { useEffect, useState } from 'react';
import { fieldTexts } from '#contract/field-texts.ts';
import { refusalTexts } from '#contract/refusal-texts.ts';
import { planCorrection } from '#domain/budgetpost.ts';
import { compare, type Tkr, tkr, toPlain, zero } from '#domain/tkr.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { refusalCode } from '../../lib/api.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useSaveQueue } from '../../lib/saving.ts';
import { useUndoHistory } from '../../lib/undo-history.ts';
import { useLanguage } from '../../texts/language.tsx';
import { type BudgetView, headOf, type PostView, rootOf } from './budget.ts';
import { useLedgerEditor } from './ledger-editor.ts';

/** One step to undo: the first entry of its chain, and the amount before and after. */
export type BudgetStep = {
  readonly name: string;
  readonly year: number;
  readonly postId: string;
  readonly before: string;
  readonly after: string;
};

/** Corrects entries, undoes and redoes; says what was refused after it had left the page. */
export function useBudgetEdits(view: BudgetView) {
  const { texts, language } = useLanguage();
  const { organisationId } = useOrganisation();
  const history = useUndoHistory<BudgetStep>(`${organisationId}.investeringsbudget.${view.year}`);
  const ledger = useLedgerEditor();
  const queue = useSaveQueue();
  const [status, setStatus] = useState('');
  const [refusal, setRefusal] = useState<string | null>(null);

  // The notice goes with the page.
  useEffect(() => () => queue.hold('budget', false), [queue]);
  const refuse = (sentence: string | null): void => {
    setRefusal(sentence);
    queue.hold('budget', sentence !== null);
  };

  const send = (post: PostView, amount: Tkr, comment: string | null): void => {
    ledger.correct(view.year, {
      post,
      amount: toPlain(amount),
      comment,
      refused: (error) => {
        const code = refusalCode(error);
        const known = Object.entries(refusalTexts).find(([one]) => one === code)?.[1];
        refuse(known?.[language] ?? texts.common.lostBody);
      },
    });
  };

  /** Corrects an entry as typed; gives the reason where it cannot be. */
  const correct = (post: PostView, text: string, name: string): string | null => {
    const parsed = parseSwedish(text);
    if (!parsed.ok) {
      if (parsed.refusal === 'amount_empty') return texts.budget.cannotEmpty;
      return fieldTexts[parsed.refusal][language];
    }
    if (compare(post.amount, parsed.value) === 0) return null;
    const planned = planCorrection(post, otherSideOf(view.posts, post), parsed.value);
    if (!planned.ok) return refusalTexts[planned.refusal][language];
    history.push({
      name,
      year: view.year,
      postId: rootOf(view.posts, post).id,
      before: toPlain(post.amount),
      after: toPlain(parsed.value),
    });
    refuse(null);
    send(post, parsed.value, null);
    return null;
  };

  const move = (step: BudgetStep | undefined, to: 'before' | 'after'): void => {
    if (step === undefined) return;
    const head = headOf(view.posts, step.postId);
    const from = tkr(to === 'before' ? step.after : step.before);
    if (head === undefined || compare(head.amount, from) !== 0) {
      setStatus(texts.common.undoBlocked(step.name));
      return;
    }
    const { undoComment, redoComment } = texts.budget;
    send(head, tkr(step[to]), to === 'before' ? undoComment : redoComment);
    const { undone, redone } = texts.common;
    setStatus(to === 'before' ? undone(step.name) : redone(step.name));
  };

  return {
    correct,
    status,
    refusal,
    dismissRefusal: () => refuse(null),
    undo: () => move(history.takeUndo(), 'before'),
    redo: () => move(history.takeRedo(), 'after'),
    canUndo: history.done.length > 0,
    canRedo: history.undone.length > 0,
    /** Remembers an entry that was just made, so that it can be undone. */
    remember: (name: string, postId: string, amount: string) =>
      history.push({ name, year: view.year, postId, before: toPlain(zero), after: amount }),
  };
}

// The other side of an återbudgetering is in another year; what is known of it is enough to tell
// which way the money goes.
function otherSideOf(posts: readonly PostView[], post: PostView): PostView | null {
  if (post.pairId === null) return null;
  const head = posts.findLast(({ id, pairId }) => pairId === post.pairId && id !== post.id);
  if (post.kind === 'omdisponering') return head ?? null;
  return post.otherYear === null ? null : { ...post, id: '', year: post.otherYear };
}
