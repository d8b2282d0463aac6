import type { AnyCause } from '../cause.ts';
import { customSubject } from './github-custom-subject.ts';
import { environment } from './github-environment.ts';
import { immutableSubject } from './github-immutable-subject.ts';
import { pullRequest } from './github-pull-request.ts';
import { ref } from './github-ref.ts';
import { repository } from './github-repository.ts';

/** Subjects of GitHub Actions. */
export const githubCauses = [
  immutableSubject,
  customSubject,
  repository,
  pullRequest,
  environment,
  ref,
] as const satisfies readonly AnyCause[];
