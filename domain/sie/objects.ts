import type { SieObject } from './types.ts';

/**
 * A list of objects in order of dimension, without codes that are empty: the same objects give the
 * same list, however they are written.
 */
export function orderedObjects(objects: readonly SieObject[]): readonly SieObject[] {
  return objects
    .filter(({ code }) => code !== '')
    .toSorted(
      (left, right) =>
        compareDimensions(left.dimension, right.dimension) || compareTexts(left.code, right.code),
    );
}

/** The order of dimensions: by number where they are numbers. */
export function compareDimensions(left: string, right: string): number {
  const areNumbers = isNumber(left) && isNumber(right);
  const difference = areNumbers ? parseInt(left, 10) - parseInt(right, 10) : 0;
  return difference === 0 ? compareTexts(left, right) : difference;
}

/** The order of codes and account numbers: by character, the same everywhere. */
export function compareTexts(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

/** A text that tells a list of objects from all others; the list must be in order. */
export function keyOfObjects(objects: readonly SieObject[]): string {
  if (objects.length === 0) return '';
  return JSON.stringify(objects.map(({ dimension, code }) => [dimension, code]));
}

/** Which dimensions a list has, as a text: what #PSALDO rows that can be added have in common. */
export function shapeOf(objects: readonly SieObject[]): string {
  return objects.map(({ dimension }) => dimension).join(' ');
}

function isNumber(text: string): boolean {
  return /^\d{1,9}$/u.test(text);
}
