import type { FastifyInstance } from 'fastify';
import { getMapping, saveMapping } from '#contract/mapping.ts';
import {
  exportUtfallCsv,
  getUtfall,
  getUtfallSource,
  importUtfallFile,
  listUtfallSources,
  listVouchers,
  readUtfallFile,
  remapUtfallSource,
  setUtfall,
  undoUtfallSource,
} from '#contract/utfall.ts';
import type { Dependencies } from '../plugins/context.ts';
import { registerExport, registerRead, registerWrite } from '../plugins/operations.ts';
import { registerSlowRead } from '../plugins/slow-reads.ts';
import { registerFileReading, registerFileWrite } from '../plugins/uploads.ts';
import { enterUtfall } from './cells.ts';
import { importFile, tellOfFile } from './imports.ts';
import { keepMapping, openMapping } from './mapping.ts';
import { receiveFile } from './receive.ts';
import { openSource, openSources, remapSource, undoSource } from './sources.ts';
import { planVouchers, readVouchers } from './vouchers.ts';
import { readUtfall, writeUtfallCsv } from './year.ts';

/** Outcome: what is typed and imported, where it goes, and what lies behind it. */
export function registerUtfall(app: FastifyInstance, dependencies: Dependencies): void {
  registerRead(app, dependencies, getUtfall, readUtfall);
  registerExport(app, dependencies, exportUtfallCsv, writeUtfallCsv);
  registerWrite(app, dependencies, setUtfall, enterUtfall);
  registerRead(app, dependencies, listUtfallSources, openSources(dependencies.uploads));
  registerRead(app, dependencies, getUtfallSource, openSource);
  registerWrite(app, dependencies, undoUtfallSource, undoSource);
  registerWrite(app, dependencies, remapUtfallSource, remapSource);
  registerSlowRead(app, dependencies, listVouchers, { plan: planVouchers, work: readVouchers });
  registerFileReading(
    app,
    dependencies,
    readUtfallFile,
    (incoming, { query }, uploads) => receiveFile(incoming, { ...query, isKept: false }, uploads),
    tellOfFile,
  );
  registerFileWrite(
    app,
    dependencies,
    importUtfallFile,
    (incoming, { query }, uploads) => receiveFile(incoming, { ...query, isKept: true }, uploads),
    importFile,
  );
  registerRead(app, dependencies, getMapping, openMapping);
  registerWrite(app, dependencies, saveMapping, keepMapping);
}
