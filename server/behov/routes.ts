import type { FastifyInstance } from 'fastify';
import * as contract from '#contract/behov.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead, registerWrite } from '../plugins/operations.ts';
import { addArticle, addPrice, changeArticle } from './articles.ts';
import { changeBehov, dropBehov, enterBehov, readBehov, writeBehovCsv } from './service.ts';

/** What is needed, and what it costs. */
export function registerBehov(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, contract.getBehov, readBehov);
  registerExport(app, dependencies, contract.exportBehovCsv, writeBehovCsv);
  registerWrite(app, dependencies, contract.createBehov, enterBehov);
  registerWrite(app, dependencies, contract.updateBehov, changeBehov);
  registerWrite(app, dependencies, contract.deleteBehov, dropBehov);
  registerWrite(app, dependencies, contract.createArticle, addArticle);
  registerWrite(app, dependencies, contract.updateArticle, changeArticle);
  registerWrite(app, dependencies, contract.createArticlePrice, addPrice);
}
