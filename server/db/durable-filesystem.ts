import { fsyncSync } from 'node:fs';
import { sep } from 'node:path';
import { NodeFS } from '@electric-sql/pglite/nodefs';
import { type OnStorageFailure, storageFailureReason } from './storage-failure.ts';

/** How many fsync calls have come through, in all and on the write-ahead log. */
export type FsyncCounts = { readonly all: number; readonly writeAheadLog: number };

/** The parts of PGlite's file system layer that are hooked; internal to PGlite 0.5.16. */
type Stream = { readonly nfd: number; readonly node: unknown };
type WriteArguments = [stream: Stream, buffer: unknown, offset: number, length: number, at: number];
type NodeLayer = {
  readonly realPath: (node: unknown) => string;
  readonly tryFSOperation: (operation: () => void) => void;
  readonly stream_ops: {
    fsync?: (stream: Stream) => number;
    write: (...write: WriteArguments) => number;
  };
  readonly node_ops: { mknod: (...node: unknown[]) => unknown };
};

type Init = NodeFS['init'];

/**
 * PGlite's directory on disk, made durable: fsync reaches the disk, and a write that the disk
 * refuses is reported at once instead of wedging the database.
 *
 * As shipped the layer has no fsync at all, so PostgreSQL's calls end nowhere and a power cut takes
 * every row. The hook is internal to PGlite: whoever opens a database must check `fsyncCounts`.
 * Source: RELIABILITY §5 (power cut, disk full).
 */
export class DurableNodeFS extends NodeFS {
  readonly #onFailure: OnStorageFailure;
  #all = 0;
  #writeAheadLog = 0;

  constructor(directory: string, onFailure: OnStorageFailure) {
    super(directory);
    this.#onFailure = onFailure;
  }

  /** The calls so far. */
  get fsyncCounts(): FsyncCounts {
    return { all: this.#all, writeAheadLog: this.#writeAheadLog };
  }

  /** Called by PGlite before it loads the database engine. */
  override async init(...[database, options]: Parameters<Init>): ReturnType<Init> {
    const { emscriptenOpts } = await super.init(database, options);
    const hook = (module: { NODEFS: unknown }): void => this.#hook(module.NODEFS as NodeLayer);
    return {
      emscriptenOpts: { ...emscriptenOpts, preRun: [...(emscriptenOpts.preRun ?? []), hook] },
    };
  }

  #hook(layer: NodeLayer): void {
    const { write } = layer.stream_ops;
    const { mknod } = layer.node_ops;
    layer.stream_ops.fsync = (stream) => this.#fsync(layer, stream);
    layer.stream_ops.write = (...parts) => {
      const path = (): string => layer.realPath(parts[0].node);
      const written = this.#watched(path, () => write(...parts));
      // A disk that fills up in the middle of a write takes the first part without an error.
      if (written < parts[3]) this.#onFailure({ path: path(), reason: 'disk_full' });
      return written;
    };
    layer.node_ops.mknod = (...parts) => {
      const path = (): string => `${layer.realPath(parts[0])}${sep}${String(parts[1])}`;
      return this.#watched(path, () => mknod(...parts));
    };
  }

  #fsync(layer: NodeLayer, stream: Stream): number {
    const path = layer.realPath(stream.node);
    this.#all += 1;
    if (path.includes(`${sep}pg_wal${sep}`)) this.#writeAheadLog += 1;
    // tryFSOperation turns what Node throws into the error numbers that PostgreSQL reads.
    const operation = (): void => layer.tryFSOperation(() => fsyncSync(stream.nfd));
    this.#watched(() => path, operation);
    return 0;
  }

  #watched<Value>(path: () => string, operation: () => Value): Value {
    try {
      return operation();
    } catch (error) {
      const reason = storageFailureReason(error);
      if (reason !== undefined) this.#onFailure({ path: path(), reason });
      throw error;
    }
  }
}
