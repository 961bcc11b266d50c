import { say } from '../../message';
import { kubernetesDocs } from '../../references';
import { imageOf, isLatest } from '../model/image';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'latest-image',
  topic: 'C7',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image without a fixed version',
  why: 'An image without a tag, or with `latest`, is whatever was pushed last: pods of one workload can run different code, and nobody can tell which, or go back.',
  remedy: 'Name a version, best with the digest that it stands for today: `example.com/app:1.4.2@sha256:…`.',
  aliases: [
    'CKV_K8S_14',
    'KSV-0013',
    'polaris:tagNotSpecified',
    'kube-linter:latest-tag',
    'kube-score:container-image-tag',
    'kics:583053b7-e632-46f0-b989-f81ff8045385',
  ],
  references: [kubernetesDocs('concepts/containers/images/#image-names', 'Images, names and tags')],

  container(container, { report }) {
    const image = imageOf(container);
    if (!image || !isLatest(image) || container.type === 'ephemeral') return;
    const place = container.cursor.at('image');
    if (image.tag === undefined)
      report(
        place,
        say`${container.title} runs \`${image.text}\` without a tag, which means whatever was pushed last as \`latest\`. Name a version.`,
      );
    else
      report(
        place,
        say`${container.title} runs \`${image.text}\`, which is whatever was pushed last. Name a version.`,
      );
  },
});
