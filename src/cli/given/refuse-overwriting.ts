import { fstatSync, type Stats, statSync } from 'node:fs';
import type { Flags } from '../command-line/flags.ts';
import { UsageError } from '../usage-error.ts';

/** The options that name a file to read. */
const INPUTS = [
  ['known', '--known'],
  ['sessionPolicy', '--session-policy'],
  ['resourcePolicy', '--resource-policy'],
  ['scp', '--scp'],
  ['rcp', '--rcp'],
  ['endpointPolicy', '--endpoint-policy'],
  ['webIdentityToken', '--web-identity-token'],
] as const satisfies readonly (readonly [keyof Flags, string])[];

/** The options that name a file to write. */
const OUTPUTS = [
  ['record', '--record'],
  ['report', '--report'],
] as const satisfies readonly (readonly [keyof Flags, string])[];

const STREAMS = ['standard input', 'standard output', 'standard error'] as const;

/**
 * Throws a UsageError before anything is read or written, if a file that would be written is one that is read, or one that a shell
 * redirects a stream to; also where a link or another path leads to it.
 */
export function refuseOverwriting(flags: Flags): void {
  const outputs = OUTPUTS.flatMap(([flag, option]) => {
    const path = flags[flag];
    const found = path === undefined ? undefined : statOf(path);
    return path === undefined || found === undefined ? [] : [{ option, path, found }];
  });
  if (outputs.length === 0) return;
  const inputs = [
    ...INPUTS.flatMap(([flag, option]) => [{ name: option, found: statOf(flags[flag]) }]),
    ...flags.file.map((path) => ({ name: '--file', found: statOf(path) })),
    ...flags.snapshot.map((path) => ({ name: '--snapshot', found: statOf(path) })),
    ...STREAMS.map((name, descriptor) => ({ name, found: streamStat(descriptor) })),
  ];
  for (const { option, path, found } of outputs) {
    const same = inputs.find((input) => input.found !== undefined && isSame(input.found, found));
    if (same !== undefined) throw new UsageError(`${option} ${path} would overwrite ${same.name}: name another file`);
  }
}

/** Devices and pipes may be both: nothing in them is replaced. */
function isSame(one: Stats, other: Stats): boolean {
  return one.isFile() && one.dev === other.dev && one.ino === other.ino;
}

function statOf(path: string | undefined): Stats | undefined {
  if (path === undefined) return undefined;
  try {
    return statSync(path);
  } catch {
    return undefined; // not there, or not to be read: said by who reads it
  }
}

function streamStat(descriptor: number): Stats | undefined {
  try {
    return fstatSync(descriptor);
  } catch {
    return undefined; // closed
  }
}
