import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { createArticle, createBehov } from '#contract/behov.ts';
import { priceOfYear } from '#domain/behov.ts';
import { parseSwedish } from '#domain/tkr-swedish.ts';
import { costOf, parseSwedishVolume, toPlainVolume } from '#domain/volume.ts';
import { callApi } from '../../lib/api.ts';
import { type FormRules, useForm } from '../../lib/form.ts';
import { shown } from '../../lib/format.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { untilSettled, useSaveQueue } from '../../lib/saving.ts';
import { useTexts } from '../../texts/language.tsx';
import type { Texts } from '../../texts/sv.ts';
import { EditDialog, orNull } from '../../ui/edit-dialog.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { type ArticleDraft, articleBody, emptyArticle } from './article-draft.ts';
import { NameFields, PriceFields } from './article-fields.tsx';
import { type BehovView, behovKey } from './behov.ts';

/** The choice that opens the fields of a new article. */
const newArticle = 'new';

/** What the window takes. */
export type NewItemDialogProps = {
  readonly view: BehovView;
  /** The line that was asked from, or null. */
  readonly lineId: string | null;
  readonly onClose: () => void;
};

/** Asks what is needed: how many of which article, on which line; a new article comes along. */
export function NewItemDialog({ view, lineId: asked, onClose }: NewItemDialogProps) {
  const texts = useTexts();
  const words = texts.behov;
  const { year, lines, articles } = view;
  const [lineId, setLineId] = useState(asked ?? '');
  const [articleId, setArticleId] = useState(articles.length === 0 ? newArticle : '');
  const [draft, setDraft] = useState(() => emptyArticle(year));
  const [many, setMany] = useState('');
  const [comment, setComment] = useState('');
  const isNew = articleId === newArticle;
  const entry = useNewItem(year, setArticleId);
  const form = useForm(rulesOf(texts, isNew), entry.error);
  const submit = (): void => {
    const parsed = parseSwedishVolume(many);
    const volume = parsed.ok ? toPlainVolume(parsed.value) : many;
    // Until the article has been made, another's place is kept for it so that the rest is judged.
    const item = { lineId, year, articleId, volume, comment: orNull(comment) };
    const judged = isNew
      ? { ...item, articleId: lineId, article: articleBody(draft) }
      : { ...item, article: null };
    if (!form.check(judged)) return;
    entry.mutate({ item, article: isNew ? articleBody(draft) : null }, { onSuccess: onClose });
  };
  const preview = previewOf(view, { articleId, draft, many });
  return (
    <EditDialog
      form={form}
      title={words.newItem}
      submitLabel={words.create}
      error={entry.error}
      isPending={entry.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <SelectField
        label={words.line}
        value={lineId}
        placeholder={words.chooseLine}
        options={lines.map((line) => ({ value: line.lineId, label: line.name }))}
        onChange={setLineId}
        error={form.errorAt('lineId')}
        autoFocus={asked === null}
        isRequired
      />
      <SelectField
        label={words.article}
        value={articleId}
        placeholder={words.chooseArticle}
        options={[
          ...articles.map(({ id, name }) => ({ value: id, label: name })),
          { value: newArticle, label: words.newArticle },
        ]}
        onChange={setArticleId}
        error={form.errorAt('articleId')}
        autoFocus={asked !== null}
        isRequired
      />
      {isNew ? (
        <fieldset className="behov-article">
          <legend>{words.addArticle}</legend>
          <NameFields
            draft={draft}
            onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
            errorAt={(name) => form.errorAt(`article.${name}`)}
          />
          <PriceFields
            draft={draft}
            onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
            errorAt={(name) => form.errorAt(`article.price.${name}`)}
            year={year}
          />
        </fieldset>
      ) : null}
      <TextField
        label={words.volume}
        value={many}
        onChange={setMany}
        inputMode="decimal"
        description={preview === null ? undefined : words.preview(preview)}
        error={form.errorAt('volume')}
        maxLength={30}
        isRequired
      />
      <TextField
        label={words.commentField}
        value={comment}
        onChange={setComment}
        error={form.errorAt('comment')}
        maxLength={1000}
      />
    </EditDialog>
  );
}

const withArticle = createBehov.body.extend({ article: createArticle.body.nullable() });

function rulesOf({ behov: words }: Texts, isNew: boolean): FormRules {
  const article = {
    'article.name': words.missingName,
    'article.unit': words.missingUnit,
    'article.price.amount': words.missingPrice,
    'article.price.validFrom': words.missingDay,
  };
  return {
    schema: withArticle,
    labels: {
      lineId: words.line,
      articleId: words.article,
      'article.name': words.name,
      'article.unit': words.unit,
      'article.price.amount': words.price,
      'article.price.validFrom': words.priceFrom,
      'article.price.source': words.source,
      volume: words.volume,
      comment: words.commentField,
    },
    required: {
      lineId: words.missingLine,
      ...(isNew ? article : { articleId: words.missingArticle }),
      volume: words.missingVolume,
    },
    refusals: { article_name_taken: 'article.name', article_has_no_price: 'articleId' },
  };
}

type Wish = {
  readonly item: Parameters<typeof createBehov.body.parse>[0];
  readonly article: ReturnType<typeof articleBody> | null;
};

// An article that was made stays made where the need is refused, and is chosen from then on.
function useNewItem(year: number, onArticle: (articleId: string) => void) {
  const client = useQueryClient();
  const queue = useSaveQueue();
  const { organisationId } = useOrganisation();
  const params = { organisationId };
  return useMutation<unknown, Error, Wish>({
    mutationFn: async ({ item, article }) => {
      await untilSettled(queue);
      const key = (): { idempotencyKey: string } => ({ idempotencyKey: crypto.randomUUID() });
      let chosen: { articleId?: string } = {};
      if (article !== null) {
        const { articleId } = await callApi(createArticle, { params, body: article }, key());
        await client.invalidateQueries({ queryKey: behovKey(organisationId, year) });
        onArticle(articleId);
        chosen = { articleId };
      }
      const body = createBehov.body.parse({ ...(item as object), ...chosen });
      return callApi(createBehov, { params, body }, key());
    },
    onSettled: () => client.invalidateQueries({ queryKey: behovKey(organisationId) }),
  });
}

type Typed = { readonly articleId: string; readonly draft: ArticleDraft; readonly many: string };

/** What it would come to, as soon as a volume and a price can be read; null before that. */
function previewOf({ articles, year }: BehovView, { articleId, draft, many }: Typed) {
  const parsed = parseSwedishVolume(many);
  if (!parsed.ok) return null;
  const article = articles.find(({ id }) => id === articleId);
  const known = article === undefined ? null : (priceOfYear(article.prices, year)?.amount ?? null);
  const typed = parseSwedish(draft.amount);
  const price = articleId === newArticle && typed.ok ? typed.value : known;
  if (price === null) return null;
  return shown(costOf(parsed.value, price));
}
