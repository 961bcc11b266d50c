import { say } from '../../message';
import { isKind } from '../model/kinds';
import { kubernetesRule } from '../model/rule';

export default kubernetesRule({
  id: 'open-argo-project',
  topic: 'D9',
  severity: 'warning',
  profile: 'recommended',
  title: 'Argo CD project without limits',
  why: 'An application of a project that allows every source and every destination deploys whatever it is pointed at, wherever it wants, with the rights of Argo CD.',
  remedy: 'Name the repositories and the namespaces of the project.',
  aliases: [],
  references: [
    { title: 'Argo CD: projects', url: 'https://argo-cd.readthedocs.io/en/stable/user-guide/projects/' },
  ],

  object(object, { report }) {
    if (!isKind(object, 'argoproj.io', 'AppProject')) return;
    const spec = object.cursor.get('spec');
    const source = spec.get('sourceRepos').items.find((repository) => repository.string === '*');
    const anywhere = spec
      .get('destinations')
      .items.some(
        (place) =>
          place.get('namespace').string === '*' &&
          (place.get('server').string === '*' ||
            place.get('name').string === '*' ||
            place.get('server').string === 'https://kubernetes.default.svc'),
      );
    if (source && anywhere)
      report(
        source,
        say`${object.title} lets its applications deploy from every repository to every namespace. Name the repositories and the namespaces.`,
      );
  },
});
