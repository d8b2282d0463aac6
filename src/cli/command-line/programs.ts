import { Command } from 'commander';
import { DEMO_NAMES } from '../demo-incidents.ts';
import type { CommandName } from './command-name.ts';
import { ENGINES } from './engines.ts';
import { SUMMARY } from './help-texts.ts';
import {
  canOptions,
  commonOptions,
  credentialOptions,
  exitOptions,
  givenOptions,
  queryOptions,
  recordOptions,
  reportOptions,
  sourceOptions,
  subjectOptions,
  textOptions,
} from './options.ts';

/** Makes the parser of a command. Each knows its own options only, before and behind the command's word. */
export const PROGRAMS = {
  diagnose: () => {
    const program = named('denytrace', SUMMARY).argument('[text...]', 'the error text, as it was pasted');
    program.option('-V, --version', 'print the version').option('--schema', 'print the JSON Schema of --format json');
    add(
      program,
      textOptions,
      sourceOptions,
      recordOptions,
      subjectOptions,
      givenOptions,
      credentialOptions,
      reportOptions,
      exitOptions,
    );
    return program;
  },
  run: () => {
    const program = named(
      'denytrace run',
      'Runs a command and passes on what it prints; then explains why AWS denied it.',
    );
    program
      .argument('<command...>', 'command to run')
      .option('--report <file>', 'write the report to a file, not to standard error');
    add(program, sourceOptions, recordOptions, subjectOptions, givenOptions, credentialOptions, reportOptions);
    return program;
  },
  can: () => {
    const program = named('denytrace can', 'Says whether a request would be allowed, and if not, why.')
      .argument('[principal]', 'me (the current identity); the ARN of a user, role or session; a service; or anonymous')
      .argument('[action]', 'such as sts:AssumeRole')
      .argument('[resource]', 'an ARN');
    add(program, canOptions, sourceOptions, recordOptions, givenOptions, credentialOptions, reportOptions, exitOptions);
    return program;
  },
  demo: () => {
    const program = named('denytrace demo', 'Diagnoses a made-up incident. It needs no AWS.').argument(
      '[name]',
      `name of the demo: ${DEMO_NAMES.join(', ')}`,
    );
    add(program, reportOptions);
    return program;
  },
  explain: () =>
    named('denytrace explain', 'Says what a cause means, why it happens and how to fix it, with an example.').argument(
      '[cause...]',
      'an id, such as trust.near-miss, or words to search for, such as mfa; without it, all causes are listed',
    ),
  permissions: () =>
    named('denytrace permissions', 'Prints the read-only policy that denytrace needs.').option(
      '--terraform',
      'as Terraform',
    ),
  query: () => {
    const program = named(
      'denytrace query',
      'Prints the query that finds the denials of a period in CloudTrail. What it finds, as CSV, is read with --file.',
    ).argument('<engine>', ENGINES.join(' or '));
    add(program, queryOptions);
    return program;
  },
  completion: () =>
    named('denytrace completion', 'Prints what a shell reads to complete the command line of denytrace.').argument(
      '<shell>',
      'bash, zsh or fish',
    ),
  mcp: () => {
    const program = named(
      'denytrace mcp',
      'Serves the Model Context Protocol on standard input and output, for coding agents. What is passed here holds for every call, and an agent cannot change it.',
    );
    add(program, sourceOptions, credentialOptions);
    return program;
  },
} as const satisfies Readonly<Record<CommandName, () => Command>>;

function named(name: string, description: string): Command {
  const program = new Command(name).description(description).exitOverride().allowExcessArguments(false);
  program.helpOption('-h, --help', 'print this help').helpCommand(false);
  commonOptions(program);
  return program;
}

function add(program: Command, ...groups: readonly ((command: Command) => void)[]): void {
  for (const group of groups) group(program);
}
