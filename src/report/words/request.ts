import { isCutArn } from '../../model/arn.ts';
import type { DiagnosedRequest, Diagnosis } from '../../model/diagnosis.ts';
import { accountWords } from './account.ts';

/** `role ci-deployer in 111122223333` */
export function callerNote({ principal, accounts }: DiagnosedRequest): string {
  if (principal === null) return '';
  const { type, name, account } = principal;
  const within = account === null ? '' : ` in ${accountWords(account, accounts)}`;
  switch (type) {
    case 'user':
      return `user ${name}${within}`;
    case 'role':
    case 'session':
      return `role ${name}${within}`;
    case 'federated-user':
      return `federated user ${name}${within}`;
    case 'root':
      return `root user${account === null ? '' : ` of ${accountWords(account, accounts)}`}`;
    case 'service':
      return 'an AWS service';
    case 'federated':
      return 'through an identity provider';
    case 'anonymous':
      return 'anonymous: the request was not signed';
  }
}

/** The owner of the resource, and whether that is the caller's account; nothing for a resource that the question leaves out. */
export function resourceNote({ denial, request }: Pick<Diagnosis, 'denial' | 'request'>): string {
  const { resource, resourceAccount, principal, accounts } = request;
  if (isCutShort(denial?.resource ?? '')) return 'the ARN is cut in the text';
  if (resourceAccount === null || (denial === null && resource === '*')) return '';
  if (isCutArn(resource ?? '')) return 'without the account';
  const account = principal?.account ?? null;
  const owner = accountWords(resourceAccount, accounts);
  if (account === null) return owner;
  return account === resourceAccount ? `${owner}, the same account` : `${owner}, another account`;
}

/** True for an ARN that ends in dots, or before the resource. */
function isCutShort(text: string): boolean {
  return (
    /^arn:.*(?:\.{2,}|…)$/.test(text) ||
    /^arn:aws[a-z-]{0,16}:(?!s3:)[a-z0-9-]{1,40}(?::[a-z0-9-]*(?::\d{0,12}:?)?)?$/.test(text)
  );
}
