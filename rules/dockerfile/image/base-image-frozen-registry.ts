import { say } from '../../message';
import { dockerDocs } from '../../references';
import { replaceWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { imagesOf, textOf } from './model/images';

/** Registries that were closed to new images, and what came after them. */
const successors: ReadonlyMap<string, string> = new Map([
  ['k8s.gcr.io', 'registry.k8s.io'],
  ['docker.pkg.github.com', 'ghcr.io'],
]);

export default dockerfileRule({
  id: 'base-image-frozen-registry',
  topic: 'C9',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image from a registry that is closed or frozen',
  why: 'Nothing new has come to this registry for years: what is taken from it misses all later fixes, and it may stop serving.',
  remedy: 'Take the image of the same name from the registry that replaced it.',
  aliases: [],
  references: [
    {
      title: 'Kubernetes: k8s.gcr.io is frozen',
      url: 'https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/',
    },
    dockerDocs('reference/dockerfile/#from', 'Dockerfile reference, FROM'),
  ],
  fix: 'review',

  stage(stage, { report }) {
    for (const image of imagesOf(stage)) {
      const { registry = '', word } = image;
      const successor = successors.get(registry);
      if (successor === undefined) continue;
      report(word, say`${registry} gets no images any more. Take \`${textOf(image)}\` from ${successor}.`, {
        fix: word.raw.startsWith(`${registry}/`)
          ? {
              title: say`Take it from ${successor}`,
              edits: [replaceWord(word.part(0, registry.length), successor)],
            }
          : undefined,
      });
    }
  },
});
