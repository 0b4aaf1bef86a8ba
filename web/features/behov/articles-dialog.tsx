import { useState } from 'react';
import { createArticle, createArticlePrice, updateArticle } from '#contract/behov.ts';
import { priceOfYear } from '#domain/behov.ts';
import { formatSwedish } from '#domain/tkr-swedish.ts';
import { useForm } from '../../lib/form.ts';
import { useOrganisation } from '../../lib/organisation.tsx';
import { useRight } from '../../lib/session.tsx';
import { useWrite } from '../../lib/write.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { DataTable } from '../../ui/data-table.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { EditDialog } from '../../ui/edit-dialog.tsx';
import { Menu } from '../../ui/menu.tsx';
import { articleBody, emptyArticle, priceBody } from './article-draft.ts';
import { NameFields, PriceFields } from './article-fields.tsx';
import type { ArticleView, BehovView } from './behov.ts';

type Open =
  | { readonly kind: 'list' | 'new' }
  | { readonly kind: 'price' | 'change'; readonly article: ArticleView };

/** What the window takes. */
export type ArticlesDialogProps = {
  readonly view: BehovView;
  readonly onClose: () => void;
};

/** Every article with its prices and their dates; a form takes the list's place while it is filled in. */
export function ArticlesDialog({ view, onClose }: ArticlesDialogProps) {
  const [open, setOpen] = useState<Open>({ kind: 'list' });
  const back = (): void => setOpen({ kind: 'list' });
  const { year } = view;
  if (open.kind === 'new') return <NewArticle year={year} onClose={back} />;
  if (open.kind === 'price') return <NewPrice year={year} article={open.article} onClose={back} />;
  if (open.kind === 'change') return <ChangeArticle article={open.article} onClose={back} />;
  return <ArticleList view={view} onOpen={setOpen} onClose={onClose} />;
}

type ArticleListProps = ArticlesDialogProps & { readonly onOpen: (open: Open) => void };

function ArticleList({ view, onOpen, onClose }: ArticleListProps) {
  const { behov: words, common } = useTexts();
  const mayEdit = useRight('editArende');
  const columns = [
    { id: 'name', title: words.article },
    { id: 'unit', title: words.unit },
    { id: 'prices', title: words.prices },
    ...(mayEdit ? [{ id: 'tools', title: words.actions, isTools: true }] : []),
  ];
  const rows = view.articles.map((article) => ({
    id: article.id,
    cells: {
      name: article.name,
      unit: article.unit,
      prices: <Prices article={article} year={view.year} />,
      tools: (
        <Menu
          trigger={words.actions}
          name={words.articleMenu(article.name)}
          actions={[
            {
              id: 'price',
              label: words.addPrice,
              onAction: () => onOpen({ kind: 'price', article }),
            },
            {
              id: 'change',
              label: words.changeArticle,
              onAction: () => onOpen({ kind: 'change', article }),
            },
          ]}
        />
      ),
    },
  }));
  return (
    <Dialog
      isOpen
      size="wide"
      title={words.articlesTitle}
      closeLabel={common.close}
      onClose={onClose}
      closesOnPressOutside
      {...(mayEdit
        ? {
            actions: (
              <Button look="primary" onPress={() => onOpen({ kind: 'new' })}>
                {words.addArticle}
              </Button>
            ),
          }
        : {})}
    >
      <p className="small">{words.articlesBody}</p>
      {view.articles.length === 0 ? (
        <p className="sheet-empty">{words.articlesEmpty}</p>
      ) : (
        <DataTable label={words.articlesTitle} columns={columns} rows={rows} />
      )}
    </Dialog>
  );
}

function Prices({ article, year }: { readonly article: ArticleView; readonly year: number }) {
  const { behov: words } = useTexts();
  const inForce = priceOfYear(article.prices, year);
  const latestFirst = article.prices.toReversed();
  return (
    <ul className="behov-prices">
      {latestFirst
        .toSorted((left, right) => (left.validFrom > right.validFrom ? -1 : 1))
        .map(({ id, amount, validFrom, source }) => (
          <li key={id} {...(id === inForce?.id ? { className: 'behov-price-now' } : {})}>
            {words.priceLine(formatSwedish(amount), validFrom)}
            {source === null ? null : <small>{source}</small>}
          </li>
        ))}
    </ul>
  );
}

function NewArticle({ year, onClose }: { readonly year: number; readonly onClose: () => void }) {
  const { behov: words } = useTexts();
  const { organisationId } = useOrganisation();
  const write = useWrite(createArticle);
  const [draft, setDraft] = useState(() => emptyArticle(year));
  const form = useForm(
    {
      schema: createArticle.body,
      labels: {
        name: words.name,
        unit: words.unit,
        'price.amount': words.price,
        'price.validFrom': words.priceFrom,
        'price.source': words.source,
      },
      required: {
        name: words.missingName,
        unit: words.missingUnit,
        'price.amount': words.missingPrice,
        'price.validFrom': words.missingDay,
      },
      refusals: { article_name_taken: 'name' },
    },
    write.error,
  );
  const change = (part: Partial<typeof draft>): void => setDraft((old) => ({ ...old, ...part }));
  const submit = (): void => {
    const body = articleBody(draft);
    if (!form.check(body)) return;
    write.mutate({ params: { organisationId }, body }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.addArticle}
      submitLabel={words.createArticle}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameFields draft={draft} onChange={change} errorAt={form.errorAt} startsHere />
      <PriceFields
        draft={draft}
        onChange={change}
        errorAt={(name) => form.errorAt(`price.${name}`)}
        year={year}
      />
    </EditDialog>
  );
}

type ArticleFormProps = { readonly article: ArticleView; readonly onClose: () => void };

function NewPrice({ article, year, onClose }: ArticleFormProps & { readonly year: number }) {
  const { behov: words } = useTexts();
  const { organisationId } = useOrganisation();
  const write = useWrite(createArticlePrice);
  const [draft, setDraft] = useState({ validFrom: '', amount: '', source: '' });
  const form = useForm(
    {
      schema: createArticlePrice.body,
      labels: { amount: words.price, validFrom: words.priceFrom, source: words.source },
      required: { amount: words.missingPrice, validFrom: words.missingDay },
    },
    write.error,
  );
  const submit = (): void => {
    const body = priceBody(draft);
    if (!form.check(body)) return;
    const params = { organisationId, articleId: article.id };
    write.mutate({ params, body }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.addPriceTitle(article.name)}
      submitLabel={words.createPrice}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <PriceFields
        draft={draft}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
        errorAt={form.errorAt}
        year={year}
        startsHere
      />
    </EditDialog>
  );
}

function ChangeArticle({ article, onClose }: ArticleFormProps) {
  const { behov: words, common } = useTexts();
  const { organisationId } = useOrganisation();
  const write = useWrite(updateArticle);
  const [draft, setDraft] = useState({ name: article.name, unit: article.unit });
  const form = useForm(
    {
      schema: updateArticle.body,
      labels: { name: words.name, unit: words.unit },
      required: { name: words.missingName, unit: words.missingUnit },
      refusals: { article_name_taken: 'name' },
    },
    write.error,
  );
  const submit = (): void => {
    if (!form.check(draft)) return;
    const params = { organisationId, articleId: article.id };
    write.mutate({ params, body: draft, version: article.version }, { onSuccess: onClose });
  };
  return (
    <EditDialog
      form={form}
      title={words.changeArticleTitle(article.name)}
      submitLabel={common.save}
      error={write.error}
      isPending={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <NameFields
        draft={draft}
        onChange={(part) => setDraft((old) => ({ ...old, ...part }))}
        errorAt={form.errorAt}
        startsHere
      />
    </EditDialog>
  );
}
