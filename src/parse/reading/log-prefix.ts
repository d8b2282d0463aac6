/**
 * What programs put before each line that passes through them. None of it belongs to a message that goes on over
 * several lines. Each is tried at the start of a line only and is bounded, so that a line costs no more than its length.
 */
const PREFIXES: readonly RegExp[] = [
  /(?:>\s?)+(?![/:])/y, // quoted text
  /(?:#|\/\/)\s+/y, // commented out
  /\[?\d{4}-\d\d-\d\d(?:[T ]|, )\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d| UTC)?\]?:?\s*/y, // ISO 8601
  /(?:-\s[\w.]{1,60}\s-\s|\{[\w.]{1,60}:\d{1,6}\}\s)(?:DEBUG|INFO|WARNING|ERROR|CRITICAL)\s-(?:\s|$)/y, // Python's loggers
  /\[?\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?\]?:?\s*/y, // Go's log
  /(?:build|error|simple|warn|info)\s+\d\d-[A-Z][a-z]{2}-\d{4} \d\d:\d\d:\d\d\s*/y, // Bamboo
  /[A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d(?:\.\d{1,9})?\s*/y, // syslog, its time
  /(?![^\]]{0,100}(?:enied|uthoriz))(?:[\w.-]{1,60} )?[\w./@-]{1,60}\[[\w.-]{1,20}\]:(?:\s|$)/y, // its host and program
  /(?!x-|aws-)[a-z0-9]{1,40}(?:-[a-z0-9]{1,40}){2,10}:(?:\s|$)/y, // a pod or job
  /\[?\d\d:\d\d:\d\d(?:[.,]\d{1,6})?\]?\s+/y, // a clock
  /[IWEF]\d{4} \d\d:\d\d:\d\d\.\d{1,9}\s+\d{1,9} [\w./-]{1,80}:\d{1,6}\]\s*/y, // klog
  /\[Container\] \d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,9})?\s*/y, // CodeBuild
  /\[(?!cause\]|[^\]]{0,60}(?:enied|uthoriz))[\w./:-]{1,60}\](?:\[\d{1,9}\])?:?(?:\s+|$)/y, // [stderr], [terraform]:
  /##\[[a-z]{1,12}\]/y, // GitHub Actions
  /::(?:error|warning|notice|debug)[^:\n]{0,200}::/y, // its workflow commands
  /#\d{1,4} (?:\d{1,6}\.\d{1,6} )?/y, // BuildKit
  /\d{2}[EO]\+?(?:\s|$)/y, // GitLab
  /(?:stdout|stderr) [FP](?:\s|$)/y, // container runtimes
  /\d{1,6} \|(?:\s|$)/y, // numbered lines
  /[\w.-]{1,60}\s{0,20}\|(?:\s|$)/y, // docker compose
  /\|(?:\s|$)/y,
  /(?:STDOUT|STDERR|ERROR|INFO)\s{1,2}\[[\w./-]{1,80}\]\s(?:terraform|tofu):(?:\s|$)/y, // Terragrunt
  /npm (?:ERR!|error)\s/y,
  /\[(?:terraform|terragrunt|pulumi|stderr|stdout|cdk)\]:?\s*/iy,
];

const MOST_PREFIXES = 5;

/** Removes what the tools in between have put before a line: times, stream names, quote and comment marks. */
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
  for (const prefix of PREFIXES) {
    prefix.lastIndex = from;
    if (prefix.test(line)) return prefix.lastIndex;
  }
  return from;
}

function leadingSpace(line: string, from: number): number {
  let at = from;
  while (at < line.length && (line[at] === ' ' || line[at] === '\t')) at += 1;
  return at;
}
