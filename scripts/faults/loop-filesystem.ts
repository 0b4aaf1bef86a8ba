import { execFileSync } from 'node:child_process';
import {
  closeSync,
  existsSync,
  ftruncateSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { findPowerTools, type PowerTools, runTool } from './power-tools.ts';

/** A file system of its own whose power can be cut. */
export type CuttableFilesystem = {
  /** Where it is mounted. */
  readonly path: string;
  /** Loses everything that is not on the disk, and refuses all that comes after. */
  readonly cut: () => void;
  /**
   * Mounts it again, as a machine does when the power is back. No process may use it.
   *
   * Throws where a probe that was never flushed survived: then nothing was cut.
   */
  readonly mountAgain: () => Promise<void>;
  readonly remove: () => void;
};

const size = 1024 ** 3;

// ext4 by itself flushes every five seconds. Put off, only what fsync has asked for is on the disk,
// so that one that is missing shows.
const mountOptions = 'loop,commit=300';

/** Makes and mounts an ext4 in a file. Throws `CannotCutPower` where the machine does not allow it. */
export function createFilesystem(): CuttableFilesystem {
  const tools = findPowerTools();
  const folder = mkdtempSync(join(tmpdir(), 'tkr-power-'));
  const image = join(folder, 'image');
  const path = join(folder, 'mounted');
  const probe = join(path, 'probe');
  const remove = (): void => {
    process.off('exit', remove);
    if (isMounted(path)) execFileSync(tools.umount, ['-l', path]);
    rmSync(folder, { recursive: true, force: true });
  };
  process.on('exit', remove);
  const mount = (): void => runTool(tools.mount, ['-t', 'ext4', '-o', mountOptions, image, path]);
  makeImage(tools, image);
  mkdirSync(path);
  mount();
  return {
    path,
    cut: () => runTool(tools.cutter.program, [...tools.cutter.parameters, path, probe]),
    mountAgain: async () => {
      await unmount(tools, path);
      mount();
      if (existsSync(probe) && readFileSync(probe).length > 0) {
        throw new Error('Det som aldrig tvingades till disken finns kvar: strömmen bröts inte');
      }
      rmSync(probe, { force: true });
    },
    remove,
  };
}

function makeImage({ mkfs }: PowerTools, image: string): void {
  const file = openSync(image, 'w');
  ftruncateSync(file, size);
  closeSync(file);
  // Named, since the program that was found is mke2fs, whose own default is ext2.
  runTool(mkfs, ['-q', '-F', '-t', 'ext4', image]);
}

// A process that has just been killed can hold a file open for an instant more.
async function unmount({ umount }: PowerTools, path: string): Promise<void> {
  for (let left = 50; ; left -= 1) {
    try {
      runTool(umount, [path]);
      return;
    } catch (error) {
      if (left === 0) throw error;
      await sleep(100);
    }
  }
}

function isMounted(path: string): boolean {
  return readFileSync('/proc/mounts', 'utf8').includes(` ${path} `);
}
