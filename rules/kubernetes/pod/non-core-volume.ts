import { say } from '../../message';
import { podSecurityStandards } from '../../references';
import { kubernetesRule } from '../model/rule';

const types = [
  'azureDisk',
  'azureFile',
  'awsElasticBlockStore',
  'cephFS',
  'cinder',
  'fc',
  'flexVolume',
  'flocker',
  'gcePersistentDisk',
  'gitRepo',
  'glusterfs',
  'iscsi',
  'nfs',
  'portworxVolume',
  'quobyte',
  'rbd',
  'scaleIO',
  'storageos',
  'vsphereVolume',
];

export default kubernetesRule({
  id: 'non-core-volume',
  topic: 'B7',
  severity: 'info',
  profile: 'all',
  title: 'Volume of a type that reaches storage past claims',
  why: 'Storage that a pod names by itself goes past the claims and classes of the cluster.',
  remedy: 'Use a PersistentVolumeClaim.',
  aliases: ['KSV-0028'],
  references: [podSecurityStandards.restricted],

  pod(pod, { report }) {
    for (const volume of pod.spec.at('volumes').items) {
      const source = types.map((type) => volume.get(type)).find(({ exists }) => exists);
      if (source) report(source, say`${pod.title} has a volume of the type ${source.name}. Use a claim.`);
    }
  },
});
