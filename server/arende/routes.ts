import type { FastifyInstance } from 'fastify';
import {
  addArendeDocument,
  addArendeEntry,
  changeArendeEntry,
  createArende,
  createArendeScenarios,
  decideArende,
  deleteArende,
  exportArendeCsv,
  getArende,
  listArenden,
  moveArende,
  proposeCorrections,
  removeArendeDocument,
  removeArendeEntry,
  setArendeText,
  updateArende,
} from '#contract/arende.ts';
import { exportTjansteskrivelse } from '#contract/tjansteskrivelse.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead, registerWrite } from '../plugins/operations.ts';
import { proposeCorrecting } from './corrections.ts';
import { decide } from './decision.ts';
import { addEntry, changeEntry, removeEntry } from './entries.ts';
import { openArende, openArenden, writeArendeCsv } from './reading.ts';
import { startArendeScenarios } from './scenarios.ts';
import { changeArende, move, removeArende, startArende } from './service.ts';
import { addDocument, removeDocument, setText } from './texts.ts';
import { writeTjansteskrivelseDocx } from './tjansteskrivelse.ts';

/** The ärende: its entries, texts and basis, the way to a decision, and what follows from one. */
export function registerArende(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, listArenden, openArenden);
  registerRead(app, dependencies, getArende, openArende);
  registerExport(app, dependencies, exportArendeCsv, writeArendeCsv);
  registerExport(app, dependencies, exportTjansteskrivelse, writeTjansteskrivelseDocx);
  registerWrite(app, dependencies, createArende, startArende);
  registerWrite(app, dependencies, updateArende, changeArende);
  registerWrite(app, dependencies, deleteArende, removeArende);
  registerWrite(app, dependencies, addArendeEntry, addEntry);
  registerWrite(app, dependencies, changeArendeEntry, changeEntry);
  registerWrite(app, dependencies, removeArendeEntry, removeEntry);
  registerWrite(app, dependencies, setArendeText, setText);
  registerWrite(app, dependencies, addArendeDocument, addDocument);
  registerWrite(app, dependencies, removeArendeDocument, removeDocument);
  registerWrite(app, dependencies, moveArende, move);
  registerWrite(app, dependencies, decideArende, decide);
  registerWrite(app, dependencies, createArendeScenarios, startArendeScenarios);
  registerWrite(app, dependencies, proposeCorrections, proposeCorrecting);
}
