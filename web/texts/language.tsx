import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { en } from './en.ts';
import { sv, type Texts } from './sv.ts';

/** The languages of the screens. Figures and days are in Swedish form in both. */
export type Language = 'sv' | 'en';

type Chosen = {
  readonly language: Language;
  readonly texts: Texts;
  readonly choose: (language: Language) => void;
};

const LanguageContext = createContext<Chosen>({
  language: 'sv',
  texts: sv,
  choose: () => undefined,
});

const storageKey = 'tkr.language';

/** Gives everything below it the texts of the chosen language, and remembers the choice. */
export function LanguageProvider({ children }: { readonly children: ReactNode }) {
  const [language, setLanguage] = useState<Language>(() =>
    localStorage.getItem(storageKey) === 'en' ? 'en' : 'sv',
  );
  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);
  const chosen = useMemo<Chosen>(
    () => ({
      language,
      texts: language === 'en' ? en : sv,
      choose: (next) => {
        localStorage.setItem(storageKey, next);
        setLanguage(next);
      },
    }),
    [language],
  );
  return (
    <LanguageContext value={chosen}>
      <I18nProvider locale={language === 'en' ? 'en-SE' : 'sv-SE'}>{children}</I18nProvider>
    </LanguageContext>
  );
}

/** The texts of the chosen language. */
export function useTexts(): Texts {
  return useContext(LanguageContext).texts;
}

/** The chosen language, and how to choose another. */
export function useLanguage(): Chosen {
  return useContext(LanguageContext);
}
