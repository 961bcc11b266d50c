import { say } from '../../message';
import type { Reference } from '../../rule';
import { imageOf } from '../model/image';
import { kubernetesRule } from '../model/rule';

const retired: Reference = {
  title: 'Kubernetes: Ingress NGINX is retired',
  url: 'https://kubernetes.io/blog/2025/11/11/ingress-nginx-retirement/',
};

export default kubernetesRule({
  id: 'ingress-nginx-controller',
  topic: 'A5',
  severity: 'warning',
  profile: 'recommended',
  title: 'The retired controller ingress-nginx',
  why: 'The Kubernetes project ended ingress-nginx in March 2026: a hole that is found in what stands open to the internet stays open.',
  remedy: 'Move to another controller, or to an implementation of the Gateway API.',
  aliases: ['C-0292'],
  references: [retired],

  container(container, { report }) {
    const image = imageOf(container);
    if (
      !image ||
      !/(?:^|\/)(?:ingress-nginx\/controller(?:-chroot)?|nginx-ingress-controller)$/.test(image.repository)
    )
      return;
    report(
      container.cursor.at('image'),
      say`${container.title} runs \`${image.text}\`. ingress-nginx gets no fixes since March 2026. Move to another controller or to the Gateway API.`,
    );
  },
});
