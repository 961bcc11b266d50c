import type { LintContext } from '../../emit';
import type { Part } from '../../report';
import type { DockerfileRule } from './rule';

export function lintDockerfile(text: string, _lint: LintContext<DockerfileRule>): Part {
  return { text, findings: [], facts: {}, suppressions: [], failures: [] };
}
