import { DecodeAuthorizationMessageCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { refuseWrites } from '../refuse-writes.ts';
import {
  BEFORE_ALL,
  type ClientConfig,
  type OperationOf,
  type ServiceClient,
  sdkConfig,
  serviceClient,
} from './service-client.ts';

const COMMANDS = {
  GetCallerIdentity: GetCallerIdentityCommand,
  DecodeAuthorizationMessage: DecodeAuthorizationMessageCommand,
} satisfies Record<OperationOf<'sts'>, unknown>;

export function stsClient(config: ClientConfig): STSClient {
  const client = new STSClient(sdkConfig(config));
  client.middlewareStack.add(refuseWrites('sts'), BEFORE_ALL);
  return client;
}

export function openService(config: ClientConfig): ServiceClient {
  return serviceClient(stsClient(config), COMMANDS);
}
