import { createContext, useContext, useEffect, useSyncExternalStore } from 'react';
import { createSaveQueue, type SaveQueue, type SaveState } from './save-queue.ts';

/** The one queue of the page: every write goes through it, in order. */
export const saveQueue: SaveQueue = createSaveQueue();

const SaveQueueContext = createContext<SaveQueue>(saveQueue);

/** The queue that writes go through. */
export function useSaveQueue(): SaveQueue {
  return useContext(SaveQueueContext);
}

/** Whether what was done is saved. */
export function useSaveState(): SaveState {
  const queue = useSaveQueue();
  return useSyncExternalStore(queue.subscribe, queue.state);
}

/** True while something is on its way, and an answer from the server could be older than the page. */
export function isBusy(queue: SaveQueue): boolean {
  const { kind } = queue.state();
  return kind === 'saving' || kind === 'waiting';
}

/** True while anything that was done is not with the server: on its way, refused or in conflict. */
export function isUnsaved(queue: SaveQueue): boolean {
  return queue.state().kind !== 'saved';
}

/** Waits until nothing is on its way. */
export function untilSettled(queue: SaveQueue): Promise<void> {
  return new Promise((resolve) => {
    const look = (): void => {
      if (isBusy(queue)) return;
      stop();
      resolve();
    };
    const stop = queue.subscribe(look);
    look();
  });
}

/** Asks before the page is closed while something is on its way. */
export function useUnloadGuard(): void {
  const queue = useSaveQueue();
  useEffect(() => {
    const hold = (event: BeforeUnloadEvent): void => {
      if (isBusy(queue)) event.preventDefault();
    };
    addEventListener('beforeunload', hold);
    return () => removeEventListener('beforeunload', hold);
  }, [queue]);
}
