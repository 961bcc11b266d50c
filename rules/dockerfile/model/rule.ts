import type { RuleAbout } from '../../rule';

export interface DockerfileRule<Id extends string = string> extends RuleAbout<Id> {
  readonly family: 'dockerfile';
}
