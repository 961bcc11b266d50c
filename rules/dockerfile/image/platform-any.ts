import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'platform-any',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'FROM with `--platform`',
  why: 'Whoever forbids the flag altogether leaves the platform of every stage to the build.',
  remedy: 'Leave `--platform` out.',
  aliases: ['kics:b16e8501-ef3c-44e1-a543-a093238099c9'],
  references: [dockerDocs('reference/dockerfile/#from', 'Dockerfile reference, FROM')],

  from(from, { report }) {
    const flag = from.flag('platform');
    if (flag) report(flag, say`FROM has \`--platform\`. Leave the platform to the build.`);
  },
});
