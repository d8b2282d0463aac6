import type { Case } from '../../model/case.ts';
import type { Question } from '../../model/question.ts';
import type { RequestContext } from '../../model/request.ts';
import { type RelatedQuestion, sameCaller } from './related-question.ts';

/**
 * "To successfully change the objects ACL of your PutObject request, you must have the s3:PutObjectAcl": where an object is written with
 * an access control list. https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutObject.html
 */
export function objectAcl(built: Case, question: Question): readonly RelatedQuestion[] {
  const { request } = built;
  if (request === null || !writesObject(request.action) || !sendsAcl(request.context)) return [];
  return [
    {
      why: 'the object is written with an access control list of its own',
      question: sameCaller(built, question, { action: ACL_ACTION }),
    },
  ];
}

/** What a write needs besides where it brings an ACL. */
export const ACL_ACTION = 's3:PutObjectAcl';

/** True for the action that writes an object, with an ACL or without. */
export function writesObject(action: string): boolean {
  return action.toLowerCase() === 's3:putobject';
}

/** `private` is what an object has anyway: that it changes the ACL, nobody documents. */
function sendsAcl(context: RequestContext): boolean {
  for (const [key, value] of context.entries()) {
    if (value.status !== 'known' || !/^s3:x-amz-(acl|grant-[a-z-]+)$/i.test(key)) continue;
    if (value.values.some((text) => text !== '' && text !== 'private')) return true;
  }
  return false;
}
