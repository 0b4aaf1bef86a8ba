import { useState } from 'react';
import { type ApiToken, createToken } from '#contract/account.ts';
import { exportBorgensprognosCsv } from '#contract/borgensprognos.ts';
import { addressOf } from '#contract/endpoint.ts';
import type { Belonging } from '#contract/organisations.ts';
import { getSettings } from '#contract/settings.ts';
import { isAllowed } from '#domain/rights.ts';
import { useForm } from '../../lib/form.ts';
import { useTexts } from '../../texts/language.tsx';
import { Button } from '../../ui/button.tsx';
import { CopyButton } from '../../ui/copy-button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Form, Submit } from '../../ui/form.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { useTokenCall } from './tokens.ts';

/** What the window takes. */
export type TokenDialogProps = {
  readonly organisation: Belonging;
  readonly onClose: () => void;
};

/** Makes a token, and then shows it, once. */
export function TokenDialog({ organisation, onClose }: TokenDialogProps) {
  const { konto: words, common } = useTexts();
  const [secret, setSecret] = useState<string | null>(null);
  return (
    <Dialog
      isOpen
      title={secret === null ? words.newTokenFor(organisation.name) : words.tokenMade}
      closeLabel={common.close}
      onClose={onClose}
    >
      {secret === null ? (
        <TokenForm organisation={organisation} onMade={setSecret} />
      ) : (
        <MadeToken organisation={organisation} secret={secret} onClose={onClose} />
      )}
    </Dialog>
  );
}

type TokenFormProps = {
  readonly organisation: Belonging;
  readonly onMade: (secret: string) => void;
};

const lengths = ['30', '90', '180', '365'] as const;

function TokenForm({ organisation, onMade }: TokenFormProps) {
  const { konto: words, front } = useTexts();
  const { organisationId } = organisation;
  const [name, setName] = useState('');
  const [scope, setScope] = useState<ApiToken['scope']>('read');
  const [days, setDays] = useState<(typeof lengths)[number]>('90');
  const create = useTokenCall(createToken, organisationId);
  const form = useForm(
    {
      schema: createToken.body,
      labels: { name: words.tokenName },
      required: { name: words.missingTokenName },
    },
    create.error,
  );
  const submit = (): void => {
    const body = { name, scope, days: parseInt(days, 10) };
    if (!form.check(body) || create.isPending) return;
    create.mutate(
      { params: { organisationId }, body },
      { onSuccess: ({ secret }) => onMade(secret) },
    );
  };
  return (
    <Form state={form} failed={front.refused} onSubmit={submit}>
      <TextField
        label={words.tokenName}
        description={words.tokenNameHelp}
        name="name"
        autoComplete="off"
        value={name}
        onChange={setName}
        error={form.errorAt('name')}
        maxLength={100}
        autoFocus
        isRequired
      />
      <SelectField<ApiToken['scope']>
        label={words.tokenScope}
        value={scope}
        options={[
          { value: 'read', label: words.tokenScopeRead },
          { value: 'write', label: words.tokenScopeWrite },
        ]}
        onChange={setScope}
      />
      <SelectField<(typeof lengths)[number]>
        label={words.tokenDays}
        value={days}
        options={lengths.map((value) => ({ value, label: words.days(parseInt(value, 10)) }))}
        onChange={setDays}
      />
      <Submit state={form} isPending={create.isPending}>
        {words.createToken}
      </Submit>
    </Form>
  );
}

type MadeTokenProps = {
  readonly organisation: Belonging;
  readonly secret: string;
  readonly onClose: () => void;
};

function MadeToken({ organisation, secret, onClose }: MadeTokenProps) {
  const words = useTexts().konto;
  const example = exampleOf(organisation, secret);
  return (
    <div className="stack">
      <p>{words.tokenMadeBody}</p>
      <div className="made-token">
        <p className="field-label">{words.tokenSecret}</p>
        <p>
          <code className="secret-text">{secret}</code>
        </p>
        <p className="front-actions">
          <CopyButton text={secret} label={words.copyToken} />
        </p>
      </div>
      <div className="made-token">
        <p className="field-label">{words.example}</p>
        <pre className="secret-text">{example}</pre>
        <p className="front-actions">
          <CopyButton text={example} label={words.copyExample} />
        </p>
      </div>
      <div className="dialog-actions">
        <Button look="primary" autoFocus onPress={onClose}>
          {words.tokenDone}
        </Button>
      </div>
    </div>
  );
}

// Something that the role may read: the forecast as a file, or what everybody may.
function exampleOf({ organisationId, role }: Belonging, secret: string): string {
  const params = { organisationId };
  const path = isAllowed(role, 'exportFigures')
    ? addressOf(exportBorgensprognosCsv, { params, query: {} })
    : addressOf(getSettings, { params });
  return `curl -H "Authorization: Bearer ${secret}" ${location.origin}${path}`;
}
