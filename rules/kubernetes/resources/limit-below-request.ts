import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { setAny } from '../../yaml/edit';
import { quantityOf } from '../model/quantity';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'limit-below-request',
  topic: 'B9',
  severity: 'error',
  profile: 'recommended',
  title: 'Limit below its request',
  why: 'The API server refuses a container that asks for more than it may have.',
  remedy: 'Raise the limit to the request, or lower the request.',
  aliases: [],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],
  fix: 'review',

  container(container, { report }) {
    const resources = container.cursor.get('resources');
    for (const limit of resources.get('limits').fields as Cursor[]) {
      const request = resources.get('requests').get(limit.name);
      const [most, least] = [quantityOf(limit), quantityOf(request)];
      if (most === undefined || least === undefined || most >= least) continue;
      report(
        limit,
        say`${container.title} asks for ${request.text ?? ''} of ${limit.name} but may have ${limit.text ?? ''} at most, so the API server refuses it. Raise the limit or lower the request.`,
        { fix: { title: say`Raise the limit to the request`, edits: [setAny(limit, request.scalar ?? '')] } },
      );
    }
  },
});
