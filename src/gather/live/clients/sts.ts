import { DecodeAuthorizationMessageCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import {
  type ClientConfig,
  type OperationOf,
  readOnly,
  type ServiceClient,
  sdkConfig,
  serviceClient,
} from './service-client.ts';

const COMMANDS = {
  GetCallerIdentity: GetCallerIdentityCommand,
  DecodeAuthorizationMessage: DecodeAuthorizationMessageCommand,
} satisfies Record<OperationOf<'sts'>, unknown>;

/** The SDK's client of STS, made to read only. */
export function stsClient(config: ClientConfig): STSClient {
  return readOnly(new STSClient(sdkConfig(config)), 'sts');
}

/** STS with the commands of the table of calls. */
export function openService(config: ClientConfig): ServiceClient {
  return serviceClient(stsClient(config), COMMANDS);
}
