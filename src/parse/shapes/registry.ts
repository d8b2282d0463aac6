import { apiGateway } from './api-gateway.ts';
import { assumingRole } from './assuming-role.ts';
import { botocore } from './botocore.ts';
import { cannotAssume } from './cannot-assume.ts';
import { cloudFormation } from './cloudformation.ts';
import { cloudTrail } from './cloudtrail/cloudtrail.ts';
import { cloudTrailSummary } from './cloudtrail/summary.ts';
import { codePrefix } from './code-prefix.ts';
import { consoleBox } from './console-box.ts';
import { credentials } from './credentials.ts';
import { dataPlane } from './data-plane.ts';
import { decodedMessage } from './decoded-message.ts';
import { dotnetSdk } from './dotnet-sdk.ts';
import { ec2 } from './ec2.ts';
import { firehose } from './firehose.ts';
import { functionUrl } from './function-url.ts';
import { goSdk } from './go-sdk.ts';
import { iot } from './iot.ts';
import { javaSdk } from './java-sdk.ts';
import { jsStack } from './js-stack.ts';
import { kms } from './kms.ts';
import { kotlinSdk } from './kotlin-sdk.ts';
import { lackingPermission } from './lacking-permission.ts';
import { localized } from './localized.ts';
import { marketplace } from './marketplace.ts';
import { withoutMentions } from './mention.ts';
import { neededPermission } from './needed-permission.ts';
import { noDenial } from './no-denial.ts';
import { objectFields } from './object-fields.ts';
import { phpSdk } from './php-sdk.ts';
import { pipes } from './pipes.ts';
import { registryRefusal } from './registry-refusal.ts';
import { rubySdk } from './ruby-sdk.ts';
import { rustSdk } from './rust-sdk.ts';
import { s3 } from './s3.ts';
import { sentence } from './sentence.ts';
import { serviceDestination } from './service-destination.ts';
import { serviceProse } from './service-prose.ts';
import type { Shape } from './shape.ts';
import { shortened } from './shortened.ts';
import { sts } from './sts.ts';
import { translated } from './translated.ts';
import { xmlBody } from './xml-body.ts';

/** All families of error messages. Their order does not matter: parts are grouped by their positions. */
export const SHAPES: readonly Shape[] = [
  sentence,
  shortened,
  ec2,
  sts,
  withoutMentions(serviceDestination),
  s3,
  kms,
  serviceProse,
  withoutMentions(dataPlane),
  apiGateway,
  iot,
  firehose,
  withoutMentions(pipes),
  functionUrl,
  lackingPermission,
  neededPermission,
  marketplace,
  withoutMentions(cannotAssume),
  assumingRole,
  localized,
  translated,
  consoleBox,
  credentials,
  noDenial,
  botocore,
  codePrefix,
  goSdk,
  javaSdk,
  jsStack,
  kotlinSdk,
  rubySdk,
  rustSdk,
  phpSdk,
  registryRefusal,
  dotnetSdk,
  xmlBody,
  objectFields,
  cloudFormation,
  cloudTrail,
  cloudTrailSummary,
  decodedMessage,
];
