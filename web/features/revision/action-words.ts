import type { Sentence } from '#contract/field-texts.ts';
import type { Language } from '../../texts/language.tsx';

/** What the log's events are called, as something that the person of the row did. */
export const actionWords: { readonly [action: string]: Sentence } = {
  acceptInvitation: { sv: 'Tackade ja till en inbjudan', en: 'Accepted an invitation' },
  addArendeDocument: {
    sv: 'Lade till ett underlag i ett ärende',
    en: 'Added a document to a case',
  },
  addArendeEntry: { sv: 'Lade till en post i ett ärende', en: 'Added an entry to a case' },
  changeArendeEntry: { sv: 'Ändrade en post i ett ärende', en: 'Changed an entry of a case' },
  changePassword: { sv: 'Bytte lösenord', en: 'Changed password' },
  changeRole: { sv: 'Bytte roll på en person', en: 'Changed the role of a person' },
  changeSecondFactor: {
    sv: 'Slog på eller av sin tvåstegsinloggning',
    en: 'Turned own two-step login on or off',
  },
  clearUtfall: { sv: 'Tog bort ett skrivet utfall', en: 'Removed a typed outcome' },
  correctBorgenstak: {
    sv: 'Rättade eller tog tillbaka ett borgenstak',
    en: 'Corrected or took back a ceiling',
  },
  correctBudgetpost: { sv: 'Rättade en post', en: 'Corrected an entry' },
  createArende: { sv: 'Började ett ärende', en: 'Began a case' },
  createArendeScenarios: { sv: 'Gjorde scenarier av ett ärende', en: 'Made scenarios of a case' },
  createArticle: { sv: 'Lade till en artikel', en: 'Added an article' },
  createArticlePrice: {
    sv: 'Skrev in ett pris på en artikel',
    en: 'Entered a price of an article',
  },
  createBehov: { sv: 'Skrev in ett behov', en: 'Entered a need' },
  createBeslut: { sv: 'Skrev in ett beslut', en: 'Entered a decision' },
  createBudgetpost: { sv: 'Skrev in en post', en: 'Entered an entry' },
  createCarryOverPolicy: { sv: 'Skrev in en överföringspolicy', en: 'Entered a carry-over policy' },
  createInvestmentLine: { sv: 'Lade till en rad i budgeten', en: 'Added a line to the budget' },
  createLoan: { sv: 'Skrev in ett lån', en: 'Entered a loan' },
  createMember: { sv: 'Lade till en medlem', en: 'Added a member' },
  createOrganisation: { sv: 'Skapade organisationen', en: 'Made the organisation' },
  createPasswordLink: {
    sv: 'Gjorde en länk till nytt lösenord',
    en: 'Made a link to a new password',
  },
  createRateCurve: { sv: 'Lade till en räntekurva', en: 'Added a rate curve' },
  createScenario: { sv: 'Skapade ett scenario', en: 'Made a scenario' },
  createShareKey: { sv: 'Skrev in en fördelningsnyckel', en: 'Entered a key of the members' },
  createToken: { sv: 'Skapade en nyckel för program', en: 'Made a token for programs' },
  createTotalutgift: {
    sv: 'Skrev in en totalutgift för ett projekt',
    en: 'Entered the total of a project',
  },
  decideArende: { sv: 'Beslutade i ett ärende', en: 'Decided a case' },
  deleteArende: { sv: 'Tog bort ett ärende', en: 'Deleted a case' },
  deleteBehov: { sv: 'Tog bort ett behov', en: 'Removed a need' },
  deleteLoan: { sv: 'Tog bort ett lån', en: 'Removed a loan' },
  deleteMember: { sv: 'Tog bort en medlem', en: 'Removed a member' },
  deleteRateCurve: { sv: 'Tog bort en räntekurva', en: 'Removed a rate curve' },
  deleteScenario: { sv: 'Tog bort ett scenario', en: 'Deleted a scenario' },
  deleteShareKey: { sv: 'Tog bort en fördelningsnyckel', en: 'Removed a key of the members' },
  endMembership: { sv: 'Tog bort en person', en: 'Removed a person' },
  exportAccumulatedCsv: {
    sv: 'Hämtade flera års investeringar som fil',
    en: 'Took out the investments of several years as a file',
  },
  exportArendeCsv: { sv: 'Hämtade ett ärende som fil', en: 'Took out a case as a file' },
  exportBehovCsv: { sv: 'Hämtade behovet som fil', en: 'Took out the needs as a file' },
  exportBorgensprognosCsv: {
    sv: 'Hämtade borgensprognosen som fil',
    en: 'Took out the forecast as a file',
  },
  exportCapitalCostCsv: {
    sv: 'Hämtade kapitalkostnaden som fil',
    en: 'Took out the capital cost as a file',
  },
  exportInvesteringsbudgetCsv: {
    sv: 'Hämtade investeringsbudgeten som fil',
    en: 'Took out the investment budget as a file',
  },
  exportLoanScheduleCsv: {
    sv: 'Hämtade lånens betalplan som fil',
    en: 'Took out the payment plan of loans as a file',
  },
  exportLoansCsv: { sv: 'Hämtade lånen som fil', en: 'Took out the loans as a file' },
  exportMemberSharesCsv: {
    sv: 'Hämtade medlemmarnas andelar som fil',
    en: 'Took out the shares of the members as a file',
  },
  exportTjansteskrivelse: {
    sv: 'Hämtade en tjänsteskrivelse som fil',
    en: 'Took out a written proposal as a file',
  },
  exportPrognosJson: { sv: 'Hämtade ett scenario som JSON', en: 'Took out a scenario as JSON' },
  exportUtfallCsv: { sv: 'Hämtade utfallet som fil', en: 'Took out the outcome as a file' },
  freezeScenario: { sv: 'Fastställde ett scenario', en: 'Made a scenario final' },
  importLoansFile: { sv: 'Tog in ett lån ur en fil', en: 'Imported a loan from a file' },
  importRateCurve: {
    sv: 'Tog in en räntekurvas värden ur en fil',
    en: 'Imported the values of a rate curve from a file',
  },
  importUtfallFile: { sv: 'Tog in en fil med utfall', en: 'Imported a file of outcome' },
  invite: { sv: 'Bjöd in en person', en: 'Invited a person' },
  joinByProvider: {
    sv: 'Kom med genom arbetsgivarens inloggning',
    en: 'Joined by the employer’s login',
  },
  login: { sv: 'Loggade in', en: 'Logged in' },
  loginFailed: { sv: 'Fel lösenord vid inloggning', en: 'Wrong password at login' },
  logout: { sv: 'Loggade ut', en: 'Logged out' },
  moveArende: {
    sv: 'Skickade ett ärende till beredning eller tog tillbaka det',
    en: 'Sent a case to preparation or took it back',
  },
  proposeCorrections: {
    sv: 'Föreslog rättelser av ett ärende',
    en: 'Proposed corrections of a case',
  },
  registerArendeBeslut: {
    sv: 'Registrerade ett beslut i ett ärende',
    en: 'Registered the decision of a case',
  },
  registerBorgenstak: { sv: 'Registrerade ett borgenstak', en: 'Registered a ceiling' },
  remapUtfallSource: { sv: 'Kopplade om en import', en: 'Mapped an import anew' },
  removeArendeDocument: {
    sv: 'Tog bort ett underlag ur ett ärende',
    en: 'Removed a document from a case',
  },
  removeArendeEntry: { sv: 'Tog bort en post ur ett ärende', en: 'Removed an entry from a case' },
  renewRecoveryCodes: { sv: 'Gjorde nya återställningskoder', en: 'Made new recovery codes' },
  revokeInvitation: { sv: 'Drog tillbaka en inbjudan', en: 'Withdrew an invitation' },
  revokeToken: { sv: 'Drog in en nyckel för program', en: 'Withdrew a token for programs' },
  saveMapping: { sv: 'Sparade kontokopplingen', en: 'Saved the account mapping' },
  setArendeText: { sv: 'Skrev i en text i ett ärende', en: 'Wrote in a text of a case' },
  setAssumption: { sv: 'Ändrade ett antagande', en: 'Changed an assumption' },
  setForecastRow: { sv: 'Ändrade en siffra i ett scenario', en: 'Changed a figure of a scenario' },
  setForecastSources: {
    sv: 'Ändrade hur ett scenarios siffror räknas',
    en: 'Changed how the figures of a scenario are computed',
  },
  setRatePoints: { sv: 'Ändrade värden på en räntekurva', en: 'Changed values of a rate curve' },
  setUtfall: { sv: 'Skrev in utfall', en: 'Typed an outcome' },
  undoUtfallSource: {
    sv: 'Ångrade en import eller ett skrivet utfall',
    en: 'Undid an import or a typed outcome',
  },
  updateAccount: { sv: 'Bytte namn', en: 'Changed own name' },
  updateArende: { sv: 'Ändrade ett ärende', en: 'Changed a case' },
  updateArticle: { sv: 'Ändrade en artikel', en: 'Changed an article' },
  updateBehov: { sv: 'Ändrade ett behov', en: 'Changed a need' },
  updateInvestmentLine: { sv: 'Ändrade en rad i budgeten', en: 'Changed a line of the budget' },
  updateLoan: { sv: 'Ändrade ett lån', en: 'Changed a loan' },
  updateMember: { sv: 'Ändrade en medlem', en: 'Changed a member' },
  updateRateCurve: { sv: 'Bytte namn på en räntekurva', en: 'Renamed a rate curve' },
  updateScenario: { sv: 'Ändrade ett scenario', en: 'Changed a scenario' },
  updateSettings: { sv: 'Ändrade inställningarna', en: 'Changed the settings' },
  updateShareKey: { sv: 'Ändrade en fördelningsnyckel', en: 'Changed a key of the members' },
};

/** What an event is called; one without words of its own keeps its name in the log. */
export function actionText(action: string, language: Language): string {
  return actionWords[action]?.[language] ?? action;
}
