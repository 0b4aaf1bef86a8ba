import type { Sentence } from '#contract/field-texts.ts';
import type { Language } from '../../texts/language.tsx';

/** What the log's events are called, as something that the person of the row did. */
export const actionWords: { readonly [action: string]: Sentence } = {
  acceptInvitation: { sv: 'Tackade ja till en inbjudan', en: 'Accepted an invitation' },
  changePassword: { sv: 'Bytte lösenord', en: 'Changed password' },
  changeRole: { sv: 'Bytte roll på en person', en: 'Changed the role of a person' },
  changeSecondFactor: {
    sv: 'Slog på eller av sin tvåstegsinloggning',
    en: 'Turned own two-step login on or off',
  },
  correctBudgetpost: { sv: 'Rättade en post', en: 'Corrected an entry' },
  createBeslut: { sv: 'Skrev in ett beslut', en: 'Entered a decision' },
  createBudgetpost: { sv: 'Skrev in en post', en: 'Entered an entry' },
  createInvestmentLine: { sv: 'Lade till en rad i budgeten', en: 'Added a line to the budget' },
  createMember: { sv: 'Lade till en medlem', en: 'Added a member' },
  createOrganisation: { sv: 'Skapade organisationen', en: 'Made the organisation' },
  createPasswordLink: {
    sv: 'Gjorde en länk till nytt lösenord',
    en: 'Made a link to a new password',
  },
  createScenario: { sv: 'Skapade ett scenario', en: 'Made a scenario' },
  createToken: { sv: 'Skapade en nyckel för program', en: 'Made a token for programs' },
  deleteMember: { sv: 'Tog bort en medlem', en: 'Removed a member' },
  deleteScenario: { sv: 'Tog bort ett scenario', en: 'Deleted a scenario' },
  endMembership: { sv: 'Tog bort en person', en: 'Removed a person' },
  exportBorgensprognosCsv: {
    sv: 'Hämtade borgensprognosen som fil',
    en: 'Took out the forecast as a file',
  },
  exportInvesteringsbudgetCsv: {
    sv: 'Hämtade investeringsbudgeten som fil',
    en: 'Took out the investment budget as a file',
  },
  freezeScenario: { sv: 'Fastställde ett scenario', en: 'Made a scenario final' },
  invite: { sv: 'Bjöd in en person', en: 'Invited a person' },
  login: { sv: 'Loggade in', en: 'Logged in' },
  loginFailed: { sv: 'Fel lösenord vid inloggning', en: 'Wrong password at login' },
  logout: { sv: 'Loggade ut', en: 'Logged out' },
  renewRecoveryCodes: { sv: 'Gjorde nya återställningskoder', en: 'Made new recovery codes' },
  revokeInvitation: { sv: 'Drog tillbaka en inbjudan', en: 'Withdrew an invitation' },
  revokeToken: { sv: 'Drog in en nyckel för program', en: 'Withdrew a token for programs' },
  setForecastRow: { sv: 'Ändrade en siffra i ett scenario', en: 'Changed a figure of a scenario' },
  updateAccount: { sv: 'Bytte namn', en: 'Changed own name' },
  updateInvestmentLine: { sv: 'Ändrade en rad i budgeten', en: 'Changed a line of the budget' },
  updateMember: { sv: 'Ändrade en medlem', en: 'Changed a member' },
  updateScenario: { sv: 'Ändrade ett scenario', en: 'Changed a scenario' },
  updateSettings: { sv: 'Ändrade inställningarna', en: 'Changed the settings' },
};

/** What an event is called; one without words of its own keeps its name in the log. */
export function actionText(action: string, language: Language): string {
  return actionWords[action]?.[language] ?? action;
}
