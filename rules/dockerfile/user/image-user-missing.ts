import { say } from '../../message';
import { cisDocker, dockerDocs } from '../../references';
import { dockerfileRule } from '../model/rule';
import { isNonRootImage, isOfficialImage, leaveRoot, startsAsOther } from './model/users';

export default dockerfileRule({
  id: 'image-user-missing',
  topic: 'B2',
  severity: 'warning',
  profile: 'recommended',
  title: 'Image without a USER',
  why: 'Without USER a container runs as the user of its base image, which is root nearly everywhere. Who breaks into a process that runs as root needs only one hole in the kernel or the runtime to own the host.',
  remedy:
    'Create a user in a RUN instruction, or take a number that nobody has, and end the stage with USER. Base images whose own user is not root need none; images that this linter knows as such are left alone.',
  aliases: [],
  references: [
    cisDocker('4.1'),
    dockerDocs('build/building/best-practices/#user', 'Building best practices, USER'),
  ],
  fix: 'review',

  file({ finalStage }, { report }) {
    if (!finalStage || finalStage.user || finalStage.isWindows) return;
    const base = finalStage.baseImage;
    // What is below cannot be told, or it is scratch, from which images are often mere folders of files.
    if (!base || finalStage.isScratch || isNonRootImage(base) || startsAsOther(finalStage)) return;
    const fix = leaveRoot(finalStage);
    if (isOfficialImage(base))
      report(
        finalStage,
        say`The image has no USER, so its containers run as root, as those of \`${base.familiarName}\` do. End the stage with a USER.`,
        { fix },
      );
    else
      report(
        finalStage,
        say`The image has no USER: unless \`${base.familiarName}\` sets one, its containers run as root. End the stage with a USER.`,
        { fix, confidence: 'medium' },
      );
  },
});
