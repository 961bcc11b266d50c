import type { Container } from './container';

/** The server of Helm 2, known by its image or by the labels that `helm init` gave it. */

export const runsTiller = (container: Container): boolean =>
  /tiller/.test(container.cursor.at('image').string ?? '');

export const tillerLabels = (labels: Readonly<Record<string, string>>): boolean =>
  labels.name === 'tiller' || labels.app === 'helm';
