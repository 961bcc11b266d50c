import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import type { Cursor } from '../../yaml/cursor';
import { append } from '../../yaml/edit';
import { cidrHolds } from '../model/cidr';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'egress-to-metadata',
  topic: 'A3',
  severity: 'info',
  profile: 'recommended',
  title: 'NetworkPolicy that lets pods ask the cloud for credentials',
  why: 'At 169.254.169.254 many clouds give the credentials of the node to whoever asks from it. A policy that allows all addresses allows this one.',
  remedy: 'Add `169.254.169.254/32` under `except`.',
  aliases: [],
  references: [kubernetesDocs('concepts/services-networking/network-policies/', 'Network policies')],
  fix: 'review',

  object(object, { report }) {
    if (!isKind(object, 'networking.k8s.io', 'NetworkPolicy')) return;
    for (const rule of object.cursor.path('spec', 'egress').items) {
      for (const peer of rule.get('to').items) {
        const block = peer.get('ipBlock');
        const except = block.get('except');
        if (
          !cidrHolds(block.get('cidr').string ?? '', metadata) ||
          except.items.some((item) => cidrHolds(item.string ?? '', metadata))
        )
          continue;
        report(
          block.get('cidr'),
          say`${object.title} lets its pods reach 169.254.169.254, where clouds give away the credentials of the node. Add 169.254.169.254/32 under except.`,
          {
            fix: block.isShared
              ? undefined
              : {
                  title: say`Except 169.254.169.254/32`,
                  edits: [append(except as Cursor<string[]>, `${metadata}/32`)],
                },
          },
        );
      }
    }
  },
});

const metadata = '169.254.169.254';
