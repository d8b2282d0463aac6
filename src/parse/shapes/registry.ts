import { assumingRole } from './assuming-role.ts';
import { cloudTrail } from './cloudtrail/cloudtrail.ts';
import { cloudTrailSummary } from './cloudtrail/summary.ts';
import { codePrefix } from './code-prefix.ts';
import { consoleBox } from './console-box.ts';
import { credentials } from './credentials.ts';
import { decodedMessage } from './decoded-message.ts';
import { lackingPermission } from './lacking-permission.ts';
import { localized } from './localized.ts';
import { withoutMentions } from './mention.ts';
import { neededPermission } from './needed-permission.ts';
import { noDenial } from './no-denial.ts';
import { objectFields } from './object-fields.ts';
import { botocore } from './sdks/botocore.ts';
import { dotnetSdk } from './sdks/dotnet-sdk.ts';
import { goSdk } from './sdks/go-sdk.ts';
import { javaSdk } from './sdks/java-sdk.ts';
import { jsStack } from './sdks/js-stack.ts';
import { kotlinSdk } from './sdks/kotlin-sdk.ts';
import { phpSdk } from './sdks/php-sdk.ts';
import { rubySdk } from './sdks/ruby-sdk.ts';
import { rustSdk } from './sdks/rust-sdk.ts';
import { sentence } from './sentence.ts';
import { apiGateway } from './services/api-gateway.ts';
import { cannotAssume } from './services/cannot-assume.ts';
import { cloudFormation } from './services/cloudformation.ts';
import { dataPlane } from './services/data-plane.ts';
import { ec2 } from './services/ec2.ts';
import { firehose } from './services/firehose.ts';
import { functionUrl } from './services/function-url.ts';
import { iot } from './services/iot.ts';
import { kms } from './services/kms.ts';
import { linkedRole } from './services/linked-role.ts';
import { marketplace } from './services/marketplace.ts';
import { ownAccess } from './services/own-access.ts';
import { pipes } from './services/pipes.ts';
import { registryRefusal } from './services/registry-refusal.ts';
import { s3 } from './services/s3.ts';
import { serviceDestination } from './services/service-destination.ts';
import { serviceProse } from './services/service-prose.ts';
import { sts } from './services/sts.ts';
import type { Shape } from './shape.ts';
import { shortened } from './shortened.ts';
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
  linkedRole,
  ownAccess,
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
