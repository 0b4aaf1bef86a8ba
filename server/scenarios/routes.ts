import type { FastifyInstance } from 'fastify';
import {
  createScenario,
  deleteScenario,
  freezeScenario,
  listScenarios,
  setForecastRow,
  setForecastSources,
  updateScenario,
} from '#contract/scenarios.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerRead, registerWrite } from '../plugins/operations.ts';
import { setFigure, setSources } from './figures.ts';
import { freeze } from './freezing.ts';
import { changeScenario, openScenarios, removeScenario, startScenario } from './service.ts';

/** Scenarios: their names, order and years, their figures, and their end as frozen or deleted. */
export function registerScenarios(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, listScenarios, openScenarios);
  registerWrite(app, dependencies, createScenario, startScenario);
  registerWrite(app, dependencies, updateScenario, changeScenario);
  registerWrite(app, dependencies, setForecastRow, setFigure);
  registerWrite(app, dependencies, setForecastSources, setSources);
  registerWrite(app, dependencies, freezeScenario, freeze);
  registerWrite(app, dependencies, deleteScenario, removeScenario);
}
