import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'instance-label-mismatch',
  topic: 'B11',
  severity: 'info',
  profile: 'all',
  title: 'Label of the instance that is not the name',
  why: 'Tools find an application by `app.kubernetes.io/instance`. Another value than the name leads them astray.',
  remedy: 'Set the label to the name of the object.',
  aliases: ['polaris:metadataAndInstanceMismatched'],
  references: [kubernetesDocs('concepts/overview/working-with-objects/common-labels/', 'Recommended labels')],

  object(object, { report }) {
    const label = object.metadata.at('labels').get('app.kubernetes.io/instance');
    if (label.string === undefined || object.name === '' || label.string === object.name) return;
    report(label, say`${object.title} is labelled as the instance ${label.string}. Use its name.`);
  },
});
