/** The six parts of an ARN; `resource` is everything after the fifth colon. */
export interface Arn {
  readonly partition: string;
  readonly service: string;
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** True for the ARN of a user or role whose account was taken out of the text: `arn:aws:iam:::user`, `arn:aws:iam::user/`. */
export function isCutArn(text: string): boolean {
  return /^arn:aws[a-z-]{0,16}:(?:iam|sts)::(?::|[a-z-]{1,32}(?:\/|$))/.test(text);
}

/** The ARN that was split last, and its parts: the rules that a request goes through ask for the same one in turn. */
let lastText = '';
let lastArn: Arn | undefined;

/** Splits an ARN; undefined where the text is none. https://docs.aws.amazon.com/IAM/latest/UserGuide/reference-arns.html */
export function parseArn(text: string): Arn | undefined {
  if (text !== lastText) {
    lastArn = splitArn(text);
    lastText = text;
  }
  return lastArn;
}

function splitArn(text: string): Arn | undefined {
  if (!text.startsWith('arn:')) return undefined;
  const ends: number[] = [];
  let from = 0;
  while (ends.length < 5) {
    const colon = text.indexOf(':', from);
    if (colon < 0) return undefined;
    ends.push(colon);
    from = colon + 1;
  }
  const [scheme = 0, partition = 0, service = 0, region = 0, account = 0] = ends;
  return {
    partition: text.slice(scheme + 1, partition),
    service: text.slice(partition + 1, service),
    region: text.slice(service + 1, region),
    account: text.slice(region + 1, account),
    resource: text.slice(account + 1),
  };
}

/** Puts the parts together again. */
export function formatArn(arn: Arn): string {
  return `arn:${arn.partition}:${arn.service}:${arn.region}:${arn.account}:${arn.resource}`;
}

/** `ci-deployer` of `…:role/teams/ci-deployer`: what stands behind the last slash. */
export function nameWithoutPath(text: string): string {
  return text.slice(text.lastIndexOf('/') + 1);
}

/** True for the twelve digits of an account id. */
export function isAccountId(text: string): boolean {
  return /^\d{12}$/.test(text);
}

/** True for what can be the name of a partition: `aws`, `aws-cn`, `aws-us-gov`. */
export function isPartition(text: string): boolean {
  return /^aws[a-z-]*$/.test(text);
}

/** The partition of the first text that is an ARN; `aws` where none is. */
export function partitionOfTexts(...texts: readonly (string | null | undefined)[]): string {
  return statedPartition(...texts) ?? 'aws';
}

/** The partition of the first text that is an ARN; undefined where none is. */
export function statedPartition(...texts: readonly (string | null | undefined)[]): string | undefined {
  for (const text of texts) {
    const arn = text ? parseArn(text) : undefined;
    if (arn !== undefined && isPartition(arn.partition)) return arn.partition;
  }
  return undefined;
}
