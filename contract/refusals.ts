import type { ForecastRowRefusal } from '#domain/borgensutrymme.ts';
import type { BudgetpostRefusal, CorrectionRefusal } from '#domain/budgetpost.ts';

/** Why the rules say no to an operation. Every code has a sentence and a row in `docs/refusals.md`. */
export type RefusalCode =
  | BudgetpostRefusal
  | CorrectionRefusal
  | ForecastRowRefusal
  | 'beslut_given_twice'
  | 'beslut_missing'
  | 'beslut_not_found'
  | 'budgetpost_already_corrected'
  | 'budgetpost_not_found'
  | 'forecast_too_long'
  | 'forecast_year_outside_scenario'
  | 'line_name_taken'
  | 'line_not_found'
  | 'scenario_frozen'
  | 'scenario_has_rows_after_last_year'
  | 'scenario_name_taken'
  | 'scenario_needs_years_or_copy'
  | 'scenario_not_found'
  | 'scenario_years_come_from_copy'
  | 'version_stale';

/** Why a request never reached the rules. */
export type RequestProblem =
  | 'body_too_large'
  | 'foreign_origin'
  | 'idempotency_key_invalid'
  | 'idempotency_key_reused'
  | 'input_invalid'
  | 'internal_error'
  | 'media_type_not_json'
  | 'not_found'
  | 'not_ready'
  | 'organisation_not_found'
  | 'request_malformed'
  | 'version_invalid'
  | 'version_missing';

/** Every code that a problem answer can carry. */
export type ProblemCode = RefusalCode | RequestProblem;

/** The HTTP status of every code: a new code without one does not compile. */
export const problemStatus: { readonly [code in ProblemCode]: number } = {
  amortisation_positive: 422,
  aterbudgetering_needs_from_year: 422,
  aterbudgetering_not_from_earlier_year: 422,
  aterbudgetering_not_positive: 422,
  beslut_given_twice: 422,
  beslut_missing: 422,
  beslut_not_found: 422,
  body_too_large: 413,
  budgetpost_already_corrected: 409,
  budgetpost_amount_zero: 422,
  budgetpost_not_found: 404,
  correction_changes_nothing: 422,
  correction_flips_move: 422,
  foreign_origin: 403,
  forecast_too_long: 422,
  forecast_year_outside_scenario: 422,
  from_line_not_used: 422,
  from_year_not_used: 422,
  idempotency_key_invalid: 400,
  idempotency_key_reused: 422,
  input_invalid: 400,
  internal_error: 500,
  line_name_taken: 409,
  line_not_found: 404,
  media_type_not_json: 415,
  not_found: 404,
  not_ready: 503,
  omdisponering_needs_from_line: 422,
  omdisponering_not_positive: 422,
  omdisponering_same_line: 422,
  organisation_not_found: 404,
  request_malformed: 400,
  scenario_frozen: 409,
  scenario_has_rows_after_last_year: 409,
  scenario_name_taken: 409,
  scenario_needs_years_or_copy: 422,
  scenario_not_found: 404,
  scenario_years_come_from_copy: 422,
  version_invalid: 400,
  version_missing: 428,
  version_stale: 412,
};
