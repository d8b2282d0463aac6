/** What a program puts before a line. Only a line with `needs` in it can have the prefix, so that most patterns are never compiled. */
interface LogPrefix {
  readonly pattern: RegExp;
  readonly needs?: string;
}

const ISO_8601 = {
  pattern: /\[?\d{4}-\d\d-\d\d(?:[T ]|, )\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d| UTC)?\]?:?\s*/y,
};
const GO_LOG = { pattern: /\[?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?\]?:?\s*/y };
const CLOCK = { pattern: /\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?\s+/y };
const SYSLOG_PROGRAM = {
  pattern: /(?![^\]]{0,100}(?:enied|uthoriz))(?:[\w.-]{1,60} )?[\w./@-]{1,60}\[[\w.-]{1,20}\]:(?:\s|$)/y,
  needs: ']:',
};
const POD_OR_JOB = { pattern: /(?!x-|aws-)[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){2,10}:(?:\s|$)/y, needs: '-' };
const DOCKER_COMPOSE = { pattern: /[\w.-]{1,60}\s{0,20}\|(?:\s|$)/y, needs: '|' };

/**
 * What programs put before each line that passes through them, by the character it begins with. Nothing of it is part of a message that
 * spans several lines. Patterns are tried at the start of a line, in this order, and are bounded, so that the cost is linear.
 */
const AT_LETTER: readonly LogPrefix[] = [
  { pattern: /[^\t]{1,100}\t[^\t]{1,100}\t(?=\d{4}-\d\d-\d\dT\d)/y, needs: '\t' }, // gh run view --log: the job and the step
  { pattern: /(?:build|error|simple|warn|info)\s+\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\s*/y }, // Bamboo
  { pattern: /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?\s*/y }, // syslog, its time
  SYSLOG_PROGRAM,
  POD_OR_JOB,
  { pattern: /[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{1,9}\s+\d{1,9} [\w./-]{1,80}:\d{1,6}\]\s*/y, needs: ']' }, // klog
  { pattern: /(?:stdout|stderr) [FP](?:\s|$)/y, needs: 'std' }, // container runtimes
  DOCKER_COMPOSE,
  { pattern: /(?:STDOUT|STDERR|ERROR|INFO)\s{1,2}\[[\w./-]{1,80}\]\s(?:terraform|tofu):(?:\s|$)/y, needs: '] t' }, // Terragrunt
  { pattern: /npm (?:ERR!|error)\s/y, needs: 'npm' },
];

const AT_DIGIT: readonly LogPrefix[] = [
  ISO_8601,
  GO_LOG,
  SYSLOG_PROGRAM,
  POD_OR_JOB,
  CLOCK,
  { pattern: /\d{2}[EO]\+?(?:\s|$)/y }, // GitLab
  { pattern: /\d{1,6} \|(?:\s|$)/y, needs: '|' }, // numbered lines
  DOCKER_COMPOSE,
];

const AT_MARK: readonly LogPrefix[] = [
  { pattern: /(?:>\s?)+(?![/:])/y, needs: '>' }, // quoted text
  { pattern: /(?:#{1,6}|\/\/)\s+/y }, // commented out, or made headings
  ISO_8601,
  {
    pattern: /(?:-\s[\w.]{1,60}\s-\s|\{[\w.]{1,60}:\d{1,6}\}\s)(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\s-(?:\s|$)/y,
    needs: ' -',
  }, // Python's loggers
  GO_LOG,
  SYSLOG_PROGRAM,
  CLOCK,
  { pattern: /\[Container\] \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?\s*/y, needs: '[C' }, // CodeBuild
  {
    pattern: /\[(?!cause\]|[^\]]{0,60}(?:enied|uthoriz|\.amazonaws\.com))[\w./:-]{1,60}\](?:\[\d{1,9}\])?:?(?:\s+|$)/y,
    needs: '[',
  }, // [stderr], [terraform]:
  { pattern: /##\[[a-z]{1,12}\]/y, needs: '##[' }, // GitHub Actions
  { pattern: /::(?:error|warning|notice|debug)[^:\n]{0,200}::/y, needs: '::' }, // its workflow commands
  { pattern: /#\d{1,4} (?:\d{1,6}\.\d{1,6} )?/y, needs: '#' }, // BuildKit
  DOCKER_COMPOSE,
  { pattern: /,(?=\s|$)/y, needs: ',' }, // an editor's output panel
  { pattern: /\|(?:\s|$)/y, needs: '|' },
  { pattern: /\[(?:terraform|terragrunt|pulumi|stderr|stdout|cdk)\]:?\s*/iy, needs: '[' },
];

const MOST_PREFIXES = 5;

/** Removes what other programs put before a line: time stamps, names of streams, marks of quotes and comments. */
export function stripLogPrefix(line: string): string {
  let from = leadingSpace(line, 0);
  for (let round = 0; round < MOST_PREFIXES && from < line.length; round += 1) {
    const end = prefixEnd(line, from);
    if (end === from) break;
    from = leadingSpace(line, end);
  }
  return line.slice(from);
}

function prefixEnd(line: string, from: number): number {
  for (const { pattern, needs } of prefixesAt(line.charCodeAt(from))) {
    if (needs !== undefined && !line.includes(needs, from)) continue;
    pattern.lastIndex = from;
    if (pattern.test(line)) return pattern.lastIndex;
  }
  return from;
}

function prefixesAt(code: number): readonly LogPrefix[] {
  if (code >= 0x30 && code <= 0x39) return AT_DIGIT;
  const letter = code & ~0x20;
  return letter >= 0x41 && letter <= 0x5a ? AT_LETTER : AT_MARK;
}

function leadingSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && (line[at] === ' ' || line[at] === '\t')) at += 1;
  return at;
}
