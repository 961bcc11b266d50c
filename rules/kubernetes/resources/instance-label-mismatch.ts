import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { isWhole } from '../model/pod';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'instance-label-mismatch',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'Workload without its name in the label of the instance',
  why: 'Tools find an application by `app.kubernetes.io/instance`. Where it is not there, or not the name, they are led astray.',
  remedy: 'Set the label to the name of the object.',
  aliases: ['polaris:metadataAndInstanceMismatched'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/common-labels/', 'Recommended labels')],

  object(object, { report }) {
    const label = object.metadata.at('labels').get('app.kubernetes.io/instance');
    const name = object.metadata.at('name').text;
    if (!isWhole(object) || name === undefined || label.isUnresolved || label.text === name) return;
    report(
      label.exists ? label : object,
      label.exists
        ? say`${object.title} is labelled as the instance ${label.text ?? ''}. Use its name.`
        : say`${object.title} is not labelled as an instance. Set app.kubernetes.io/instance to its name.`,
    );
  },
});
