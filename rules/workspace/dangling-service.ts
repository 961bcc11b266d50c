import { say } from '../message';
import { kubernetesDocs } from '../references';
import { workspaceRule } from '../workspace-rule';
import { podLabels } from './model/labels';

export default workspaceRule({
  id: 'dangling-service',
  topic: 'F3',
  severity: 'info',
  profile: 'all',
  title: 'Service that selects no pods',
  why: 'A Service whose labels no pod has leads nowhere. A pod that gets these labels by chance, or by intent, gets its traffic.',
  remedy: 'Correct the labels of `selector`, or add the manifest of the pods.',
  aliases: ['kube-linter:dangling-service', 'kics:3ca03a61-3249-4c16-8427-6f8e47dda729', 'C-0293'],
  references: [kubernetesDocs('concepts/services-networking/service/', 'Service')],
  asks: 'services',

  workspace(services, context) {
    for (const service of services) {
      if (!context.lookUp(podLabels).areSelected(service.selector, service.namespace))
        context.report(
          service,
          say`Service \`${service.name}\` selects no pods of this workspace. Correct the labels of its selector.`,
        );
    }
  },
});
