import { keyOfObjects } from './objects.ts';
import type { SieObject } from './types.ts';

/** Account numbers and object lists by small numbers, so that a sum's key is one number. */
export type Names = {
  readonly account: (number: string) => number;
  /** The same for a number of at most nine digits without a leading zero. */
  readonly accountOfValue: (value: number) => number;
  readonly accountAt: (id: number) => string;
  /** Of objects in order; 0 for none. */
  readonly objects: (objects: readonly SieObject[]) => number;
  readonly objectsAt: (id: number) => readonly SieObject[];
};

/** How many names fit in a key: more than `mostKept`, so that the limit is met before. */
export const namesInKey = 2 ** 21;

/** Makes an empty table. `onText` is told how many characters each new name keeps. */
export function createNames(onText: (length: number) => void): Names {
  const accounts: string[] = [];
  const idOfAccount = new Map<string, number>();
  const idOfValue = new Map<number, number>();
  const lists: (readonly SieObject[])[] = [[]];
  const idOfList = new Map([['', 0]]);
  const account = (number: string): number => {
    const known = idOfAccount.get(number);
    if (known !== undefined) return known;
    onText(number.length);
    idOfAccount.set(number, accounts.length);
    accounts.push(number);
    return accounts.length - 1;
  };
  return {
    account,
    accountOfValue: (value) => {
      const known = idOfValue.get(value);
      if (known !== undefined) return known;
      const id = account(`${value}`);
      idOfValue.set(value, id);
      return id;
    },
    accountAt: (id) => accounts[id] ?? '',
    objects: (objects) => {
      const key = keyOfObjects(objects);
      const known = idOfList.get(key);
      if (known !== undefined) return known;
      onText(key.length);
      idOfList.set(key, lists.length);
      lists.push(objects);
      return lists.length - 1;
    },
    objectsAt: (id) => lists[id] ?? [],
  };
}
