import { denied, type Situation } from './cause-case.ts';
import { HOME, TARGET, world } from './world.ts';

export const GET = 's3:GetObject';
export const SEND = 'sqs:SendMessage';
export const QUEUE = `arn:aws:sqs:eu-west-1:${HOME}:jobs`;
export const OBJECT = 'arn:aws:s3:::shop-data/a.csv';

export function session(role: string, name: string): string {
  return `arn:aws:sts::${HOME}:assumed-role/${role}/${name}`;
}

/** A call by some session; nothing can be read. */
export function by(caller: string, action = GET, resource = OBJECT, environment?: Situation['environment']): Situation {
  return { text: denied(caller, action, resource), ...(environment === undefined ? {} : { environment }) };
}

export const INSTANCE = 'i-0abc1234def567890';
export const NODE = session('eksctl-shop-nodegroup-web-NodeInstanceRole-1ABC', INSTANCE);
export const TASK = '0123456789abcdef0123456789abcdef';
export const READ_ONLY = session('AWSReservedSSO_ReadOnlyAccess_0123456789abcdef', 'alice@example.com');
export const FEDERATED = `arn:aws:sts::${HOME}:federated-user/alice`;

/** The user tells the caller, who is nobody in the text. */
export function given(caller: string): Situation {
  const text =
    'An error occurred (AccessDenied) when calling the AssumeRole operation: Not authorized to perform sts:AssumeRole';
  return { text, world: world({}), given: { caller, resource: TARGET } };
}
