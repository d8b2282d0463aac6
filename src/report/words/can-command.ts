import { isCutArn } from '../../model/arn.ts';
import type { DiagnosedRequest, Diagnosis } from '../../model/diagnosis.ts';
import { isMasked } from '../../requirements/masked.ts';
import type { GivenOption, GivenOptions } from '../options.ts';
import { filesOf, givenWords } from './given-words.ts';

const ARN = /^arn:aws[a-z-]{0,16}:[a-z0-9-]{1,64}:[a-z0-9-]{0,32}:(\d{12}|aws)?:[\w+=,.@:/*?#$~-]{1,1024}$/;
const ACTION = /^[a-z0-9-]{1,64}:[A-Za-z0-9*]{1,128}$/;
const SERVICE = /^[a-z0-9.-]{1,128}\.amazonaws\.com(\.cn)?$/;

/**
 * The command that asks the same without an error text; undefined where a value is outside AWS's grammar, so that nothing of a
 * text that somebody else wrote gets into a command, and where the text has cut or masked it: the question would be another one.
 */
function canCommand(request: DiagnosedRequest, ...more: readonly string[]): readonly string[] | undefined {
  const { principal, action, resource } = request;
  const caller = callerArgument(principal);
  if (
    caller === null ||
    isMasked(caller) ||
    !(ARN.test(caller) || SERVICE.test(caller) || caller === 'anonymous') ||
    action === null ||
    !ACTION.test(action)
  )
    return undefined;
  if (resource === null || (resource !== '*' && !ARN.test(resource)) || isCutArn(resource) || isMasked(resource))
    return undefined;
  return ['denytrace', 'can', caller, action, ...(resource === '*' ? [] : [resource]), ...more];
}

/** Who comes through an identity provider is in the token only, and a token is no argument. */
function callerArgument(principal: DiagnosedRequest['principal']): string | null {
  if (principal === null) return null;
  switch (principal.type) {
    case 'federated':
      return null;
    case 'service':
      return principal.name;
    case 'anonymous':
      return 'anonymous';
    default:
      return principal.arn;
  }
}

/** The options of `can` that say what was sent with the call. */
const SENT = { 'iam:PassedToService': '--service', 'sts:ExternalId': '--external-id' } as const;
const SENT_VALUE = /^[\w+=,.@:/-]{1,1224}$/;

/** Where the call came from, as a CloudTrail record says it. */
const ORIGIN = ['aws:SourceIp', 'aws:VpcSourceIp', 'aws:SourceVpce'] as const;

function isGivenKey(key: string, { request }: GivenOptions): boolean {
  return request.some(([, value]) => value?.toLowerCase().startsWith(`${key.toLowerCase()}=`) === true);
}

/** What was sent with the call, as options: from the text or given, and then whatever else was given of the request. */
function requestOptions({ context }: DiagnosedRequest, given: GivenOptions): readonly GivenOption[] {
  const sent = Object.entries(SENT).flatMap(([key, option]): readonly GivenOption[] => {
    const value = context[key];
    const [only, ...others] = value !== undefined && 'values' in value ? value.values : [];
    return only === undefined || others.length > 0 || !SENT_VALUE.test(only) || isGivenKey(key, given)
      ? []
      : [[option, only]];
  });
  return [...sent, ...given.request];
}

/**
 * The command that decides the same request again once a fix was made, with whatever was given. Undefined where no fix changes a
 * document, where the question was asked by this command, and as for `canCommand`.
 */
export function verifyCommand(
  { denial, causes, request }: Diagnosis,
  given: GivenOptions,
): readonly string[] | undefined {
  if (denial === null || !causes.some(({ fix }) => fix !== null && fix.changes.length > 0)) return undefined;
  const mended = mend(request, causes);
  const sent = Object.keys(mended.context).filter((key) => mended.context[key] !== request.context[key]);
  const options = requestOptions(mended, withoutKeys(given, sent));
  const origin = denial.calledFrom === undefined ? [] : ORIGIN.filter((key) => !isGivenKey(key, given));
  const others = [...origin, ...sent.filter((key) => !Object.hasOwn(SENT, key))].flatMap((key) =>
    contextOptions(key, mended),
  );
  return canCommand(mended, ...givenWords([...options, ...others, ...given.policies, ...given.asking]));
}

/** The call as the fixes want it made: with the names that exist, and with what has to be sent. As it was made, it stays denied. */
function mend(request: DiagnosedRequest, causes: Diagnosis['causes']): DiagnosedRequest {
  const sent = causes.flatMap(({ fix }) => fix?.request ?? []);
  const resource = sent.find((each) => each.resource !== undefined)?.resource ?? request.resource;
  const arn = sent.find((each) => each.principal !== undefined)?.principal ?? request.principal?.arn ?? null;
  const context = sent.flatMap((each) => Object.entries(each.context));
  const names = new Set(context.map(([key]) => key.toLowerCase()));
  const kept = Object.entries(request.context).filter(([key]) => !names.has(key.toLowerCase()));
  return {
    ...request,
    resource,
    principal: request.principal && { ...request.principal, arn },
    context: Object.fromEntries([...kept, ...context.map(([key, values]) => [key, { values }] as const)]),
  };
}

/** What was given of these keys is what was wrong. */
function withoutKeys(given: GivenOptions, keys: readonly string[]): GivenOptions {
  const names = new Set(keys.map((key) => key.toLowerCase()));
  const isOfThem = ([option, value = '']: GivenOption) => {
    const key = Object.entries(SENT).find(([, name]) => name === option)?.[0] ?? value.split('=', 1)[0] ?? '';
    return names.has(key.toLowerCase());
  };
  return { ...given, request: given.request.filter((option) => !isOfThem(option)) };
}

function contextOptions(key: string, { context }: DiagnosedRequest): readonly GivenOption[] {
  const value = context[key];
  return value !== undefined && 'values' in value
    ? value.values.map((each) => ['--context', `${key}=${each}`] as const)
    : [];
}

/** What stands above that command: a policy that was passed as a file is not read from AWS. */
export function verifyWords({ causes }: Diagnosis, given: GivenOptions): string {
  const kinds = causes.flatMap(({ fix }) => fix?.changes.map(({ policy }) => policy.kind) ?? []);
  const files = filesOf(kinds, given.policies);
  return `After the change${files.length === 0 ? '' : ` (in ${files.join(' and ')} too)`}, check again:`;
}

/** The command with which somebody else asks the same and records what is read: files and profiles are yours, and stay here. */
export function recordCommand(request: DiagnosedRequest, given: GivenOptions): readonly string[] | undefined {
  return canCommand(request, ...givenWords(requestOptions(request, given)), '--record', 'part.json');
}
