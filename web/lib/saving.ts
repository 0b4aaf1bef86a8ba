import { createContext, useContext, useSyncExternalStore } from 'react';
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
