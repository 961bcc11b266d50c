import { say } from '../../message';
import { dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';

export default dockerfileRule({
  id: 'platform-flag',
  topic: 'C10',
  severity: 'info',
  profile: 'all',
  title: 'FROM with a platform of its own, whatever the stage is called',
  why: 'The platform is for the build to say. Only that of the machine that builds, `$BUILDPLATFORM`, is known to the file.',
  remedy: 'Leave `--platform` out, or use `$BUILDPLATFORM`.',
  aliases: ['DL3029'],
  references: [dockerDocs('build/building/multi-platform/', 'Multi-platform builds')],

  from(from, { report }) {
    const flag = from.flag('platform');
    const variables = flag?.value?.expanded.variables ?? [];
    if (!flag?.value || variables.some(({ name }) => name === 'BUILDPLATFORM' || name === 'TARGETPLATFORM'))
      return;
    report(flag, say`Leave the platform to the build.`);
  },
});
