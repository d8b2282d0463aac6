import { ME } from '../../diagnose/own-arn.ts';
import type { UserOptions } from '../../model/question.ts';
import { isAction, isPrincipal, isResource, wrongKindForS3 } from '../../request/given-values.ts';
import type { Flags } from '../command-line/flags.ts';
import { checkAction } from '../given/check-action.ts';
import { UsageError } from '../usage-error.ts';

/** A request that is asked about, and the answer that is wanted. */
export interface Asked {
  /** An ARN, a service, `anonymous`; or `me`. */
  readonly principal: string;
  readonly action: string;
  readonly resource: string | null;
  readonly context: UserOptions['context'];
  readonly expect: Flags['expect'];
}

/** Throws a UsageError for a request that there cannot be. */
export function checkAsked({ principal, action, resource }: Asked): void {
  if (principal !== ME && !isPrincipal(principal))
    throw new UsageError(
      `${principal} is not a principal: pass the ARN of a user, role, session or identity provider, a service such as lambda.amazonaws.com, anonymous, or me for the current identity`,
    );
  if (!isAction(action)) throw new UsageError(`${action} is not an action such as sts:AssumeRole`);
  if (resource !== null && !isResource(resource))
    throw new UsageError(`${resource} is not a resource: pass an ARN${exampleArn(action, resource)}, or leave it out`);
  checkAction(action);
  const wrongKind = resource === null ? null : wrongKindForS3(action, resource);
  if (wrongKind !== null) throw new UsageError(wrongKind);
}

/** ` such as arn:aws:s3:::my-bucket`: the name as an ARN, where it is clear what it is the name of. */
function exampleArn(action: string, name: string): string {
  const path = /^s3:\/\/([^\s]+)$/.exec(name)?.[1] ?? name;
  if (!/^s3:/i.test(action) || !/^[\w.-]+(\/\S*)?$/.test(path)) return '';
  return `, such as arn:aws:s3:::${path}`;
}
