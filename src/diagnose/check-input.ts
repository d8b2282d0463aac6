import type { AwsOptions } from '../gather/aws-options.ts';
import { InputError } from '../model/input-error.ts';
import { nearestTexts } from '../reference/edit-distance.ts';
import { GIVEN_VALUES, type GivenValue, unlistedAction } from '../request/given-values.ts';
import { ME } from './own-arn.ts';

type Fields = Readonly<Record<string, unknown>>;
type Rule = readonly [name: string, fits: (value: unknown) => boolean, wanted: string];

const isText = (value: unknown): value is string => typeof value === 'string';
const isTexts = (value: unknown) => Array.isArray(value) && value.every(isText);
const isTextOrTexts = (value: unknown) => isText(value) || isTexts(value);

const given = (name: string, { fits, wanted }: GivenValue): Rule => [
  name,
  (value) => isText(value) && fits(value),
  wanted,
];

const OPTIONS: readonly Rule[] = [
  given('caller', GIVEN_VALUES.caller),
  given('action', GIVEN_VALUES.action),
  given('resource', GIVEN_VALUES.resource),
  given('service', GIVEN_VALUES.service),
  ['context', isObjectOf(isTextOrTexts), 'an object: a string, or a list of strings, by condition key'],
  ['missing', isTexts, 'a list of condition keys'],
  ['externalId', isText, 'a string'],
  ['webIdentityToken', isText, 'a string'],
  ['assume', isObjectOf(isText), "an object, for example { scp: 'allow' }"],
  ['environment', isObjectOf((value) => value === undefined || isText(value)), 'an object: a string by variable'],
  ['now', (value) => value instanceof Date && !Number.isNaN(value.getTime()), 'a valid Date'],
  ['signal', (value) => value instanceof AbortSignal, 'an AbortSignal'],
];

const SOURCES =
  "'none', what openSnapshot or mergeSnapshots returned, or how AWS is to be asked, for example { profile: 'audit' }";

/** How AWS can be asked: the compiler knows if an option is missing here. */
const AWS_NAMES = {
  profile: true,
  accountProfiles: true,
  organizationProfile: true,
  findProfiles: true,
  ci: true,
  region: true,
  timeout: true,
  signal: true,
  mfaCode: true,
} as const satisfies Readonly<Record<keyof AwsOptions, true>>;

/** Keys that a file has, and neither an opened snapshot nor a way to ask AWS. */
const OF_A_FILE = ['denytrace', 'UserDetailList', 'RoleDetailList'];

/**
 * Throws an InputError for what a diagnosis cannot begin with: callers without types may pass anything, and what a user typed may be
 * passed on.
 *
 * @param names those of all options: with a mistyped one, less would be read than was asked for
 */
export function checkInput(input: unknown, options: unknown, names: readonly string[]): void {
  const fields = objectAt('input', input, '{ text }, { denial } or { request }');
  const what = ['text', 'denial', 'request'].filter((name) => fields[name] !== undefined);
  if (what.length !== 1) throw new InputError('input', 'pass one of { text }, { denial } and { request }');
  if (fields['text'] !== undefined && !isText(fields['text'])) throw new InputError('input.text', 'pass a string');
  if (fields['denial'] !== undefined) checkDenial(fields['denial']);
  if (fields['request'] !== undefined) checkRequest(fields['request']);
  const passed = objectAt('options', options, 'an object');
  checkNames('options', passed, names);
  checkOptions(passed, fields['request'] !== undefined);
}

function checkNames(at: string, passed: Fields, names: readonly string[]): void {
  const unknown = Object.keys(passed).find((name) => !names.includes(name));
  if (unknown === undefined) return;
  const [near] = nearestTexts(unknown, names, 1);
  throw new InputError(
    `${at}.${unknown}`,
    `there is no such option${near === undefined ? '' : `; did you mean ${near}?`}`,
  );
}

function checkDenial(denial: unknown): void {
  const { kind, lines } = objectAt('input.denial', denial, 'what parseDenials returned');
  if (!isText(kind) || !Array.isArray(lines)) throw new InputError('input.denial', 'pass what parseDenials returned');
}

function checkRequest(request: unknown): void {
  const fields = objectAt('input.request', request, '{ principal, action, resource }');
  const { caller, action, resource } = GIVEN_VALUES;
  const at = 'input.request';
  if (fields['principal'] !== ME)
    check(
      at,
      fields,
      given('principal', { ...caller, wanted: `${caller.wanted}, the host of a service, anonymous or me` }),
    );
  check(at, fields, given('action', action));
  checkAction(`${at}.action`, fields['action']);
  if (fields['resource'] !== undefined) check(at, fields, given('resource', resource));
}

function checkOptions(options: Fields, isRequest: boolean): void {
  for (const rule of OPTIONS) if (options[rule[0]] !== undefined) check('options', options, rule);
  checkAction('options.action', options['action']);
  const twice = ['caller', 'action', 'resource'].find((name) => isRequest && options[name] !== undefined);
  if (twice !== undefined) throw new InputError(`options.${twice}`, 'a request says it itself: leave this out');
  const isSnapshot = checkSource(options['source']);
  if (options['live'] === undefined) return;
  checkAws('options.live', objectAt('options.live', options['live'], "an object, for example { profile: 'audit' }"));
  if (!isSnapshot) throw new InputError('options.live', 'pass a snapshot as source, or AWS alone as source');
}

/** True for a snapshot. */
function checkSource(source: unknown): boolean {
  if (source === undefined || source === 'none') return false;
  const fields = objectAt('options.source', source, SOURCES);
  if (OF_A_FILE.some((key) => key in fields))
    throw new InputError(
      'options.source',
      'this is the content of a snapshot file: pass what openSnapshot returns for it',
    );
  if (fields['held'] instanceof Map) return true;
  checkAws('options.source', fields);
  return false;
}

function checkAws(at: string, aws: Fields): void {
  checkNames(at, aws, Object.keys(AWS_NAMES));
  if (aws['region'] !== undefined) check(at, aws, given('region', GIVEN_VALUES.region));
  if (aws['profile'] !== undefined) check(at, aws, ['profile', isText, 'the name of a profile']);
}

function checkAction(at: string, action: unknown): void {
  const problem = isText(action) ? unlistedAction(action) : null;
  if (problem !== null) throw new InputError(at, problem);
}

function check(at: string, fields: Fields, [name, fits, wanted]: Rule): void {
  const value = fields[name];
  // A token is never quoted, and a value that is no text has no short form.
  const shown = isText(value) && name !== 'webIdentityToken' ? `, not ${value}` : '';
  if (!fits(value)) throw new InputError(`${at}.${name}`, `pass ${wanted}${shown}`);
}

function objectAt(at: string, value: unknown, wanted: string): Fields {
  if (!isObject(value)) throw new InputError(at, `pass ${wanted}`);
  return value;
}

function isObject(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isObjectOf(fits: (value: unknown) => boolean): (value: unknown) => boolean {
  return (value) => isObject(value) && Object.values(value).every(fits);
}
