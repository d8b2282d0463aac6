import { actsOnTrust } from '../../model/actions.ts';
import type { Denial, NearbyResource } from '../../model/denial.ts';
import type { NumberedLine } from '../text/clean-lines.ts';
import { firstFrom } from './sorted-lines.ts';

/**
 * A setting, an option, a variable or a word that names a role right before its ARN: `role-to-assume: arn:…`, `--role-arn arn:…`,
 * `AWS_ROLE_ARN=arn:…`, `Selected role: arn:…`, `role_arn = arn:…`, `eks.amazonaws.com/role-arn: arn:…`.
 */
const ROLE =
  /([\w./-]{0,40}role(?:[-_ ]?(?:to[-_ ]?assume|arn))?)[\\"'`*]{0,4}\s{0,20}(?:[:=]\s{0,20})?[\\"'`*]{0,4}(arn:aws[\w-]{0,16}:iam::\d{12}:role\/[\w+=,.@/-]{1,576})/gi;

/** What every such line has: most lines with the ARN of a role do not, and then the long expression need not be compiled. */
const NAMES_ROLE = /(?:role|assume|arn)[\\"'`*\s:=]{0,49}arn:aws/i;

/** The header of a profile in the AWS config file, and how a command names one. */
const PROFILE_BLOCK = /^\s*\[\s*(?:profile\s+)?([\w.@-]{1,64})\s*\]/;
const PROFILE_USED = /(?:--profile[ =]|AWS_PROFILE=|AWS_DEFAULT_PROFILE=)["']?([\w.@-]{1,64})/;

const LONGEST_LINE = 2_000;

/** A line that names a role as a setting. */
interface RoleLine extends NearbyResource {
  readonly line: number;
  /** The profile of the config file whose setting it is. */
  readonly profile: string | null;
}

/**
 * The lines that name a role as a setting, in order. Of the profiles in a config file only the one counts that a command uses, or the only
 * one. Longer lines than a person writes are no such lines.
 */
export function roleLinesIn(lines: readonly NumberedLine[]): readonly RoleLine[] {
  const roles: RoleLine[] = [];
  const used = new Set<string>();
  let profile: string | null = null;
  for (const { text, line } of lines) {
    if (text.length > LONGEST_LINE) continue;
    profile = PROFILE_BLOCK.exec(text)?.[1] ?? (text.trim() === '' ? null : profile);
    const named = PROFILE_USED.exec(text)?.[1];
    if (named !== undefined) used.add(named);
    if (!text.includes(':iam::') || !NAMES_ROLE.test(text)) continue;
    for (const [, label = '', value = ''] of text.matchAll(ROLE))
      roles.push({ value: value.replace(/[.,/]+$/, ''), label: label.replace(/^[-./]+/, ''), line, profile });
  }
  const [only, ...others] = used;
  const chosen = only === undefined || others.length > 0 ? onlyProfile(roles) : only;
  return roles.filter((role) => role.profile === null || role.profile === chosen);
}

/**
 * The denial with the role that the lines around it name, where its own sentence names none: the last one before it, or else the first one
 * after it.
 */
export function withRoleAround(denial: Denial, roles: readonly RoleLine[]): Denial {
  if (denial.resource !== null || denial.nearby !== undefined || !isAboutRole(denial)) return denial;
  const [first, last] = denial.lines;
  const next = firstFrom(roles, last + 1);
  const found = roles[next - 1] ?? roles[next];
  if (found === undefined || Math.abs(found.line - first) > REACH) return denial;
  const { value, label, line } = found;
  return { ...denial, nearby: [{ value, label, line }] };
}

/** Lines that are farther away are about something else. */
const REACH = 100;

function isAboutRole({ action, kind }: Denial): boolean {
  return kind === 'service-cannot-assume' || (kind === 'iam-denial' && actsOnTrust(action ?? ''));
}

function onlyProfile(roles: readonly RoleLine[]): string | null {
  const [only, ...others] = new Set(roles.map((role) => role.profile).filter((name) => name !== null));
  return only === undefined || others.length > 0 ? null : only;
}
