import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { executableIn, pathFolders } from '../provision/executables.ts';

/** The machine cannot cut the power of a file system; the message says what it lacks. */
export class CannotCutPower extends Error {}

/** The programs that cutting the power takes. */
export type PowerTools = {
  readonly mkfs: string;
  readonly mount: string;
  readonly umount: string;
  /** Called with the mounted path, and with a file to write just before without flushing it. */
  readonly cutter: { readonly program: string; readonly parameters: readonly string[] };
};

/** Finds the programs. Throws `CannotCutPower` where this machine or this user cannot do it. */
export function findPowerTools(): PowerTools {
  const missing: string[] = [];
  const needed = (name: string, hint: string): string => {
    const path = find(name);
    if (path === undefined) missing.push(hint);
    return path ?? '';
  };
  if (process.platform !== 'linux') missing.push('Linux');
  if (process.getuid?.() !== 0) missing.push('rättigheter som root');
  if (!existsSync('/dev/loop-control')) missing.push('loopenheter (/dev/loop-control)');
  const mkfs = needed('mkfs.ext4', 'mkfs.ext4 (Debian: apt-get install e2fsprogs)');
  const mount = needed('mount', 'mount (Debian: apt-get install mount)');
  const umount = needed('umount', 'umount (Debian: apt-get install mount)');
  const cutter = findCutter();
  if (cutter === undefined) missing.push('perl eller python3');
  if (cutter === undefined || missing.length > 0) {
    throw new CannotCutPower(`här saknas ${missing.join(', ')}`);
  }
  return { mkfs, mount, umount, cutter };
}

/** Runs one of the programs. Throws `CannotCutPower` with what it said where it did not work. */
export function runTool(program: string, parameters: readonly string[]): void {
  try {
    execFileSync(program, parameters, { stdio: ['ignore', 'ignore', 'pipe'], encoding: 'utf8' });
  } catch (error) {
    const said = error instanceof Error && 'stderr' in error ? String(error.stderr).trim() : '';
    throw new CannotCutPower(`${program} svarade: ${said}`, { cause: error });
  }
}

// EXT4_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH: neither data nor journal reaches the disk after
// it. Node has no ioctl of its own.
const perlProgram = `use Fcntl;
my ($path, $probe) = @ARGV;
open(my $file, '>', $probe) or die "$!"; print $file 'x' x 4096; close($file);
sysopen(my $folder, $path, O_RDONLY) or die "$!";
my $flag = pack('L', 2); ioctl($folder, 0x8004587d, $flag) or die "$!";`;

const pythonProgram = `import fcntl, os, struct, sys
path, probe = sys.argv[1:]
with open(probe, 'w') as file: file.write('x' * 4096)
fcntl.ioctl(os.open(path, os.O_RDONLY), 0x8004587D, struct.pack('I', 2))`;

function findCutter(): PowerTools['cutter'] | undefined {
  const perl = find('perl');
  if (perl !== undefined) return { program: perl, parameters: ['-e', perlProgram] };
  const python = find('python3');
  if (python !== undefined) return { program: python, parameters: ['-c', pythonProgram] };
  return undefined;
}

function find(name: string): string | undefined {
  return [...pathFolders(), '/usr/sbin', '/sbin']
    .map((folder) => executableIn(folder, name))
    .find((path) => path !== undefined);
}
