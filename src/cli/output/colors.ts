import type { Palette } from '../../report/options.ts';
import type { Host } from '../host.ts';
import type { Output } from './output.ts';
import { movesCursor } from './terminal.ts';

/** The colours of a stream; undefined for none. `wanted` false: the user said --no-color. */
export async function colorsFor(output: Output, host: Host, wanted: boolean): Promise<Palette | undefined> {
  if (!isColored(output, host.env, wanted)) return undefined;
  const { Chalk } = await import('chalk');
  return new Chalk({ level: 1 });
}

/** An option beats FORCE_COLOR, which beats NO_COLOR, which beats the terminal. https://no-color.org https://force-color.org */
function isColored({ isTerminal }: Pick<Output, 'isTerminal'>, env: Host['env'], wanted: boolean): boolean {
  if (!wanted) return false;
  const force = env['FORCE_COLOR'];
  if (force !== undefined && force !== '') return force !== '0' && force !== 'false';
  if (env['NO_COLOR'] !== undefined && env['NO_COLOR'] !== '') return false;
  return isTerminal && movesCursor(env);
}
