import type { Command, Help, Option } from 'commander';
import type { CommandName } from './command-name.ts';
import { EXIT_CODES, HELPS, PLACES } from './help-texts.ts';
import { PROGRAMS } from './programs.ts';

type Item = readonly [term: string, description: string];

/** The help of a command: examples first, then what most people need. Every option is on the page of options. */
export function helpPage(command: CommandName, width: number): string {
  const program = PROGRAMS[command]();
  const helper = helperOf(program, width);
  const { usage, examples, options } = HELPS[command];
  const isMain = command === 'diagnose';
  const visible = helper.visibleOptions(program);
  const shown = options.flatMap((name) => visible.find(({ long }) => long === name) ?? []);
  const all = visible.length === shown.length;
  return [
    `${helper.boxWrap(program.description(), width)}\n`,
    `Usage: ${usage}\n${isMain ? '       denytrace <command> [options] [arguments]\n' : ''}`,
    `Examples:\n${examples}\n`,
    isMain ? list('Commands:', commandItems(), helper) : list('Arguments:', argumentItems(program, helper), helper),
    list(
      all ? 'Options:' : 'Options used most:',
      shown.map((option) => optionItem(option, helper)),
      helper,
    ),
    isMain ? `${PLACES}${MORE}` : all ? '' : MORE,
    isMain ? EXIT_CODES : '',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

const MORE = 'denytrace help options lists every option, denytrace help <command> says more.\n';

/** Every option, in its group; those that only one command has, or that mean something else there, under its name. */
export function optionsPage(width: number): string {
  const main = PROGRAMS.diagnose();
  const helper = helperOf(main, width);
  const groups = new Map<string, Item[]>();
  const add = (heading: string, option: Option) =>
    groups.set(heading, [...(groups.get(heading) ?? []), optionItem(option, helper)]);
  for (const option of helper.visibleOptions(main)) add(option.helpGroupHeading ?? 'Options:', option);
  for (const [name, make] of Object.entries(PROGRAMS)) {
    const own = helper.visibleOptions(make()).filter((option) => !main.options.some((other) => isSame(option, other)));
    for (const option of own) if (option.long !== '--help') add(`denytrace ${name}:`, option);
  }
  const lists = [...groups].map(([heading, items]) => list(heading, items, helper));
  return [...lists, PLACES].join('\n');
}

function isSame(one: Option, other: Option): boolean {
  return one.flags === other.flags && one.description === other.description;
}

function helperOf(program: Command, width: number): Help {
  const helper = program.createHelp();
  helper.prepareContext({ helpWidth: width });
  return helper;
}

function optionItem(option: Option, helper: Help): Item {
  return [helper.optionTerm(option), helper.optionDescription(option)];
}

function argumentItems(program: Command, helper: Help): readonly Item[] {
  return helper
    .visibleArguments(program)
    .map((argument) => [helper.argumentTerm(argument), helper.argumentDescription(argument)]);
}

function commandItems(): readonly Item[] {
  return Object.values(HELPS)
    .slice(1)
    .map(({ usage, summary }) => [usage.replace('denytrace ', '').replace('[options] ', ''), summary]);
}

/** A heading, and a line or a few for each item; empty for none. */
function list(heading: string, items: readonly Item[], helper: Help): string {
  if (items.length === 0) return '';
  const widest = Math.max(...items.map(([term]) => term.length));
  return `${[heading, ...items.map(([term, description]) => helper.formatItem(term, widest, description, helper))].join('\n')}\n`;
}
