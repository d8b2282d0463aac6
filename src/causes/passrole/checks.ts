import type { AnyCause } from '../cause.ts';
import { associatedResource } from './associated-resource.ts';
import { crossAccount } from './cross-account.ts';
import { instanceProfileArn } from './instance-profile-arn.ts';
import { instanceProfileEmpty } from './instance-profile-empty.ts';
import { otherRole } from './other-role.ts';
import { passedToService } from './passed-to-service.ts';
import { reservedRole } from './reserved-role.ts';
import { passedRoleNotFound } from './role-not-found.ts';
import { passedRolePath } from './role-path.ts';
import { roleTags } from './role-tags.ts';
import { passedServiceLinkedRole } from './service-linked.ts';
import { serviceNotSent } from './service-not-sent.ts';

/** Causes in passing a role to a service. https://docs.aws.amazon.com/IAM/latest/UserGuide/id_roles_use_passrole.html */
export const passRoleChecks = [
  crossAccount,
  reservedRole,
  passedRoleNotFound,
  instanceProfileEmpty,
  passedServiceLinkedRole,
  serviceNotSent,
  passedToService,
  associatedResource,
  roleTags,
  passedRolePath,
  instanceProfileArn,
  otherRole,
] as const satisfies readonly AnyCause[];
