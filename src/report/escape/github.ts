import { visible } from './visible.ts';

/**
 * The message of a workflow command. Line breaks of ours are `\n` between lines that were escaped one by one, so that no value
 * can begin a line of its own, and hence no command.
 * https://docs.github.com/en/actions/writing-workflows/choosing-what-your-workflow-does/workflow-commands-for-github-actions
 */
export function escapeData(lines: readonly string[]): string {
  return lines.map((line) => percent(visible(line))).join('%0A');
}

/** A property of a workflow command, such as its title: commas and colons would end it. */
export function escapeProperty(value: string): string {
  return percent(visible(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function percent(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
