import type { DenialCase } from '../../model/denial-case.ts';
import type { Question } from '../../model/question.ts';
import type { RequestContext } from '../../model/request.ts';
import { ACL_ACTION, writesObject } from '../../reference/object-acl.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * "To successfully change the objects ACL of your PutObject request, you must have the s3:PutObjectAcl": where an object is written with
 * an access control list. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export function objectAcl(denialCase: DenialCase, question: Question): readonly RelatedQuestion[] {
  const { request } = denialCase;
  if (request === null || !writesObject(request.action) || !sendsAcl(request.context)) return [];
  return [
    {
      why: 'the object is written with an access control list of its own',
      question: sameCaller(denialCase, question, { action: ACL_ACTION }),
    },
  ];
}

/** `private` is what an object has anyway: that it changes the ACL, nobody documents. */
function sendsAcl(context: RequestContext): boolean {
  for (const [key, value] of context.entries()) {
    if (value.status !== 'known' || !/^s3:x-amz-(acl|grant-[a-z-]+)$/i.test(key)) continue;
    if (value.values.some((text) => text !== '' && text !== 'private')) return true;
  }
  return false;
}
