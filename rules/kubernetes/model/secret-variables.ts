import { say } from '../../message';
import type { Container } from './container';
import type { KubernetesContext } from './rule';

/** Reports each variable of a container that takes its value from a Secret. */
export function reportSecretVariables(container: Container, report: KubernetesContext['report']): void {
  for (const variable of container.cursor.at('env').items)
    if (variable.at('valueFrom').at('secretKeyRef').exists)
      report(
        variable,
        say`${container.title} gets a Secret in ${variable.at('name').text ?? ''}. Mount it as a file, which shows up in fewer places.`,
      );
}
