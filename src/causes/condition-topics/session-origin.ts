import { defineTopic } from './topic.ts';

/** https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html#condition-keys-role-session-properties */
export const sessionOrigin = defineTopic({
  id: 'session-origin',
  keys: /^aws:(sourceidentity|federatedprovider|ec2instancesourcevpc|ec2instancesourceprivateipv4|assumedroot|tokenissuetime|chatbotsourcearn)$|^(lambda:sourcefunctionarn|(ec2|ssm):sourceinstancearn|ec2:roledelivery|codebuild:(buildarn|projectarn)|glue:(roleassumedby|credentialissuingservice))$/,
  by: 'how the session was made',
  guard: 'use the credentials where they belong, or add how this session was made',
  doc: {
    what: 'judges role sessions by how they were made (where, when, with which source identity), and this one was made otherwise.',
    why: 'The credentials are used elsewhere than on the instance or function that they were given to, were fetched by IMDSv1, or the session was made without the source identity that the policy asks for.',
    fix: 'Use the credentials where they belong, or make the session again as the policy wants it.',
  },
});
