import { say } from '../../message';
import { dockerDocs } from '../../references';
import { removeWord } from '../model/edit';
import { dockerfileRule } from '../model/rule';
import { parsePlatform } from './model/platform';

export default dockerfileRule({
  id: 'platform-constant',
  topic: 'C10',
  severity: 'warning',
  profile: 'recommended',
  title: 'FROM for one platform only',
  why: 'A platform written into the file wins over the one that is asked for: a build for arm64 gets an image of amd64 without a word.',
  remedy:
    'Leave `--platform` out and give it to the build, or use `$BUILDPLATFORM`. If a stage is for one platform, name it so: `AS build-amd64`.',
  aliases: ['buildkit:FromPlatformFlagConstDisallowed'],
  references: [
    dockerDocs(
      'reference/build-checks/from-platform-flag-const-disallowed/',
      'FromPlatformFlagConstDisallowed',
    ),
  ],
  fix: 'review',

  stage({ from, name = '' }, { report }) {
    const flag = from.flag('platform');
    const text = flag?.value?.known;
    if (!flag?.value || text === undefined || flag.value.hasVariables) return;
    const platform = parsePlatform(text);
    if (!platform || name.includes(platform.os) || name.includes(platform.architecture)) return;
    report(
      flag,
      say`\`--platform=${text}\` makes this stage for one platform, whatever the build asks for.`,
      {
        fix: { title: say`Leave --platform to the build`, edits: [removeWord(flag)] },
      },
    );
  },
});
