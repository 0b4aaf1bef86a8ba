import type {
  createInvestmentLine,
  InvestmentLineAnswer,
  updateInvestmentLine,
} from '#contract/investeringsbudget.ts';
import { accepted, refused } from '#domain/result.ts';
import { appendAudit } from '../audit/queries.ts';
import { newId } from '../ids.ts';
import { moved } from '../order.ts';
import { stale, type WriteContext } from '../plugins/context.ts';
import type { Asked, Outcome } from '../plugins/routing.ts';
import { allLines, insertLine, updateLine } from './queries.ts';

/** Adds a line at the end, as a reinvestering until somebody says otherwise. */
export async function addLine(
  context: WriteContext,
  { body }: Asked<typeof createInvestmentLine>,
): Promise<Outcome<typeof createInvestmentLine>> {
  const lines = await allLines(context.trx);
  if (isTaken(lines, body.name)) return refused({ code: 'line_name_taken' });
  const position = (lines.at(-1)?.position ?? -1) + 1;
  const line: InvestmentLineAnswer = {
    lineId: newId(),
    name: body.name,
    position,
    lineType: 'reinvestering',
    version: 1,
  };
  await insertLine(context, line);
  const event = {
    action: 'createInvestmentLine',
    entityId: line.lineId,
    before: null,
    after: line,
  };
  await appendAudit(context, event);
  return accepted(line);
}

/** Renames a line, gives it a type, or moves it to another place; the lines between shift. */
export async function changeLine(
  context: WriteContext,
  { params, body, version }: Asked<typeof updateInvestmentLine>,
): Promise<Outcome<typeof updateInvestmentLine>> {
  const lines = await allLines(context.trx);
  const before = lines.find(({ lineId }) => lineId === params.lineId);
  if (before === undefined) return refused({ code: 'line_not_found' });
  if (before.version !== version) {
    return stale(body, before);
  }
  const others = lines.filter(({ lineId }) => lineId !== before.lineId);
  if (body.name !== undefined && isTaken(others, body.name)) {
    return refused({ code: 'line_name_taken' });
  }
  const position = body.position === undefined ? null : Math.min(body.position, others.length);
  const after = {
    ...before,
    name: body.name ?? before.name,
    position: position ?? before.position,
    lineType: body.lineType ?? before.lineType,
    version: version + 1,
  };
  if (position !== null) {
    const ordered = moved(lines, before, position);
    for (const [place, line] of ordered.entries()) {
      if (line !== before && line.position !== place) {
        await updateLine(context, { ...line, position: place });
      }
    }
  }
  await updateLine(context, after);
  await appendAudit(context, {
    action: 'updateInvestmentLine',
    entityId: after.lineId,
    before,
    after,
  });
  return accepted(after);
}

/** True for a name that another line has, whatever its case. */
export function isTaken(
  lines: readonly Pick<InvestmentLineAnswer, 'name'>[],
  name: string,
): boolean {
  const same = new Intl.Collator('sv', { sensitivity: 'accent' });
  return lines.some((line) => same.compare(line.name, name) === 0);
}
