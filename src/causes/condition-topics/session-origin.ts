import { defineTopic } from './topic.ts';

export const sessionOrigin = defineTopic({
  id: 'session-origin',
  keys: /^aws:(sourceidentity|federatedprovider|ec2instancesourcevpc|ec2instancesourceprivateipv4|assumedroot|tokenissuetime|chatbotsourcearn)$|^(lambda:sourcefunctionarn|(ec2|ssm):sourceinstancearn|ec2:roledelivery|codebuild:(buildarn|projectarn)|glue:(roleassumedby|credentialissuingservice))$/,
  by: 'how the session was made',
  guard: 'use the credentials where they belong, or add how this session was made',
});
