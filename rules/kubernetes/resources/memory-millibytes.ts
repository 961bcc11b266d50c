import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { setAny } from '../../yaml/edit';
import { limitOf, requestOf } from '../model/resources';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'memory-millibytes',
  topic: 'B9',
  severity: 'warning',
  profile: 'recommended',
  title: 'Memory in thousandths of a byte',
  why: '`m` means a thousandth. A limit of `512m` of memory is half a byte: the container cannot start, or the request counts for nothing.',
  remedy: 'Write `Mi` for mebibytes.',
  aliases: [],
  references: [
    kubernetesDocs(
      'concepts/configuration/manage-resources-containers/',
      'Resource management for pods and containers',
    ),
  ],
  fix: 'review',

  container(container, { report }) {
    for (const resource of ['memory', 'ephemeral-storage'] as const) {
      for (const amount of [requestOf(container, resource), limitOf(container, resource)]) {
        const text = amount.string ?? '';
        if (!/^\d{1,20}m$/.test(text)) continue;
        const meant = `${text}i`.replace('mi', 'Mi');
        report(
          amount,
          say`${container.title} sets ${resource} to \`${text}\`, which is thousandths of a byte. Write \`${meant}\` for mebibytes.`,
          { fix: { title: say`Write ${meant}`, edits: [setAny(amount, meant)] } },
        );
      }
    }
  },
});
