import { useState } from 'react';
import type { OrgPerson } from '#contract/people.ts';
import { type Settings, updateSettings } from '#contract/settings.ts';
import { useTexts } from '../../texts/language.tsx';
import { ConfirmWrite } from '../../ui/confirm-write.tsx';
import { PageSection } from '../../ui/page/section.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { Switch } from '../../ui/switch.tsx';

/** What the section takes. */
export type LoginSectionProps = {
  readonly settings: Settings;
  readonly mayEdit: boolean;
  /** Those who belong to the organisation now; null for who may not read them. */
  readonly people: readonly OrgPerson[] | null;
  /** The person who looks. */
  readonly personId: string | null;
};

/** How the organisation's people come in. */
export function LoginSection({ settings, mayEdit, people, personId }: LoginSectionProps) {
  const words = useTexts().administration.login;
  const [asked, setAsked] = useState<boolean | null>(null);
  const { requiresSecondFactor, provider, isDemo } = settings;
  const consequence = useConsequence(settings, people);
  const state = requiresSecondFactor ? words.required : words.optional;
  const isYouLacking =
    people?.some((one) => one.personId === personId && !one.hasSecondFactor) ?? false;
  return (
    <PageSection id="inloggning" title={words.heading}>
      <Sheet>
        <div className="settings-body">
          {mayEdit ? (
            <Switch
              label={words.require}
              description={isDemo && !requiresSecondFactor ? words.notInDemo : consequence}
              isOn={requiresSecondFactor}
              isDisabled={isDemo && !requiresSecondFactor}
              onChange={setAsked}
            />
          ) : null}
          <dl className="facts settings-facts">
            {mayEdit ? null : (
              <>
                <dt>{words.codes}</dt>
                <dd>{state}</dd>
              </>
            )}
            <dt>{words.provider}</dt>
            <dd>
              {provider === null
                ? words.noProvider
                : provider.isLocalLoginOff
                  ? words.localOff(provider.name)
                  : words.localOn(provider.name)}{' '}
              {words.providerWhere}
            </dd>
          </dl>
        </div>
      </Sheet>
      {asked === null ? null : (
        <AskFirst settings={settings} isOn={asked} onClose={() => setAsked(null)}>
          {asked ? <p>{consequence}</p> : <p>{words.offBody}</p>}
          {asked && isYouLacking ? <p>{words.askYou}</p> : null}
        </AskFirst>
      )}
    </PageSection>
  );
}

/** What the requirement does to whom, in a sentence. */
function useConsequence({ requiresSecondFactor }: Settings, people: LoginSectionProps['people']) {
  const words = useTexts().administration.login;
  const lacking = (people ?? []).filter(({ hasSecondFactor }) => !hasSecondFactor);
  const names = lacking.map(({ name }) => name).join(', ');
  if (people === null || lacking.length === 0) {
    return requiresSecondFactor ? words.allIn : words.allHave;
  }
  if (requiresSecondFactor) return `${words.allIn} ${words.nowLack(names)}`;
  return words.someLack(lacking.length, people.length, names);
}

type AskFirstProps = {
  readonly settings: Settings;
  readonly isOn: boolean;
  readonly onClose: () => void;
  readonly children: React.ReactNode;
};

function AskFirst({ settings, isOn, onClose, children }: AskFirstProps) {
  const words = useTexts().administration.login;
  const { organisationId, version } = settings;
  return (
    <ConfirmWrite
      endpoint={updateSettings}
      wish={{ params: { organisationId }, body: { requiresSecondFactor: isOn }, version }}
      title={isOn ? words.askTitle : words.offTitle}
      confirmLabel={isOn ? words.askConfirm : words.offConfirm}
      look={isOn ? 'primary' : 'danger'}
      onClose={onClose}
    >
      {children}
    </ConfirmWrite>
  );
}
