import { describe, expect, it } from 'vitest';
import { mostKept } from './limits.ts';
import { createNames, namesInKey } from './names.ts';

describe('names', () => {
  it('have one number each, and are told when they are new', () => {
    const lengths: number[] = [];
    const names = createNames((length) => lengths.push(length));
    const bank = names.account('1930');
    expect(names.accountOfValue(1930)).toBe(bank);
    expect(names.accountOfValue(1930)).toBe(bank);
    expect(names.account('01930')).not.toBe(bank);
    expect(names.accountAt(bank)).toBe('1930');
    expect(names.objects([])).toBe(0);
    const project = [{ dimension: '6', code: 'P1' }];
    const id = names.objects(project);
    expect(names.objects([...project])).toBe(id);
    expect(names.objectsAt(id)).toEqual(project);
    expect(names.objectsAt(0)).toEqual([]);
    expect(lengths).toEqual([4, 5, '[["6","P1"]]'.length]);
  });

  it('fit in a key, two of them', () => {
    expect(namesInKey).toBeGreaterThan(mostKept);
    expect(Number.isSafeInteger(namesInKey * namesInKey)).toBe(true);
  });
});
