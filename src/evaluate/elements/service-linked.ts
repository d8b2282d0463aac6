import { SERVICE_LINKED_NAME, SERVICE_LINKED_PATH } from '../../model/aws-names.ts';
import type { Tri } from '../../model/tri.ts';
import type { Caller } from './caller.ts';

/**
 * Is the caller a service-linked role? Its path shows it; of a session only aws:PrincipalArn shows it, and a name can be given to any role.
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/using-service-linked-roles.html
 */
export function isServiceLinked({ type, path, name }: Caller): Tri {
  if (type !== 'role' && type !== 'session') return 'no';
  if (path === 'missing' || path === 'unknown') return name.startsWith(SERVICE_LINKED_NAME) ? 'unknown' : 'no';
  return path.startsWith(SERVICE_LINKED_PATH) ? 'yes' : 'no';
}
