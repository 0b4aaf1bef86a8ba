import type { FastifyInstance } from 'fastify';
import {
  correctBorgenstak,
  createShareKey,
  deleteShareKey,
  exportMemberSharesCsv,
  listBorgenstak,
  listShareKeys,
  readPopulationFile,
  registerBorgenstak,
  updateShareKey,
} from '#contract/borgen.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead, registerWrite } from '../plugins/operations.ts';
import { receiveTable } from '../plugins/receive-table.ts';
import { registerFileReading } from '../plugins/uploads.ts';
import { correctCeiling, enterBorgenstak, readBorgenstak } from './ceilings.ts';
import { changeShareKey, dropShareKey, enterShareKey, readShareKeys } from './keys.ts';
import { tellPopulation } from './population.ts';
import { writeMemberSharesCsv } from './shares.ts';

/** Ceilings, the keys by which the members answer, and each member's share. */
export function registerBorgen(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, listBorgenstak, readBorgenstak);
  registerWrite(app, dependencies, registerBorgenstak, enterBorgenstak);
  registerWrite(app, dependencies, correctBorgenstak, correctCeiling);
  registerRead(app, dependencies, listShareKeys, readShareKeys);
  registerWrite(app, dependencies, createShareKey, enterShareKey);
  registerWrite(app, dependencies, updateShareKey, changeShareKey);
  registerWrite(app, dependencies, deleteShareKey, dropShareKey);
  registerFileReading(app, dependencies, readPopulationFile, receiveTable, tellPopulation);
  registerExport(app, dependencies, exportMemberSharesCsv, writeMemberSharesCsv);
}
