import { defineTopic } from './topic.ts';
import { sendValue } from './value-to-send.ts';

/** https://docs.aws.amazon.com/kms/latest/developerguide/conditions-kms.html#conditions-kms-via-service */
export const viaService = defineTopic({
  id: 'via-service',
  keys: /^kms:viaservice$|^aws:(calledvia(first|last)?|viaawsservice|principalisawsservice|principalservicename(slist)?)$/,
  by: 'the service that makes the call',
  guard: 'make the call the way the policy asks for, or allow this way in a statement of its own',
  doc: {
    what: 'judges requests by the AWS service that makes them (or by whether one does), and this one comes another way.',
    why: 'A key may be usable through S3 or Secrets Manager of one region only (kms:ViaService), and the call was a direct one, or through another service or region. Or a call that a service makes in your name (aws:ViaAWSService, aws:CalledVia) is not left out of a Deny.',
    fix: 'Make the call through that service, or have the owner of the policy add the service; a Deny by network has to leave out aws:ViaAWSService and aws:PrincipalIsAWSService.',
  },
  remedies: (judged) =>
    judged.condition.key.toLowerCase() === 'kms:viaservice'
      ? sendValue(judged, (value) => `let ${value} use the key for you, in place of a direct call`)
      : undefined,
});
