import { useState } from 'react';
import { useLanguage, useTexts } from '../../texts/language.tsx';
import { SelectField } from '../select-field.tsx';
import { chooseTheme, readTheme, type Theme } from '../theme.ts';

/** What belongs to the reader and not to the page: light or dark, and the language. */
export function Preferences() {
  const texts = useTexts();
  const { language, choose } = useLanguage();
  const [theme, setTheme] = useState<Theme>(readTheme);
  return (
    <div className="shell-preferences">
      <SelectField<Theme>
        label={texts.nav.theme}
        value={theme}
        options={[
          { value: 'system', label: texts.nav.system },
          { value: 'light', label: texts.nav.light },
          { value: 'dark', label: texts.nav.dark },
        ]}
        onChange={(next) => {
          chooseTheme(next);
          setTheme(next);
        }}
      />
      <SelectField<'sv' | 'en'>
        label={texts.nav.language}
        value={language}
        options={[
          { value: 'sv', label: 'Svenska' },
          { value: 'en', label: 'English' },
        ]}
        onChange={choose}
      />
    </div>
  );
}
