import { nearestTexts } from '../../reference/edit-distance.ts';
import type { CommandName } from './programs.ts';

/** How each command is written. */
const USAGE = {
  run: 'denytrace run -- <command...>',
  can: 'denytrace can <principal> <service:Action> [resource]',
  demo: 'denytrace demo [name]',
  explain: 'denytrace explain [cause]',
  permissions: 'denytrace permissions [--terraform]',
} as const satisfies Readonly<Record<Exclude<CommandName, 'diagnose'>, string>>;

/** What somebody may have meant whose words are taken for text; null where nothing suggests it. */
export function hintFor([first, ...rest]: readonly string[], isOption: (word: string) => boolean): string | null {
  if (first === 'run' && rest.length > 0 && rest.length < 12)
    return `this was read as text; did you mean: denytrace run -- ${rest.slice(0, 3).join(' ')}`;
  const option = first !== undefined && /\s/.test(first) ? rest.find((word) => isOption(word)) : undefined;
  return option === undefined ? null : `${option} was read as text: put options before the text`;
}

/**
 * How the command is written whose name, or almost whose name, the text begins with. It matters where the text holds no denial: then it was no text, and
 * a gate of CI must not take a mistyped question for a good answer.
 */
export function mistakenCommand([first]: readonly string[]): string | null {
  const usage = Object.entries(USAGE).find(([name]) => name === first || name === almostCommand(first))?.[1];
  if (usage === undefined) return null;
  return `no AWS denial was found in this text; did you mean the command: ${usage}`;
}

/** The command that a mistyped word stands for; undefined for short words, which prose has, too. */
function almostCommand(word = ''): string | undefined {
  return /^[a-z]{4,}$/.test(word) ? nearestTexts(word, Object.keys(USAGE), 1)[0] : undefined;
}
