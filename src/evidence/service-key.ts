import { isAccountId, parseArn } from '../model/arn.ts';
import type { DenialCase } from '../model/denial-case.ts';
import { SERVICE_KEYS, type ServiceKey } from '../reference/keys/service-keys.ts';
import { findQuote } from './aws-words/find-quote.ts';

/**
 * The service that says that it cannot use a KMS key. Undefined for any other text, and where AWS's sentence names the caller: then the
 * action in it decides.
 */
export function serviceKeyOf(denialCase: Pick<DenialCase, 'denial' | 'text'>): ServiceKey | undefined {
  const { denial } = denialCase;
  if (denial === null || denial.caller !== null) return undefined;
  return SERVICE_KEYS.find(({ phrases }) => findQuote(denialCase, phrases) !== undefined);
}

const KEY_ARN = /arn:aws[a-z-]{0,16}:kms:[a-z0-9-]{1,32}:\d{12}:key\/(?:mrk-)?[0-9a-f-]{32,36}/;

/** The only KMS key that the text names by its ARN; null where it names none, or several. */
export function keyInText({ text }: Pick<DenialCase, 'text'>): string | null {
  const found = new Set(text.match(new RegExp(KEY_ARN, 'g')));
  const [key] = found;
  return key !== undefined && found.size === 1 ? key : null;
}

/** An ARN of the service in the text, as it stands there: the account may be masked. Null where there is none. */
export function arnInText({ text }: Pick<DenialCase, 'text'>, service: string): string | null {
  const arn = new RegExp(`arn:aws[a-z-]{0,16}:${service}:[^\\s"'\`()]{5,600}`).exec(text)?.[0];
  return arn === undefined ? null : arn.replace(/[.,;\]}]+$/, '');
}

/** The region that the text shows: that of the key, or of the ARN of what is encrypted. */
export function keyRegion(denialCase: Pick<DenialCase, 'denial' | 'text'>, row: ServiceKey): string | null {
  const arn = keyInText(denialCase) ?? (row.context === undefined ? null : arnInText(denialCase, row.context.service));
  const region = (arn === null ? undefined : parseArn(arn)?.region) ?? denialCase.denial?.region ?? '';
  return /^[a-z]{2}(?:-[a-z]+)+-\d$/.test(region) ? region : null;
}

/** True for an ARN whose account is whole. */
export function hasAccount(arn: string): boolean {
  return isAccountId(parseArn(arn)?.account ?? '');
}
