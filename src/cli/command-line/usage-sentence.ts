import type { CommanderError } from 'commander';

/** What is wrong with a command line, in one sentence of ours. `name`: the command whose help lists the options. */
export function usageSentence({ message }: CommanderError, name: string): string {
  const said = message.replace(/^error: /, '').replace(/\.$/, '');
  const [, missing] = /^option '(?:-\w, )?(--[\w-]+)[^']*' argument missing$/.exec(said) ?? [];
  if (missing !== undefined) return `${missing} needs a value; ${name} --help lists the options`;
  const invalid = /^option '(?:-\w, )?(--[\w-]+)[^']*' argument '(.*)' is invalid\. (.*)$/s.exec(said);
  if (invalid === null) return `${said}; ${name} --help lists the options`;
  const [, option, value, rule = ''] = invalid;
  return `${option} cannot be ${value}: ${rule.replace(/^Allowed choices are /, 'it is one of ').replace(/^It/, 'it')}`;
}
