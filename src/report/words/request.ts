import type { DiagnosedRequest } from '../../model/diagnosis.ts';

/** `role ci-deployer in 111122223333` */
export function callerNote({ principal }: DiagnosedRequest): string {
  if (principal === null) return '';
  const { type, name, account } = principal;
  const within = account === null ? '' : ` in ${account}`;
  switch (type) {
    case 'user':
      return `user ${name}${within}`;
    case 'role':
    case 'session':
      return `role ${name}${within}`;
    case 'federated-user':
      return `federated user ${name}${within}`;
    case 'root':
      return `root user${account === null ? '' : ` of ${account}`}`;
    case 'service':
      return 'an AWS service';
    case 'federated':
      return 'through an identity provider';
    case 'anonymous':
      return 'nobody: the request was not signed';
  }
}

/** The owner of the resource, and whether that is the caller's account. */
export function resourceNote({ resourceAccount, principal }: DiagnosedRequest): string {
  if (resourceAccount === null) return '';
  const account = principal?.account ?? null;
  if (account === null) return resourceAccount;
  return account === resourceAccount ? `${resourceAccount}, the same account` : `${resourceAccount}, another account`;
}

const ARN = /^arn:aws[a-z-]{0,16}:[a-z0-9-]{1,64}:[a-z0-9-]{0,32}:(\d{12}|aws)?:[\w+=,.@:/*?#$~-]{1,1024}$/;
const ACTION = /^[a-z0-9-]{1,64}:[A-Za-z0-9*]{1,128}$/;
const SERVICE = /^[a-z0-9.-]{1,128}\.amazonaws\.com(\.cn)?$/;

/**
 * The command that asks the same without an error text; undefined where a value is outside AWS's grammar, so that nothing of a
 * text that somebody else wrote gets into a command.
 */
export function canCommand(request: DiagnosedRequest, ...more: readonly string[]): readonly string[] | undefined {
  const { principal, action, resource } = request;
  const caller = principal?.arn ?? (principal?.type === 'service' ? principal.name : null);
  if (caller === null || !(ARN.test(caller) || SERVICE.test(caller)) || action === null || !ACTION.test(action))
    return undefined;
  if (resource === null || (resource !== '*' && !ARN.test(resource))) return undefined;
  return ['denytrace', 'can', caller, action, ...(resource === '*' ? [] : [resource]), ...more];
}
